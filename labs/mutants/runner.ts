import { INSTRUMENTER_CONSTANTS, type InstrumenterContext } from '@stryker-mutator/api/core';
import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import {
  type DryRunResult,
  DryRunStatus,
  determineHitLimitReached,
  type MutantRunOptions,
  type MutantRunResult,
  type TestRunner,
  TestStatus,
  toMutantRunResult,
} from '@stryker-mutator/api/test-runner';
import { loadSandbox, type Sandbox, START } from './sandbox.ts';

/** So many cases are held side by side. */
const LANES = 6;

/**
 * Lets Stryker use the contract suite as its tests: each case is one. A mutant gets a fresh mock in this very process,
 * which costs a small part of what loading everything again for each would.
 */
class ContractsRunner implements TestRunner {
  static readonly inject = [] as const;
  private sandbox: Promise<Sandbox> | undefined;
  /** The cases that noticed a mutant, the last one last: the next mutant stands close by, and they may notice it too. */
  private readonly noticed = new Set<string>();

  capabilities() {
    return { reloadEnvironment: false };
  }

  async dryRun(): Promise<DryRunResult> {
    const context = stryker();
    const { cases, run } = await this.load();
    const tests = await run(cases, 1, (test) => {
      context.currentTestId = test;
    });
    delete context.currentTestId;
    const { mutantCoverage } = context;
    return { status: DryRunStatus.Complete, tests, ...(mutantCoverage && { mutantCoverage }) };
  }

  async mutantRun(options: MutantRunOptions): Promise<MutantRunResult> {
    const { activeMutant, hitLimit, mutantActivation, testFilter = [START] } = options;
    const context = stryker();
    if (mutantActivation === 'static') context.activeMutant = activeMutant.id;
    const { cases, run } = await this.load();
    context.activeMutant = activeMutant.id;
    if (hitLimit !== undefined) Object.assign(context, { hitCount: 0, hitLimit });
    // What is there from the start matters to every case.
    const wanted = new Set(testFilter);
    const chosen = wanted.has(START) ? cases : cases.filter(({ id }) => wanted.has(id));
    const rankOf = new Map([...this.noticed].map((id, index) => [id, -index - 1]));
    const tests = await run(
      chosen.toSorted((one, other) => (rankOf.get(one.id) ?? 0) - (rankOf.get(other.id) ?? 0)),
      LANES,
    );
    for (const { id } of tests.filter(({ status }) => status === TestStatus.Failed)) {
      this.noticed.delete(id);
      this.noticed.add(id);
    }
    const { hitCount } = context;
    for (const name of ['activeMutant', 'hitCount', 'hitLimit'] as const) delete context[name];
    return toMutantRunResult(
      determineHitLimitReached(hitCount, hitLimit) ?? { status: DryRunStatus.Complete, tests },
    );
  }

  private load(): Promise<Sandbox> {
    this.sandbox ??= loadSandbox();
    return this.sandbox;
  }
}

/** What Stryker loads. */
export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'contracts', ContractsRunner)];

/** Where mutated code looks which mutant is active, and notes what is reached. */
function stryker(): InstrumenterContext {
  const globals = globalThis as { [INSTRUMENTER_CONSTANTS.NAMESPACE]?: InstrumenterContext };
  const context = globals[INSTRUMENTER_CONSTANTS.NAMESPACE] ?? {};
  globals[INSTRUMENTER_CONSTANTS.NAMESPACE] = context;
  return context;
}
