/** The rules of WUTS, each tested once: the whole suite against the mock in this process. */
import { expect, it } from 'vitest';
import { explain } from '../../contracts/reports/text.ts';
import { runContracts } from '../../contracts/runner/run-contracts.ts';
import { MOCK_ACCOUNTS, toMockTarget } from '../../contracts/target/mock-target.ts';
import { type Exchange, startMock } from '../../mock/index.ts';
import { REFUSALS, REFUSED_BY } from '../../spec/facts/index.ts';

it('the mock keeps every promise of the suite, and refuses by each rule of each operation', {
  timeout: 120_000,
}, async () => {
  const refused: Record<string, Set<string>> = {};
  const note = ({ operation = '', rule = '', request }: Exchange) => {
    const isOther = operation.startsWith('remove') && String(request).includes('"action":"add"');
    if (isOther || !Object.hasOwn(REFUSALS, rule)) return;
    refused[operation] = (refused[operation] ?? new Set()).add(rule);
  };
  await using mock = await startMock({ port: 0, accounts: MOCK_ACCOUNTS, onExchange: note });
  const target = toMockTarget(mock.url);
  const notKept: string[] = [];
  for await (const result of runContracts(target, { concurrency: 6 })) {
    if (result.verdict !== 'kept') notKept.push(explain(result, target));
  }
  expect(notKept.join('\n\n')).toBe('');
  const expected = Object.entries(REFUSED_BY).map(([operation, rules]) => [
    operation,
    new Set(['device-not-ready', ...rules]),
  ]);
  expect(refused).toEqual(Object.fromEntries(expected));
});
