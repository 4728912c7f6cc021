import { assumed, inferred, type Known } from './known.ts';

/** How much or how many there can be, or how long something lasts. */
interface Limit extends Known {
  readonly says: string;
  readonly most: number;
}

/** Every limit of WhatsApp that the mock keeps. Four of them are rulings too, so that a world can have them otherwise. */
export const LIMITS = {
  'name-length': {
    says: 'The longest name of a group, in characters',
    most: 100,
    ...inferred('faq: 3242937609289432'),
  },
  'topic-length': {
    says: 'The longest topic of a group, in characters',
    most: 2048,
    ...inferred('whatsapp-web: group_description_length'),
  },
  'group-members': {
    says: 'The most members of a group, its creator counted',
    most: 1024,
    ...inferred('faq: 3242937609289432'),
  },
  'community-members': {
    says: 'The most members of a community',
    most: 5000,
    ...inferred('whatsapp-web: community_announcement_group_size_limit'),
  },
  'community-groups': {
    says: 'The most groups in a community, its announcement group not counted',
    most: 100,
    ...inferred('whatsapp-web: parent_group_link_limit'),
  },
  'community-admins': {
    says: 'The most admins of a community, its creator counted',
    most: 20,
    ...inferred('whatsapp-web: parent_group_admins_limit'),
  },
  'private-invite-hours': {
    says: 'For how many hours a private invite lets the invited person in',
    most: 72,
    ...inferred('whatsmeow: group.go, JoinGroupWithInvite'),
  },
  'cool-down-hours': {
    says: 'For how many hours somebody who left twice within as many hours cannot be added',
    most: 24,
    ...inferred('whatsapp-web: main/501354'),
  },
  'invite-code-length': { says: 'The letters and digits of an invite link', most: 22, ...assumed },
  'private-invite-code-length': { says: 'The characters of a private invite', most: 16, ...assumed },
} as const satisfies Record<string, Limit>;

/** The name of a limit. */
export type LimitName = keyof typeof LIMITS;
