import type { RuleName } from '../../../spec/facts/index.ts';
import type { Act } from './act.ts';
import type { DeviceState } from './device.ts';
import type { AddressingMode, Group, Settings } from './group.ts';
import type { GroupJid, LinkCode, Phone } from './id.ts';

/** Why somebody joined, in the words of WhatsApp's own events; '' when they were added. */
export type JoinReason = '' | 'invite' | 'linked_group_join' | 'auto_add';

/** What happened. The kinds follow the fields of whatsmeow's `events.GroupInfo` and `events.JoinedGroup`. */
export type DomainEvent =
  | { readonly kind: 'created'; readonly people: readonly Phone[] }
  | { readonly kind: 'joined'; readonly people: readonly Phone[]; readonly reason: JoinReason }
  | { readonly kind: 'left'; readonly people: readonly Phone[] }
  | { readonly kind: 'promoted'; readonly people: readonly Phone[] }
  | { readonly kind: 'demoted'; readonly people: readonly Phone[] }
  | { readonly kind: 'changed'; readonly settings: Partial<Settings> }
  | { readonly kind: 'link-reset'; readonly code: LinkCode }
  | {
      readonly kind: 'linked' | 'unlinked';
      readonly type: 'sub_group' | 'parent_group' | 'sibling_group';
      readonly jid: GroupJid;
    }
  /** `people` has the new number. */
  | { readonly kind: 'renumbered'; readonly people: readonly Phone[]; readonly from: Phone }
  | { readonly kind: 'ended' }
  | { readonly kind: 'device'; readonly state: DeviceState }
  /** What WhatsApp tells no account: what becomes of requests to join, until they are approved. */
  | {
      readonly kind: 'asked' | 'request-cancelled' | 'request-rejected';
      readonly people: readonly Phone[];
    }
  /** Somebody tried what they were scheduled to do; no account sees it. */
  | { readonly kind: 'refused'; readonly act: Act; readonly rule: RuleName };

/** A domain event, with its place and time, and the accounts that see it. */
export interface Happening {
  /** Counts up from 1 within a world. */
  readonly sequence: number;
  /** In milliseconds. */
  readonly at: number;
  readonly group: GroupJid | undefined;
  /** What the group was called then. */
  readonly groupName: string | undefined;
  /** Who did it; undefined when WhatsApp did. */
  readonly actor: Phone | undefined;
  readonly change: DomainEvent;
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
  /** By what the group called its people then. */
  readonly addressing: AddressingMode;
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
