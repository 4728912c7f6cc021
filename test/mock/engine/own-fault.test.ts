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
