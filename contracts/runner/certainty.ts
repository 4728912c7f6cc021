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
  return {
    provenance: certaintyOf(one, step, difference, checked),
    ...(consequence !== undefined && { consequence }),
  };
}

/** Whether a step was answered by another success than the expected one, or by another refusal: the world is what it is to be. */
export function isOtherwise({ expect }: Pick<Step, 'expect'>, { answered }: BodyCheck): boolean {
  if (answered === undefined || expect === undefined || answered.status >= 500) return false;
  const expected: readonly number[] = [expect.status].flat();
  return (
    !expected.includes(answered.status) &&
    expected.every((status) => status >= 400 === answered.status >= 400)
  );
}

/**
 * How certain is what differs from the expectation of a step: as its case is, and no more than the property that differs.
 * Where another success is answered than the expected one, or another refusal, that is no more certain than that this
 * operation answers so; of several that are expected the best known counts. A token that is refused is answered 401 by
 * all that anybody wrote down, so there the answer excuses nothing.
 */
export function certaintyOf(
  { provenance }: Pick<Case, 'provenance'>,
  step: Pick<Step, 'expect'>,
  { path, known }: Difference,
  checked: BodyCheck,
): Provenance {
  const { answered } = checked;
  if (answered === undefined || path !== '' || !isOtherwise(step, checked)) return weaker(provenance, known);
  const { status, knownAs } = answered;
  const expected: readonly number[] = [step.expect?.status ?? []].flat();
  const [bestKnown] = PROVENANCES.filter((one) => expected.some((wanted) => knownAs(wanted) === one));
  const isExcused = status >= 400 && !expected.includes(401);
  return weaker(weaker(provenance, bestKnown), isExcused ? knownAs(status) : undefined);
}

/**
 * What comes of a difference, where that is grave: something was carried out or seen that was not to be. What comes before
 * the first call that is to be refused only sets the stage for it.
 */
export function whatComesOf(
  one: Pick<Case, 'id' | 'steps'>,
  step: Pick<Step, 'expect'>,
  { path }: Difference,
  { answered }: BodyCheck,
): string | undefined {
  const refused = one.steps.findIndex(({ expect }) => expect !== undefined && wasToBeRefused(expect));
  const isBefore = one.steps.some((other, index) => other === step && index < refused);
  // Where a call was to go well, another success harms nobody.
  const wasToGoWell = path === '' && step.expect !== undefined && !wasToBeRefused(step.expect);
  const isCarriedOut = answered !== undefined && answered.status < 300 && !wasToGoWell && !isBefore;
  // A delivery that does not come, or is of another kind, tells nobody anything; one about another group does.
  const isSeen = !path.startsWith('receive[') || /^receive\[\d+\]\.\w+\.jid$/.test(path);
  const consequence = isCarriedOut && isSeen ? consequenceOf(one) : undefined;
  return consequence === undefined ? undefined : CONSEQUENCES[consequence];
}

function wasToBeRefused({ status }: NonNullable<Step['expect']>): boolean {
  const statuses: readonly number[] = [status].flat();
  return statuses.every((one) => one >= 400);
}
