export type { Case, Provenance, Step } from './case.ts';
export { chooseCases } from './choose-cases.ts';
export { NEEDS, type Need } from './needs.ts';
export type { CaseResult, Finding, Verdict } from './result.ts';
export { isFailure } from './result.ts';
export { runContracts } from './run-contracts.ts';
export { suite } from './suite.ts';
export { type AccountName, CannotRun, type RunOptions, type Target } from './target.ts';
