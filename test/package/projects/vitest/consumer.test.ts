import { afterAll, beforeAll, expect, it } from 'vitest';
import { type RunningMock, startMock } from 'wuts-mock';
import { describeContracts } from 'wuts-mock/vitest';

let mock: RunningMock;

beforeAll(async () => {
  mock = await startMock({ port: 0 });
});
afterAll(() => mock.close());

async function call(method: string, path: string, body?: object) {
  const response = await fetch(mock.url + path, {
    method,
    headers: { Authorization: `Bearer ${mock.accounts[0]?.token}`, 'Content-Type': 'application/json' },
    body: body === undefined ? null : JSON.stringify(body),
  });
  return response.json();
}

it('reads a participant back that it added', async () => {
  const { group } = await call('POST', '/groups', { name: 'Launch', participants: ['5511777777777'] });
  await call('POST', `/groups/${group.jid}/participants`, { participants: ['5511666666666'] });
  expect(await call('GET', `/groups/${group.jid}`)).toMatchObject({ group: { members_count: 3 } });
});

describeContracts(() => ({ url: mock.url, tokens: { first: mock.accounts[0]?.token ?? '' } }), {
  only: ['groups/create'],
});
