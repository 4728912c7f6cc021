import { assumed, inferred, type Known } from './known.ts';

/** How groups and communities behave, a sentence for each rule that no other table holds. */
export const BEHAVIOURS = {
  'new-group-is-open': {
    says: 'A group that is made without options is open: no admins only, not locked, without join approval.',
    ...inferred('whatsmeow: group.go, CreateGroup'),
  },
  'names-are-not-unique': {
    says: 'Two groups of the same name are two groups.',
    ...inferred('whatsmeow: group.go, CreateGroup'),
  },
  'creator-is-super-admin': {
    says: 'Whoever makes a group or a community is its super admin, of the announcement group too.',
    ...inferred('whatsmeow: group.go, CreateGroup'),
  },
  'made-by-others': {
    says: 'A group that somebody else makes with an account in it is in the list of that account.',
    ...inferred('whatsmeow: group.go, CreateGroup'),
  },
  'topic-can-be-empty': {
    says: 'An empty topic clears the topic.',
    ...inferred('whatsmeow: group.go, SetGroupTopic'),
  },
  'picture-id-is-new': {
    says: 'Each picture has an id of its own, also when it is the same image again.',
    ...inferred('whatsmeow: group.go, SetGroupPhoto'),
  },
  'hidden-number': {
    says: 'Somebody whose number is hidden is told by their LID, and their number is empty.',
    ...inferred('whatsmeow: types/group.go, GroupParticipant'),
  },
  'number-changes': {
    says: 'Somebody who changes their number stays in their groups, with their rank and their LID, and is told by the new number.',
    ...assumed,
  },
  'lid-group': {
    says: 'A group that is addressed by LID tells everybody by their LID, with their number beside it.',
    ...inferred('whatsmeow: group.go, parseParticipant'),
  },
  'lid-group-events': {
    says: 'The events of a group that is addressed by LID tell LIDs alone.',
    ...inferred('whatsmeow: group.go, parseGroupChange'),
  },
  'anonymous-announcements': {
    says: 'In an announcement group that is addressed by LID a plain member sees no number but their own; admins see all.',
    ...inferred('whatsmeow: group.go, IsIncognito'),
  },
  'rows-fail-alone': {
    says: 'When one row cannot be carried out, the request succeeds and the other rows are carried out.',
    ...inferred('whatsapp-web: main/677303'),
  },
  'creator-left': {
    says: 'After the creator has left, a group may have no super admin.',
    ...inferred('whatsapp-web: app/492006'),
  },
  'only-admin-leaves': {
    says: 'When the only admin leaves, another member becomes admin, not super admin.',
    ...inferred('faq: 526742385997912'),
  },
  'left-comes-back': {
    says: 'Whoever left comes back by the same link, as a plain member.',
    ...inferred('whatsapp-web: main/148999'),
  },
  'group-admins-have-no-limit': {
    says: 'A group can have as many admins as members.',
    ...inferred('whatsapp-web: main/13727'),
  },
  'approval-makes-a-request': {
    says: 'Where join approval is on, the link makes a join request, and whoever asked is no member yet.',
    ...inferred('faq: 1110600769849613'),
  },
  'request-ends': {
    says: 'A join request ends when an admin decides, when the person takes it back or is added, and when approval is turned off.',
    ...inferred('whatsapp-web: app/193970'),
  },
  'community-has-announcement-group': {
    says: 'A community is made together with its announcement group, which has the same name.',
    ...inferred('whatsmeow: types/group.go, IsDefaultSubGroup'),
  },
  'community-renames-announcement-group': {
    says: 'Renaming a community renames its announcement group.',
    ...inferred('whatsapp-web: main/771972'),
  },
  'list-is-flat': {
    says: 'Communities, announcement groups and linked groups are listed side by side, for every member.',
    ...inferred('whatsmeow: group.go, GetJoinedGroups'),
  },
  'community-lists-admins': {
    says: 'The participants of a community are its admins only, while its count is that of all members.',
    ...inferred('whatsmeow: types/group.go, ParticipantCount'),
  },
  'community-roles-are-one': {
    says: 'An admin of a community is an admin of its announcement group, and the other way round.',
    ...inferred('whatsapp-web: app/492006, app/572147'),
  },
  'community-promotes-both': {
    says: 'Promoting in a community makes an admin of it and of its announcement group.',
    ...inferred('whatsapp-web: main/507877'),
  },
  'community-demotes-both': {
    says: 'Demoting in a community makes a plain member of it and of its announcement group.',
    ...inferred('whatsapp-web: main/659862'),
  },
  'community-removes-everywhere': {
    says: 'Whoever is removed from a community is out of its announcement group and of all its groups.',
    ...inferred('whatsapp-web: main/650348'),
  },
  'community-is-left-whole': {
    says: 'Leaving a community leaves its announcement group and every group of it.',
    ...inferred('whatsapp-web: main/24957'),
  },
  'last-linked-group': {
    says: 'Whoever came with a linked group is out of the community when they are out of the last linked group.',
    ...inferred('whatsapp-web: main/736371'),
  },
  'made-inside-is-linked': {
    says: 'A group that is made inside a community is linked to it, and its members belong to the community.',
    ...inferred('whatsmeow: group.go, ReqCreateGroup'),
  },
  'linking-brings-members': {
    says: 'Linking a group puts its members into the community, except those whose privacy forbids it.',
    ...inferred('whatsapp-web: main/621880'),
  },
  'linked-group-brings-members': {
    says: 'Whoever comes into a linked group comes into the community and its announcement group.',
    ...inferred('whatsapp-web: main/148999'),
  },
  'unlinking-keeps-the-group': {
    says: 'A group that is unlinked keeps its name, its members and their roles, and stands alone from then on.',
    ...inferred('whatsapp-web: main/682607'),
  },
  'own-deeds-are-told': {
    says: 'Whoever does something in a group is told of it by an event too, as the others are.',
    ...assumed,
  },
  'told-together': {
    says: 'What WhatsApp is asked for at once is told in one event, and of what stays the same nothing is told.',
    ...assumed,
  },
  events: {
    says: 'Each account is told of what happens in its groups by the events group.joined and group.info, in order.',
    ...inferred('whatsmeow: types/events/events.go, GroupInfo and JoinedGroup'),
  },
} as const satisfies Record<string, { says: string } & Known>;
