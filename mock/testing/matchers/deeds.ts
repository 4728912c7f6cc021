import type { ControlSchema } from '../../../spec/index.ts';
import type { MockWorld, WorldEvent } from '../kit/world.ts';
import type { Named } from './named.ts';

type JournalCall = ControlSchema<'JournalCall'>;

/** Something that was done to somebody through the API, or was tried. */
export interface Deed {
  /** The sequence of the call: one that promotes in a community does so in its announcement group as well. */
  readonly call: number;
  readonly action: 'add' | 'remove' | 'promote' | 'demote';
  /** Who did it: a number, or null where WhatsApp did. */
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

/** What a call does to whom it names, unless its body says otherwise. */
const USUAL: Readonly<Record<string, Deed['action']>> = {
  createGroup: 'add',
  createCommunity: 'add',
  addGroupParticipants: 'add',
  removeGroupParticipants: 'remove',
  addCommunityParticipants: 'add',
  removeCommunityParticipants: 'remove',
};

/** What an event does to those whom it is about. */
const DONE_BY: Readonly<Partial<Record<WorldEvent['kind'], Deed['action']>>> = {
  created: 'add',
  joined: 'add',
  left: 'remove',
  promoted: 'promote',
  demoted: 'demote',
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
export function deedsTo(world: MockWorld, { phone, lid }: Named): Deed[] {
  const events = new Map(world.events({ phone }).map((event) => [event.sequence, event]));
  const named = new Set(world.journal.calls({ phone }).map(({ sequence }) => sequence));
  return world.journal.calls().flatMap((call) => {
    // Whatever was answered: a fault may tell otherwise.
    const done = call.events.flatMap((sequence) => {
      const { kind, people, actor: by, group_jid } = events.get(sequence) ?? {};
      const action = kind && DONE_BY[kind];
      if (action === undefined || !people?.includes(phone)) return [];
      return [{ call: call.sequence, action, by: by ?? null, group: group_jid ?? '', failure: undefined }];
    });
    return done.length > 0 || !named.has(call.sequence) ? done : attempted(call, phone, lid);
  });
}

/** What a call that brought nothing was to do to a person. */
function attempted(call: JournalCall, phone: string, lid: string | undefined): Deed[] {
  const { sequence, operation, request, reply, path, phone: by, status, rule, fault } = call;
  const usual = USUAL[operation ?? ''];
  if (usual === undefined) return [];
  const action = (request.body as { action?: Deed['action'] } | null)?.action ?? usual;
  const answer = (reply.body ?? {}) as Reply;
  const { jid, participants = [] } = answer.group ?? answer.community ?? answer;
  const group = jid ?? decodeURIComponent(/\/(?:groups|communities)\/([^/]+)/.exec(path)?.[1] ?? '');
  const deed = { call: sequence, action, by, group };
  if (status === 0) return [{ ...deed, failure: 'no answer came' }];
  if (status >= 300)
    return by === phone ? [] : [{ ...deed, failure: `answered ${status} ${rule ?? ''}`.trim() }];
  const ids = [`${phone}@s.whatsapp.net`, lid];
  const told = fault === null ? undefined : `answered ${status} by ${fault}`;
  return participants
    .filter((row) => [row.jid, row.phone_number, row.lid].some((id) => id != null && ids.includes(id)))
    .map(({ error }) => ({ ...deed, failure: error === undefined ? told : `row ${error}` }));
}

/** What was done to a person, in a sentence. */
export function tellDeeds(phone: string, deeds: readonly Deed[]): string {
  if (deeds.length === 0) return `Nothing was done to ${phone} through the API.`;
  const told = deeds.map(({ action, by, group, failure }) => {
    const who = by === phone ? 'themselves' : (by ?? 'WhatsApp');
    const deed = `${DONE[action]} by ${who} in ${group || 'a group that was not made'}`;
    return failure === undefined ? deed : `not ${deed} (${failure})`;
  });
  return `${phone} was ${told.join(', then ')}.`;
}
