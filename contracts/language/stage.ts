import type { Schema } from '../../spec/index.ts';
import type { BodyOf, Caller, Step, StepOf } from './case.ts';
import type { Rows } from './people.ts';
import type { Undocumented } from './templates.ts';

/** Steps that set the stage, and steps that change a group; they return data. */

/** What is done to participants. */
export type Action = Schema<'Action'>;

/** A change of participants. */
type Change = StepOf<'addGroupParticipants'>;

/** The first account makes a group and calls it `{{group}}`. It lists itself, so that no other number is needed. */
export function makeGroup(
  options?: BodyOf<'createGroup'>['options'],
  participants: readonly string[] = ['{{first.jid}}'],
): StepOf<'createGroup'> {
  const body = { name: '{{name}}', participants, ...(options === undefined ? {} : { options }) };
  return { call: 'createGroup', body, capture: { group: 'group.jid' } };
}

/** The first account adds somebody to `{{group}}`. */
export function add(...participants: string[]): Change {
  return change('add', ...participants);
}

/** The first account changes participants of `{{group}}`. */
export function change(action: Action, ...participants: string[]): Change {
  return changeIn('{{group}}', action, ...participants);
}

/** Changes settings of `{{group}}`. */
export function update(
  body: BodyOf<'updateGroup'> | Undocumented,
  as: Caller = 'first',
): StepOf<'updateGroup'> {
  return { call: 'updateGroup', as, path: { jid: '{{group}}' }, body };
}

/** The first account reads the invite link of `{{group}}` as `{{link}}`. */
export function readLink(name = 'link', jid = '{{group}}'): StepOf<'getGroupInviteLink'> {
  return { call: 'getGroupInviteLink', path: { jid }, capture: { [name]: 'invite_link' } };
}

/** Somebody joins by `{{link}}`. */
export function join(as: Caller, link = '{{link}}'): StepOf<'joinGroup'> {
  return { call: 'joinGroup', as, body: { link } };
}

/** Somebody joins `{{group}}` by its link, `{{link}}`. */
export function letIn(as: Caller = 'second'): Step[] {
  return [readLink(), join(as)];
}

/** Where a step takes place when it is not the first account on `{{group}}`. */
export interface Where {
  as?: Caller;
  jid?: string;
}

/** Somebody changes participants of a group or a community and gets these rows. */
export function changes(
  action: Action,
  participants: readonly string[],
  rows: Rows,
  { as = 'first', jid = '{{group}}' }: Where = {},
): Change {
  return {
    call: 'addGroupParticipants',
    as,
    path: { jid },
    body: { participants, action },
    expect: { status: 200, body: { success: true, participants: rows } },
  };
}

/** Somebody leaves a group or a community. */
export function leaves({ as = 'first', jid = '{{group}}' }: Where = {}): StepOf<'leaveGroup'> {
  return { call: 'leaveGroup', as, path: { jid } };
}

/** The first account changes participants of any group or community. */
export function changeIn(jid: string, action: Action, ...participants: string[]): Change {
  return { call: 'addGroupParticipants', path: { jid }, body: { participants, action } };
}

/** The first account changes participants of `{{group}}` by the operation that removes unless told otherwise. */
export function removes(participants: readonly string[], action?: Action): StepOf<'removeGroupParticipants'> {
  const body = { participants, ...(action === undefined ? {} : { action }) };
  return { call: 'removeGroupParticipants', path: { jid: '{{group}}' }, body };
}

/** The first account sets the timer of `{{group}}`, in seconds. */
export function setTimer(
  seconds: BodyOf<'setGroupEphemeral'>['duration_seconds'],
): StepOf<'setGroupEphemeral'> {
  return { call: 'setGroupEphemeral', path: { jid: '{{group}}' }, body: { duration_seconds: seconds } };
}

/** The second account joins `{{group}}` by a private invite, `{{code}}`, or by what is otherwise of one. */
export function joinPrivately(changed: BodyOf<'joinGroup'> = {}): StepOf<'joinGroup'> {
  const code: BodyOf<'joinGroup'> = 'invite_code' in changed ? {} : { code: '{{code}}' };
  const body = { ...code, group_jid: '{{group}}', inviter_jid: '{{first.jid}}', ...changed };
  return { call: 'joinGroup', as: 'second', body };
}

/** The first account disconnects its device. */
export const disconnect: StepOf<'disconnectDevice'> = { call: 'disconnectDevice' };

/** The first account connects its device again. */
export const connect: StepOf<'connectDevice'> = {
  call: 'connectDevice',
  expect: { status: 200, body: { success: true } },
};

/** The device of the first account is connected: nobody wrote down how soon that is so after connecting it. */
export const connected: StepOf<'getStatus'> = {
  call: 'getStatus',
  expect: { status: 200, body: { data: { connected: true } } },
  within: 5000,
};

/** After cases that leave the device disconnected. */
export const apart = { after: [connect] } as const;
