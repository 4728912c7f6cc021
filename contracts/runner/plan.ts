import { loadDocument, type Operation } from '../../spec/index.ts';
import type { Case } from '../language/case.ts';
import { NEEDS } from '../language/needs.ts';
import { type Changes, countChanges, createChanges } from '../target/changes.ts';
import { isLoopback, mustBeSendable, needsMet, type RunOptions, type Target } from '../target/target.ts';
import { chooseCases } from './choose-cases.ts';

/** Why a case is not run against a target; undefined when it is. Asking sets aside the changes that it makes. */
export function refusalOf(target: Target, changes: Changes, one: Case): string | undefined {
  if (one.moot !== undefined) return `the calibration has it otherwise: ${one.moot}`;
  const met = needsMet(target);
  const missing = (one.needs ?? []).find((need) => !met.has(need));
  if (missing !== undefined) return `the target lacks ${NEEDS[missing]}`;
  const foreign = one.steps.find(({ call }) => target.operations?.includes(call) === false);
  if (foreign !== undefined) return `the target does not implement ${foreign.call}`;
  return changes.refusal(one);
}

/** How many calls the cases make that a target has what they need for, each step once. */
export function countCalls(target: Target, options: RunOptions): number {
  const met = needsMet(target);
  return chooseCases(options)
    .filter(({ needs = [] }) => needs.every((need) => met.has(need)))
    .reduce((sum, { steps }) => sum + steps.length, 0);
}

/** What a run would do, in lines, without a single request. */
export function formatPlan(target: Target, options: RunOptions): string {
  mustBeSendable(target);
  const { operations: listed } = options.document ?? loadDocument(options.spec);
  const operations = new Map<string, Operation>(listed.map((operation) => [operation.id, operation]));
  const changes = createChanges(target, options, operations);
  const lines: string[] = [];
  let total = 0;
  let runs = 0;
  const cases = chooseCases(options);
  for (const one of cases) {
    const refusal = refusalOf(target, changes, one);
    const most = countChanges(one, target, operations, () => true);
    if (refusal === undefined) {
      total += most;
      runs += 1;
    }
    lines.push(`${refusal === undefined ? `run, up to ${most} changes` : `skip, ${refusal}`}: ${one.id}`);
  }
  const isHere = isLoopback(target) && (target.control === undefined || isLoopback(target.control));
  const where = isHere ? 'this machine: changes are free' : 'another host: changes are bounded';
  return [
    ...lines,
    '',
    `${target.url} is on ${where}.`,
    `${runs} of ${cases.length} cases would run, with up to ${total} changes, those of tidying up included.`,
    `Numbers that may be touched: ${target.participants?.join(', ') || 'only those of the accounts'}.`,
  ].join('\n');
}
