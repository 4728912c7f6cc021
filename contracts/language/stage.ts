import type { Caller, Pattern, Step, Template } from './case.ts';

/** Steps that set the stage, and steps that change a group; they return data. */

/** The first account makes a group and calls it `{{group}}`. It lists itself, so that no other number is needed. */
export function makeGroup(options?: Template, participants: readonly Template[] = ['{{first.jid}}']): Step {
  const body = { name: '{{name}}', participants, ...(options === undefined ? {} : { options }) };
  return { call: 'createGroup', body, capture: { group: 'group.jid' } };
}

/** The first account adds somebody to `{{group}}`. */
export function add(...participants: Template[]): Step {
  return change('add', ...participants);
}

/** The first account changes participants of `{{group}}`. */
export function change(action: 'add' | 'remove' | 'promote' | 'demote', ...participants: Template[]): Step {
  return changeIn('{{group}}', action, ...participants);
}

/** Changes settings of `{{group}}`. */
export function update(body: Template, as: Caller = 'first'): Step {
  return { call: 'updateGroup', as, path: { jid: '{{group}}' }, body };
}

/** The first account reads the invite link of `{{group}}` as `{{link}}`. */
export function readLink(name = 'link', jid: Template = '{{group}}'): Step {
  return { call: 'getGroupInviteLink', path: { jid }, capture: { [name]: 'invite_link' } };
}

/** Somebody joins by `{{link}}`. */
export function join(as: Caller, link: Template = '{{link}}'): Step {
  return { call: 'joinGroup', as, body: { link } };
}

/** Somebody joins `{{group}}` by its link, `{{link}}`. */
export function letIn(as: Caller = 'second'): Step[] {
  return [readLink(), join(as)];
}

/** Where a step takes place when it is not the first account on `{{group}}`. */
export interface Where {
  as?: Caller;
  jid?: Template;
}

/** Somebody changes participants of a group or a community and gets these rows. */
export function changes(
  action: 'add' | 'remove' | 'promote' | 'demote',
  participants: readonly Template[],
  rows: Pattern,
  { as = 'first', jid = '{{group}}' }: Where = {},
): Step {
  const body = { participants, action };
  const expect = { status: 200, body: { success: true, participants: rows } };
  return { call: 'addGroupParticipants', as, path: { jid }, body, expect };
}

/** Somebody leaves a group or a community. */
export function leaves({ as = 'first', jid = '{{group}}' }: Where = {}): Step {
  return { call: 'leaveGroup', as, path: { jid } };
}

/** The first account changes participants of any group or community. */
export function changeIn(
  jid: Template,
  action: 'add' | 'remove' | 'promote' | 'demote',
  ...participants: Template[]
): Step {
  return { call: 'addGroupParticipants', path: { jid }, body: { participants, action } };
}

/** The first account disconnects its device. */
export const disconnect: Step = { call: 'disconnectDevice' };

/** The first account connects its device again. */
export const connect: Step = { call: 'connectDevice', expect: { status: 200, body: { success: true } } };

/** Around cases that disconnect the device: it is connected before and after. */
export const apart = { before: [{ call: 'connectDevice' }], after: [connect] } as const;
