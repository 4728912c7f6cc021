import type { NewSettings, Settings } from './group.ts';
import type { GroupJid, LinkCode, PersonId, Phone, PrivateCode } from './id.ts';

/** The invite link by which somebody comes: its code, or that of a group at the moment of coming. */
export type Way = { readonly code: LinkCode } | { readonly group: GroupJid };

/** What a person can do, as data. People are named by phone number, user JID or LID. */
export type Act =
  | { readonly do: 'join'; readonly by: Way }
  /** Joins where join approval is on, and nowhere else. */
  | { readonly do: 'ask'; readonly by: Way }
  | {
      readonly do: 'accept-invite';
      readonly code: PrivateCode;
      readonly group: GroupJid;
      readonly inviter: PersonId;
    }
  | { readonly do: 'cancel'; readonly group: GroupJid }
  | { readonly do: 'leave'; readonly group: GroupJid }
  | { readonly do: 'add'; readonly group: GroupJid; readonly people: readonly PersonId[] }
  | { readonly do: 'remove'; readonly group: GroupJid; readonly people: readonly PersonId[] }
  | { readonly do: 'promote'; readonly group: GroupJid; readonly people: readonly PersonId[] }
  | { readonly do: 'demote'; readonly group: GroupJid; readonly people: readonly PersonId[] }
  | { readonly do: 'approve'; readonly group: GroupJid; readonly person: PersonId }
  | { readonly do: 'reject'; readonly group: GroupJid; readonly person: PersonId }
  | { readonly do: 'set'; readonly group: GroupJid; readonly settings: Partial<Settings> }
  /** The image is base64, and may be its start alone. */
  | { readonly do: 'set-picture'; readonly group: GroupJid; readonly image: string }
  | { readonly do: 'reset-link'; readonly group: GroupJid }
  | ({ readonly do: 'create-group'; readonly parent?: GroupJid | undefined } & Founding)
  | ({ readonly do: 'create-community'; readonly parent?: GroupJid | undefined } & Founding)
  | { readonly do: 'change-number'; readonly to: Phone }
  | { readonly do: 'link'; readonly community: GroupJid; readonly group: GroupJid }
  | { readonly do: 'unlink'; readonly community: GroupJid; readonly group: GroupJid };

/** What a new group or community begins with. */
export interface Founding extends GivenIds {
  readonly settings: NewSettings;
  readonly people: readonly PersonId[];
}

/** The ids of a new group; made up unless given. */
export interface GivenIds {
  /** That of an old group has the number of its creator and a time. */
  readonly jid?: GroupJid | undefined;
  readonly inviteCode?: LinkCode | undefined;
}

/** An act of one kind. */
export type ActOf<Do extends Act['do']> = Extract<Act, { readonly do: Do }>;

/** Something that a person is going to do. */
export interface Appointment {
  /** Counts up from 1 within a world. */
  readonly sequence: number;
  /** In milliseconds. */
  readonly at: number;
  readonly phone: Phone;
  readonly act: Act;
}
