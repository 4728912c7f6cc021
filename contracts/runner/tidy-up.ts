import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Caller, Case, Step } from '../language/case.ts';
import { at, type Values } from '../language/templates.ts';
import { POLL } from '../target/changes.ts';
import { toRequest } from '../target/client.ts';
import { HeldBack } from '../target/patience.ts';
import { needsReceiver } from '../target/receiver.ts';
import { type Answer, NoAnswer } from '../target/send.ts';
import type { Run } from './run.ts';

/** How long a device may take to be connected again, in milliseconds. */
const LONGEST_CONNECTING = 5000;

/** A group or a community that a case made, and the accounts that may be in it. */
export interface Made {
  /** undefined where nothing tells it. */
  readonly jid: string | undefined;
  readonly name: string;
  readonly kind: 'group' | 'community';
  readonly callers: Set<Caller>;
}

/** What was sent, and what is known after the answer. */
interface Sent {
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly body: unknown;
  readonly values: Values;
}

/** Remembers what a call made, and who came into it. */
export function noteMade(made: Made[], step: Step, answer: Answer, { parameters, body, values }: Sent): void {
  if (answer.status >= 300) return;
  const caller = step.as ?? 'first';
  if (step.call === 'createGroup' || step.call === 'createCommunity') {
    const told = at(answer.body, step.call === 'createGroup' ? 'group.jid' : 'community.jid');
    const [captured = ''] = Object.keys(step.capture ?? {});
    const jid = told ?? values[captured];
    const isCommunity =
      step.call === 'createCommunity' ||
      at(answer.body, 'group.is_community') === true ||
      at(body, 'options.community') === true;
    made.push({
      jid: typeof jid === 'string' ? jid : undefined,
      name: String(at(body, 'name')),
      kind: isCommunity ? 'community' : 'group',
      callers: new Set([caller]),
    });
    return;
  }
  const jid = step.call === 'joinGroup' ? at(answer.body, 'group_jid') : parameters.jid;
  made.find((one) => one.jid === jid)?.callers.add(caller);
}

/** Connects the devices again that a case may have left disconnected, and waits until they are connected. A world of its own ends anyway. */
export async function reconnect(run: Run, { steps }: Case): Promise<void> {
  if (run.target.world !== undefined) return;
  const callers = steps.flatMap(({ call, as = 'first' }) => (call === 'disconnectDevice' ? [as] : []));
  for (const as of new Set(callers)) {
    await call(run, 'connectDevice', as);
    const deadline = performance.now() + LONGEST_CONNECTING;
    while (!(await isConnected(run, as)) && performance.now() < deadline) await sleep(POLL);
  }
}

async function isConnected(run: Run, as: Caller): Promise<boolean> {
  const answer = await call(run, 'getStatus', as);
  return answer instanceof NoAnswer || at(answer.body, 'data.connected') !== false;
}

/** Disables the webhooks that a case set to a receiver which is gone after it. A world of its own ends anyway. */
export async function silence(run: Run, one: Case, values: Values): Promise<void> {
  if (!needsReceiver(one) || run.target.world !== undefined) return;
  const callers = one.steps.flatMap(({ call, as = 'first' }) => (call === 'setWebhook' ? [as] : []));
  for (const as of new Set(callers)) {
    const url = values[`${as}.receiver`];
    const webhook = { webhook_url: url, enabled_events: ['group.info'], enabled: false };
    if (url !== undefined) await call(run, 'setWebhook', as, '', webhook);
  }
}

/** Removes everybody from what a case made, and leaves it. Returns what could not be tidied up, as sentences. */
export async function tidyUp(run: Run, made: readonly Made[]): Promise<string[]> {
  const left: string[] = [];
  // Groups before communities: the creator of a community is an admin of its groups to the last.
  for (const one of [...made].sort(
    (a, b) => Number(a.kind === 'community') - Number(b.kind === 'community'),
  )) {
    const { jid, kind, name } = one;
    const problem = jid === undefined ? 'no answer tells its JID' : await leave(run, { ...one, jid });
    if (problem !== undefined) left.push(`The ${kind} ${jid ?? `"${name}"`} is left behind: ${problem}.`);
  }
  return left;
}

async function leave(run: Run, { jid, kind, callers }: Made & { jid: string }): Promise<string | undefined> {
  let problem: string | undefined;
  for (const as of ['second', 'third', 'first'] as const) {
    if (!callers.has(as)) continue;
    if (as === 'first') await emptyOut(run, jid, kind);
    const answer = await call(run, 'leaveGroup', as, jid);
    const isOut =
      answer instanceof NoAnswer
        ? false
        : answer.status < 300 || answer.status === 403 || answer.status === 404;
    if (!isOut) problem = answer instanceof NoAnswer ? answer.message : `leaving it answers ${answer.status}`;
  }
  return problem;
}

/** Nobody shall stay in a group that was made for a test. */
async function emptyOut(run: Run, jid: string, kind: Made['kind']): Promise<void> {
  const answer = await call(run, 'getGroup', 'first', jid);
  const rows = answer instanceof NoAnswer ? undefined : at(answer.body, 'group.participants');
  const others = (Array.isArray(rows) ? rows : [])
    .filter((row) => at(row, 'is_super_admin') === false)
    .map((row) => at(row, 'jid'));
  if (others.length === 0) return;
  const operation = kind === 'community' ? 'removeCommunityParticipants' : 'removeGroupParticipants';
  await call(run, operation, 'first', jid, { participants: others });
}

async function call(run: Run, id: string, as: Caller, jid = '', body?: unknown): Promise<Answer | NoAnswer> {
  const operation = run.operations.get(id);
  if (operation === undefined) return new NoAnswer(`the document has no operation ${id}`);
  try {
    return await run.send(toRequest(run.target, operation, as, { jid }, body));
  } catch (error) {
    if (error instanceof NoAnswer) return error;
    if (error instanceof HeldBack) return new NoAnswer(error.message);
    throw error;
  }
}
