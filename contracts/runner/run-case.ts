import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { weaker } from '../../spec/facts/index.ts';
import type { Signing } from '../../spec/index.ts';
import { capture, without } from '../language/capture.ts';
import type { Case, Step } from '../language/case.ts';
import { inCompany } from '../language/company.ts';
import type { Difference } from '../language/patterns.ts';
import { UnknownPlaceholder, type Values } from '../language/templates.ts';
import { ForeignNumber, POLL } from '../target/changes.ts';
import { type Request, toCurl } from '../target/client.ts';
import { haveHappen } from '../target/control.ts';
import { judgeAnswer } from '../target/judge-answer.ts';
import { endOf, HeldBack } from '../target/patience.ts';
import { type Inbox, needsReceiver } from '../target/receiver.ts';
import { type Scrub, startOf } from '../target/scrub.ts';
import { type Answer, NoAnswer } from '../target/send.ts';
import { type BodyCheck, knownIn } from './body-check.ts';
import { isOtherwise, whatIsKnown } from './certainty.ts';
import { takeDeliveries } from './expected-deliveries.ts';
import { type KnownLids, noteLids } from './known-lids.ts';
import { type CaseResult, type Exchange, type Finding, judge, type Verdict } from './result.ts';
import type { Run } from './run.ts';
import { toSent } from './sent.ts';
import { isStageFailure, mustSucceed, PlainHttpRefused, SetupFailed } from './stage-failures.ts';
import { type Made, noteMade, reconnect, silence, tidyUp } from './tidy-up.ts';

/** So many findings of a case that are known in the same way are kept, and so many names. */
const MOST_FINDINGS = 100;

/** A longer path or name of a property is cut, in characters. */
const LONGEST_NAME = 200;

/** Carries out one case and tidies up after it. Whatever the target does is the result of the case; nothing is thrown. */
export async function runCase(run: Run, one: Case, inputs: Values): Promise<CaseResult> {
  const start = performance.now();
  const values: Values = { ...inputs };
  const findings: Finding[] = [];
  const exchanges: Exchange[] = [];
  const undocumented = new Set<string>();
  const made: Made[] = [];
  const lids: KnownLids = new Map();
  let outcome: { verdict: Verdict; reason?: string; ends?: string } | undefined;
  let inbox: Inbox | undefined;
  let wentOn = false;
  try {
    inbox = needsReceiver(one) ? await run.receiver.open() : undefined;
    Object.assign(values, inbox?.values);
    for (const [index, step] of one.steps.entries()) {
      const signing: Signing = { ...one.signing, ...one.world?.rulings };
      const stage: Stage = { run, index, values, lids, exchanges, made, inbox, signing };
      const { own, checked } = await runStep(stage, step);
      for (const name of checked.undocumented)
        if (undocumented.size < MOST_FINDINGS) undocumented.add(run.scrub.text(name, LONGEST_NAME));
      for (const issue of [
        ...checked.issues.map((more) => ({ ...more, provenance: weaker(one.provenance, more.provenance) })),
        ...own.map((more) => ({ ...more, ...whatIsKnown(one, step, more, checked) })),
      ]) {
        const alike = findings.filter(({ provenance }) => provenance === issue.provenance);
        if (alike.length === MOST_FINDINGS) continue;
        findings.push({ ...issue, ...scrubbed(run.scrub, issue), step: index });
      }
      // What comes after a difference would be about another world, but where the call did what it was to do.
      const isDone = isOtherwise(step, checked);
      if (own.length > (isDone ? 1 : 0)) break;
      wentOn ||= isDone;
    }
  } catch (error) {
    if (error instanceof ForeignNumber || error instanceof HeldBack)
      outcome = { verdict: 'skipped', reason: error.message, ...endOf(error) };
    else if (error instanceof PlainHttpRefused)
      outcome = { verdict: 'skipped', reason: run.scrub.text(error.message) };
    else if (error instanceof UnknownPlaceholder) {
      // What a documented answer lacks is a finding by now; what it need not tell leaves nothing to go on with.
      if (findings.length === 0)
        outcome = { verdict: 'skipped', reason: `the target does not tell it: ${error.message}` };
    } else if (isStageFailure(error)) {
      // After another answer than the expected one, that is what is to be told.
      if (!wentOn) outcome = { verdict: 'setup-failed', reason: run.scrub.text(error.message) };
    } else {
      // What was made is to be tidied up and named even then.
      outcome = { verdict: 'setup-failed', reason: run.scrub.text(`the suite itself fails: ${error}`) };
    }
  }
  await reconnect(run, one);
  await silence(run, one, values);
  inbox?.close();
  const leftovers = run.target.disposable ? [] : await tidyUp(run, made);
  return {
    case: one,
    ...(outcome ?? { verdict: judge(findings) }),
    findings,
    exchanges,
    undocumented: [...undocumented],
    leftovers: leftovers.map((one) => run.scrub.text(one)),
    milliseconds: performance.now() - start,
  };
}

/** What the steps of a case have done so far. */
interface Stage {
  readonly run: Run;
  /** Of the step at hand. */
  readonly index: number;
  readonly values: Values;
  /** Whose LIDs the answers so far told. */
  readonly lids: KnownLids;
  readonly exchanges: Exchange[];
  readonly made: Made[];
  readonly inbox: Inbox | undefined;
  /** How deliveries are signed in the world of the case. */
  readonly signing: Signing;
}

async function runStep(stage: Stage, step: Step) {
  const otherwise = await haveHappen(stage.run.target, step, stage.values, stage.run.send);
  if (otherwise.length > 0) return { own: otherwise, checked: { issues: [], undocumented: [] } };
  const deadline = performance.now() + (step.within ?? 0);
  for (;;) {
    const [attempt] = await Promise.all([
      tryStep(stage, step),
      step.beside === undefined ? undefined : tryStep(stage, step.beside),
    ]);
    const isOver = attempt.own.length === 0 || performance.now() >= deadline;
    const goesOn = attempt.own.length === 0 || isOtherwise(step, attempt.checked);
    if (isOver) return goesOn ? withDeliveries(stage, step, attempt) : attempt;
    await sleep(POLL);
  }
}

/** What an attempt came to, together with the deliveries that follow it. */
async function withDeliveries(stage: Stage, step: Step, attempt: Attempt): Promise<Attempt> {
  const { run, inbox, values, lids, signing } = stage;
  if (inbox === undefined || step.receive === undefined) return attempt;
  const { own, checked } = await takeDeliveries(
    inbox,
    step.receive,
    values,
    run.checkDelivery,
    // Nobody promised that a delivery comes once; a world of its own is held to what its control plane promises.
    { signing, lids, timeout: run.timeout, mayRepeat: run.target.world === undefined },
  );
  return { own: [...attempt.own, ...own], checked: join(attempt.checked, checked) };
}

interface Attempt {
  readonly own: readonly Difference[];
  readonly checked: BodyCheck;
}

async function tryStep(stage: Stage, step: Step): Promise<Attempt> {
  const { run, made } = stage;
  const sent = toSent(run, step, stage.values);
  if (sent === undefined) throw new SetupFailed(`the document has no operation ${step.call}`);
  const { operation, values, request } = sent;
  const answer = await exchange(stage, step, request);
  if (answer instanceof NoAnswer) {
    if (step.expect === undefined) throw new SetupFailed(`${step.call}: ${answer.message}`);
    const none: Difference = { path: '', expected: 'an answer', actual: answer.message };
    return { own: [none], checked: { issues: [], undocumented: [] } };
  }
  const otherwise = inCompany(step);
  if (otherwise !== undefined && isRefused(answer) && stage.values.companion !== undefined) {
    let whole: Attempt = { own: [], checked: { issues: [], undocumented: [] } };
    for (const one of otherwise) whole = joined(whole, await tryStep(stage, one));
    return whole;
  }
  const isOther = !isOrdinary(step);
  const checked = run.checkBody(isOther ? undefined : operation, answer.status, answer.body);
  const own =
    step.expect === undefined
      ? mustSucceed(step, sent.body, answer)
      : judgeAnswer(step.expect, answer, values);
  // A refusal has nothing to tell.
  const told = without(new Set(checked.undocumented), answer.body);
  const missing = answer.status < 300 ? capture(step.capture, told, stage.values) : [];
  const isUntold = missing.length > 0 && own.length === 0 && step.otherwise !== undefined;
  const found = isUntold ? await tryStep(stage, step.otherwise) : undefined;
  noteLids(stage.lids, answer.body);
  noteMade(made, step, answer, { ...sent, values: stage.values });
  return {
    own: [...own.map((one) => ({ ...one, ...knownIn(checked, one) })), ...(found?.own ?? [])],
    checked: found === undefined ? checked : join(checked, found.checked),
  };
}

function joined(one: Attempt, other: Attempt): Attempt {
  return { own: [...one.own, ...other.own], checked: join(one.checked, other.checked) };
}

function isRefused({ status }: Answer): boolean {
  return status >= 400 && status < 500;
}

function join(one: BodyCheck, other: BodyCheck): BodyCheck {
  return {
    ...one,
    issues: [...one.issues, ...other.issues],
    undocumented: [...one.undocumented, ...other.undocumented],
  };
}

async function exchange(
  { run, index, exchanges }: Stage,
  step: Step,
  request: Request,
): Promise<Answer | NoAnswer> {
  const as = step.as ?? 'first';
  const covers = isOrdinary(step);
  const note = (status: number | undefined, text: string) => {
    const kept = startOf(text);
    // Written out only when somebody looks: most calls are of cases that are kept.
    exchanges.push({
      step: index,
      operation: step.call,
      as,
      status,
      covers,
      get curl() {
        return run.scrub.shell(toCurl(request));
      },
      get answer() {
        return run.scrub.text(kept);
      },
    });
  };
  try {
    const answer = await run.send(request, [step.expect?.status ?? []].flat());
    note(answer.status, answer.text);
    return answer;
  } catch (error) {
    if (!(error instanceof NoAnswer)) throw error;
    note(undefined, error.message);
    return error;
  }
}

/** Whether a step goes where its operation is; a query does not change that. */
function isOrdinary({ alter }: Step): boolean {
  return alter?.method === undefined && (alter?.suffix === undefined || alter.suffix.startsWith('?'));
}

function scrubbed(scrub: Scrub, { path, expected, actual }: Difference): Difference {
  return {
    path: scrub.text(path, LONGEST_NAME),
    expected: scrub.value(expected),
    actual: scrub.value(actual),
  };
}
