import type { ControlBody, ControlSchema } from '../../../spec/index.ts';
import type { Drive } from './drive.ts';
import { type Span, secondsIn } from './span.ts';

type ActBody = ControlSchema<'Act'>;

/** What an act led to. */
export type Acted = Omit<ControlSchema<'ActAnswer'>, 'success'>;

/** What can be set of a group. */
export type GroupSettings = Pick<
  ActBody,
  'name' | 'topic' | 'announcement' | 'locked' | 'join_approval' | 'member_add_mode' | 'ephemeral_seconds'
>;

/** Somebody with a phone, and what they do on it. Groups are named by JID, people by phone number, user JID or LID. */
export interface MockPerson {
  /** What they are called here; `traits()` has their number. */
  readonly phone: string;
  /** Joins by an invite link, or by that of a group; where approval is on this only asks. */
  joins(linkOrGroup: string): Acted;
  /** Asks to be let into a group with join approval. */
  asks(linkOrGroup: string): Acted;
  /** Takes back what they asked. */
  cancels(group: string): Acted;
  /** Uses a private invite, which the answer to adding them carried. */
  accepts(invite: { code: string; group: string; inviter: string }): Acted;
  leaves(group: string): Acted;
  adds(group: string, ...participants: string[]): Acted;
  removes(group: string, ...participants: string[]): Acted;
  promotes(group: string, ...participants: string[]): Acted;
  demotes(group: string, ...participants: string[]): Acted;
  approves(group: string, participant: string): Acted;
  rejects(group: string, participant: string): Acted;
  sets(group: string, settings: GroupSettings): Acted;
  resetsLink(group: string): Acted;
  /** Returns the JID of the new group. */
  createsGroup(
    name: string,
    participants?: string[],
    settings?: GroupSettings & { parent_jid?: string; jid?: string },
  ): string;
  /** Returns the JID of the new community. */
  createsCommunity(name: string, participants?: string[]): string;
  /** Has another number from then on, and stays in all groups. */
  changesNumber(number: string): Acted;
  links(community: string, group: string): Acted;
  unlinks(community: string, group: string): Acted;
  /** Does any of this later, on the clock of the world. */
  after(time: Span): MockPerson;
  /** Tells what any of this would lead to now, with the events, and changes nothing. */
  tries(): MockPerson;
  /** Whether they may do each of these just now, and by which rule not; quicker than `tries`, and nothing is changed. */
  may(...acts: ActBody[]): ControlSchema<'Permission'>[];
  /** Changes what they are like, such as `{ addable_by: 'nobody' }`. */
  is(traits: ControlBody<'updatePerson'>): ControlSchema<'Person'>;
  /** What they are like now. */
  traits(): ControlSchema<'Person'>;
}

/** A person of a world; `how` they act goes with each act. */
export function createPerson(
  drive: Drive,
  world: string,
  phone: string,
  how: Pick<ActBody, 'after_seconds' | 'dry_run'> = {},
): MockPerson {
  const path = { world, phone };
  const act = (body: ActBody): Acted => {
    const { success: _, ...acted } = drive.now('actAsPerson', { path, body: { ...body, ...how } });
    return acted;
  };
  const change =
    (what: 'add' | 'remove' | 'promote' | 'demote') =>
    (group: string, ...participants: string[]) =>
      act({ do: what, group, participants });
  return {
    phone,
    joins: (way) => act({ do: 'join', ...toWay(way) }),
    asks: (way) => act({ do: 'ask', ...toWay(way) }),
    cancels: (group) => act({ do: 'cancel', group }),
    accepts: (invite) => act({ do: 'accept-invite', ...invite }),
    leaves: (group) => act({ do: 'leave', group }),
    adds: change('add'),
    removes: change('remove'),
    promotes: change('promote'),
    demotes: change('demote'),
    approves: (group, participant) => act({ do: 'approve', group, participant }),
    rejects: (group, participant) => act({ do: 'reject', group, participant }),
    sets: (group, settings) => act({ do: 'set', group, ...settings }),
    resetsLink: (group) => act({ do: 'reset-link', group }),
    createsGroup: (name, participants = [], settings = {}) =>
      jidOf(act({ do: 'create-group', name, participants, ...settings })),
    createsCommunity: (name, participants = []) => jidOf(act({ do: 'create-community', name, participants })),
    changesNumber: (number) => act({ do: 'change-number', number }),
    links: (community, group) => act({ do: 'link', community, group }),
    unlinks: (community, group) => act({ do: 'unlink', community, group }),
    after: (time) => createPerson(drive, world, phone, { after_seconds: secondsIn('after', time) }),
    tries: () => createPerson(drive, world, phone, { dry_run: true }),
    may: (...acts) => drive.now('askRules', { path, body: { acts } }).answers,
    is: (traits) => drive.now('updatePerson', { path, body: traits }).person,
    traits: () => drive.now('getPerson', { path }).person,
  };
}

function toWay(linkOrGroup: string): Pick<ActBody, 'link' | 'group'> {
  return linkOrGroup.endsWith('@g.us') ? { group: linkOrGroup } : { link: linkOrGroup };
}

/** What is made later has no JID yet. */
function jidOf({ group }: Acted): string {
  return group?.jid ?? '';
}
