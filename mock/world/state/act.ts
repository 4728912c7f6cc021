import type { Jid, NewSettings, Settings } from './group.ts';
import type { Phone } from './person.ts';

/** The invite link by which somebody comes: its code, or that of a group at the moment of coming. */
export type Way = { readonly code: string } | { readonly group: Jid };

/** What a person can do, as data. People are named by phone number, user JID or LID. */
export type Act =
  | { readonly do: 'join'; readonly by: Way }
  /** Joins where join approval is on, and nowhere else. */
  | { readonly do: 'ask'; readonly by: Way }
  | { readonly do: 'accept-invite'; readonly code: string; readonly group: Jid; readonly inviter: string }
  | { readonly do: 'cancel'; readonly group: Jid }
  | { readonly do: 'leave'; readonly group: Jid }
  | { readonly do: 'add'; readonly group: Jid; readonly people: readonly string[] }
  | { readonly do: 'remove'; readonly group: Jid; readonly people: readonly string[] }
  | { readonly do: 'promote'; readonly group: Jid; readonly people: readonly string[] }
  | { readonly do: 'demote'; readonly group: Jid; readonly people: readonly string[] }
  | { readonly do: 'approve'; readonly group: Jid; readonly person: string }
  | { readonly do: 'reject'; readonly group: Jid; readonly person: string }
  | { readonly do: 'set'; readonly group: Jid; readonly settings: Partial<Settings> }
  | { readonly do: 'set-picture'; readonly group: Jid; readonly image: string }
  | { readonly do: 'reset-link'; readonly group: Jid }
  | ({ readonly do: 'create-group'; readonly parent?: Jid | undefined } & Founding)
  | ({ readonly do: 'create-community'; readonly parent?: Jid | undefined } & Founding)
  | { readonly do: 'link'; readonly community: Jid; readonly group: Jid }
  | { readonly do: 'unlink'; readonly community: Jid; readonly group: Jid };

/** What a new group or community begins with. */
export interface Founding {
  readonly settings: NewSettings;
  readonly people: readonly string[];
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
