const { startMock } = require('wuts-mock');
const { runContracts } = require('wuts-mock/contracts');
require('wuts-mock/jest');

/** @type {import('wuts-mock').RunningMock} */
let mock;

beforeAll(async () => {
  mock = await startMock({ port: 0 });
});
afterAll(() => mock.close());

test('a participant that was added is in the group, and nobody else', async () => {
  const world = mock.world();
  const { group } = await call(world.token, '/groups', { name: 'Launch', participants: ['5511777777777'] });
  await call(world.token, `/groups/${group.jid}/participants`, { participants: ['5511666666666'] });
  expect(world).toHaveMember(group.jid, '5511666666666');
  expect(world).toHaveMember(group.jid, '5511666666666@s.whatsapp.net');
  expect(() => expect(world).not.toHaveMember(group.jid, '')).toThrow(/must be a phone number/);
  expect(world).not.toHaveAdmin(group.jid, '5511666666666');
  expect(world).toConformToContract();
  expect(() => expect(world).toHaveMember(group.jid, '5511555555555')).toThrow(/is not in "Launch"/);
});

test('a world is filled by size, and the mock is held to a case', async () => {
  const world = mock.world();
  await world.seed({ groups: 2, members: [2, 3] });
  expect(world.groups()).toHaveLength(2);
  const verdicts = [];
  for await (const { verdict } of runContracts(
    { url: mock.url, tokens: { first: world.token } },
    { only: ['device/status'] },
  )) {
    verdicts.push(verdict);
  }
  expect(verdicts).toEqual(['kept']);
});

/**
 * @param {string} token
 * @param {string} path
 * @param {object} body
 * @returns {Promise<any>}
 */
async function call(token, path, body) {
  const response = await fetch(mock.url + path, {
    method: 'POST',
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  return response.json();
}
