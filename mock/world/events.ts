import type { RuleName } from '../../spec/facts/index.ts';
import type { Act } from './acts.ts';
import type { DeviceState } from './devices.ts';
import type { Group, Jid, Settings } from './groups.ts';
import type { Phone } from './people.ts';
import { isWanted } from './webhooks.ts';
import type { World } from './world.ts';

/** Why somebody joined, in the words of WhatsApp's own events; '' when they were added. */
export type JoinReason = '' | 'invite' | 'linked_group_join' | 'auto_add';

/** What changed. The kinds follow the fields of whatsmeow's `events.GroupInfo` and `events.JoinedGroup`. */
export type Change =
  | { kind: 'created'; people: readonly Phone[] }
  | { kind: 'joined'; people: readonly Phone[]; reason: JoinReason }
  | { kind: 'left'; people: readonly Phone[] }
  | { kind: 'promoted'; people: readonly Phone[] }
  | { kind: 'demoted'; people: readonly Phone[] }
  | { kind: 'changed'; settings: Partial<Settings> }
  | { kind: 'link-reset'; code: string }
  | { kind: 'linked' | 'unlinked'; type: 'sub_group' | 'parent_group' | 'sibling_group'; jid: Jid }
  | { kind: 'ended' }
  | { kind: 'device'; state: DeviceState }
  /** What WhatsApp tells no account: what becomes of requests to join, until they are approved. */
  | { kind: 'asked' | 'request-cancelled' | 'request-rejected'; people: readonly Phone[] }
  /** Somebody tried what they were scheduled to do; no account sees it. */
  | { kind: 'refused'; act: Act; rule: RuleName };

/** Something that happened, and the accounts that see it. */
export interface Happening {
  /** Counts up from 1 within a world. */
  readonly sequence: number;
  /** In milliseconds. */
  readonly at: number;
  readonly group: Jid | undefined;
  /** What the group was called then. */
  readonly groupName: string | undefined;
  /** Who did it; undefined when WhatsApp did. */
  readonly actor: Phone | undefined;
  readonly change: Change;
  /** The accounts that receive it. */
  readonly audience: readonly Phone[];
}

/** A happening that webhooks are to be told of. */
export interface News {
  readonly happening: Happening;
  /** The accounts whose webhook wants it. */
  readonly to: readonly Phone[];
  /** The group as those find it who are new in it; undefined when nobody of them is. */
  readonly found: Group | undefined;
}

/** A world remembers its last happenings, so that it does not grow with its age. */
const REMEMBERED = 1000;

const UNTOLD: ReadonlySet<Change['kind']> = new Set(['asked', 'request-cancelled', 'request-rejected']);

/** Notes a change. Every account in the group sees it, and so do `witnesses` who are there no longer. */
export function record(
  world: World,
  group: Group | undefined,
  actor: Phone | undefined,
  change: Change,
  witnesses: readonly Phone[] = [],
): void {
  const audience: Phone[] = [];
  for (const phone of UNTOLD.has(change.kind) ? [] : world.devices.keys()) {
    if (group?.members.has(phone) || witnesses.includes(phone)) audience.push(phone);
  }
  world.revision += 1;
  world.counters.happenings += 1;
  const happening: Happening = {
    sequence: world.counters.happenings,
    at: world.clock.now(),
    group: group?.jid,
    groupName: group?.settings.name,
    actor,
    change,
    audience,
  };
  world.happenings.push(happening);
  tell(world, happening, group);
  // Cut in bulk: shifting one by one would cost with every change.
  if (world.happenings.length >= 2 * REMEMBERED) world.happenings.splice(0, REMEMBERED);
}

/** The name of the WUTS event by which an account learns of a happening. */
export function eventName({ change }: Happening, phone: Phone): string {
  // A ban has no event of its own: it shows as a lost connection.
  if (change.kind === 'device') return `device.${change.state === 'banned' ? 'disconnected' : change.state}`;
  const joins = (change.kind === 'created' || change.kind === 'joined') && change.people.includes(phone);
  return joins ? 'group.joined' : 'group.info';
}

/** The names of all events that an account can receive. */
export const EVENT_NAMES = [
  'device.connected',
  'device.disconnected',
  'device.logged_out',
  'group.info',
  'group.joined',
] as const;

/** Notes who is to be told by webhook. A group changes on, so what a newcomer found is kept as it was. */
function tell(world: World, happening: Happening, group: Group | undefined): void {
  const to = happening.audience.filter((phone) =>
    isWanted(world.devices.get(phone)?.webhook, eventName(happening, phone)),
  );
  if (to.length === 0) return;
  const isNew = to.some((phone) => eventName(happening, phone) === 'group.joined');
  world.outgoing.push({ happening, to, found: isNew ? structuredClone(group) : undefined });
}
