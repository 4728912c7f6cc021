import type { Case } from './case.ts';
import { chooseCases } from './choose-cases.ts';
import { prepare } from './prepare.ts';
import { type CaseResult, isFailure } from './result.ts';
import type { RunOptions, Target } from './target.ts';

/**
 * Holds a target to the suite: a result for each case, as soon as it is there. Cases run side by side; those that
 * disturb the others run alone, last. Throws `CannotRun` when the target cannot be reached or does not know a token.
 */
export async function* runContracts(
  target: Target,
  options: RunOptions = {},
): AsyncGenerator<CaseResult, void> {
  const { concurrency = 4, bail = false, signal } = options;
  const hold = await prepare(target, options);
  const cases = chooseCases(options);
  const sideBySide = cases.filter(({ alone }) => !alone);
  const oneByOne = cases.filter(({ alone }) => alone);
  let isStopped = false;
  for (const { waiting, width } of [
    { waiting: sideBySide, width: concurrency },
    { waiting: oneByOne, width: 1 },
  ]) {
    const running = new Set<Promise<void>>();
    const finished: CaseResult[] = [];
    const start = (one: Case) => {
      const settled = hold(one).then((done) => {
        finished.push(done);
        running.delete(settled);
      });
      running.add(settled);
    };
    let next = 0;
    for (;;) {
      while (running.size < width && !isStopped && !signal?.aborted) {
        const one = waiting[next++];
        if (one === undefined) break;
        start(one);
      }
      if (running.size === 0) break;
      await Promise.race(running);
      for (const result of finished.splice(0)) {
        isStopped ||= bail && isFailure(result.verdict, { ...options, ...target });
        yield result;
      }
    }
  }
}
