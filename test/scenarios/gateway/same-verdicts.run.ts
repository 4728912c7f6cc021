/** `npm run calibration:proof -- [FIRST] [LAST]`: for each seed whether a gateway that is drawn by it and a mock that is calibrated by it have the same verdicts. */
import { compare } from './same-verdicts.ts';

const [first = 1, last = 300] = process.argv.slice(2).map(Number);
const sum = { seeds: 0, found: 0, visible: 0, wrong: 0, different: 0, calls: 0, changes: 0, seconds: 0 };
for (let seed = first; seed <= last; seed++) {
  const { calls, changes, milliseconds, found, visible, wrong, cases, different } = await compare(seed);
  const seconds = milliseconds / 1000;
  console.log(
    `seed ${seed}: ${found} of ${visible} found, ${wrong.length} wrong; ${calls} calls, ${changes} changes, ${seconds.toFixed(1)} s; ${different.length} of ${cases} verdicts differ`,
  );
  for (const line of [...wrong, ...different]) console.log(`  ${line}`);
  sum.seeds += 1;
  sum.found += found;
  sum.visible += visible;
  sum.wrong += wrong.length;
  sum.different += different.length;
  sum.calls = Math.max(sum.calls, calls);
  sum.changes = Math.max(sum.changes, changes);
  sum.seconds = Math.max(sum.seconds, seconds);
}
console.log(
  `${sum.seeds} seeds: ${sum.found} of ${sum.visible} found, ${sum.wrong} wrong, ${sum.different} verdicts differ; at most ${sum.calls} calls, ${sum.changes} changes, ${sum.seconds.toFixed(1)} s`,
);
process.exitCode = sum.wrong + sum.different + sum.visible - sum.found === 0 ? 0 : 1;
