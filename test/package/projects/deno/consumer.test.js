import assert from 'node:assert/strict';
import { startMock } from 'wuts-mock';

Deno.test('a participant that was added is read back', async () => {
  await using mock = await startMock({ port: 0 });
  const call = async (method, path, body) => {
    const headers = { Authorization: `Bearer ${mock.accounts[0].token}`, 'Content-Type': 'application/json' };
    return (await fetch(mock.url + path, { method, headers, body: JSON.stringify(body) })).json();
  };
  const { group } = await call('POST', '/groups', { name: 'Launch', participants: ['5511777777777'] });
  await call('POST', `/groups/${group.jid}/participants`, { participants: ['5511666666666'] });
  assert.equal((await call('GET', `/groups/${group.jid}`)).group.members_count, 3);
});
