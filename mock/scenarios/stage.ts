import type { RowCode } from '../../spec/facts/index.ts';
import {
  type Act,
  allowed,
  apply,
  changeGroup,
  changePerson,
  type GroupJid,
  groupOf,
  invite,
  meetByNumber,
  type Phone,
  perform,
  performOnPhone,
  type Row,
  roomIn,
  type Traits,
  type World,
} from '../world/index.ts';

/** Where people do things, by the same rules as everybody, until a world is as it is to be. A `Refusal` or a `FailedRow` ends it. */
export interface Stage {
  /** The first account. */
  readonly me: Phone;
  /** The second account, or somebody without one. */
  readonly colleague: Phone;
  /** Somebody does something on the phone, and all of its rows fail by this code, or none. Returns the JID of the group. */
  does(who: Phone, act: Act, code?: RowCode): GroupJid;
  /** Somebody is like this. */
  is(who: Phone, traits: Traits): void;
  /** Somebody makes a group or a community, which is called so from then on, its announcement group `…-announcements`. Returns its JID. */
  makes(name: string, who: Phone, act: Act): GroupJid;
  /** A group is this on WhatsApp, whatever the rules say. */
  changes(jid: GroupJid, change: Parameters<typeof changeGroup>[2]): void;
  /** The creator of a group hands somebody a private invite with this code. */
  invites(jid: GroupJid, who: Phone, code: string): void;
  /** Strangers are added to a group by its creator until it is full. */
  fill(jid: GroupJid): void;
}

/** Somebody could not be added, removed or made an admin. */
export class FailedRow extends Error {
  override name = 'FailedRow';
  readonly row: Row;

  constructor(row: Row) {
    super(`For ${row.person.phone} it gives the row code ${row.error ?? 'of success'}.`);
    this.row = row;
  }
}

/** Too many strangers for the memory of a machine. */
export class TooManyStrangers extends Error {
  override name = 'TooManyStrangers';
}

/** A full group that is larger than this would fill the memory, too. */
const MOST_STRANGERS = 10_000;

/** Who stands for the second account where there is one alone. */
const COLLEAGUES: readonly Phone[] = ['5511888888888', '5511999999999'];

/** A stage in a world with these accounts. */
export function createStage(world: World, me: Phone, second: Phone | undefined): Stage {
  const does: Stage['does'] = (who, act, code) => {
    const { group, rows } = allowed(performOnPhone(world, who, act));
    mustAllGive(rows, code);
    return group;
  };
  return {
    me,
    colleague: second ?? COLLEAGUES.find((phone) => phone !== me) ?? me,
    does,
    is: (who, traits) => {
      meetByNumber(world, who);
      allowed(apply(world, changePerson(world, who, traits)));
    },
    makes(name, who, act) {
      const jid = does(who, act);
      nameGroup(world, name, jid);
      return jid;
    },
    changes: (jid, change) => allowed(apply(world, changeGroup(world, jid, change))),
    invites: (jid, who, code) => apply(world, [invite(world, jid, groupOf(world, jid).owner, who, code)]),
    fill: (jid) => fill(world, jid),
  };
}

/** Has a group, and the announcement group of a community, be found by a name. */
export function nameGroup(world: World, name: string, jid: GroupJid): void {
  const group = groupOf(world, jid);
  apply(world, [{ kind: 'name', name, group: jid }]);
  if (group.kind === 'community')
    apply(world, [{ kind: 'name', name: announcementsOf(name), group: group.announcementGroup }]);
}

/** What the announcement group of a community is called. */
export function announcementsOf(community: string): string {
  return `${community}-announcements`;
}

/** Adds strangers to a group by its creator until it is full. */
export function fill(world: World, jid: GroupJid): void {
  const group = groupOf(world, jid);
  const room = roomIn(world, group);
  if (room > MOST_STRANGERS)
    throw new TooManyStrangers(
      `The group would need ${room} more members to be full; ${MOST_STRANGERS} is the most.`,
    );
  const people = Array.from({ length: room }, (_, n) => String(5_521_900_000_000 + n));
  mustAllGive(allowed(perform(world, group.owner, { do: 'add', group: jid, people })).rows);
}

function mustAllGive(rows: readonly Row[], code?: RowCode): void {
  const other = rows.find(({ error }) => error !== code);
  if (other !== undefined) throw new FailedRow(other);
}
