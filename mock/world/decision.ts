import type { Role, RowCode, RuleName } from '../../spec/facts/index.ts';
import type { Act, Appointment } from './state/act.ts';
import type { DeviceState, Webhook } from './state/device.ts';
import type { JoinReason } from './state/domain-event.ts';
import type {
  AddressingMode,
  AnnouncementGroup,
  AnyGroup,
  CommunityGroup,
  JoinRequest,
  PlainGroup,
  Settings,
} from './state/group.ts';
import type { GroupJid, LinkCode, Phone, PrivateCode } from './state/id.ts';
import type { PrivateInvite } from './state/invite.ts';
import type { Person, Traits } from './state/person.ts';

/** One change of the world, as plain data. `actor` is who brings it about; undefined when WhatsApp does. */
export type Change =
  | { readonly kind: 'found'; readonly group: NewGroup }
  | ({
      readonly kind: 'enter';
      readonly reason: JoinReason | 'created';
      readonly actor: Phone;
      readonly brought?: boolean;
    } & OfMember)
  /** They are in a community of their own accord, whoever brought them there. */
  | ({ readonly kind: 'stay' } & OfMember)
  | ({ readonly kind: 'exit'; readonly actor: Phone } & OfMember)
  | ({ readonly kind: 'end'; readonly last: Phone } & OfGroup)
  | ({
      readonly kind: 'rank';
      readonly role: 'admin' | 'member';
      readonly actor: Phone | undefined;
    } & OfMember)
  /** An admin does not want them back. */
  | ({ readonly kind: 'bar' } & OfMember)
  | ({ readonly kind: 'note-departure'; readonly at: number } & OfMember)
  | ({ readonly kind: 'ask'; readonly request: JoinRequest } & OfGroup)
  | ({ readonly kind: 'cancel-request' } & OfMember)
  | ({ readonly kind: 'reject-request'; readonly actor: Phone } & OfMember)
  | ({
      readonly kind: 'set';
      readonly settings: Partial<Settings>;
      readonly actor: Phone | undefined;
    } & OfGroup)
  | ({ readonly kind: 'address'; readonly by: AddressingMode } & OfGroup)
  | { readonly kind: 'count-picture'; readonly id: number }
  | ({ readonly kind: 'reset-link'; readonly code: LinkCode; readonly actor: Phone } & OfGroup)
  | ({ readonly kind: 'link' | 'unlink'; readonly community: GroupJid; readonly actor: Phone } & OfGroup)
  | { readonly kind: 'invite'; readonly invite: PrivateInvite }
  | { readonly kind: 'use-invite'; readonly code: PrivateCode }
  | { readonly kind: 'change-person'; readonly phone: Phone; readonly traits: Traits }
  | { readonly kind: 'renumber'; readonly phone: Phone; readonly to: Phone }
  | { readonly kind: 'link-device'; readonly phone: Phone; readonly id: string }
  | { readonly kind: 'set-device'; readonly phone: Phone; readonly state: DeviceState }
  | { readonly kind: 'set-webhook'; readonly phone: Phone; readonly webhook: Webhook }
  | ({ readonly kind: 'name'; readonly name: string } & OfGroup)
  | { readonly kind: 'schedule'; readonly appointment: Omit<Appointment, 'sequence'> }
  /** The next act of the agenda is due. */
  | { readonly kind: 'take-due' }
  /** The rules refuse somebody what they were scheduled to do. */
  | { readonly kind: 'refuse'; readonly actor: Phone; readonly act: Act; readonly rule: RuleName };

interface OfGroup {
  readonly group: GroupJid;
}

interface OfMember extends OfGroup {
  readonly phone: Phone;
}

/** What of a group its creator decides. */
export interface NewGroup
  extends Pick<AnyGroup, 'createdAt' | 'jid' | 'owner' | 'inviteCode' | 'settings' | 'addressing'> {
  /** Its kind, and where it belongs. */
  readonly place:
    | Pick<PlainGroup, 'kind' | 'parent'>
    | Pick<AnnouncementGroup, 'kind' | 'parent'>
    | Pick<CommunityGroup, 'kind' | 'announcementGroup'>;
}

/** What was decided of a whole request. */
export interface Decision {
  /** The group that it is about. */
  readonly group: GroupJid;
  /** What changes first. */
  readonly changes: readonly Change[];
  /** What is decided of one person after the other. */
  readonly rows?: Rows;
  /** What changes last. */
  readonly afterwards?: readonly Change[];
  /** True when an admin has to approve first. */
  readonly pending?: boolean;
}

/**
 * How the rows of a request are decided, each when the one before was carried out. The request was allowed, so a row can
 * fail by a row code and in no other way.
 */
export interface Rows {
  /** The group of which the rows tell the role. */
  readonly group: GroupJid;
  /** The role that a row tells which only pretends to be done; that of a plain member unless given. */
  readonly role?: Role;
  readonly people: readonly Person[];
  /** Why the row fails; undefined when it does not. */
  fails(person: Person): RowCode | undefined;
  /** What changes by a row that fails with this code, or by one that does not. */
  changes(person: Person, code: number | undefined): readonly Change[];
}

/** What became of one person of a request. */
export interface Row {
  readonly person: Person;
  /** The role that they have now; undefined when they are not a member. */
  readonly role: Role | undefined;
  /** Why the row failed; absent when it was carried out. */
  readonly error?: number;
  /** With 403: a private invite to hand to the person. */
  readonly addRequest?: PrivateInvite;
}

/** A decision about a group. */
export function decide(
  group: GroupJid,
  changes: readonly Change[],
  more: Omit<Decision, 'group' | 'changes'> = {},
): Decision {
  return { group, changes, ...more };
}
