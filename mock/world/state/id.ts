/** Only a type: by it the ids of one kind are told from those of another. */
declare const KIND: unique symbol;

/**
 * A text that is an id of one kind. Where another kind is wanted it does not compile. A plain text does: what comes over
 * the wire was held to the pattern of its kind by the document.
 */
type Id<Kind extends string> = string & { readonly [KIND]?: Kind };

/** A phone number as WhatsApp keeps it: 10 to 15 digits. */
export type Phone = Id<'phone'>;

/** `<phone>@s.whatsapp.net`. */
export type UserJid = Id<'user-jid'>;

/** `<digits>@lid`: the hidden id of a person. */
export type Lid = Id<'lid'>;

/** How a person is named, in any of three ways. */
export type PersonId = Phone | UserJid | Lid;

/** `<digits>@g.us`: groups, communities and announcement groups look alike. */
export type GroupJid = Id<'group-jid'>;

/** The code in an invite link, which anybody can use. */
export type LinkCode = Id<'link-code'>;

/** The code of an invite for one person. */
export type PrivateCode = Id<'private-code'>;
