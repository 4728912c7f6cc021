import type { Case, Happening, Witnessed } from '../language/case.ts';
import { needsWorld } from '../target/control.ts';
import type { RunOptions, Target } from '../target/target.ts';
import { chooseCases, withCalibration } from './choose-cases.ts';
import { type Hold, prepare } from './prepare.ts';
import { type CaseResult, isFailure } from './result.ts';

/**
 * Holds a target to the suite: a result for each case, as soon as it is there. Cases run side by side; those that would
 * disturb others on the same accounts run last, alone on their set. Throws `CannotRun` as `prepare` does.
 */
export async function* runContracts(
  target: Target,
  given: RunOptions = {},
): AsyncGenerator<CaseResult, void> {
  const options = withCalibration(given);
  const { holds, end } = await prepare(target, options);
  try {
    yield* runCases(holds, target, options);
  } finally {
    await end();
  }
}

async function* runCases(
  holds: readonly Hold[],
  target: Target,
  options: RunOptions,
): AsyncGenerator<CaseResult, void> {
  const { concurrency = 4, bail = false, signal } = options;
  const most = Math.ceil(concurrency / holds.length);
  const disturbs = (one: Case) => one.alone === true && most > 1 && !needsWorld(target, one);
  const cases = longestFirst(chooseCases(options));
  let isStopped = false;
  for (const { waiting, sharing } of [
    { waiting: cases.filter((one) => !disturbs(one)), sharing: most },
    { waiting: cases.filter(disturbs), sharing: 1 },
  ]) {
    // Each set of accounts as often as cases may share it; a case takes the first that is free.
    const free = Array.from({ length: sharing }, () => holds).flat();
    const running = new Set<Promise<void>>();
    const finished: CaseResult[] = [];
    const start = (one: Case, hold: Hold) => {
      const settled = hold(one).then((done) => {
        finished.push(done);
        free.push(hold);
        running.delete(settled);
      });
      running.add(settled);
    };
    let next = 0;
    for (;;) {
      while (running.size < concurrency && !isStopped && !signal?.aborted) {
        const one = waiting[next];
        const hold = free[0];
        if (one === undefined || hold === undefined) break;
        next += 1;
        free.shift();
        start(one, hold);
      }
      if (running.size === 0) break;
      await Promise.race(running);
      for (const result of finished.splice(0)) {
        isStopped ||= result.ends !== undefined;
        isStopped ||= bail && isFailure(result.verdict, { ...options, ...target });
        yield result;
      }
    }
  }
}

/** What has to wait for time to go by begins first, so that all the others run meanwhile. */
function longestFirst(cases: readonly Case[]): Case[] {
  const waits = ({ steps }: Case) => steps.some(({ meanwhile = [] }) => meanwhile.some(letsTimeGoBy));
  return [...cases.filter(waits), ...cases.filter((one) => !waits(one))];
}

function letsTimeGoBy(one: Happening | Witnessed): boolean {
  const happening = 'what' in one ? one.what : one;
  return 'clock' in happening && happening.clock.frozen === false;
}
