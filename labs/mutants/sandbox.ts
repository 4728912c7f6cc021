import { resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setImmediate } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { type TestResult, TestStatus } from '@stryker-mutator/api/test-runner';
import type { Case } from '../../contracts/language/case.ts';

/** The first test: the mock comes up at all. */
export const START = 'the mock starts';

/** The last test: it does not end before its time. */
const STAYS = 'the mock stays up';

/** The suite and the mock as they stand in Stryker's copy of the project, where the mock is mutated. */
export interface Sandbox {
  readonly cases: readonly Case[];
  /**
   * Holds a fresh mock to cases, `lanes` of them side by side, each lane on accounts of its own, until the first that
   * fails. `announce` is told what begins.
   */
  run(cases: readonly Case[], lanes: number, announce?: (test: string) => void): Promise<TestResult[]>;
}

/** How long an answer may take, in milliseconds. */
const TIMEOUT = 4000;

/** Loads the sandbox, which is the working directory by then. */
export async function loadSandbox(): Promise<Sandbox> {
  const [{ chooseCases, isFailure }, { prepare }, { MOCK_ACCOUNTS, toMockTarget }, { startMock }] =
    await Promise.all([
      load<typeof import('../../contracts/index.ts')>('contracts/index.ts'),
      load<typeof import('../../contracts/runner/prepare.ts')>('contracts/runner/prepare.ts'),
      load<typeof import('../../contracts/target/mock-target.ts')>('contracts/target/mock-target.ts'),
      load<typeof import('../../mock/index.ts')>('mock/index.ts'),
    ]);
  const start = async () => {
    const mock = await startMock({ port: 0, accounts: MOCK_ACCOUNTS, onFault: () => {} });
    return { mock, prepared: await prepare(toMockTarget(mock.url), { seed: 1, timeout: TIMEOUT }) };
  };
  return {
    cases: chooseCases({}),
    async run(cases, lanes, announce = () => {}) {
      announce(START);
      const begun = performance.now();
      const results: TestResult[] = [];
      // What is thrown where nobody awaits it would end a mock of its own process.
      const crash = (error: unknown) => results.push(toResult(STAYS, begun, String(error)));
      process.on('uncaughtException', crash).on('unhandledRejection', crash);
      const started = await start().catch((error: unknown) => String(error));
      results.push(toResult(START, begun, typeof started === 'string' ? started : undefined));
      const waiting = [...cases];
      const work = async (hold: (one: Case) => Promise<import('../../contracts/index.ts').CaseResult>) => {
        for (;;) {
          const one = results.some(({ status }) => status === TestStatus.Failed)
            ? undefined
            : waiting.shift();
          if (one === undefined) return;
          announce(one.id);
          const from = performance.now();
          const { verdict, reason, findings } = await hold(one);
          // The mock has all that a case needs: one that is skipped misses something.
          const isBad = verdict === 'skipped' || isFailure(verdict, { disposable: true });
          results.push(toResult(one.id, from, isBad ? (reason ?? JSON.stringify(findings[0])) : undefined));
        }
      };
      if (typeof started !== 'string') {
        await Promise.all(started.prepared.holds.slice(0, lanes).map(work));
        await started.prepared.end();
        await started.mock.close();
        // A request that had arrived by then is still answered.
        await setImmediate();
      }
      process.off('uncaughtException', crash).off('unhandledRejection', crash);
      return results;
    },
  };
}

async function load<T>(file: string): Promise<T> {
  return await import(pathToFileURL(resolve(file)).href);
}

function toResult(id: string, from: number, failure: string | undefined): TestResult {
  const base = { id, name: id, timeSpentMs: performance.now() - from };
  return failure === undefined
    ? { ...base, status: TestStatus.Success }
    : { ...base, status: TestStatus.Failed, failureMessage: failure };
}
