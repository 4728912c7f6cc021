import type { Caller, Expectation, Pattern, Step, Template } from './case.ts';

/** Steps that set the stage; they return data, and a case puts them first. */

/** The first account makes a group and calls it `{{group}}`. It lists itself, so that no other number is needed. */
export function makeGroup(options?: Template, participants: readonly Template[] = ['{{first.jid}}']): Step {
  const body = { name: '{{name}}', participants, ...(options === undefined ? {} : { options }) };
  return { call: 'createGroup', body, capture: { group: 'group.jid' } };
}

/** The first account makes a community and calls it `{{community}}`. */
export function makeCommunity(participants: readonly Template[] = []): Step {
  return makeNamedCommunity('community', '{{other-name}}', { participants });
}

/**
 * Somebody makes a community of a name, whose JID is captured. The answer need not tell it: then it is the group of
 * that name in the list that is not the announcement group.
 */
export function makeNamedCommunity(
  jid: string,
  name: string,
  { as = 'first', participants = [] }: { as?: Caller; participants?: readonly Template[] } = {},
): Step {
  return {
    call: 'createCommunity',
    as,
    body: { name, participants },
    capture: { [jid]: 'community.jid' },
    otherwise: {
      call: 'listGroups',
      as,
      capture: { [jid]: `groups[name=${name},is_announce=false].jid` },
    },
  };
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

/** The field that says which group is linked: nobody knows its name, so it is the one that the document gives it. */
export const CHILD_GROUP = '{{field child_group}}';

/** The first account links `{{group}}`, or another, to `{{community}}`, or to another. */
export function link(child: Template = '{{group}}', jid: Template = '{{community}}'): Step {
  return { call: 'linkGroup', path: { jid }, body: { [CHILD_GROUP]: child } };
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

/**
 * Finds the announcement group of `{{community}}` in the list of the first account, and calls it `{{announcement}}`. It
 * is the announce-only group of the same name, so that no undocumented field is needed.
 */
export function findAnnouncementGroup(name: Template = '{{other-name}}'): Step {
  return {
    call: 'listGroups',
    expect: { status: 200, body: { groups: { $contains: { name, is_announce: true } } } },
    capture: { announcement: `groups[name=${name},is_announce=true].jid` },
  };
}

/** The first account makes another community and calls it `{{other}}`. */
export function makeOtherCommunity(): Step {
  return makeNamedCommunity('other', '{{name}} other');
}

/** The first account makes a group inside `{{community}}` and calls it `{{group}}`. */
export function makeGroupInside(participants: readonly Template[] = ['{{first.jid}}']): Step {
  return makeGroup({ parent_jid: '{{community}}' }, participants);
}

/** The first account adds people to `{{community}}`. */
export function addToCommunity(...participants: Template[]): Step {
  return { call: 'addCommunityParticipants', path: { jid: '{{community}}' }, body: { participants } };
}

/** The first account removes people from `{{community}}`. */
export function removeFromCommunity(...participants: Template[]): Step {
  return { call: 'removeCommunityParticipants', path: { jid: '{{community}}' }, body: { participants } };
}

/** Somebody unlinks `{{group}}`, or another, from `{{community}}`. */
export function unlink(as: Caller = 'first', child: Template = '{{group}}'): Step {
  return { call: 'unlinkGroup', as, path: { jid: '{{community}}' }, body: { [CHILD_GROUP]: child } };
}
