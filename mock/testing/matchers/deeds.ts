import type { MockWorld } from '../kit/world.ts';

/** Something that was done to somebody through the API, or was tried. */
export interface Deed {
  readonly action: 'add' | 'remove' | 'promote' | 'demote';
  /** Who did it: the number of the account. */
  readonly by: string | null;
  /** Its JID; empty for one that was not made. */
  readonly group: string;
  /** Why it was not carried out, such as `row 403`; undefined when it was. */
  readonly failure: string | undefined;
}

interface Row {
  jid?: string;
  phone_number?: string;
  lid?: string;
  error?: number;
}

const DEFAULT_ACTION: Record<string, Deed['action']> = {
  createGroup: 'add',
  createCommunity: 'add',
  addGroupParticipants: 'add',
  removeGroupParticipants: 'remove',
  addCommunityParticipants: 'add',
  removeCommunityParticipants: 'remove',
};

/** What of an answer tells what was done to whom; what is made tells it in itself. */
interface Told {
  jid?: string;
  participants?: Row[];
}
type Reply = Told & { group?: Told; community?: Told };

const DONE: Record<Deed['action'], string> = {
  add: 'added',
  remove: 'removed',
  promote: 'promoted',
  demote: 'demoted',
};

/** What was done to a person through the API, in the order of the calls that the journal still holds. */
export function deedsTo(world: MockWorld, phone: string): Deed[] {
  const person = findPerson(world, phone);
  const ids = [`${person?.phone ?? phone}@s.whatsapp.net`, person?.lid];
  return world.journal
    .calls({ phone, limit: 1000 })
    .flatMap(({ operation, request, reply, path, phone: by, status, rule }) => {
      const usual = DEFAULT_ACTION[operation ?? ''];
      if (usual === undefined) return [];
      const action = (request.body as { action?: Deed['action'] } | null)?.action ?? usual;
      const answer = (reply.body ?? {}) as Reply;
      const { jid, participants = [] } = answer.group ?? answer.community ?? answer;
      const group = jid ?? decodeURIComponent(/\/(?:groups|communities)\/([^/]+)/.exec(path)?.[1] ?? '');
      const deed = { action, by, group };
      if (status === 0) return { ...deed, failure: 'no answer came' };
      if (status >= 300)
        return by === phone ? [] : { ...deed, failure: `answered ${status} ${rule ?? ''}`.trim() };
      return participants
        .filter((row) => [row.jid, row.phone_number, row.lid].some((id) => id != null && ids.includes(id)))
        .map(({ error }) => ({ ...deed, failure: error === undefined ? undefined : `row ${error}` }));
    });
}

/** Who has a number, in whatever spelling; undefined for a stranger. */
export function findPerson(world: MockWorld, number: string) {
  return world.people().find(({ phone, aliases }) => phone === number || aliases.includes(number));
}

/** What was done to a person, in a sentence. */
export function tellDeeds(phone: string, deeds: readonly Deed[]): string {
  if (deeds.length === 0) return `Nothing was done to ${phone} through the API.`;
  const told = deeds.map(({ action, by, group, failure }) => {
    const deed = `${DONE[action]} by ${by} in ${group || 'a group that was not made'}`;
    return failure === undefined ? deed : `not ${deed} (${failure})`;
  });
  return `${phone} was ${told.join(', then ')}.`;
}
