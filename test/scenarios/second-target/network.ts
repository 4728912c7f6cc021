import { randomInt } from 'node:crypto';
import type { Choices } from './choices.ts';

/** Who belongs to what on this WhatsApp, and what happens there; it knows nothing of HTTP. */

export type Rank = 'member' | 'admin' | 'creator';
export type Kind = 'group' | 'announcement' | 'community';

/** A group, an announcement group or a community. People are called by their numbers. */
export interface Group {
  readonly jid: string;
  readonly kind: Kind;
  readonly owner: string;
  readonly made: string;
  name: string;
  topic: string;
  announce: boolean;
  locked: boolean;
  approval: boolean;
  mode: 'all' | 'admin';
  timer: number;
  picture: string | null;
  link: string;
  readonly deadLinks: Set<string>;
  /** In the order in which they came. */
  readonly members: Map<string, Rank>;
  /** Whom admins removed, who waits for approval, and how often somebody left. */
  readonly removed: Set<string>;
  readonly asking: Set<string>;
  readonly departures: Map<string, number>;
  /** Of a community those whom only its groups brought. */
  readonly brought: Set<string>;
  community: Group | undefined;
}

/** A change that those who take part are told of. */
export interface News {
  readonly group: Group;
  readonly sender: string | null;
  /** Who is told; those who take part unless given. */
  readonly to?: readonly string[];
  readonly said: Readonly<Record<string, unknown>>;
}

/** Says no to a whole request. */
export class No extends Error {
  readonly status: 400 | 403 | 404 | 409 | 410 | 415 | 422;
  /** Why, in the words of whoever asks why. */
  readonly rule: string;
  constructor(status: No['status'], rule = '') {
    super(String(status));
    this.status = status;
    this.rule = rule;
  }
}

/** Who may do what to a group, an announcement group and a community: `*` everybody in it, `A` admins, `u` admins unless it is unlocked, `m` admins unless all add, `a` all but admins, `c` all but the creator, `-` nobody. */
const RIGHTS = {
  read: '***',
  add: 'mAA',
  remove: 'AAA',
  promote: 'AAA',
  demote: 'AAA',
  name: 'u-A',
  topic: 'u-A',
  picture: 'u-A',
  announcement: 'A--',
  member_add_mode: 'A--',
  locked: 'A-A',
  join_approval: 'A-A',
  timer: 'u--',
  link: 'AAA',
  leave: '*ac',
  hold: '--A',
  linked: 'A--',
} as const;

export type Deed = keyof typeof RIGHTS;

const KINDS: readonly Kind[] = ['group', 'announcement', 'community'];

/** Throws when somebody may not do this to a group. */
export function mayDo(deed: Deed, group: Group, who: string): void {
  const rank = group.members.get(who);
  if (rank === undefined) throw new No(403, 'not-a-participant');
  const right = RIGHTS[deed][KINDS.indexOf(group.kind)];
  const isAdmin = rank !== 'member';
  if (right === '-') throw new No(422, NOT_ON[group.kind]);
  if (right === 'a' && isAdmin) throw new No(422, 'admins-stay-in-announcement-group');
  if (right === 'c' && rank === 'creator') throw new No(422, 'creator-stays-in-community');
  const isOpen = (right === 'u' && !group.locked) || (right === 'm' && group.mode === 'all');
  if ('Aum'.includes(String(right)) && !isAdmin && !isOpen) throw new No(403, NOT_OPEN[String(right)]);
}

const NOT_ON = {
  group: 'not-a-community',
  announcement: 'not-on-announcement-group',
  community: 'not-on-community',
};

const NOT_OPEN: Readonly<Record<string, string>> = {
  A: 'not-an-admin',
  u: 'group-is-locked',
  m: 'only-admins-add',
};

/** All groups, and what is told of them. */
export function createNetwork({ digitsOfJid: digits, linkLength }: Choices, tell: (news: News) => void) {
  /** A code of letters and digits. */
  const newCode = () => Array.from({ length: linkLength }, () => LETTERS[randomInt(LETTERS.length)]).join('');
  const groups = new Map<string, Group>();
  /** The links of groups that have ended. */
  const ended = new Set<string>();

  const make = (kind: Kind, name: string, owner: string, more: Partial<Group> = {}): Group => {
    let jid = '';
    while (jid === '' || groups.has(jid))
      jid = `12036${randomInt(10 ** 9, 10 ** 10 - 1)}`.padEnd(digits, String(randomInt(10))).concat('@g.us');
    const group: Group = {
      jid,
      kind,
      owner,
      name,
      made: `${new Date().toISOString().slice(0, 19)}Z`,
      topic: '',
      announce: kind === 'announcement',
      locked: false,
      approval: false,
      mode: 'all',
      timer: 0,
      picture: null,
      link: newCode(),
      deadLinks: new Set(),
      members: new Map([[owner, 'creator']]),
      removed: new Set(),
      asking: new Set(),
      departures: new Map(),
      brought: new Set(),
      community: undefined,
      ...more,
    };
    groups.set(jid, group);
    return group;
  };

  const announcementOf = (community: Group) => {
    for (const one of groups.values())
      if (one.kind === 'announcement' && one.community === community) return one;
    throw new Error('a community without an announcement group');
  };
  const linkedTo = (community: Group) =>
    [...groups.values()].filter((one) => one.kind === 'group' && one.community === community);

  /** Whoever comes into a group of a community comes into the community. */
  const enter = (group: Group, who: string, sender: string, reason = ''): void => {
    if (group.members.has(who)) return;
    group.removed.delete(who);
    group.asking.delete(who);
    enterAlone(group, who, sender, reason);
    const { community } = group;
    if (community === undefined) return;
    if (group.kind === 'announcement') community.brought.delete(who);
    else if (!community.members.has(who)) community.brought.add(who);
    if (community.members.has(who)) return;
    const why = group.kind === 'group' ? 'linked_group_join' : reason;
    enter(community, who, sender, why);
    if (group.kind === 'group') {
      enterAlone(announcementOf(community), who, sender, why);
      community.brought.add(who);
    }
  };
  const enterAlone = (group: Group, who: string, sender: string, reason: string) => {
    if (group.members.has(who)) return;
    group.members.set(who, 'member');
    tell({
      group,
      sender,
      to: [...group.members.keys()].filter((one) => one !== who),
      said: { join: [who], join_reason: reason },
    });
    tell({ group, sender, to: [who], said: { joined: { reason, type: '' } } });
  };

  const out = (group: Group, who: string, sender: string): void => {
    const to = [...group.members.keys()];
    if (!group.members.delete(who)) return;
    tell({ group, sender, to, said: { leave: [who] } });
    const [heir] = group.members.keys();
    const isLed = [...group.members.values()].some((rank) => rank !== 'member');
    if (heir === undefined && group.kind === 'group') {
      groups.delete(group.jid);
      ended.add(group.link);
      tell({ group, sender: null, to: [who], said: { delete: { reason: '' } } });
    } else if (heir !== undefined && !isLed) {
      group.members.set(heir, 'admin');
      tell({ group, sender: null, said: { promote: [heir] } });
    }
  };

  /** Out of a community is out of all of it; out of the last group that brought somebody is out of the community. */
  const exit = (group: Group, who: string, sender: string): void => {
    if (group.kind === 'community') {
      for (const one of [...linkedTo(group), announcementOf(group), group]) out(one, who, sender);
      return;
    }
    out(group, who, sender);
    const { community } = group;
    if (group.kind === 'announcement' || community === undefined || !community.brought.has(who)) return;
    if (!linkedTo(community).some(({ members }) => members.has(who))) exit(community, who, sender);
  };

  return {
    groups,
    ended,
    announcementOf,
    exit,
    out,
    /** The group of a JID, if somebody may do this there. */
    find(deed: Deed, jid: string, who: string): Group {
      const group = groups.get(jid);
      if (group === undefined) throw new No(404, 'no-such-group');
      mayDo(deed, group, who);
      return group;
    },
    /** Where people land who are added to a group. */
    doorOf: (group: Group) => (group.kind === 'community' ? announcementOf(group) : group),
    make(name: string, owner: string, options: Partial<Group>, parent?: Group): Group {
      const group = make('group', name, owner, { ...options, community: parent });
      if (parent !== undefined && !parent.members.has(owner)) enter(parent, owner, owner);
      return group;
    },
    makeCommunity(name: string, owner: string, options: Partial<Group>): Group {
      const community = make('community', name, owner, options);
      make('announcement', name, owner, { community });
      return community;
    },
    enter,
    /** Puts the members of a group into a community. */
    link(group: Group, community: Group, sender: string): void {
      group.community = community;
      for (const who of group.members.keys()) {
        if (community.members.has(who)) continue;
        community.brought.add(who);
        enterAlone(community, who, sender, 'auto_add');
        enterAlone(announcementOf(community), who, sender, 'auto_add');
      }
    },
    /** Who came with it stays. */
    unlink(group: Group, community: Group): void {
      group.community = undefined;
      for (const who of group.members.keys()) community.brought.delete(who);
    },
    siblingsOf: (group: Group) =>
      group.community === undefined ? [] : linkedTo(group.community).filter((one) => one !== group),
    newCode,
  };
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
