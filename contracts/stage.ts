import type { Caller, Step, Template } from './case.ts';

/** Steps that set the stage; they return data, and a case puts them first. */

/** The first account makes a group and calls it `{{group}}`. It lists itself, so that no other number is needed. */
export function makeGroup(options?: Template, participants: readonly Template[] = ['{{first.jid}}']): Step {
  const body = { name: '{{name}}', participants, ...(options === undefined ? {} : { options }) };
  return { call: 'createGroup', body, capture: { group: 'group.jid' } };
}

/** The first account makes a community and calls it `{{community}}`. */
export function makeCommunity(participants: readonly Template[] = []): Step {
  return {
    call: 'createCommunity',
    body: { name: '{{other-name}}', participants },
    capture: { community: 'community.jid' },
  };
}

/** The first account adds somebody to `{{group}}`. */
export function add(...participants: Template[]): Step {
  return change('add', ...participants);
}

/** The first account changes participants of `{{group}}`. */
export function change(action: 'add' | 'remove' | 'promote' | 'demote', ...participants: Template[]): Step {
  return { call: 'addGroupParticipants', path: { jid: '{{group}}' }, body: { participants, action } };
}

/** Changes settings of `{{group}}`. */
export function update(body: Template, as: Caller = 'first'): Step {
  return { call: 'updateGroup', as, path: { jid: '{{group}}' }, body };
}

/** The first account reads the invite link of `{{group}}` as `{{link}}`. */
export function readLink(name = 'link'): Step {
  return { call: 'getGroupInviteLink', path: { jid: '{{group}}' }, capture: { [name]: 'invite_link' } };
}

/** Somebody joins by `{{link}}`. */
export function join(as: Caller, link: Template = '{{link}}'): Step {
  return { call: 'joinGroup', as, body: { link } };
}

/** The first account links `{{group}}` to `{{community}}`. */
export function link(): Step {
  return { call: 'linkGroup', path: { jid: '{{community}}' }, body: { group_jid: '{{group}}' } };
}
