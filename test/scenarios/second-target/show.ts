import type { Choices } from './choices.ts';
import type { Group } from './network.ts';

/** LIDs are numbers of their own. */
export function lidOf(phone: string): string {
  return `${(BigInt(phone) * 7n + 10n ** 14n).toString()}@lid`;
}

/** Whose LID it is, if anybody's. */
export function fromLid(lid: string): string | undefined {
  const number = /^(\d{14,16})@lid$/.exec(lid)?.[1];
  if (number === undefined || (BigInt(number) - 10n ** 14n) % 7n !== 0n) return undefined;
  return ((BigInt(number) - 10n ** 14n) / 7n).toString();
}

/** Somebody in a list of participants, by what they are in a group. */
export function showPerson(
  who: string,
  group: Group,
  { called, extras, fields }: Choices,
  shown = group,
): object {
  const rank = shown.members.get(who) ?? group.members.get(who);
  const jid = `${who}@s.whatsapp.net`;
  const isLid = who.endsWith('@lid');
  return named(fields, {
    jid: isLid ? who : called === 'lid' ? lidOf(who) : jid,
    phone_number: isLid ? '' : jid,
    is_admin: rank === 'admin' || rank === 'creator',
    is_super_admin: rank === 'creator',
    ...(extras === 'ours' && !isLid && { lid: lidOf(who) }),
    ...(extras === 'others' && { display_name: '', pushname: null, last_seen: moved() }),
  });
}

/** A group without its participants. */
export function show(group: Group, { called, ownerCalled, extras, emptyTopic, fields }: Choices): object {
  return named(fields, {
    jid: group.jid,
    name: group.name,
    ...(group.topic === '' && emptyTopic === 'left out' ? {} : { topic: group.topic }),
    owner: called === 'lid' && ownerCalled === 'lid' ? lidOf(group.owner) : `${group.owner}@s.whatsapp.net`,
    created_at: group.made,
    is_announce: group.announce,
    is_locked: group.locked,
    join_approval: group.approval,
    members_count: group.members.size,
    ...(extras === 'ours' && {
      is_community: group.kind === 'community',
      parent_jid: group.community?.jid ?? null,
      is_announcement_group: group.kind === 'announcement',
      member_add_mode: group.mode,
      ephemeral_seconds: group.timer,
      picture_id: group.picture,
    }),
    ...(extras === 'others' && {
      is_parent: group.kind === 'community',
      size: group.members.size,
      addressing_mode: 'x',
      constructor: 'group',
      $type: 'Wuts.Group',
      retrieved_at: moved(),
    }),
  });
}

let reads = 0;

/** Something that is never the same again. */
function moved(): number {
  reads += 1;
  return reads;
}

/** An object whose fields have the names that they have here; '' is for one that is not there. */
function named(fields: Choices['fields'], object: object): object {
  return Object.fromEntries(
    Object.entries(object).flatMap(([name, value]) => {
      const here = fields[name] ?? name;
      return here === '' ? [] : [[here, value]];
    }),
  );
}

/** A group with its participants; those of a community are its admins. */
export function showWhole(group: Group, choices: Choices): { readonly participants: readonly object[] } {
  const shown = [...group.members].filter(([, rank]) => group.kind !== 'community' || rank !== 'member');
  const participants = choices.shuffle(shown).map(([who]) => showPerson(who, group, choices));
  return { ...show(group, choices), participants };
}
