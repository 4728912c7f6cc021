import type { Group, World } from '../../mock/world/index.ts';
import type { Choice, Step } from './steps.ts';

/** What a step is about, found before it is taken. */
export interface Aim {
  /** The JID of a group or a community. */
  readonly group: string;
  /** The JID of the group to link or unlink. */
  readonly child: string;
  /** The code of an invite link. */
  readonly code: string;
  readonly invite: { code: string; group: string; inviter: string };
  readonly request: { group: string; requester: string };
}

/** What nobody has. */
export const NOWHERE = '120363000000000000@g.us';
export const MADE_UP = 'AAAAAAAAAAAAAAAAAAAAAA';

/** What members may do, too: they make sense in every group of one's own, all else only where one is an admin. */
const FOR_MEMBERS: ReadonlySet<string> = new Set(['add', 'leave', 'update', 'set timer', 'set picture']);

const NOTHING_CHOSEN: Partial<
  Record<'group' | 'community' | 'child' | 'link' | 'invite' | 'request', Choice>
> = {};

/** Finds what somebody chose. `jids` are all groups there ever were. */
export function aim(world: World, jids: readonly string[], step: Step, phone: string): Aim {
  const { group, community, child, link, invite, request } = { ...NOTHING_CHOSEN, ...step };
  const groups = [...world.groups.values()];
  const own = groups.filter(({ members }) => members.has(phone));
  const led = own.filter(({ members }) => members.get(phone) !== 'member');
  const foreign = groups.filter((one) => !own.includes(one));

  const codes = [MADE_UP, ...world.inviteCodes.keys()];
  const invites = [...world.privateInvites.values()];
  const requests = groups.flatMap((one) =>
    [...one.joinRequests.keys()].map((requester) => ({ group: one.jid, requester })),
  );
  const isMine = ({ requester }: Aim['request']) => requester === phone;
  const isMineToDecide = (asked: Aim['request']) => led.some(({ jid }) => jid === asked.group);

  return {
    group:
      community === undefined
        ? pick(group, jidsOf(FOR_MEMBERS.has(step.does) || led.length === 0 ? own : led), jids, NOWHERE)
        : pick(community, jidsOf((led.some(isCommunity) ? led : own).filter(isCommunity)), jids, NOWHERE),
    child: pick(child, jidsOf(led.filter(({ kind }) => kind === 'group')), jids, NOWHERE),
    code: pick(
      link,
      foreign.map(({ inviteCode }) => inviteCode),
      codes,
      MADE_UP,
    ),
    invite: pick<Aim['invite']>(
      invite,
      invites.filter(({ invited }) => invited === phone),
      invites,
      { code: MADE_UP, group: NOWHERE, inviter: phone },
    ),
    request: pick(
      request,
      requests.filter(step.does === 'cancel request' ? isMine : isMineToDecide),
      requests,
      { group: jids[0] ?? NOWHERE, requester: phone },
    ),
  };
}

function isCommunity({ kind }: Group): boolean {
  return kind === 'community';
}

function jidsOf(groups: readonly Group[]): string[] {
  return groups.map(({ jid }) => jid);
}

/** The nth that makes sense, or of all where none does; it starts again from the first where there are not as many. */
function pick<T>(choice: Choice | undefined, sensible: readonly T[], all: readonly T[], none: T): T {
  if (choice === undefined) return none;
  if ('any' in choice) return nth(all, choice.any) ?? none;
  return nth(sensible, choice.sensible) ?? nth(all, choice.sensible) ?? none;
}

function nth<T>(all: readonly T[], n: number): T | undefined {
  return all[n % all.length];
}
