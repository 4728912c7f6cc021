import { codeIn, DoesNotFit, toPerson } from './bodies.ts';
import type { Choices } from './choices.ts';
import { type createNetwork, type Deed, type Group, mayDo, type News, No } from './network.ts';
import { change, inCommunity } from './participants.ts';
import { fromLid, show, showPerson, showWhole } from './show.ts';

/** What an operation is about, and what it may use. */
export interface Ask {
  readonly me: string;
  readonly jid: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly network: ReturnType<typeof createNetwork>;
  readonly choices: Choices;
  readonly tell: (news: News) => void;
  readonly count: () => number;
}

/** What an operation answers. */
export type Done = readonly [status: number, body: object];

/** The group and community operations. */
export const OPERATIONS: Readonly<Record<string, (ask: Ask) => Done>> = {
  listGroups({ network, me, choices }) {
    const mine = [...network.groups.values()].filter(({ members }) => members.has(me));
    return [200, { groups: choices.shuffle(mine).map((group) => show(group, choices)) }];
  },
  getGroup: (ask) => [200, { group: showWhole(ask.network.find('read', ask.jid, ask.me), ask.choices) }],
  createGroup,
  createCommunity({ network, me, body, choices, tell }) {
    const community = network.makeCommunity(String(body.name), me, {});
    const others = namesIn(body.participants).filter((one) => one !== me);
    found(community, network, tell);
    for (const who of others) network.enter(network.announcementOf(community), who, me);
    const told = choices.communityTold === 'whole' ? showWhole(community, choices) : {};
    return [201, { community: told }];
  },
  updateGroup,
  addGroupParticipants: (ask) => [200, { participants: change(ask, ask.body.action ?? 'add') }],
  removeGroupParticipants: (ask) => [200, { participants: change(ask, ask.body.action ?? 'remove') }],
  addCommunityParticipants: (ask) => inCommunity(ask, 'add'),
  removeCommunityParticipants: (ask) => inCommunity(ask, 'remove'),
  getGroupInviteLink({ network, jid, me }) {
    const group = network.find('link', jid, me);
    return [200, { group_jid: jid, invite_link: toLink(group) }];
  },
  resetGroupInviteLink({ network, jid, me, tell }) {
    const group = network.find('link', jid, me);
    group.deadLinks.add(group.link);
    group.link = network.newCode();
    tell({ group, sender: me, said: { new_invite_link: toLink(group) } });
    return [200, { group_jid: jid, invite_link: toLink(group), reset_at: new Date().toISOString() }];
  },
  joinGroup,
  leaveGroup({ network, jid, me }) {
    const group = network.find('leave', jid, me);
    const door = network.doorOf(group);
    door.departures.set(me, (door.departures.get(me) ?? 0) + 1);
    network.exit(group, me, me);
    return [200, {}];
  },
  setGroupEphemeral({ network, jid, me, body, tell }) {
    const group = network.find('timer', jid, me);
    const isNew = group.timer !== body.duration_seconds;
    group.timer = Number(body.duration_seconds);
    if (isNew) tell({ group, sender: me, said: { ephemeral_seconds: group.timer } });
    return [200, { duration_seconds: group.timer }];
  },
  setGroupPicture({ network, jid, me, body, choices, count }) {
    const group = network.find('picture', jid, me);
    if (!isJpeg(Buffer.from(String(body.image_base64), 'base64'))) throw new No(choices.noJpeg, 'not-a-jpeg');
    group.picture = choices.pictureId(count());
    if (group.kind === 'community') network.announcementOf(group).picture = group.picture;
    return [200, { picture_id: group.picture }];
  },
  linkGroup({ network, jid, me, body, choices, tell }) {
    const child = network.groups.get(String(body[choices.childField]));
    const community = network.find('hold', jid, me);
    if (child === undefined) throw new No(404, 'no-such-group');
    mayDo('linked', child, me);
    if (child.community !== undefined) throw new No(409, 'linked-already');
    tellLink('link', child, community, { me, network, choices, tell });
    network.link(child, community, me);
    return [200, {}];
  },
  unlinkGroup({ network, jid, me, body, choices, tell }) {
    const child = network.groups.get(String(body[choices.childField]));
    const community = network.find('hold', jid, me);
    if (child === undefined) throw new No(404, 'no-such-group');
    mayDo('linked', child, me);
    if (child.community !== community) throw new No(404, 'not-linked-here');
    tellLink('unlink', child, community, { me, network, choices, tell });
    network.unlink(child, community);
    return [200, {}];
  },
};

function createGroup({ network, me, body, choices, tell }: Ask): Done {
  const options = Object(body.options ?? {}) as Record<string, unknown>;
  const others = namesIn(body.participants).filter((one) => one !== me);
  const parent = options.parent_jid == null ? undefined : network.groups.get(String(options.parent_jid));
  if (options.parent_jid != null && parent === undefined) throw new No(404, 'no-such-group');
  if (parent !== undefined) mayDo('hold', parent, me);
  if (options.community === true && (parent !== undefined || options.announcement === true))
    throw new No(422, 'community-in-community');
  if (others.length === 0 && choices.alone !== 'made' && options.community !== true)
    throw new No(choices.alone);
  const settings = { locked: options.locked === true, approval: options.join_approval === true };
  const name = String(body.name);
  const isCommunity = options.community === true;
  const group = isCommunity
    ? network.makeCommunity(name, me, settings)
    : network.make(name, me, { ...settings, announce: options.announcement === true });
  for (const who of others) if (!isCommunity && !who.endsWith('@lid')) group.members.set(who, 'member');
  found(group, network, tell);
  if (isCommunity) for (const who of others) network.enter(network.announcementOf(group), who, me);
  if (parent !== undefined) {
    tellLink('link', group, parent, { me, network, choices, tell });
    network.link(group, parent, me);
  }
  const unknown = unknownIn(body.participants).map((jid) => ({
    ...showPerson(jid, group, choices),
    ...(choices.codes && { error: choices.rowCodes[404] ?? 404 }),
  }));
  const told = showWhole(group, choices);
  return [201, { group: { ...told, participants: [...told.participants, ...unknown] } }];
}

function updateGroup({ network, jid, me, body, choices, tell }: Ask): Done {
  const {
    name,
    description,
    topic = description,
    announcement,
    locked,
    join_approval,
    member_add_mode,
  } = body;
  const given = { name, topic, announcement, locked, join_approval, member_add_mode };
  const wanted = Object.entries(given).filter(([, value]) => value !== undefined);
  if (wanted.length === 0) throw new No(400);
  if (description !== undefined && description !== topic)
    throw new DoesNotFit([{ field: 'description', value: description }]);
  network.find('read', jid, me);
  for (const [deed] of wanted) network.find(deed as Deed, jid, me);
  const group = network.find('read', jid, me);
  const said: Record<string, unknown> = {};
  for (const [deed, value] of wanted) {
    const [field, word] = SETTINGS[deed] ?? ['name', 'name'];
    if (word !== undefined && (group[field] !== value || choices.sameValue === 'told')) said[word] = value;
    Object.assign(group, { [field]: value });
  }
  if (join_approval === false) group.asking.clear();
  const both = group.kind === 'community' ? [group, network.announcementOf(group)] : [group];
  for (const one of both) Object.assign(one, { name: group.name, topic: group.topic });
  const parts = choices.oneEventASetting
    ? Object.entries(said).map(([word, value]) => ({ [word]: value }))
    : [said];
  for (const part of parts) if (Object.keys(part).length > 0) tell({ group, sender: me, said: part });
  const { name: newName, topic: newTopic } = said;
  const shared = Object.entries({ name: newName, topic: newTopic }).filter(([, one]) => one !== undefined);
  if (shared.length > 0)
    for (const one of both.slice(1)) tell({ group: one, sender: me, said: Object.fromEntries(shared) });
  return [200, { group: show(group, choices) }];
}

/** Where a setting is kept, and how events call it. */
const SETTINGS: Readonly<Record<string, readonly [keyof Group, string?]>> = {
  name: ['name', 'name'],
  topic: ['topic', 'topic'],
  announcement: ['announce', 'announce'],
  locked: ['locked', 'locked'],
  join_approval: ['approval', 'join_approval'],
  member_add_mode: ['mode'],
};

function joinGroup({ network, me, body, choices }: Ask): Done {
  if (body.link === undefined) {
    if ((body.code ?? body.invite_code) === undefined || !body.group_jid || !body.inviter_jid)
      throw new No(400);
    throw new No(404, 'no-such-invite');
  }
  const code = codeIn(body.link);
  const dead = [...network.groups.values()].find(({ deadLinks }) => deadLinks.has(String(code)));
  if (dead !== undefined) throw new No(410, 'invite-link-reset');
  const group = [...network.groups.values()].find(({ link }) => link === code);
  if (group === undefined && network.ended.has(String(code))) throw new No(404, 'no-such-group');
  if (group === undefined) throw new No(choices.unknownLink, 'no-such-invite');
  const door = network.doorOf(group);
  if (door.members.has(me)) throw new No(409, 'already-a-member');
  if (group.removed.has(me) || door.removed.has(me) || group.community?.removed.has(me))
    throw new No(403, 'removed-by-admin');
  const asks = group.kind === 'announcement' ? group.community : group;
  const isPending = asks?.approval === true;
  if (isPending) group.asking.add(me);
  else network.enter(door, me, me, 'invite');
  return [200, { pending_approval: isPending, group_jid: group.jid }];
}

function found(group: Group, network: Ask['network'], tell: Ask['tell']): void {
  const both = group.kind === 'community' ? [group, network.announcementOf(group)] : [group];
  for (const one of both)
    tell({ group: one, sender: group.owner, said: { joined: { reason: '', type: 'new' } } });
}

function tellLink(
  kind: 'link' | 'unlink',
  child: Group,
  community: Group,
  { me, network, choices, tell }: Pick<Ask, 'me' | 'network' | 'choices' | 'tell'>,
): void {
  const about = (group: Group, type: string, jid: string) =>
    tell({ group, sender: me, said: { [kind]: { type, jid } } });
  const sides = [
    () => about(community, 'sub_group', child.jid),
    () => about(child, 'parent_group', community.jid),
  ];
  for (const side of choices.childFirst ? sides.reverse() : sides) side();
  const others = [...network.groups.values()].filter(
    (one) => one.kind === 'group' && one.community === community && one !== child,
  );
  for (const one of others) about(one, 'sibling_group', child.jid);
}

/** The LIDs of nobody. */
function unknownIn(list: unknown): string[] {
  const named = (list as string[]).map((one) => toPerson(one) ?? '');
  return named.filter((one) => one.endsWith('@lid') && fromLid(one) === undefined);
}

function namesIn(list: unknown): string[] {
  const named = (Array.isArray(list) ? list : []).map((one) => toPerson(String(one)) ?? '');
  return [...new Set(named.map((one) => fromLid(one) ?? one))].filter((one) => !one.endsWith('@lid'));
}

/** A JPEG begins and ends as one, and has an image in it. */
function isJpeg(bytes: Buffer): boolean {
  return (
    bytes.subarray(0, 3).toString('hex') === 'ffd8ff' &&
    bytes.includes('ffda', 0, 'hex') &&
    bytes.subarray(-2).toString('hex') === 'ffd9'
  );
}

function toLink({ link }: Group): string {
  return `https://chat.whatsapp.com/${link}`;
}
