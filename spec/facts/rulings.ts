import { assumed, inferred, type Known } from './known.ts';
import { LIMITS, type LimitName } from './limits.ts';

/** A thing that is unknown about WUTS or WhatsApp: what it decides, its choices with the default first, and how the default is known. */
export interface Ruling extends Known {
  readonly decides: string;
  readonly choices:
    | readonly string[]
    | { readonly from: number; readonly to: number; readonly byDefault: number };
  /** The limit that it is. */
  readonly limit?: LimitName;
}

const NAME = LIMITS['name-length'].most;

/** More than any test has. */
const MANY = 1_000_000;

/** Every ruling. Each is read in one place of the world or the engine. */
export const RULINGS = {
  'unregistered-number': {
    decides: 'What adding a number that is not on WhatsApp does: its row fails, or the whole request.',
    choices: ['row-404', 'request-422'],
    ...assumed,
  },
  'not-participant': {
    decides: 'The status for a caller who does not take part in the group.',
    choices: ['403', '404'],
    ...inferred('whatsmeow: errors.go, ErrNotInGroup'),
  },
  'device-not-ready': {
    decides: 'The status while the WhatsApp session is not connected.',
    choices: ['503', '409', '400', '412'],
    ...assumed,
  },
  'request-or-device': {
    decides:
      'What is told first while the WhatsApp session is not connected: that the request does not fit, or that the device is not ready.',
    choices: ['request', 'device'],
    ...assumed,
  },
  'body-or-group': {
    decides:
      'What is told first of a body that does not fit and a group that the caller cannot read: the body, or the group.',
    choices: ['body', 'group'],
    ...assumed,
  },
  'rejoin-after-removal': {
    decides: 'Whether somebody whom an admin removed may come back by invite link.',
    choices: ['refused', 'allowed'],
    ...inferred('whatsapp-web: main/148999, codes 401 and 405'),
  },
  'unlink-members': {
    decides: 'Whether the members of an unlinked group stay in the community.',
    choices: ['stay-in-community', 'leave-community'],
    ...inferred('whatsmeow: group.go, UnlinkGroup'),
  },
  'join-pending-flag': {
    decides: 'Whether joining says that it waits for approval; the library under such gateways cannot tell.',
    choices: ['reported', 'never'],
    ...assumed,
  },
  'link-refusal': {
    decides:
      'Whether a refused link or unlink of a group is told; the library under such gateways drops the answer.',
    choices: ['reported', 'swallowed'],
    ...assumed,
  },
  'empty-group': {
    decides: 'What becomes of a group when its last member leaves.',
    choices: ['ends', 'remains'],
    ...inferred('whatsapp-web: main/148999, code 404'),
  },
  'people-events': {
    decides:
      'Whether what one request does to several people of a group is one event with all of them, or one each.',
    choices: ['together', 'one-each'],
    ...inferred('whatsmeow: types/events/events.go, GroupInfo'),
  },
  'update-atomicity': {
    decides:
      'Whether an update of several settings asks WhatsApp for one after the other, so that each is told by an event of its own and those before a refused one stay, or for the whole of them, in one event: all or nothing.',
    choices: ['one-by-one', 'whole'],
    ...inferred('whatsmeow: group.go, SetGroupName to SetGroupMemberAddMode'),
  },
  'c-us-jid': {
    decides: 'Whether the user JID of old, …@c.us, is taken for that of today.',
    choices: ['refused', 'taken'],
    ...assumed,
  },
  'device-jid': {
    decides: 'Whether the JID of a device, …:12@s.whatsapp.net, is taken for that of its user.',
    choices: ['refused', 'taken'],
    ...assumed,
  },
  'national-number': {
    decides:
      'Whether a number without its country is that of whoever has these very digits, or gets the country of the account (Brazil, Mexico, Argentina).',
    choices: ['as-it-is', 'completed'],
    ...inferred('whatsmeow: types/jid.go, NewJID'),
  },
  'invite-link-form': {
    decides:
      'Whether an invite link with http:, /invite/, a slash or a query leads to its group, or to none, as the library under such gateways takes what follows https://chat.whatsapp.com/ for the code.',
    choices: ['any', 'exact'],
    ...assumed,
  },
  'wrapped-base64': {
    decides: 'Whether a picture in base64 may have line breaks in it, as the decoder of Go ignores them.',
    choices: ['refused', 'taken'],
    ...assumed,
  },
  'unpadded-base64': {
    decides: 'Whether a picture in base64 may lack its padding, which the decoder of Go does not forgive.',
    choices: ['taken', 'refused'],
    ...assumed,
  },
  'event-all': {
    decides:
      'Whether "all" among the events of a webhook is a name as any other, which nothing is sent for, or stands for every event.',
    choices: ['no-event', 'every-event'],
    ...assumed,
  },
  'webhook-signed-text': {
    decides:
      'What the signature of a delivery is made over: the JSON text without signature, with an empty one, or behind the timestamp and a dot, or that of data alone.',
    choices: ['without-signature', 'empty-signature', 'after-timestamp', 'data'],
    ...assumed,
  },
  'webhook-signature-form': {
    decides:
      'How the signature of a delivery is written: sha256= and hexadecimal digits, as the documentation shows it, or otherwise. It is an HMAC, of SHA-256 unless another hash is named.',
    choices: ['sha256-hex', 'hex', 'base64', 'sha256-base64', 'sha1-hex', 'sha512-hex'],
    ...assumed,
  },
  'webhook-signature-header': {
    decides: 'The header in which a delivery has its signature as well.',
    choices: [
      'X-Webhook-Signature',
      'X-Signature',
      'X-Signature-256',
      'X-Hub-Signature-256',
      'X-Wuts-Signature',
      'none',
    ],
    ...assumed,
  },
  'plain-http-webhook': {
    decides:
      'Whether a webhook by plain http may lead to loopback alone, or to any host, such as a service of docker compose.',
    choices: ['loopback', 'any-host'],
    ...assumed,
  },
  'private-codes': {
    decides:
      'Whether the code of a private invite has letters and digits alone, or one of + / - _ among them as well.',
    choices: ['alphanumeric', 'with-signs'],
    ...assumed,
  },
  'number-change': {
    decides:
      'Whether the groups of somebody who changes their number are told nothing, as the library under such gateways has no field for it, or that one number left and another joined.',
    choices: ['untold', 'left-and-joined'],
    ...inferred('whatsmeow: group.go, parseGroupChange'),
  },
  'addressing-mode': {
    decides: 'Whether a new group calls its people by their numbers or by their LIDs.',
    choices: ['pn', 'lid'],
    ...inferred('whatsmeow: types/group.go, AddressingMode'),
  },
  'number-spelling': {
    decides:
      "By which spelling somebody is called whose number has several: that of WhatsApp's JIDs, the longest or the shortest; or whether each is somebody of their own.",
    choices: ['whatsapp', 'longest', 'shortest', 'as-given'],
    ...inferred('guide: support.gupshup.io, 4407840924953'),
  },
  'subject-limit': limit('name-length', 1, NAME, `; the document allows no more than ${NAME}.`),
  'community-groups-limit': limit('community-groups', 0, MANY),
  'community-members-limit': limit('community-members', 1, MANY),
  'group-members-limit': limit('group-members', 1, MANY),
  'undocumented-fields': {
    decides: 'Whether answers carry the fields that the public documentation does not show.',
    choices: ['include', 'omit'],
    ...assumed,
  },
} as const satisfies Record<string, Ruling>;

/** The name of a ruling. */
export type RulingName = keyof typeof RULINGS;

/** What is unknown about WUTS or WhatsApp, as a world has it. */
export type Rulings = { [Name in RulingName]: ChoiceOf<(typeof RULINGS)[Name]['choices']> };

type ChoiceOf<Choices> = Choices extends readonly (infer Choice)[] ? Choice : number;

/** A limit of WhatsApp that a world can have otherwise. */
function limit(name: LimitName, from: number, to: number, end = '.') {
  const { says, most, ...known } = LIMITS[name];
  return { decides: `${says}${end}`, choices: { from, to, byDefault: most }, limit: name, ...known };
}
