import assert from 'node:assert/strict';
import { test } from 'node:test';

test('a participant that was added is read back', async () => {
  const { group } = await call('POST', '/groups', { name: 'Launch', participants: ['5511777777777'] });
  await call('POST', `/groups/${group.jid}/participants`, { participants: ['5511666666666'] });
  const read = await call('GET', `/groups/${group.jid}`);
  assert.equal(read.group.members_count, 3);
});

async function call(method, path, body) {
  const response = await fetch(process.env.WUTS_URL + path, {
    method,
    headers: { Authorization: `Bearer ${process.env.WUTS_TOKEN}`, 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  return response.json();
}
