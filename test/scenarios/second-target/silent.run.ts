/** `npm run contracts:silent -- [FIRST] [LAST]`: holds a gateway that is drawn by each seed to the whole suite, and fails when the suite tells a false alarm. */
import { runContracts, type Verdict } from '../../../contracts/index.ts';
import { ALARMS, startSecondTarget } from './server.ts';

const [first = 1, last = 200] = process.argv.slice(2).map(Number);
let alarms = 0;
for (let seed = first; seed <= last; seed++) {
  const { target, close } = await startSecondTarget(seed);
  const verdicts = new Map<Verdict, number>();
  const lines: string[] = [];
  for await (const { verdict, case: one, reason, findings } of runContracts(target, { seed })) {
    verdicts.set(verdict, (verdicts.get(verdict) ?? 0) + 1);
    if (ALARMS.has(verdict)) lines.push(`  ${verdict} ${one.id}: ${reason ?? JSON.stringify(findings[0])}`);
  }
  close();
  const counted = [...verdicts].sort().map(([verdict, cases]) => `${cases} ${verdict}`);
  console.log([`seed ${seed}: ${counted.join(', ')}`, ...lines].join('\n'));
  alarms += lines.length;
}
console.log(`${last - first + 1} seeds: ${alarms} false alarms`);
process.exitCode = alarms === 0 ? 0 : 1;
