import { type Known, measured, PROVENANCES, TABLE_FACTS } from '../../spec/facts/index.ts';
import {
  type ApiDocument,
  answersAt,
  type Calibration,
  calibrate,
  documentFacts,
  isAsHeld,
  refOfReply,
  type Signing,
  showAnswer,
} from '../../spec/index.ts';
import type { Case, Step } from '../language/case.ts';
import { weakestOf } from '../language/facts.ts';
import { createPatternForm, type Schemas } from './calibrated-patterns.ts';

/** What a calibration makes of the suite: the document that answers have to fit, and the cases. */
export interface CalibratedSuite {
  readonly document: ApiDocument;
  readonly cases: readonly Case[];
}

/** The facts of these kinds are decided by yes or no, or by a choice: where they are otherwise, a promise that rests on them does not hold. */
const DECIDED = /^(ruling|limit|behaviour|role|schema|spelling) /;

/** Rulings that choose no more than a status, which is expected as it was seen. */
const OF_A_STATUS = ['ruling device-not-ready', 'ruling not-participant'];

/** How a call is answered, by the fact that decides it; undefined where none does. */
interface Answered {
  readonly fact: string | undefined;
  readonly status: number;
  readonly error_code?: string;
}

const OWN_DEEDS = 'behaviour own-deeds-are-told';

/**
 * The suite as a live gateway was seen to behave: statuses, codes, names and forms are expected as they are settled, and a
 * promise that rests on what was measured is as certain as that. A promise that does not hold there is moot, and says why.
 * Throws a `CalibrationError` where what is settled does not go together.
 */
export function calibrateSuite(
  suite: readonly Case[],
  calibration: Calibration,
  held: ApiDocument,
): CalibratedSuite {
  const { settled, day } = calibration;
  const { document, toError } = calibrate(held, calibration);
  const form = createPatternForm(held, document);
  const heldOperations = new Map(held.operations.map((one) => [one.id, one]));
  const operations = new Map(document.operations.map((one) => [one.id, one]));
  const known = new Map<string, Known>([
    ...TABLE_FACTS,
    ...documentFacts(document),
    ...Object.entries(settled).map(([fact, { seen }]) => [fact, measured(day, seen)] as const),
  ]);

  const isOtherwise = (fact: string) => {
    const found = settled[fact];
    return found !== undefined && !isAsHeld(fact, found.answer);
  };
  const rulingIn = (name: string) => settled[`ruling ${name}`]?.answer;

  /** What decides how a step is answered that is to have this status, narrowed to what the case rests on. */
  const answersOf = (step: Step, status: number, { facts = [], world }: Case): readonly Answered[] => {
    const { call, alter, expect } = step;
    const asItIs = [{ fact: undefined, ...toError({ status }), status }];
    const decided = world?.rulings ?? {};
    const isDevice = Object(expect?.body).error_code === 'DEVICE_NOT_READY' || status === 503;
    const device = decided['device-not-ready'] ?? rulingIn('device-not-ready');
    if (isDevice)
      return device === undefined
        ? [{ fact: undefined, status }]
        : [{ fact: 'ruling device-not-ready', status: Number(device) }];
    // In a world in which it is decided so, this status is that of somebody who takes no part.
    if (String(decided['not-participant']) === String(status))
      return [{ fact: 'ruling not-participant', status }];
    if (alter?.method !== undefined || alter?.suffix?.startsWith('/')) return asItIs;
    const all = answersAt(settled, call, status);
    const named = all.filter(({ fact }) => facts.includes(fact));
    return named.length > 0 ? named : all;
  };

  const calibrateStep = (step: Step, one: Case): Step => {
    const { call, expect, capture, body, receive, otherwise, beside } = step;
    const operation = operations.get(call);
    const heldOperation = heldOperations.get(call);
    const changed: Record<string, unknown> = {};
    const [before = 0] = [expect?.status ?? heldOperation?.replies.keys().next().value ?? []].flat();
    const expected: readonly number[] = [expect?.status ?? []].flat();
    const answers = expected.flatMap((status) => answersOf(step, status, one));
    const statuses = [...new Set(answers.map(({ status }) => status))];
    const now = statuses[0] ?? operation?.replies.keys().next().value ?? 0;
    const schemas = schemasOf(refOfReply(held, heldOperation, before), refOfReply(document, operation, now));
    if (expect !== undefined) {
      const pattern = schemas === undefined ? expect.body : form.toPattern(expect.body, schemas);
      const isMeasured = answers.every(({ fact }) => fact !== undefined && settled[fact] !== undefined);
      const isNamed = typeof Object(pattern).error_code === 'string';
      const codes = [...new Set(answers.flatMap(({ error_code: code }) => code ?? []))];
      const isTold = before >= 400 && codes.length > 0 && (isMeasured || isNamed);
      const told = isTold && { error_code: codes.length === 1 ? codes[0] : { $oneOf: codes } };
      changed.expect = {
        ...expect,
        status: statuses.length === 1 ? now : statuses,
        ...((isTold || pattern !== undefined) && { body: { ...Object(pattern), ...told } }),
      };
    }
    if (capture !== undefined && schemas !== undefined)
      changed.capture = Object.fromEntries(
        Object.entries(capture).map(([name, path]) => [name, form.toPath(String(path), schemas)]),
      );
    const request = schemasOf(heldOperation?.body, operation?.body);
    if (body !== undefined && request !== undefined) changed.body = form.toPattern(body, request);
    if (receive !== undefined)
      changed.receive = receive
        .filter(({ to = 'first' }) => !isOtherwise(OWN_DEEDS) || to !== (step.as ?? 'first'))
        .map((one) => {
          const told = schemasOf(held.events.get(one.event), document.events.get(one.event));
          if (told === undefined || one.body === undefined) return one;
          return { ...one, body: form.toPattern(one.body, told) };
        });
    if (otherwise !== undefined) changed.otherwise = calibrateStep(otherwise, one);
    if (beside !== undefined) changed.beside = calibrateStep(beside, one);
    return { ...step, ...changed } as Step;
  };

  const seenSigning = ['webhook-signed-text', 'webhook-signature-form'].flatMap((name) => {
    const choice = rulingIn(name);
    return choice === undefined ? [] : [[name, choice]];
  });
  const signing = seenSigning.length === 0 ? {} : { signing: Object.fromEntries(seenSigning) as Signing };
  const cases = suite.map((one): Case => {
    const { facts = [], world, needs, steps } = one;
    const decided = Object.entries(world?.rulings ?? {});
    const isSo =
      decided.length > 0 && decided.every(([name, choice]) => String(rulingIn(name)) === String(choice));
    const own = new Set(isSo ? [] : decided.map(([name]) => `ruling ${name}`));
    const because = facts.filter(
      (fact) =>
        DECIDED.test(fact) && !OF_A_STATUS.includes(fact) && !own.has(fact) && !isSo && isOtherwise(fact),
    );
    const refusals = steps.flatMap((step) => {
      const expected: readonly number[] = [step.expect?.status ?? []].flat();
      return expected.filter((status) => status >= 400).flatMap((status) => answersOf(step, status, one));
    });
    const done = refusals.filter(({ status }) => status < 300).map(({ fact = '' }) => fact);
    const moved = steps.flatMap(({ call, alter }) =>
      alter?.method !== undefined && isOtherwise(`operation ${call}`) ? [`operation ${call}`] : [],
    );
    const [other] = [...because, ...done, ...moved];
    const seen = refusals.map(({ fact = '' }) => fact);
    const rests = facts.length > 0 ? facts : seen.every((fact) => settled[fact]) ? seen : [];
    return {
      ...one,
      ...(one.needs?.includes('receiver') && signing),
      ...(rests.length > 0 &&
        moreCertain(
          one,
          rests.map((fact) => known.get(fact) ?? one),
        )),
      ...(rests.length > 0 && { facts: [...new Set(rests)] }),
      ...(isSo && { needs: (needs ?? []).filter((need) => need !== 'rulings'), world: {} }),
      ...(other !== undefined && {
        moot: `${other} is ${showAnswer(settled[other]?.answer ?? 'otherwise')}`,
      }),
      steps: steps.map((step) => calibrateStep(step, one)),
    };
  });
  return { document, cases };
}

/** undefined where one of the documents has nothing there. */
function schemasOf(held: string | undefined, seen: string | undefined): Schemas | undefined {
  return held === undefined || seen === undefined
    ? undefined
    : { held: { $ref: held }, seen: { $ref: seen } };
}

/** How a promise is known that rests on these; it is never less certain than it was. */
function moreCertain({ provenance, source }: Case, facts: readonly Known[]): Known {
  const now = weakestOf(facts);
  const isLess = PROVENANCES.indexOf(now.provenance) > PROVENANCES.indexOf(provenance);
  return isLess ? { provenance, ...(source !== undefined && { source }) } : now;
}
