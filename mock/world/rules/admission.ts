import { LIMITS, type RowCode } from '../../../spec/facts/index.ts';
import { HOUR, momentAfter } from '../clock.ts';
import type { Change, Rows } from '../decision.ts';
import { refuse } from '../refusals.ts';
import { type Group, isAdmin } from '../state/group.ts';
import type { GroupJid, Phone } from '../state/id.ts';
import { letsAdd, type Person } from '../state/person.ts';
import { communityOf, groupOf, roomIn } from '../state/reading.ts';
import type { World } from '../state/world.ts';
import { enterWithCommunity } from './communities.ts';
import { ask } from './join-requests.ts';

/** Somebody tries to add somebody to a group. */
interface Attempt {
  world: World;
  group: Group;
  adder: Phone;
  person: Person;
}

/** After leaving twice within this time, a person cannot be added for as long. */
const COOL_DOWN = LIMITS['cool-down-hours'].most * HOUR;

/** How long a private invite is valid. */
const PRIVATE_INVITE_VALID = LIMITS['private-invite-hours'].most * HOUR;

const NEVER = Number.NEGATIVE_INFINITY;

/** Why adding a person fails, the first that holds. Only that row fails; the others are carried out. */
const ROW_RULES: readonly { code: RowCode; when: (attempt: Attempt) => boolean }[] = [
  { code: 409, when: ({ group, person }) => group.members.has(person.phone) },
  { code: 404, when: ({ person }) => !person.onWhatsApp },
  { code: 401, when: ({ person, adder }) => person.blocked.has(adder) },
  {
    code: 402,
    when: ({ group, person, adder }) => group.removed.has(person.phone) && !isAdmin(group, adder),
  },
  { code: 408, when: leftRecently },
  { code: 403, when: ({ person, adder }) => !letsAdd(person, adder) },
  { code: 417, when: bannedFromCommunity },
  { code: 419, when: communityIsFull },
  { code: 421, when: ({ group, adder }) => group.settings.joinApproval && !isAdmin(group, adder) },
  { code: 500, when: ({ world, group }) => roomIn(world, group) === 0 },
];

/**
 * People who are added to a group, or are the first in it, one row each. It need not be there before its rows are
 * decided. On a community they land in its announcement group.
 */
export function admit(
  world: World,
  jid: GroupJid,
  adder: Phone,
  people: readonly Person[],
  reason: '' | 'created',
): Rows {
  return {
    group: jid,
    people,
    fails: (person) => rowCodeOf({ world, group: groupOf(world, jid), adder, person }),
    changes: (person, code) => {
      if (code === undefined)
        return enterWithCommunity(world, groupOf(world, jid), person.phone, adder, reason);
      if (code === 421) return ask(world, groupOf(world, jid), person.phone, adder);
      return code === 403 ? [invite(world, jid, adder, person.phone)] : [];
    },
  };
}

/** Refuses the whole request when somebody is not on WhatsApp and the ruling `unregistered-number` says so. */
export function whyNotAddable(world: World, people: readonly Person[]) {
  const stranger = people.find(({ onWhatsApp }) => !onWhatsApp);
  if (stranger === undefined || world.rulings['unregistered-number'] !== 'request-422') return undefined;
  return refuse('number-not-on-whatsapp', `It is ${stranger.phone || stranger.lid}.`);
}

function rowCodeOf(attempt: Attempt): RowCode | undefined {
  const { group, person } = attempt;
  if (isGuest(attempt)) return undefined;
  const always = group.members.has(person.phone) ? undefined : person.alwaysRefused;
  return always ?? ROW_RULES.find(({ when }) => when(attempt))?.code;
}

/** Whom a linked group brought into a community can be added to it, to be there in their own right. */
function isGuest({ world, group, person }: Attempt): boolean {
  const isHere = group.kind === 'announcement' && group.members.has(person.phone);
  return isHere && communityOf(world, group)?.brought.has(person.phone) === true;
}

/** A private invite to hand to a person, with a code that is made up unless given. */
export function invite(
  world: World,
  group: GroupJid,
  inviter: Phone,
  invited: Phone,
  code = world.ids.privateInviteCode(world.rulings['private-codes'] === 'with-signs'),
): Change & { readonly kind: 'invite' } {
  const expiresAt = momentAfter(world.clock.now(), PRIVATE_INVITE_VALID);
  return { kind: 'invite', invite: { code, group, inviter, invited, expiresAt, used: false } };
}

function leftRecently({ world, group, person }: Attempt): boolean {
  const [before = NEVER, last = NEVER] = group.departures.get(person.phone) ?? [];
  return last - before < COOL_DOWN && world.clock.now() - last < COOL_DOWN;
}

function bannedFromCommunity({ world, group, person, adder }: Attempt): boolean {
  const community = communityOf(world, group);
  return community?.removed.has(person.phone) === true && !isAdmin(community, adder);
}

function communityIsFull({ world, group, person }: Attempt): boolean {
  const community = communityOf(world, group);
  return community !== undefined && !community.members.has(person.phone) && roomIn(world, community) === 0;
}
