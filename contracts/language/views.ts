import type { OperationId, Schema, Success } from '../../spec/index.ts';
import type { Caller, Expectation, Step, StepOf } from './case.ts';
import type { Pattern } from './patterns.ts';
import type { Where } from './stage.ts';

/** What accounts see of groups; the steps return data. */

/** A group as it is read. */
export type GroupPattern = Pattern<Schema<'GroupWithParticipants'>>;

/** The status of a call that succeeds: 201 where something is made. */
export function successOf({ call }: Pick<Step, 'call'>): 200 | 201 {
  return call.startsWith('create') ? 201 : 200;
}

/** A step that succeeds with this answer. */
export function answers<Id extends OperationId>(
  step: StepOf<Id>,
  body: Pattern<Success<Id>['body']>,
): StepOf<Id> {
  return { ...step, expect: { status: successOf(step), body } as Expectation<Id> };
}

/** Reads `{{group}}`; what it answers is remembered whole, as `{{before}}`. */
export function remember(): StepOf<'getGroup'> {
  return { call: 'getGroup', path: { jid: '{{group}}' }, capture: { before: 'group' } };
}

/** `{{group}}` is what it was when it was remembered. */
export function isAsBefore(): StepOf<'getGroup'> {
  return reads('{{before}}');
}

/** Somebody reads a group or a community; the answer is this. */
export function read(
  expect: Expectation<'getGroup'>,
  { as = 'first', jid = '{{group}}' }: Where = {},
): StepOf<'getGroup'> {
  return { call: 'getGroup', as, path: { jid }, expect };
}

/** Somebody lists their groups, and they are like this. */
export function list(groups: Pattern<Schema<'Group'>[]>, as: Caller = 'first'): StepOf<'listGroups'> {
  return { call: 'listGroups', as, expect: { status: 200, body: { groups } } };
}

/** Somebody reads a group or a community, and it is like this. */
export function reads(group: GroupPattern, where: Where = {}): StepOf<'getGroup'> {
  return read({ status: 200, body: { group } }, where);
}

/** Somebody finds a group in their list. */
export function lists({ as = 'first', jid = '{{group}}' }: Where = {}): StepOf<'listGroups'> {
  return list({ $contains: { jid } }, as);
}

/** Somebody does not find a group in their list. */
export function doesNotList({ as = 'first', jid = '{{group}}' }: Where = {}): StepOf<'listGroups'> {
  return list({ $lacks: { jid } }, as);
}

/** Somebody takes part in a group or a community. */
export function isIn({ jid = '{{group}}', ...where }: Where = {}): Step[] {
  return [reads({ jid }, { ...where, jid }), lists({ ...where, jid })];
}

/** Somebody is refused to read a group or a community: they do not take part in it. */
export function isRefused(where: Where = {}): StepOf<'getGroup'> {
  return read({ status: 403 }, where);
}

/** Somebody does not take part in a group or a community, nor find it in their list. */
export function isOutside(where: Where = {}): Step[] {
  return [isRefused(where), doesNotList(where)];
}
