import type { Reporter, TestCase } from 'vitest/node';

/** How often a test that fails is tried again: once on the machine that checks every change, never by hand. A test may miss its time once where machines are shared; one that is wrong fails twice. */
export const RETRY = process.env.CI ? 1 : 0;

/** Names the tests that passed on their second try, after all others: each hangs on the pace of the machine, and wants mending. */
export function tellSecondTries(): Reporter {
  const names: string[] = [];
  return {
    onTestCaseResult(test: TestCase) {
      if (test.diagnostic()?.flaky) names.push(`${test.module.relativeModuleId} > ${test.fullName}`);
    },
    onTestRunEnd() {
      if (names.length > 0) process.stdout.write(`Passed on a second try:\n${names.join('\n')}\n`);
    },
  };
}
