import { performance } from 'node:perf_hooks';
import { runContracts } from './contracts/run-contracts.ts';
import { startMock } from './mock/index.ts';

const mock = await startMock({ port: 0, accounts: [{ token: '33333333-3333-4333-8333-333333333333', phone: '5511777777777' }] });
const target = {
  url: mock.url,
  tokens: { first: '11111111-1111-4111-8111-111111111111', second: '22222222-2222-4222-8222-222222222222', third: '33333333-3333-4333-8333-333333333333' },
  participants: ['5511900000001', '5511900000002', '5511900000003'],
  has: ['magic-numbers', 'disconnecting'] as const,
  disposable: true,
};
const start = performance.now();
const counts: Record<string, number> = {};
const themes: Record<string, number> = {};
const slow: [number, string][] = [];
for await (const result of runContracts(target, { concurrency: 8, only: process.argv.slice(2), seed: Number(process.env.SEED ?? 7) })) {
  counts[result.verdict] = (counts[result.verdict] ?? 0) + 1;
  const theme = result.case.id.split('/')[0] ?? '';
  themes[theme] = (themes[theme] ?? 0) + 1;
  slow.push([Math.round(result.milliseconds), result.case.id]);
  if (result.verdict !== 'kept') {
    console.log(result.verdict, result.case.id, result.reason ?? '', JSON.stringify(result.findings.slice(0, 3)).slice(0, 900));
    const last = result.exchanges.at(-1);
    console.log('   last:', last?.operation, last?.as, last?.status, last?.answer.slice(0, 300));
  }
}
console.log(counts, themes, `${Math.round(performance.now() - start)} ms`);
if (process.env.SLOW) console.log(slow.sort((a, b) => b[0] - a[0]).slice(0, 12));
await mock.close();
