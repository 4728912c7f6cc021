import { capture } from '../language/capture.ts';
import type { Step } from '../language/case.ts';
import { inCompany } from '../language/company.ts';
import { at, type Values } from '../language/templates.ts';
import type { Run } from '../runner/run.ts';
import { type Sent, toSent } from '../runner/sent.ts';
import { type Made, noteMade } from '../runner/tidy-up.ts';
import { isChange } from '../target/client.ts';
import { type Answer, NoAnswer } from '../target/send.ts';
import { showCall } from './evidence.ts';

/** A target that is being asked, and what is known of it so far. */
export interface Asking {
  /** Its operations are those of the document, until others are found. */
  readonly run: Run & {
    readonly operations: Map<string, Run['operations'] extends ReadonlyMap<string, infer One> ? One : never>;
  };
  readonly values: Values;
  readonly made: Made[];
  /** Is told of every answer that can be read. */
  readonly onAnswer: (sent: Sent, answer: Answer) => void;
}

/** A call and its answer. */
export interface Exchanged {
  readonly sent: Sent;
  readonly answer: Answer;
}

/** A question cannot be asked; the message says why, to stand behind "because". */
export class NotAsked extends Error {
  override name = 'NotAsked';
  /** The status of an answer that is no JSON: it may say still that something is not there. */
  readonly refused: Exchanged | undefined;
  constructor(message: string, refused?: Exchanged) {
    super(message);
    this.refused = refused;
  }
}

/** What came is no observation: the same may be answered otherwise a moment later. */
class Flaky extends NotAsked {
  override name = 'Flaky';
}

/** Sends a step and captures what its answer tells. Throws `NotAsked` when there is no answer that says anything, and `HeldBack`. */
export async function ask(asking: Asking, step: Step, foreseen: readonly number[] = []): Promise<Exchanged> {
  const { run, values, made } = asking;
  const sent = toSent(run, step, values);
  if (sent === undefined) throw new NotAsked(`it was not found how ${step.call} is called`);
  const { request } = sent;
  const isFlaky = ({ status }: Answer) => status >= 500 && !foreseen.includes(status);
  const first = await sendOnce(run, sent);
  // What only reads is asked once more.
  const answer = isFlaky(first) && !isChange(request) ? await sendOnce(run, sent) : first;
  const said = `${showCall(sent)} answers ${answer.status}`;
  if (isFlaky(answer)) {
    if (MAKING.has(step.call)) made.push(lostIn(sent, step));
    throw new Flaky(`${said}, which is no observation`);
  }
  if (answer.status === 401 && step.as !== 'stranger')
    throw new NotAsked(`${said}: the token is not known any more`);
  if (typeof answer.body !== 'object' || answer.body === null)
    throw new NotAsked(`${said} without JSON`, { sent, answer });
  asking.onAnswer(sent, answer);
  const missing = answer.status < 300 ? capture(step.capture, answer.body, values) : [];
  if (missing.length > 0 && step.otherwise !== undefined) await ask(asking, step.otherwise);
  for (const name of Object.keys(step.capture ?? {}))
    if (typeof values[name] === 'string') values[`${name}.length`] = values[name].length;
  noteMade(made, step, answer, { ...sent, values });
  return { sent, answer };
}

async function sendOnce(run: Run, sent: Sent): Promise<Answer> {
  try {
    return await run.send(sent.request);
  } catch (error) {
    if (!(error instanceof NoAnswer)) throw error;
    throw new Flaky(`${showCall(sent)} gave no answer`);
  }
}

const MAKING: ReadonlySet<string> = new Set(['createGroup', 'createCommunity']);

/** What may have been made though nothing tells so. */
function lostIn({ body }: Sent, { call, as = 'first' }: Step): Made {
  const kind = call === 'createGroup' ? 'group' : 'community';
  return { jid: undefined, name: String(at(body, 'name')), kind, callers: new Set([as]) };
}

/** Sends a step that sets the stage; a group that is refused to its creator alone is made in company. Throws `NotAsked` when it does not succeed. */
export async function perform(asking: Asking, step: Step): Promise<Exchanged> {
  const { sent, answer } = await ask(asking, step).catch((error: unknown) => {
    if (error instanceof Flaky) return ask(asking, step);
    throw error;
  });
  if (answer.status < 300) return { sent, answer };
  const company = asking.values.companion === undefined ? undefined : inCompany(step);
  if (company !== undefined) {
    for (const one of company) await perform(asking, one);
    return { sent, answer };
  }
  throw new NotAsked(`${showCall(sent)} answers ${answer.status}`);
}
