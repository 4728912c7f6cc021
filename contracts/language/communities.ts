import { CHILD_GROUP } from './arguments.ts';
import type { Caller, StepOf } from './case.ts';
import { makeGroup } from './stage.ts';

/** Steps about communities and their groups; they return data. */

/** The first account makes a community and calls it `{{community}}`. */
export function makeCommunity(participants: readonly string[] = []): StepOf<'createCommunity'> {
  return makeNamedCommunity('community', '{{other-name}}', { participants });
}

/**
 * Somebody makes a community of a name, whose JID is captured. The answer need not tell it: then it is the group of
 * that name in the list that is not the announcement group.
 */
export function makeNamedCommunity(
  jid: string,
  name: string,
  { as = 'first', participants = [] }: { as?: Caller; participants?: readonly string[] } = {},
): StepOf<'createCommunity'> {
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

/** The first account links `{{group}}`, or another, to `{{community}}`, or to another. */
export function link(child = '{{group}}', jid = '{{community}}'): StepOf<'linkGroup'> {
  return { call: 'linkGroup', path: { jid }, body: { [CHILD_GROUP]: child } };
}

/**
 * Finds the announcement group of `{{community}}` in the list of the first account, and calls it `{{announcement}}`. It
 * is the announce-only group of the same name, so that no undocumented field is needed.
 */
export function findAnnouncementGroup(name = '{{other-name}}'): StepOf<'listGroups'> {
  return {
    call: 'listGroups',
    expect: { status: 200, body: { groups: { $contains: { name, is_announce: true } } } },
    capture: { announcement: `groups[name=${name},is_announce=true].jid` },
  };
}

/** The first account makes another community and calls it `{{other}}`. */
export function makeOtherCommunity(): StepOf<'createCommunity'> {
  return makeNamedCommunity('other', '{{third-name}}');
}

/** The first account makes a group inside `{{community}}` and calls it `{{group}}`. */
export function makeGroupInside(participants: readonly string[] = ['{{first.jid}}']): StepOf<'createGroup'> {
  return makeGroup({ parent_jid: '{{community}}' }, participants);
}

/** The first account adds people to `{{community}}`. */
export function addToCommunity(...participants: string[]): StepOf<'addCommunityParticipants'> {
  return { call: 'addCommunityParticipants', path: { jid: '{{community}}' }, body: { participants } };
}

/** The first account removes people from `{{community}}`. */
export function removeFromCommunity(...participants: string[]): StepOf<'removeCommunityParticipants'> {
  return { call: 'removeCommunityParticipants', path: { jid: '{{community}}' }, body: { participants } };
}

/** Somebody unlinks `{{group}}`, or another, from `{{community}}`. */
export function unlink(as: Caller = 'first', child = '{{group}}'): StepOf<'unlinkGroup'> {
  return { call: 'unlinkGroup', as, path: { jid: '{{community}}' }, body: { [CHILD_GROUP]: child } };
}
