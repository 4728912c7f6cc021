import { afterAll, beforeAll, describe, it } from 'vitest';
import { explain } from './reports/text.ts';
import { chooseCases, withCalibration } from './runner/choose-cases.ts';
import { type Hold, type Prepared, prepare } from './runner/prepare.ts';
import { isFailure } from './runner/result.ts';
import type { RunOptions, Target } from './target/target.ts';

/**
 * Holds a target to the suite inside vitest: a test for each case, named by its promise. The target may be a function,
 * so that it can be started first. A case that is skipped is a skipped test, with the reason.
 */
export function describeContracts(
  target: Target | (() => Target | Promise<Target>),
  given: RunOptions = {},
): void {
  const options = withCalibration(given);
  describe('WUTS contract', () => {
    let held: Target;
    let prepared: Prepared | undefined;

    beforeAll(async () => {
      held = typeof target === 'function' ? await target() : target;
      prepared = await prepare(held, options);
    });
    afterAll(() => prepared?.end());

    for (const [index, one] of chooseCases(options).entries()) {
      it(`${one.id}: ${one.promise}`, async ({ skip }) => {
        const { holds } = prepared as Prepared;
        const result = await (holds[index % holds.length] as Hold)(one);
        if (result.verdict === 'skipped') return skip(result.reason);
        if (isFailure(result.verdict, { ...options, ...held })) throw new Error(explain(result, held));
      });
    }
  });
}
