import { type Provenance, weaker } from '../../spec/facts/index.ts';
import type { Case, Step } from '../language/case.ts';
import { CONSEQUENCES, consequenceOf } from '../language/consequences.ts';
import type { Difference } from '../language/patterns.ts';
import type { BodyCheck } from './body-check.ts';
import type { Finding } from './result.ts';

/** How certain is what differs from the expectation of a step, and what comes of it. */
export function whatIsKnown(
  one: Case,
  step: Pick<Step, 'expect'>,
  difference: Difference,
  checked: BodyCheck,
): Pick<Finding, 'provenance' | 'consequence'> {
  const consequence = whatComesOf(one, difference, checked);
  return { provenance: certaintyOf(one, step, checked), ...(consequence !== undefined && { consequence }) };
}

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

/** What comes of a difference, where that is grave: something was carried out or seen that was not to be. */
export function whatComesOf(
  one: Pick<Case, 'id' | 'steps'>,
  { path }: Difference,
  { answered }: BodyCheck,
): string | undefined {
  const isCarriedOut = answered !== undefined && answered.status < 300;
  // A delivery that does not come, or is of another kind, tells nobody anything; one about another group does.
  const isSeen = !path.startsWith('receive[') || /^receive\[\d+\]\.\w+\.jid$/.test(path);
  const consequence = isCarriedOut && isSeen ? consequenceOf(one) : undefined;
  return consequence === undefined ? undefined : CONSEQUENCES[consequence];
}
