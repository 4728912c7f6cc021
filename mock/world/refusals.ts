import type { World } from './world.ts';

/** The kinds of refusal of a whole request. The engine gives each its HTTP status. */
export type RefusalCode =
  | 'device-not-ready'
  | 'not-found'
  | 'forbidden'
  | 'conflict'
  | 'gone'
  | 'unprocessable';

interface Rule {
  code: RefusalCode;
  says: string;
  provenance: 'documented' | 'inferred' | 'assumed';
  source?: string;
}

/**
 * Every rule by which a world refuses a whole request: nothing is changed then.
 * Its name goes out in the header `X-Mock-Rule`. Rows that fail alone are in `admission.ts` and `membership.ts`.
 */
export const RULES = {
  'device-not-ready': {
    code: 'device-not-ready',
    says: 'WhatsApp session is not connected',
    provenance: 'documented',
    source: 'docs: Errors',
  },
  'no-such-group': {
    code: 'not-found',
    says: 'There is no such group, or it has ended.',
    provenance: 'inferred',
    source: 'whatsmeow: errors.go, ErrGroupNotFound',
  },
  'not-a-participant': {
    code: 'forbidden',
    says: 'You do not take part in this group.',
    provenance: 'inferred',
    source: 'whatsmeow: errors.go, ErrNotInGroup',
  },
  'not-an-admin': {
    code: 'forbidden',
    says: 'Only admins of this group may do this.',
    provenance: 'inferred',
    source: 'whatsapp-web: main/677303, code 401',
  },
  'group-is-locked': {
    code: 'forbidden',
    says: 'Only admins may change this: the group is locked.',
    provenance: 'inferred',
    source: 'whatsapp-web: main/121019',
  },
  'only-admins-add': {
    code: 'forbidden',
    says: 'Only admins may add participants: member_add_mode is "admin".',
    provenance: 'inferred',
    source: 'whatsapp-web: main/999214, code 401',
  },
  'not-on-announcement-group': {
    code: 'unprocessable',
    says: 'An announcement group does not support this: it follows its community.',
    provenance: 'inferred',
    source: 'whatsmeow: issue 1232',
  },
  'not-on-community': {
    code: 'unprocessable',
    says: 'A community does not support this; its groups do.',
    provenance: 'inferred',
    source: 'whatsmeow: issue 1232',
  },
  'not-a-community': {
    code: 'unprocessable',
    says: 'This group is not a community.',
    provenance: 'assumed',
  },
  'community-in-community': {
    code: 'unprocessable',
    says: 'A community cannot be made inside a community.',
    provenance: 'assumed',
  },
  'admins-stay-in-announcement-group': {
    code: 'unprocessable',
    says: 'An admin of the community cannot leave its announcement group.',
    provenance: 'inferred',
    source: 'whatsapp-web: main/24957',
  },
  'creator-stays-in-community': {
    code: 'unprocessable',
    says: 'The creator cannot leave the community, only deactivate it on the phone.',
    provenance: 'inferred',
    source: 'whatsapp-web: main/106630',
  },
  'name-too-long': {
    code: 'unprocessable',
    says: 'The name is longer than WhatsApp accepts.',
    provenance: 'inferred',
    source: 'whatsapp-web: main/827928, code 406',
  },
  'not-a-jpeg': {
    code: 'unprocessable',
    says: 'The picture is not a JPEG.',
    provenance: 'inferred',
    source: 'whatsmeow: errors.go, ErrInvalidImageFormat',
  },
  'number-not-on-whatsapp': {
    code: 'unprocessable',
    says: 'A number is not on WhatsApp.',
    provenance: 'assumed',
  },
  'no-such-invite': {
    code: 'not-found',
    says: 'There is no such invite.',
    provenance: 'assumed',
  },
  'invite-link-reset': {
    code: 'gone',
    says: 'The invite link was reset.',
    provenance: 'inferred',
    source: 'whatsmeow: errors.go, ErrInviteLinkRevoked',
  },
  'private-invite-used': {
    code: 'gone',
    says: 'The private invite was used already.',
    provenance: 'inferred',
    source: 'whatsmeow: group.go, JoinGroupWithInvite',
  },
  'private-invite-expired': {
    code: 'gone',
    says: 'The private invite is older than 72 hours.',
    provenance: 'inferred',
    source: 'whatsmeow: group.go, JoinGroupWithInvite',
  },
  'private-invite-of-another': {
    code: 'forbidden',
    says: 'The private invite is for somebody else.',
    provenance: 'assumed',
  },
  'already-a-member': {
    code: 'conflict',
    says: 'You are a member already.',
    provenance: 'inferred',
    source: 'whatsapp-web: main/148999, code 409',
  },
  'removed-by-admin': {
    code: 'forbidden',
    says: 'An admin removed you: the invite link does not let you back in.',
    provenance: 'inferred',
    source: 'whatsapp-web: main/148999, codes 401 and 405',
  },
  'group-full': {
    code: 'conflict',
    says: 'The group is full.',
    provenance: 'inferred',
    source: 'whatsapp-web: main/148999, code 419',
  },
  'community-full': {
    code: 'conflict',
    says: 'The community is full.',
    provenance: 'inferred',
    source: 'whatsapp-web: main/148999, code 412',
  },
  'too-many-groups-in-community': {
    code: 'conflict',
    says: 'The community has as many groups as it may.',
    provenance: 'inferred',
    source: 'whatsapp-web: main/385340, code 419',
  },
  'linked-already': {
    code: 'conflict',
    says: 'The group is linked to a community already.',
    provenance: 'inferred',
    source: 'whatsapp-web: main/200176, code 409',
  },
  'not-linked-here': {
    code: 'not-found',
    says: 'The group is not linked to this community.',
    provenance: 'inferred',
    source: 'whatsapp-web: main/682607, code 404',
  },
  'not-on-whatsapp': {
    code: 'unprocessable',
    says: 'Somebody who is not on WhatsApp can do nothing there.',
    provenance: 'assumed',
  },
  'join-approval-off': {
    code: 'unprocessable',
    says: 'The group has no join approval: its link lets people in at once.',
    provenance: 'assumed',
  },
  'lid-taken': {
    code: 'conflict',
    says: 'The LID is that of another person.',
    provenance: 'assumed',
  },
  'no-join-request': {
    code: 'not-found',
    says: 'There is no join request of this person.',
    provenance: 'inferred',
    source: 'whatsapp-web: main/57950, code 404',
  },
} as const satisfies Record<string, Rule>;

/** The name of a rule, as `X-Mock-Rule` tells it. */
export type RuleName = keyof typeof RULES;

/** The world says no to a whole request. Nothing was changed. */
export class Refusal extends Error {
  override name = 'Refusal';
  readonly rule: RuleName;
  readonly code: RefusalCode;

  /** `detail` is a sentence with the value that was received. */
  constructor(rule: RuleName, detail = '', code: RefusalCode = RULES[rule].code) {
    super(detail === '' ? RULES[rule].says : `${RULES[rule].says} ${detail}`);
    this.rule = rule;
    this.code = code;
  }
}

/** The refusal of a caller who does not take part; its code is a ruling. */
export function notAParticipant(world: World): Refusal {
  const code = world.rulings['not-participant'] === '404' ? 'not-found' : 'forbidden';
  return new Refusal('not-a-participant', '', code);
}
