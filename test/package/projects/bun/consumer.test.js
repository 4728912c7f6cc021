import { afterAll, beforeAll, test } from 'bun:test';
import assert from 'node:assert/strict';
import { startMock } from 'wuts-mock';

let mock;

beforeAll(async () => {
  mock = await startMock({ port: 0 });
});
afterAll(() => mock.close());

test('a participant that was added is read back', async () => {
  const { group } = await call('POST', '/groups', { name: 'Launch', participants: ['5511777777777'] });
  await call('POST', `/groups/${group.jid}/participants`, { participants: ['5511666666666'] });
  const read = await call('GET', `/groups/${group.jid}`);
  assert.equal(read.group.members_count, 3);
});

async function call(method, path, body) {
  const response = await fetch(mock.url + path, {
    method,
    headers: { Authorization: `Bearer ${mock.accounts[0].token}`, 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  return response.json();
}
