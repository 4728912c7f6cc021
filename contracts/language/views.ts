import type { Caller, Expectation, Pattern, Step } from './case.ts';
import type { Where } from './stage.ts';

/** What accounts see of groups; the steps return data. */

/** The status of a call that succeeds: 201 where something is made. */
export function successOf({ call }: Step): number {
  return call.startsWith('create') ? 201 : 200;
}

/** A step that succeeds with this answer. */
export function answers(step: Step, body: Pattern): Step {
  return { ...step, expect: { status: successOf(step), body } };
}

/** Reads `{{group}}`; what it answers is remembered whole, as `{{before}}`. */
export function remember(): Step {
  return { call: 'getGroup', path: { jid: '{{group}}' }, capture: { before: 'group' } };
}

/** `{{group}}` is what it was when it was remembered. */
export function isAsBefore(): Step {
  return reads('{{before}}');
}

/** Somebody reads a group or a community; the answer is this, with status 200 unless told otherwise. */
export function read(expect: Partial<Expectation>, { as = 'first', jid = '{{group}}' }: Where = {}): Step {
  return { call: 'getGroup', as, path: { jid }, expect: { status: 200, ...expect } };
}

/** Somebody lists their groups, and they are like this. */
export function list(groups: Pattern, as: Caller = 'first'): Step {
  return { call: 'listGroups', as, expect: { status: 200, body: { groups } } };
}

/** Somebody reads a group or a community, and it is like this. */
export function reads(group: Pattern, where: Where = {}): Step {
  return read({ body: { group } }, where);
}

/** Somebody finds a group in their list. */
export function lists({ as = 'first', jid = '{{group}}' }: Where = {}): Step {
  return list({ $contains: { jid } }, as);
}

/** Somebody does not find a group in their list. */
export function doesNotList({ as = 'first', jid = '{{group}}' }: Where = {}): Step {
  return list({ $lacks: { jid } }, as);
}

/** Somebody takes part in a group or a community. */
export function isIn(where: Where = {}): Step[] {
  return [reads({}, where), lists(where)];
}

/** Somebody is refused to read a group or a community: they do not take part in it. */
export function isRefused(where: Where = {}): Step {
  return read({ status: 403 }, where);
}

/** Somebody does not take part in a group or a community, nor find it in their list. */
export function isOutside(where: Where = {}): Step[] {
  return [isRefused(where), doesNotList(where)];
}
