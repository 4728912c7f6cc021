import type { Role } from '../../spec/facts/index.ts';
import type { Aim } from './aim.ts';
import { dump } from './dump.ts';
import type { Step } from './steps.ts';
import type { Outcome, Walk } from './walk.ts';

/** The world just before a step. */
export interface Before {
  readonly world: string;
  /** The roles of the members of the group that the step is about. */
  readonly roles: ReadonlyMap<string, Role>;
}

/** Keeps what there is, to be compared with what there will be. */
export function lookBefore(walk: Walk, { group }: Aim): Before {
  return { world: dump(walk.network.world), roles: new Map(rolesIn(walk, group)) };
}

/** What is true of every step; yields what contradicts it. */
export function* breaches(
  walk: Walk,
  step: Step,
  { group }: Aim,
  outcome: Outcome,
  before: Before,
): Iterable<string> {
  const { world } = walk.network;
  // Those of its settings that come before the refused one stay.
  const isPartial = step.does === 'update' && world.rulings['update-atomicity'] === 'one-by-one';
  if (outcome.status >= 400 && !isPartial && dump(world) !== before.world)
    yield 'it was refused, yet something changed';

  const roles = rolesIn(walk, outcome.made ?? group);
  const rolesBefore = outcome.made === undefined ? before.roles : NONE;
  const done = new Set(outcome.rows.filter(({ error }) => error === undefined).map(({ jid }) => jid));
  for (const { jid, error, is_admin, is_super_admin } of outcome.rows) {
    const phone = jid.replace('@s.whatsapp.net', '');
    const role = roles.get(phone);
    if (error !== undefined && !done.has(jid) && role !== rolesBefore.get(phone)) {
      yield `the row of ${phone} failed, yet they became ${role ?? 'an outsider'}`;
    }
    if (is_admin !== (role === 'admin' || role === 'creator') || is_super_admin !== (role === 'creator')) {
      yield `the row of ${phone} does not tell that they are ${role ?? 'an outsider'}`;
    }
  }
}

function rolesIn({ network }: Walk, jid: string): ReadonlyMap<string, Role> {
  return network.world.groups.get(jid)?.members ?? NONE;
}

const NONE: ReadonlyMap<string, Role> = new Map();
