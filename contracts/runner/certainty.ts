import { type Provenance, weaker } from '../../spec/facts/index.ts';
import type { Case, Step } from '../language/case.ts';
import type { BodyCheck } from './body-check.ts';

/**
 * How certain is what differs from the expectation of a step: as its case is. Where a refusal is expected and another
 * one is answered that the document lists, no more than that this operation answers so.
 */
export function certaintyOf(
  { provenance }: Pick<Case, 'provenance'>,
  { expect }: Pick<Step, 'expect'>,
  { answered }: BodyCheck,
): Provenance {
  if (answered === undefined || answered.status >= 500) return provenance;
  const expected: readonly number[] = [expect?.status ?? []].flat();
  const isRefusedOtherwise =
    expected.every((status) => status >= 400) &&
    !expected.includes(answered.status) &&
    answered.status >= 400;
  return isRefusedOtherwise ? weaker(provenance, answered.provenance) : provenance;
}
