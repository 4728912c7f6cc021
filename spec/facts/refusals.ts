import { assumed, documented, inferred, type Known } from './known.ts';
import { LIMITS } from './limits.ts';

/** The kinds of refusal of a whole request, and the HTTP status of each; that of `device-not-ready` is a ruling. */
export const REFUSAL_STATUSES = {
  'device-not-ready': 503,
  'not-found': 404,
  forbidden: 403,
  conflict: 409,
  gone: 410,
  unprocessable: 422,
} as const;

/**
 * The `error_code` of each status: nothing finer is known. Source: wuts-contract, Error codes.
 * 503 is not listed: it is DEVICE_NOT_READY where the device is the reason, which only a refusal knows.
 */
export const ERROR_CODES = {
  400: 'VALIDATION_ERROR',
  401: 'UNAUTHORIZED',
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  405: 'METHOD_NOT_ALLOWED',
  409: 'CONFLICT',
  410: 'GONE',
  413: 'PAYLOAD_TOO_LARGE',
  415: 'UNSUPPORTED_MEDIA_TYPE',
  422: 'UNPROCESSABLE',
  429: 'RATE_LIMITED',
  500: 'INTERNAL_ERROR',
} as const satisfies Record<number, string>;

/** One of these kinds. */
export type RefusalCode = keyof typeof REFUSAL_STATUSES;

/**
 * Every refusal of a whole request by the rules of a world, by the name of the rule, as `X-Mock-Rule` tells it. Nothing
 * is changed then. Rows that fail alone are in `row-codes.ts`.
 */
export const REFUSALS = {
  'device-not-ready': {
    code: 'device-not-ready',
    says: 'WhatsApp session is not connected',
    ...documented('Errors'),
  },
  'no-such-group': {
    code: 'not-found',
    says: 'There is no such group, or it has ended.',
    ...inferred('whatsmeow: errors.go, ErrGroupNotFound'),
  },
  'not-a-participant': {
    code: 'forbidden',
    says: 'You do not take part in this group.',
    ...inferred('whatsmeow: errors.go, ErrNotInGroup'),
  },
  'not-an-admin': {
    code: 'forbidden',
    says: 'Only admins of this group may do this.',
    ...inferred('whatsapp-web: main/677303, code 401'),
  },
  'group-is-locked': {
    code: 'forbidden',
    says: 'Only admins may change this: the group is locked.',
    ...inferred('whatsapp-web: main/121019'),
  },
  'only-admins-add': {
    code: 'forbidden',
    says: 'Only admins may add participants: member_add_mode is "admin".',
    ...inferred('whatsapp-web: main/999214, code 401'),
  },
  'not-on-announcement-group': {
    code: 'unprocessable',
    says: 'An announcement group does not support this: it follows its community.',
    ...inferred('whatsmeow: issue 1232'),
  },
  'not-on-community': {
    code: 'unprocessable',
    says: 'A community does not support this; its groups do.',
    ...inferred('whatsmeow: issue 1232'),
  },
  'not-a-community': { code: 'unprocessable', says: 'This group is not a community.', ...assumed },
  'community-in-community': {
    code: 'unprocessable',
    says: 'A community cannot be made inside a community.',
    ...assumed,
  },
  'admins-stay-in-announcement-group': {
    code: 'unprocessable',
    says: 'An admin of the community cannot leave its announcement group.',
    ...inferred('whatsapp-web: main/24957'),
  },
  'creator-stays-in-community': {
    code: 'unprocessable',
    says: 'The creator cannot leave the community, only deactivate it on the phone.',
    ...inferred('whatsapp-web: main/106630'),
  },
  'name-too-long': {
    code: 'unprocessable',
    says: 'The name is longer than WhatsApp accepts.',
    ...inferred('whatsapp-web: main/827928, code 406'),
  },
  'not-a-jpeg': {
    code: 'unprocessable',
    says: 'The picture is not a JPEG.',
    ...inferred('whatsmeow: errors.go, ErrInvalidImageFormat'),
  },
  'number-not-on-whatsapp': { code: 'unprocessable', says: 'A number is not on WhatsApp.', ...assumed },
  'no-such-invite': { code: 'not-found', says: 'There is no such invite.', ...assumed },
  'invite-link-reset': {
    code: 'gone',
    says: 'The invite link was reset.',
    ...inferred('whatsmeow: errors.go, ErrInviteLinkRevoked'),
  },
  'private-invite-used': {
    code: 'gone',
    says: 'The private invite was used already.',
    ...inferred('whatsmeow: group.go, JoinGroupWithInvite'),
  },
  'private-invite-expired': {
    code: 'gone',
    says: `The private invite is older than ${LIMITS['private-invite-hours'].most} hours.`,
    ...inferred('whatsmeow: group.go, JoinGroupWithInvite'),
  },
  'private-invite-of-another': {
    code: 'forbidden',
    says: 'The private invite is for somebody else.',
    ...assumed,
  },
  'already-a-member': {
    code: 'conflict',
    says: 'You are a member already.',
    ...inferred('whatsapp-web: main/148999, code 409'),
  },
  'removed-by-admin': {
    code: 'forbidden',
    says: 'An admin removed you: the invite link does not let you back in.',
    ...inferred('whatsapp-web: main/148999, codes 401 and 405'),
  },
  'group-full': {
    code: 'conflict',
    says: 'The group is full.',
    ...inferred('whatsapp-web: main/148999, code 419'),
  },
  'community-full': {
    code: 'conflict',
    says: 'The community is full.',
    ...inferred('whatsapp-web: main/148999, code 412'),
  },
  'too-many-groups-in-community': {
    code: 'conflict',
    says: 'The community has as many groups as it may.',
    ...inferred('whatsapp-web: main/385340, code 419'),
  },
  'linked-already': {
    code: 'conflict',
    says: 'The group is linked to a community already.',
    ...inferred('whatsapp-web: main/200176, code 409'),
  },
  'not-linked-here': {
    code: 'not-found',
    says: 'The group is not linked to this community.',
    ...inferred('whatsapp-web: main/682607, code 404'),
  },
  'not-on-whatsapp': {
    code: 'unprocessable',
    says: 'Somebody who is not on WhatsApp can do nothing there.',
    ...assumed,
  },
  'join-approval-off': {
    code: 'unprocessable',
    says: 'The group has no join approval: its link lets people in at once.',
    ...assumed,
  },
  'number-taken': {
    code: 'conflict',
    says: 'The number is that of another person.',
    ...assumed,
  },
  'jid-taken': {
    code: 'conflict',
    says: 'There is a group of this JID or this invite link already.',
    ...assumed,
  },
  'account-keeps-number': {
    code: 'unprocessable',
    says: 'An account keeps its number: its token stands for it.',
    ...assumed,
  },
  'lid-taken': { code: 'conflict', says: 'The LID is that of another person.', ...assumed },
  'no-join-request': {
    code: 'not-found',
    says: 'There is no join request of this person.',
    ...inferred('whatsapp-web: main/57950, code 404'),
  },
} as const satisfies Record<string, { code: RefusalCode; says: string } & Known>;

/** The name of a rule that refuses. */
export type RuleName = keyof typeof REFUSALS;
