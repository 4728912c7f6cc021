export type { Case, Provenance, Step } from './language/case.ts';
export { NEEDS, type Need } from './language/needs.ts';
export { chooseCases } from './runner/choose-cases.ts';
export type { CaseResult, Finding, Verdict } from './runner/result.ts';
export { isFailure } from './runner/result.ts';
export { runContracts } from './runner/run-contracts.ts';
export { suite } from './suite.ts';
export { type AccountName, CannotRun, type RunOptions, type Target } from './target/target.ts';
