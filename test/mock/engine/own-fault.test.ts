/** What no call brings about: a fault of the mock itself. */
import { expect, test } from 'vitest';
import { createMock } from '../../../mock/index.ts';
import { schedule } from '../../../mock/world/index.ts';

test('something due that breaks is told as the fault of the mock, which goes on', async () => {
  const faults: unknown[] = [];
  const mock = createMock({ seed: 1, onFault: (error) => faults.push(error) });
  const [caller] = mock.accounts;
  schedule(mock.tenants.main.world, 0, '5511777777777', null as never);
  const ask = () =>
    mock.fetch('http://mock/groups', { headers: { authorization: `Bearer ${caller?.token}` } });

  const first = await ask();
  expect(first.status).toBe(500);
  expect(await first.json()).toMatchObject({ success: false, error_code: 'INTERNAL_ERROR' });
  expect(faults).toHaveLength(1);
  expect((await ask()).status).toBe(200);
});

test('a group that the document does not know so is told as the fault of the mock, read or listed', async () => {
  const faults: unknown[] = [];
  const mock = createMock({ seed: 1, onFault: (error) => faults.push(error) });
  const headers = { authorization: `Bearer ${mock.accounts[0]?.token}`, 'content-type': 'application/json' };
  const ask = (path: string, body?: string) =>
    mock.fetch(`http://mock${path}`, { headers, ...(body === undefined ? {} : { method: 'POST', body }) });
  const made = await ask('/groups', '{"name":"Whole","participants":["5511777777777"]}');
  const { group } = (await made.json()) as { group: { jid: string } };
  expect((await ask('/groups')).status).toBe(200);
  const known = mock.tenants.main.world.groups.get(group.jid);
  Object.assign(known ?? {}, { revision: 99, createdAt: Number.NaN });
  for (const path of [`/groups/${group.jid}`, '/groups']) expect((await ask(path)).status).toBe(500);
  expect(faults.map(String)).toEqual(
    Array(2).fill(expect.stringMatching(/breaks its own document.*created_at/)),
  );
});
