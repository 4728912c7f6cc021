import type { Case, Step, Witnessed } from '../language/case.ts';
import type { Need } from '../language/needs.ts';
import type { Difference } from '../language/patterns.ts';
import { at, fill, type Values } from '../language/templates.ts';
import type { Request } from './client.ts';
import { judgeAnswer } from './judge-answer.ts';
import { type Answer, NoAnswer, type Send } from './send.ts';
import type { Target } from './target.ts';

/** A world that was made for one case: a target whose accounts are its own, and what is known of them. */
export interface OwnWorld {
  readonly target: Target;
  readonly values: Values;
  /** Ends it. */
  end(): Promise<void>;
}

/** The control plane did not do what a case needs; the message says what it answered. */
export class ControlFailed extends Error {
  override name = 'ControlFailed';
}

/** The needs that a control plane meets, by a world of its own for each case. */
export const OF_A_WORLD: readonly Need[] = ['people', 'clock', 'faults', 'rulings'];

const ACCOUNTS = ['first', 'second', 'third'] as const;

/**
 * Whether a case runs in a world of its own, which a control plane makes. One that receives webhooks does wherever that
 * is possible: what other cases left to be delivered would come in between.
 */
export function needsWorld({ control }: Target, one: Case): boolean {
  return isOfOwnWorld(one) || (control !== undefined && one.needs?.includes('receiver') === true);
}

/** Whether a case has to find a world as it is made, which only a control plane gives. */
export function isOfOwnWorld({ needs = [] }: Case): boolean {
  return needs.some((need) => OF_A_WORLD.includes(need));
}

/** Has the control plane of a target make a world for a case. Throws `ControlFailed`. */
export async function makeWorld(target: Target, { world = {} }: Case, send: Send): Promise<OwnWorld> {
  const { body } = await tell(target, 'POST', '/worlds', { accounts: ACCOUNTS.length, ...world }, send);
  const name = String(at(body, 'world'));
  const values: Values = {};
  const tokens: Record<string, string> = {};
  for (const [index, account] of ACCOUNTS.entries()) {
    tokens[account] = String(at(body, `accounts[${index}].token`));
    values[`${account}.phone`] = at(body, `accounts[${index}].phone`);
    values[`${account}.jid`] = at(body, `accounts[${index}].jid`);
  }
  return {
    target: { ...target, tokens: { first: '', ...tokens }, world: name },
    values,
    end: async () => void (await tell(target, 'DELETE', `/worlds/${name}`, undefined, send)),
  };
}

/**
 * Has happen what a step wants before its call; returns where the control plane says something else to it than is
 * expected. The first difference ends it. Throws `ControlFailed` where nothing is expected and it cannot happen.
 */
export async function haveHappen(
  target: Target,
  { meanwhile = [] }: Step,
  values: Values,
  send: Send,
): Promise<readonly Difference[]> {
  for (const [index, one] of meanwhile.entries()) {
    const { what, expect } = 'what' in one ? (one as Witnessed) : { what: one, expect: undefined };
    const { method, path, body } = toControlCall(fill(what, values) as Witnessed['what']);
    const inWorld = `/worlds/${target.world}${path}`;
    if (expect === undefined) await tell(target, method, inWorld, body, send);
    else {
      const answer = await ask(target, method, inWorld, body, send);
      const differences = judgeAnswer(expect, answer, values, `meanwhile[${index}]`);
      if (differences.length > 0) return differences;
    }
  }
  return [];
}

/** How many changes a case asks of a control plane: its world begins, goes on and ends. */
export function countControlChanges(target: Target, one: Case): number {
  if (!needsWorld(target, one)) return 0;
  const happenings = one.steps.flatMap(({ meanwhile = [] }) => meanwhile);
  return 2 + happenings.filter((each) => !('look' in ('what' in each ? Object(each.what) : each))).length;
}

/** How each kind of happening is told to the control plane. */
function toControlCall(one: Witnessed['what']): { method: string; path: string; body?: unknown } {
  if ('advance' in one) return { method: 'PATCH', path: '/clock', body: { advance_seconds: one.advance } };
  if ('clock' in one) return { method: 'PATCH', path: '/clock', body: one.clock };
  if ('fault' in one) return { method: 'POST', path: '/faults', body: one.fault };
  if ('device' in one) return { method: 'PATCH', path: `/accounts/${one.of}`, body: { device: one.device } };
  if ('person' in one) return { method: 'PATCH', path: `/people/${one.person}`, body: one.is };
  if ('groupJid' in one) return { method: 'PATCH', path: `/groups/${one.groupJid}`, body: one.is };
  if ('look' in one) return { method: 'GET', path: String(one.look) };
  const { act, ...body } = one;
  return { method: 'POST', path: `/people/${act}/act`, body };
}

/** Has the control plane do something. Throws `ControlFailed` when it does not. */
async function tell(
  target: Target,
  method: string,
  path: string,
  body: unknown,
  send: Send,
): Promise<Answer> {
  const answer = await ask(target, method, path, body, send);
  if (answer.status < 300) return answer;
  throw new ControlFailed(
    `${method} ${path} of the control plane answers ${answer.status} ${answer.text.slice(0, 300)}`,
  );
}

async function ask(
  { control }: Target,
  method: string,
  path: string,
  body: unknown,
  send: Send,
): Promise<Answer> {
  if (control === undefined) throw new ControlFailed('the target has no control plane');
  const headers: Record<string, string> = {};
  if (control.token !== undefined) headers['X-Control-Token'] = control.token;
  if (body !== undefined) headers['Content-Type'] = 'application/json';
  const url = control.url.replace(/\/$/, '') + path;
  const request: Request = {
    method,
    url,
    headers,
    body: body === undefined ? undefined : JSON.stringify(body),
  };
  try {
    return await send(request);
  } catch (error) {
    if (!(error instanceof NoAnswer)) throw error;
    throw new ControlFailed(`${method} ${path} of the control plane: ${error.message}`);
  }
}
