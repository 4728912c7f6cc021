import type { Phone } from '../state/id.ts';
import { type Ledger, toLedger } from '../state/ledger.ts';
import { createPerson, type Person } from '../state/person.ts';
import { hasNoted } from '../state/reading.ts';
import { record } from './event-log.ts';
import { countChange } from './group-change.ts';
import { meetByNumber } from './meet.ts';
import type { WritableGroup, WritableWorld } from './writable.ts';

/**
 * Gives somebody another number wherever their old one stands, and tells their groups. Nobody is on WhatsApp by the old
 * number then.
 */
export function renumber(world: WritableWorld, { phone, to }: { phone: Phone; to: Phone }): void {
  const person = meetByNumber(world, phone);
  const now = (one: Phone) => (one === phone ? to : one);
  world.peopleRevision += 1;
  const before = world.people.get(to);
  if (before !== undefined) forget(world, before);
  world.people.delete(phone);
  world.people.set(to, { ...person, phone: to });
  world.lids.set(person.lid, to);
  for (const alias of person.aliases ?? []) world.aliases.set(alias, to);
  const nobody = createPerson(phone, world.ids.lid(`${phone} of old`));
  world.people.set(phone, { ...nobody, onWhatsApp: false });
  world.lids.set(nobody.lid, phone);

  for (const other of world.people.values()) {
    const [contacts, blocked] = [other.contacts, other.blocked];
    if (contacts.has(phone) || blocked.has(phone))
      world.people.set(other.phone, {
        ...other,
        contacts: mapSet(contacts, now),
        blocked: mapSet(blocked, now),
      });
  }
  for (const invite of world.privateInvites.values())
    Object.assign(invite, { inviter: now(invite.inviter), invited: now(invite.invited) });
  for (const [index, one] of world.agenda.entries()) world.agenda[index] = { ...one, phone: now(one.phone) };
  for (const group of world.groups.values()) renumberIn(world, group, phone, to);
}

/** Nobody goes by the LID and the other numbers of somebody from then on. */
function forget({ lids, aliases }: WritableWorld, person: Person): void {
  lids.delete(person.lid);
  for (const alias of person.aliases ?? []) aliases.delete(alias);
}

function renumberIn(world: WritableWorld, group: WritableGroup, from: Phone, to: Phone): void {
  const { members, joinRequests, removed, departures, owner } = group;
  if (!hasNoted(group, from)) return;
  const now = (one: Phone) => (one === from ? to : one);
  countChange(world, group);
  group.owner = now(owner);
  group.members = new Map(Array.from(members, ([one, role]) => [now(one), role]));
  group.joinRequests = mapLedger(joinRequests, now, (one) => ({
    ...one,
    phone: now(one.phone),
    addedBy: one.addedBy && now(one.addedBy),
  }));
  group.removed = mapLedger(removed, now, now);
  group.departures = mapLedger(departures, now, (times) => times);
  if (group.kind === 'community') group.brought = new Set(Array.from(group.brought, now));
  if (members.has(from)) record(world, group, to, { kind: 'renumbered', people: [to], from });
}

function mapLedger<Entry>(
  ledger: Ledger<Entry>,
  now: (phone: Phone) => Phone,
  change: (entry: Entry) => Entry,
): Ledger<Entry> {
  return toLedger(Array.from(ledger, ([phone, entry]) => [now(phone), change(entry)]));
}

function mapSet(phones: ReadonlySet<Phone>, now: (phone: Phone) => Phone): ReadonlySet<Phone> {
  return new Set(Array.from(phones, now));
}
