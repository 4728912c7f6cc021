import { startMock } from './mock/index.ts';
import { runContracts } from './contracts/run-contracts.ts';
const only = process.argv.slice(2);
const mock = await startMock({ port: 0, rulings: JSON.parse(process.env.RULINGS ?? '{}'), accounts: [{ token: '33333333-3333-4333-8333-333333333333', phone: '5511777777777' }] });
const target = { url: mock.url, tokens: { first: '11111111-1111-4111-8111-111111111111', second: '22222222-2222-4222-8222-222222222222', third: '33333333-3333-4333-8333-333333333333' }, participants: ['5511900000001', '5511900000002', '5511900000003'], has: ['magic-numbers', 'disconnecting'] as never, disposable: true };
const start = performance.now(); const cpu = process.cpuUsage();
const counts: Record<string, Record<string, number>> = {};
const slow: [number, string][] = [];
for await (const r of runContracts(target, { concurrency: 8, only })) {
  const theme = r.case.id.split('/')[0]!;
  (counts[theme] ??= {})[r.verdict] = (counts[theme]?.[r.verdict] ?? 0) + 1;
  slow.push([r.milliseconds, r.case.id]);
  if (r.undocumented.length) console.log('UNDOCUMENTED', r.case.id, r.undocumented);
  if (r.verdict !== 'kept') { console.log(r.verdict, r.case.id, r.reason ?? '', JSON.stringify(r.findings).slice(0, 600)); console.log('   ', r.exchanges.at(-1)?.curl?.slice(0, 300)); }
}
console.table(counts);
console.log(Math.round(performance.now() - start), 'ms', 'cpu', process.cpuUsage(cpu).user/1000, process.cpuUsage(cpu).system/1000, slow.sort((a, b) => b[0] - a[0]).slice(0, 5));
await mock.close();
