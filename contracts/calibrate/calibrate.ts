import {
  type ApiDocument,
  calibrate as applyCalibration,
  type Calibration,
  CalibrationError,
  loadDocument,
  markOf,
  readVersion,
} from '../../spec/index.ts';
import { generateInputs } from '../language/inputs.ts';
import { at, UnknownPlaceholder, type Values } from '../language/templates.ts';
import { createDeliveryCheck } from '../runner/body-check.ts';
import { meetTarget } from '../runner/prepare.ts';
import { type Made, reconnect, silence, tidyUp } from '../runner/tidy-up.ts';
import { ForeignNumber } from '../target/changes.ts';
import { isChange } from '../target/client.ts';
import { endOf, HeldBack } from '../target/patience.ts';
import type { Answer, Send } from '../target/send.ts';
import type { RunOptions, Target } from '../target/target.ts';
import { type Asking, NotAsked } from './asking.ts';
import { changesOf } from './bisection.ts';
import { noteCode } from './codes.ts';
import { MARKS, TOLD } from './events.ts';
import { toEvidence, toWord } from './evidence.ts';
import { createFields } from './fields.ts';
import { conclude } from './follows.ts';
import { missingNeed, type Numbers, needsOfQuestion, numbersOf } from './needs.ts';
import { createObservations, type Observations } from './observations.ts';
import { askQuestion, setStage } from './one-question.ts';
import { ANY, type Question, settledBy } from './question.ts';
import { QUESTIONS } from './questions/index.ts';
import { RECORDED } from './recorded.ts';
import type { StageName } from './stages.ts';
import { concludeTold, gather, noteTold } from './told.ts';

/** What came of asking. */
export interface Outcome {
  readonly calibration: Calibration;
  readonly calls: number;
  readonly changes: number;
  /** What could not be tidied up, as sentences. */
  readonly leftovers: readonly string[];
  /** Why not everything was asked. */
  readonly endedEarly?: string;
}

/** How it is asked. */
export interface CalibrateOptions extends RunOptions, Numbers {
  /** Is told of each question before it is asked. */
  readonly onQuestion?: (question: Question, done: number, all: number) => void;
}

/** So many changes a calibration takes, those of tidying up included, and one more for each question that an option adds. */
const MOST_CHANGES = 60;

/** What tidying up takes: everybody leaves what can be left, who is left there is put out, the webhook is silenced, and the device is connected unless it was seen to be. */
function tidying(made: readonly Made[], observations: Observations): number {
  const others = observations.isSettled('status connectDevice 200') ? 1 : 2;
  return leavable(made, observations).reduce((sum, { callers }) => sum + callers.size + 1, others);
}

/** Whether it is a community whose creator was seen to stay. */
function staysBehind({ kind }: Made, observations: Observations): boolean {
  return kind === 'community' && observations.isSettled('refusal creator-stays-in-community');
}

/** What can be left, and by whom: not a community whose creator was seen to stay, nor by somebody who was removed for good. */
function leavable(made: readonly Made[], observations: Observations): Made[] {
  const isOut = observations.answerOf('ruling rejoin-after-removal') === 'refused';
  return made
    .filter((one) => !staysBehind(one, observations))
    .map((one) => ({
      ...one,
      callers: new Set([...one.callers].filter((caller) => !(isOut && caller === 'second'))),
    }));
}

/**
 * Asks a target every question that it has what is needed for, and tells what is seen. Nothing is settled that was not
 * seen. Whatever was made is tidied up. Throws `CannotRun` as `meetTarget` does.
 */
export async function calibrate(target: Target, options: CalibrateOptions): Promise<Outcome> {
  const met = await meetTarget(target, options);
  const [set] = met.sets;
  if (set === undefined) throw new Error('A target has at least one set of accounts.');
  const document = options.document ?? loadDocument(options.spec);
  const counted = { calls: 0, changes: 0 };
  const made: Made[] = [];
  const most = MOST_CHANGES + countAdded(target, options);
  let isAsking = true;
  const observations = createObservations();
  const send: Send = async (request, expected) => {
    if (isChange(request)) {
      if (isAsking && counted.changes + tidying(made, observations) >= most)
        throw new NotAsked(`the ${most} changes that a calibration takes are used up`);
      counted.changes += 1;
    }
    counted.calls += 1;
    return await set.run.send(request, expected);
  };
  const fields = createFields();
  const values: Values = {
    ...set.known,
    ...numbersOf(options),
    ...generateInputs(options.seed ?? 1, 'calibrate'),
    secret: 'wuts-contract-secret',
  };
  const run = { ...set.run, send, operations: new Map(set.run.operations) };
  const code = (answer: Answer) => toWord(at(answer.body, 'error_code'), run.scrub, values);
  const asking: Asking = {
    run,
    values,
    made,
    onAnswer: (sent, answer) =>
      noteCode(observations, fields, answer, code(answer), toEvidence(sent, answer, code(answer))),
  };
  const inbox =
    missingNeed(target, options, ['receiver']) === undefined ? await run.receiver.open() : undefined;
  if (inbox !== undefined)
    Object.assign(values, inbox.values, { 'all-events': inbox.values['third.receiver'] });
  const post = inbox && gather(inbox, () => counted.calls);
  const stages = new Map<StageName, Promise<void>>();
  const begun = new Map<string, number>();
  const begin = async (name: string) => {
    if (MARKS.has(name)) await post?.rest();
    begun.set(name, counted.calls);
  };
  let endedEarly: string | undefined;
  for (const [index, question] of QUESTIONS.entries()) {
    const facts = settledBy(question);
    const leave = (because: string, needs?: string) => {
      for (const fact of facts) observations.leave(fact, because, needs);
    };
    if (endedEarly !== undefined || options.signal?.aborted) {
      leave(endedEarly ?? 'it was interrupted', 'run it again');
      continue;
    }
    const missing = missingNeed(target, options, needsOfQuestion(question));
    if (missing !== undefined) {
      leave(`it takes ${missing.what}`, missing.give);
      continue;
    }
    const other = Object.entries(question.where ?? {}).find(([fact, answer]) =>
      answer === ANY ? !observations.isSettled(fact) : observations.answerOf(fact) !== answer,
    );
    if (other !== undefined) {
      const [fact, answer] = other;
      leave(`it shows only where the ${fact} is ${answer === ANY ? 'settled' : answer}`);
      continue;
    }
    const isKnown = (fact: string) => observations.isSettled(fact) || fields.isThere(fact);
    if (facts.every(isKnown) && (question.shows === undefined || question.isSpare)) continue;
    options.onQuestion?.(question, index, QUESTIONS.length);
    try {
      for (const stage of question.on ?? []) {
        if (!stages.has(stage)) await begin(stage);
        const setting = stages.get(stage) ?? setStage(asking, stage);
        stages.set(stage, setting);
        await setting;
      }
      await begin(question.id);
      await askQuestion(asking, question, observations, fields);
    } catch (error) {
      if (
        !(
          error instanceof NotAsked ||
          error instanceof HeldBack ||
          error instanceof ForeignNumber ||
          error instanceof UnknownPlaceholder
        )
      )
        throw error;
      for (const [fact, { is }] of Object.entries(question.shows ?? {})) if (is === null) fields.miss(fact);
      if (error instanceof HeldBack) endedEarly = endOf(error).ends;
      leave(
        error instanceof UnknownPlaceholder ? 'what it takes was not told' : run.scrub.text(error.message),
      );
    }
  }
  const isHarmless = (name: string) => toWord(name, run.scrub, values) !== undefined;
  if (post !== undefined) {
    await post.end();
    noteTold(observations, fields, { post, values, begun }, isHarmless);
  }
  fields.settle(observations, isHarmless);
  const sum = (): Calibration => ({
    calibration: 1,
    'made-with': readVersion(),
    document: markOf(document),
    day: new Date().toISOString().slice(0, 10),
    ...observations.sum(),
  });
  const seen = post && seenDocument(document, sum());
  if (post !== undefined && seen !== undefined)
    concludeTold(observations, { post, values, begun }, createDeliveryCheck(seen));
  conclude(observations);
  for (const fact of [...QUESTIONS.flatMap(settledBy), ...Object.keys(TOLD)])
    observations.leave(fact, 'no answer showed it');
  for (const { because, facts } of RECORDED)
    for (const fact of facts)
      observations.leave(fact, because, 'a recording in which it happened, with --har');
  isAsking = false;
  const steps = [
    { call: 'disconnectDevice', as: 'second' },
    { call: 'setWebhook', as: 'second' },
  ] as const;
  const done = { id: '', promise: '', provenance: 'assumed', needs: ['receiver'], steps } as const;
  if (values['stage.disconnected'] !== undefined && !observations.isSettled('status connectDevice 200'))
    await reconnect(run, done);
  if (inbox !== undefined) await silence(run, { ...done, steps: steps.slice(1) }, values);
  inbox?.close();
  const kept = made
    .filter((one) => staysBehind(one, observations))
    .map(
      ({ jid }) =>
        `The community ${jid} is left behind: its creator cannot leave it, so deactivate it on the phone.`,
    );
  const leftovers = target.disposable ? [] : [...kept, ...(await tidyUp(run, leavable(made, observations)))];
  await met.end();
  return {
    calibration: sum(),
    ...counted,
    leftovers: leftovers.map((one) => run.scrub.text(one)),
    ...(endedEarly !== undefined && { endedEarly }),
  };
}

/** How many changes those questions take, one each unless they bisect, that can be asked only because an option allows them. */
function countAdded(target: Target, options: Numbers): number {
  const withoutOptions = { stranger: options.stranger };
  const mayAsk = (numbers: Numbers) =>
    QUESTIONS.filter((one) => missingNeed(target, numbers, needsOfQuestion(one)) === undefined).reduce(
      (sum, { bisects }) => sum + (bisects === undefined ? 1 : changesOf(bisects)),
      0,
    );
  return mayAsk(options) - mayAsk(withoutOptions);
}

/** The document as it was seen to be; undefined where what was seen of it does not go together. */
function seenDocument(document: ApiDocument, calibration: Calibration): ApiDocument | undefined {
  try {
    return applyCalibration(document, calibration).document;
  } catch (error) {
    if (error instanceof CalibrationError) return undefined;
    throw error;
  }
}
