import { LIMITS } from '../../spec/facts/index.ts';
import { fill, nameGroup } from '../scenarios/stage.ts';
import { given } from '../wire/given.ts';
import { toLinkCode } from '../wire/invite.ts';
import { fromTraits } from '../wire/person.ts';
import { toSettings } from '../wire/settings.ts';
import {
  type Act,
  apply,
  changeGroup,
  changePerson,
  type Founding,
  type GroupJid,
  invite,
  meetByNumber,
  type Phone,
  performOnPhone,
  setDeviceState,
  type World,
} from '../world/index.ts';
import { attempt, mustSucceed, mustWait } from './attempt.ts';
import { type Cast, createCast, type Named } from './cast.ts';
import { LISTS, listOf, mustMakeSense } from './sense.ts';
import { type Community, type Group, type WorldFile, WorldFileError } from './world-file.ts';

type Individual = NonNullable<WorldFile['people']>[string];

/** A JPEG for those who do not care which. */
const PICTURE = '/9j/4AAQSkZJRg==';

/** By these row codes somebody cannot be added, and may still come by the link. */
const COMES_BY_LINK: readonly (number | undefined)[] = [401, 403];

/**
 * Has everybody do what makes a new world that of the file. Its shape was found to be right. Throws a `WorldFileError`;
 * the world is then half-made.
 */
export function playWorldFile(world: World, file: WorldFile): void {
  const cast = createCast(file, world);
  for (const phone of cast.phones) meetByNumber(world, phone);
  mustMakeSense(world, file, cast);
  const people = { accounts: file.accounts ?? {}, people: file.people ?? {} };
  for (const [list, named] of Object.entries(people))
    for (const [name, one] of Object.entries(named)) introduce(world, cast, `${list}.${name}`, name, one);

  const [first = ''] = world.devices.keys();
  for (const [name, group] of Object.entries(file.groups ?? {}))
    playGroup({ world, cast, field: `groups.${name}`, name, creator: first }, group);
  for (const [name, community] of Object.entries(file.communities ?? {}))
    playCommunity({ world, cast, field: `communities.${name}`, name, creator: first }, community);

  for (const [name, { device }] of Object.entries(file.accounts ?? {})) {
    const own = world.devices.get(cast.phoneOf('accounts', name));
    if (own !== undefined && device !== undefined) apply(world, setDeviceState(own, device));
  }
}

/** A group that is made, and by whom unless it says so itself. */
interface Making {
  readonly world: World;
  readonly cast: Cast;
  readonly field: string;
  readonly name: string;
  readonly creator: Phone;
}

function introduce(world: World, cast: Cast, field: string, name: string, one: Individual): void {
  const phones = (list: 'contacts' | 'blocked') =>
    one[list]?.map((person, index) => cast.phoneOf(`${field}.${list}[${index}]`, person));
  const traits = fromTraits(
    world,
    given({ ...one, contacts: phones('contacts'), blocked: phones('blocked') }),
  );
  const phone = cast.phoneOf(field, name);
  attempt(field, one.lid ?? name, () => apply(world, changePerson(world, phone, traits)));
}

function playCommunity(making: Making, community: Community): void {
  const { world, cast, field } = making;
  const creator = creatorOf(making, community);
  const jid = create(making, community, creator, (founding) => ({ do: 'create-community', ...founding }));
  for (const [name, group] of Object.entries(community.groups ?? {}))
    playGroup({ world, cast, field: `${field}.groups.${name}`, name, creator }, group, jid);
  carryOn(making, community, jid, creator);
}

function playGroup(making: Making, group: Group, parent?: string): void {
  const creator = creatorOf(making, group);
  const jid = create(making, group, creator, (founding) => ({ do: 'create-group', ...founding, parent }));
  carryOn(making, group, jid, creator);
  for (const [index, { person, code }] of (group.private_invites ?? []).entries())
    handInvite(making, `${making.field}.private_invites[${index}]`, jid, { creator, person, code });
  if (group.full === true) attempt(`${making.field}.full`, true, () => fill(making.world, jid));
}

function creatorOf({ cast, field, creator }: Making, group: Group | Community): Phone {
  return group.creator === undefined ? creator : cast.phoneOf(`${field}.creator`, group.creator);
}

/** Makes it with all who are ever to be in it, and with its admins. Returns its JID. */
function create(
  making: Making,
  group: Group | Community,
  creator: Phone,
  toAct: (founding: Founding) => Act,
): string {
  const { world, field, name } = making;
  const [admins = [], ...others] = LISTS.map((list) => listOf(making.cast, field, group, list));
  const seen = new Set([creator]);
  const people = [...admins, ...others.flat()].filter(({ phone }) => !seen.has(phone) && seen.add(phone));
  const settings = { ...toSettings(group), name: isForeign(group) ? name : (group.name ?? name) };
  const founding: Founding = {
    settings,
    people: people.map(({ phone }) => phone),
    jid: group.jid,
    inviteCode: group.invite_link === undefined ? undefined : toLinkCode(group.invite_link),
  };
  const { group: made, rows } = attempt(
    `${field}${group.name === undefined ? '' : '.name'}`,
    settings.name,
    () => performOnPhone(world, creator, toAct(founding)),
  );
  nameGroup(world, name, made);
  for (const { person, error } of rows) {
    const one = people.find(({ phone }) => phone === person.phone) ?? { field, phone: person.phone };
    if (COMES_BY_LINK.includes(error)) join(making, one, made, creator);
    else mustSucceed(one, error);
  }
  if (admins.length > 0) actOn(world, creator, 'promote', made, admins);
  return made;
}

/** What happens in it once it is there. */
function carryOn(making: Making, group: Group | Community, jid: GroupJid, creator: Phone): void {
  const { world, cast, field } = making;
  const { addressing_mode: addressing, picture = false, join_requests = [], dead_links = 0 } = group;
  apply(world, changeGroup(world, jid, { addressing, name: isForeign(group) ? group.name : undefined }));
  if (picture !== false) {
    const image = picture === true ? PICTURE : picture;
    attempt(`${field}.picture`, picture, () =>
      performOnPhone(world, creator, { do: 'set-picture', group: jid, image }),
    );
  }
  for (const [index, request] of join_requests.entries()) {
    const at = `${field}.join_requests[${index}]`;
    const wanted = typeof request === 'string' ? { person: request, added_by: undefined } : request;
    const phone = cast.phoneOf(at, wanted.person);
    if (wanted.added_by === undefined) {
      attempt(at, request, () => performOnPhone(world, phone, { do: 'ask', by: { group: jid } }));
      continue;
    }
    const adder = cast.phoneOf(`${at}.added_by`, wanted.added_by);
    const act: Act = { do: 'add', group: jid, people: [phone] };
    const { rows } = attempt(at, request, () => performOnPhone(world, adder, act));
    mustWait({ field: at, phone }, rows[0]?.error);
  }
  actOn(world, creator, 'remove', jid, listOf(cast, field, group, 'removed'));
  for (let times = 0; times < dead_links; times += 1)
    attempt(`${field}.dead_links`, dead_links, () =>
      performOnPhone(world, creator, { do: 'reset-link', group: jid }),
    );
  for (const one of listOf(cast, field, group, 'left')) {
    if (world.groups.get(jid)?.members.has(one.phone) === false) join(making, one, jid, creator);
    attempt(one.field, one.phone, () => performOnPhone(world, one.phone, { do: 'leave', group: jid }));
  }
}

function handInvite(
  { world, cast }: Making,
  field: string,
  jid: GroupJid,
  { creator, person, code }: { creator: Phone; person: string; code: string },
): void {
  if (world.privateInvites.has(code)) {
    const message = 'is the code of another private invite already';
    throw new WorldFileError([{ field: `${field}.code`, message, value: code }]);
  }
  apply(world, [invite(world, jid, creator, cast.phoneOf(`${field}.person`, person), code)]);
}

/** Nobody can give a group such a name; the file says that it has one all the same. */
function isForeign({ name = '' }: Group | Community): boolean {
  return [...name].length > LIMITS['name-length'].most;
}

/** By the link, and with the creator's approval where it takes one. */
function join({ world }: Making, { field, phone }: Named, jid: GroupJid, creator: Phone): void {
  attempt(field, phone, () => performOnPhone(world, phone, { do: 'join', by: { group: jid } }));
  if (world.groups.get(jid)?.joinRequests.has(phone))
    attempt(field, phone, () => performOnPhone(world, creator, { do: 'approve', group: jid, person: phone }));
}

function actOn(
  world: World,
  who: Phone,
  act: 'promote' | 'remove',
  group: GroupJid,
  people: readonly Named[],
): void {
  for (const one of people) {
    const { rows } = attempt(one.field, one.phone, () =>
      performOnPhone(world, who, { do: act, group, people: [one.phone] }),
    );
    mustSucceed(one, rows[0]?.error);
  }
}
