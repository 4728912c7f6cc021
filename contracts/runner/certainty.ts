import { PROVENANCES, type Provenance, weaker } from '../../spec/facts/index.ts';
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
  const consequence = whatComesOf(one, step, difference, checked);
  return { provenance: certaintyOf(one, step, checked), ...(consequence !== undefined && { consequence }) };
}

/**
 * How certain is what differs from the expectation of a step: as its case is. Where another success is answered than the
 * expected one, or another refusal, no more than that this operation answers so; of several that are expected the best
 * known counts.
 */
export function certaintyOf(
  { provenance }: Pick<Case, 'provenance'>,
  { expect }: Pick<Step, 'expect'>,
  { answered }: BodyCheck,
): Provenance {
  if (answered === undefined || answered.status >= 500) return provenance;
  const { status, knownAs } = answered;
  const expected: readonly number[] = [expect?.status ?? []].flat();
  const isRefused = status >= 400;
  if (expected.includes(status) || expected.some((one) => one >= 400 !== isRefused)) return provenance;
  const [bestKnown] = PROVENANCES.filter((one) => expected.some((wanted) => knownAs(wanted) === one));
  return weaker(weaker(provenance, bestKnown), isRefused ? knownAs(status) : undefined);
}

/** What comes of a difference, where that is grave: something was carried out or seen that was not to be. */
export function whatComesOf(
  one: Pick<Case, 'id' | 'steps'>,
  { expect }: Pick<Step, 'expect'>,
  { path }: Difference,
  { answered }: BodyCheck,
): string | undefined {
  const expected: readonly number[] = [expect?.status ?? []].flat();
  // Where a call was to go well, another success harms nobody.
  const wasToGoWell = path === '' && expected.some((status) => status < 300);
  const isCarriedOut = answered !== undefined && answered.status < 300 && !wasToGoWell;
  // A delivery that does not come, or is of another kind, tells nobody anything; one about another group does.
  const isSeen = !path.startsWith('receive[') || /^receive\[\d+\]\.\w+\.jid$/.test(path);
  const consequence = isCarriedOut && isSeen ? consequenceOf(one) : undefined;
  return consequence === undefined ? undefined : CONSEQUENCES[consequence];
}
