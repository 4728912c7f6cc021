import type { RowCode } from '../../../spec/facts/index.ts';
import type { Change, Decision, Row, Rows } from '../decision.ts';
import { createIds, type Ids } from '../ids.ts';
import { Refusal } from '../refusals.ts';
import type { Phone } from '../state/id.ts';
import type { Person } from '../state/person.ts';
import type { Watcher, World } from '../state/world.ts';
import { EFFECTS, type Effect } from './effects.ts';
import { type Tellings, tell } from './tellings.ts';
import type { WritableWorld } from './writable.ts';

/** What a row tells, whatever the rules say. */
export interface ScriptedRow {
  /** Why it fails; a row without a code tells success. */
  readonly code?: number | undefined;
  /** Whether what fails is done all the same, as far as the rules let it; false unless given. */
  readonly carriedOut?: boolean | undefined;
  /** Whether it has a private invite; as WhatsApp has it unless given. */
  readonly addRequest?: boolean | undefined;
}

/** The rows of some people, whatever the rules say. */
export type ScriptedRows = ReadonlyMap<Phone, ScriptedRow>;

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

/** The row code that comes with a private invite. */
const PRIVACY: RowCode = 403;

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
    const script = scripted.get(person.phone);
    const error = script === undefined || script.carriedOut === true ? rows.fails(person) : script.code;
    const following = changesOf(rows, person, error, script);
    for (const change of following) applyOne(world, change, tellings);
    const role = world.groups.get(rows.group)?.members.get(person.phone);
    if (script === undefined) return toRow(person, role, error, following);
    return toRow(person, script.code === undefined ? rows.role : role, script.code, following);
  });
  tell(world as WritableWorld, tellings);
  if (afterwards !== undefined) apply(world, afterwards);
  return done;
}

/** Notes that a world may have changed: what was read before may be old. */
export function touch(world: World): void {
  world.watcher?.beforeChange();
  (world as WritableWorld).revision += 1;
}

/** From now on this one is told what is going to change, or nobody. */
export function watch(world: World, watcher: Watcher | undefined): void {
  (world as WritableWorld).watcher = watcher;
}

/** The ids of a world go on from where others are, such as those of a copy, so that none is given out again. */
export function takeOverIds(world: World, { seed, state }: Pick<Ids, 'seed' | 'state'>): void {
  (world as WritableWorld).ids = createIds(seed, state);
}

function applyOne(world: World, change: Change, tellings: Tellings): void {
  touch(world);
  const effect = EFFECTS[change.kind] as Effect<Change['kind']>;
  effect(world as WritableWorld, change, tellings);
}

/** A row that only pretends to be done changes nothing. */
function changesOf(
  rows: Rows,
  person: Person,
  error: number | undefined,
  script: ScriptedRow | undefined,
): readonly Change[] {
  if (script === undefined || script.carriedOut === true) return rows.changes(person, error);
  const changes = error === undefined ? [] : rows.changes(person, error);
  if (script.addRequest === undefined) return changes;
  const others = changes.filter(({ kind }) => kind !== 'invite');
  return script.addRequest ? [...others, ...rows.changes(person, PRIVACY)] : others;
}

function toRow(
  person: Person,
  role: Row['role'],
  error: number | undefined,
  changes: readonly Change[],
): Row {
  if (error === undefined) return { person, role };
  const invited = changes.find((change) => change.kind === 'invite');
  return invited === undefined
    ? { person, role, error }
    : { person, role, error, addRequest: invited.invite };
}
