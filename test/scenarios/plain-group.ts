import type { Person, Walker } from './steps.ts';

/** What can be tried on a group that stands alone. */
export type Act =
  | { does: 'add' | 'remove' | 'promote' | 'demote'; by: Walker; whom: Person[] }
  | { does: 'leave'; by: Walker }
  | { does: 'reset link'; by: Walker }
  | { does: 'join'; by: Walker; link: 'the link' | 'an old link' | 'a made-up link' }
  | { does: 'set'; by: Walker; setting: { member_add_mode: 'admin' | 'all' } | { join_approval: boolean } };

type Role = 'member' | 'admin' | 'creator';

/** The code of a row that failed. */
type Row = number | 'done';

/** What the API is going to say. */
export interface Prediction {
  status: number;
  rows: Row[];
}

/** Room for everybody but one. */
export const MEMBERS_LIMIT = 5;

/**
 * A group that stands alone, as somebody understands it who has read whatsapp-rules.md and nothing of the mock.
 * `predict` says what the API is going to answer, and changes the group as the API is going to.
 */
export class PlainGroup {
  /** In the order of joining. */
  readonly members: Map<Person, Role>;
  readonly waiting = new Set<Person>();
  private readonly removed = new Set<Person>();
  private readonly departures = new Map<Person, number>();
  private membersAdd = true;
  private approval = false;
  private wasReset = false;

  constructor(creator: Walker, others: readonly Person[]) {
    this.members = new Map([[creator, 'creator'], ...others.map((one) => [one, 'member'] as const)]);
  }

  predict(act: Act): Prediction {
    if (act.does === 'join') return { status: this.join(act.by, act.link), rows: [] };
    if (this.members.size === 0) return { status: 404, rows: [] };
    if (!this.members.has(act.by)) return { status: 403, rows: [] };
    if (act.does === 'leave') return this.leave(act.by);
    if (act.does === 'add' ? !this.isAdmin(act.by) && !this.membersAdd : !this.isAdmin(act.by)) {
      return { status: 403, rows: [] };
    }
    if (act.does === 'set') return this.set(act.setting);
    if (act.does === 'reset link') return this.reset();
    return { status: 200, rows: act.whom.map((person) => this[act.does](person, act.by)) };
  }

  private add(person: Person, adder: Walker): Row {
    const magic = /^5500000000(\d{3})$/.exec(person)?.[1];
    if (magic !== undefined) return Number(magic);
    if (this.members.has(person)) return 409;
    if (this.removed.has(person) && !this.isAdmin(adder)) return 402;
    if ((this.departures.get(person) ?? 0) >= 2) return 408;
    if (this.approval && !this.isAdmin(adder)) {
      this.waiting.add(person);
      return 421;
    }
    if (this.members.size >= MEMBERS_LIMIT) return 500;
    this.enter(person);
    return 'done';
  }

  private remove(person: Person, admin: Walker): Row {
    if (!this.members.has(person)) return 404;
    if (this.members.get(person) === 'creator') return 406;
    if (person === admin) return 405;
    this.members.delete(person);
    this.removed.add(person);
    return 'done';
  }

  private promote(person: Person): Row {
    if (!this.members.has(person)) return 404;
    if (!this.isAdmin(person)) this.members.set(person, 'admin');
    return 'done';
  }

  private demote(person: Person): Row {
    if (!this.members.has(person)) return 404;
    if (this.members.get(person) === 'creator') return 406;
    this.members.set(person, 'member');
    return 'done';
  }

  private leave(person: Walker): Prediction {
    this.members.delete(person);
    this.departures.set(person, (this.departures.get(person) ?? 0) + 1);
    const [longest] = this.members.keys();
    const isLed = [...this.members.values()].some((role) => role !== 'member');
    if (longest !== undefined && !isLed) this.members.set(longest, 'admin');
    return { status: 200, rows: [] };
  }

  private join(person: Walker, link: (Act & { does: 'join' })['link']): number {
    if (this.members.size === 0 || link === 'a made-up link') return 404;
    if (link === 'an old link' && this.wasReset) return 410;
    if (this.members.has(person)) return 409;
    if (this.removed.has(person)) return 403;
    if (this.approval) {
      this.waiting.add(person);
      return 200;
    }
    if (this.members.size >= MEMBERS_LIMIT) return 409;
    this.enter(person);
    return 200;
  }

  private set(setting: (Act & { does: 'set' })['setting']): Prediction {
    if ('join_approval' in setting) this.approval = setting.join_approval;
    else this.membersAdd = setting.member_add_mode === 'all';
    if (!this.approval) this.waiting.clear();
    return { status: 200, rows: [] };
  }

  private reset(): Prediction {
    this.wasReset = true;
    return { status: 200, rows: [] };
  }

  private enter(person: Person): void {
    this.members.set(person, 'member');
    this.waiting.delete(person);
    this.removed.delete(person);
  }

  private isAdmin(person: Person): boolean {
    return (this.members.get(person) ?? 'member') !== 'member';
  }
}
