import type { MockWorld } from '../kit/world.ts';

/** Something that was done to somebody through the API, or was tried. */
export interface Deed {
  readonly action: 'add' | 'remove' | 'promote' | 'demote';
  /** Who did it: the number of the account. */
  readonly by: string | null;
  readonly group: string;
  /** The row code by which it failed; undefined when it was carried out. */
  readonly error: number | undefined;
}

interface Row {
  jid?: string;
  phone_number?: string;
  lid?: string;
  error?: number;
}

const DEFAULT_ACTION: Record<string, Deed['action']> = {
  addGroupParticipants: 'add',
  removeGroupParticipants: 'remove',
  addCommunityParticipants: 'add',
  removeCommunityParticipants: 'remove',
};

const DONE: Record<Deed['action'], string> = {
  add: 'added',
  remove: 'removed',
  promote: 'promoted',
  demote: 'demoted',
};

/** What was done to a person through the API, in the order of the calls that the journal still holds. */
export function deedsTo(world: MockWorld, phone: string): Deed[] {
  return world.journal
    .calls({ phone, limit: 1000 })
    .flatMap(({ operation, request, reply, path, phone: by }) => {
      const usual = DEFAULT_ACTION[operation ?? ''];
      if (usual === undefined) return [];
      const action = (request.body as { action?: Deed['action'] } | null)?.action ?? usual;
      const rows = (reply.body as { participants?: Row[] } | null)?.participants ?? [];
      const group = decodeURIComponent(path.split('/')[2] ?? '');
      return rows
        .filter((row) => [row.jid, row.phone_number].includes(`${phone}@s.whatsapp.net`))
        .map(({ error }) => ({ action, by, group, error }));
    });
}

/** What was done to a person, in a sentence. */
export function tellDeeds(phone: string, deeds: readonly Deed[]): string {
  if (deeds.length === 0) return `Nothing was done to ${phone} through the API.`;
  const told = deeds.map(({ action, by, group, error }) =>
    error === undefined
      ? `${DONE[action]} by ${by} in ${group}`
      : `not ${DONE[action]} by ${by} in ${group} (row ${error})`,
  );
  return `${phone} was ${told.join(', then ')}.`;
}
