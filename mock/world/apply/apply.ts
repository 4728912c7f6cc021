import type { RowCode } from '../../../spec/facts/index.ts';
import type { Change, Decision, Row, Rows } from '../decision.ts';
import { Refusal } from '../refusals.ts';
import type { Phone } from '../state/id.ts';
import type { Person } from '../state/person.ts';
import type { World } from '../state/world.ts';
import { EFFECTS, type Effect } from './effects.ts';
import { type Tellings, tell } from './tellings.ts';
import type { WritableWorld } from './writable.ts';

/** By which code the rows of some people fail, whatever the rules say. */
export type ScriptedRows = ReadonlyMap<Phone, RowCode>;

/** Carries out what was decided, and returns the refusal when it is one. */
export function apply<Refused extends Refusal = never>(
  world: World,
  decided: readonly Change[] | Refused,
): Refused | undefined {
  if (decided instanceof Refusal) return decided;
  const tellings: Tellings = [];
  for (const change of decided) applyOne(world, change, tellings);
  tell(world as WritableWorld, tellings);
  return undefined;
}

/** Carries out what was decided of a request. Each row is decided when the one before was carried out. */
export function carryOut(world: World, decision: Decision, scripted: ScriptedRows): Row[] {
  const { changes, rows, afterwards } = decision;
  if (rows === undefined) {
    apply(world, changes);
    return [];
  }
  const tellings: Tellings = [];
  for (const change of changes) applyOne(world, change, tellings);
  const done = rows.people.map((person) => {
    const error = scripted.get(person.phone) ?? rows.fails(person);
    const following = rows.changes(person, error);
    for (const change of following) applyOne(world, change, tellings);
    return toRow(world, rows, person, error, following);
  });
  tell(world as WritableWorld, tellings);
  if (afterwards !== undefined) apply(world, afterwards);
  return done;
}

/** Notes that a world may have changed: what was read before may be old. */
export function touch(world: World): void {
  (world as WritableWorld).revision += 1;
}

function applyOne(world: World, change: Change, tellings: Tellings): void {
  touch(world);
  const effect = EFFECTS[change.kind] as Effect<Change['kind']>;
  effect(world as WritableWorld, change, tellings);
}

function toRow(
  { groups }: World,
  { group }: Rows,
  person: Person,
  error: RowCode | undefined,
  changes: readonly Change[],
): Row {
  const role = groups.get(group)?.members.get(person.phone);
  if (error === undefined) return { person, role };
  const invited = changes.find((change) => change.kind === 'invite');
  return invited === undefined
    ? { person, role, error }
    : { person, role, error, addRequest: invited.invite };
}
