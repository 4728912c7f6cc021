/** The rules of WUTS, each tested once: the whole suite against the mock in this process. */
import { expect, it } from 'vitest';
import { explain } from '../../contracts/reports/text.ts';
import { runContracts } from '../../contracts/runner/run-contracts.ts';
import { MOCK_ACCOUNTS, toMockTarget } from '../../contracts/target/mock-target.ts';
import { startMock } from '../../mock/index.ts';

it('the mock keeps every promise of the suite', { timeout: 120_000 }, async () => {
  await using mock = await startMock({ port: 0, accounts: MOCK_ACCOUNTS });
  const target = toMockTarget(mock.url);
  const notKept: string[] = [];
  for await (const result of runContracts(target, { concurrency: 6 })) {
    if (result.verdict !== 'kept') notKept.push(explain(result, target));
  }
  expect(notKept.join('\n\n')).toBe('');
});
