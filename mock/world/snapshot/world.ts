import type { Rulings } from '../../../spec/facts/index.ts';
import { createClock } from '../clock.ts';
import { createIds } from '../ids.ts';
import { createRulings, RulingError } from '../rulings.ts';
import type { Appointment } from '../state/act.ts';
import type { PrivateInvite } from '../state/invite.ts';
import { createWorld, type World } from '../state/world.ts';
import { mustHoldTogether } from './coherence.ts';
import { SnapshotError } from './error.ts';
import { at, type Form, keyed, list, object, pairs, plain, record, upTo } from './form.ts';
import { group } from './groups.ts';
import { act, happening } from './happenings.ts';
import { device, person } from './people.ts';
import { code, count, flag, jid, moment, phone, seed } from './values.ts';

/** What of a world is saved: not what follows from the rest, nor what lives for a moment alone. */
type Saved = Omit<
  World,
  | 'clock'
  | 'ids'
  | 'rulings'
  | 'lids'
  | 'aliases'
  | 'outgoing'
  | 'revision'
  | 'peopleRevision'
  | 'memberships'
  | 'watcher'
> & {
  clock: { now: number; frozen: boolean };
  ids: { seed: number; state: number };
  rulings: Readonly<Record<string, string | number>>;
};

/** The world as JSON, with what is to come. It shares nothing with it that changes in place. */
export function saveWorld(world: World): object {
  const { clock, rulings } = world;
  const saved: Saved = {
    ...world,
    clock: { now: clock.now(), frozen: clock.frozen },
    rulings: { ...rulings },
  };
  return WORLD.save(saved) as object;
}

/** The same with nothing in the lists that grow with the world. */
export function saveWithoutLists(world: World): { devices: unknown[] } {
  const [people, groups, inviteCodes] = [new Map(), new Map(), new Map()];
  return saveWorld({ ...world, people, groups, inviteCodes, happenings: [] }) as { devices: unknown[] };
}

/**
 * The world that was saved, on a clock that goes as `machine` does from where it stood. It goes on as the saved one would
 * have. Takes nothing but what a world can be saved as: whatever it takes, no later act can fail over it. Throws a
 * `SnapshotError`.
 */
export function loadWorld(saved: unknown, machine: () => number): World {
  const { clock, ids, rulings, ...parts } = WORLD.load(saved);
  const world: World = {
    ...createWorld({
      clock: createClock(machine, clock),
      ids: createIds(ids.seed, ids.state),
      rulings: at('.rulings', () => readRulings(rulings)),
    }),
    ...parts,
    memberships: Array.from(parts.groups.values()).reduce((sum, { members }) => sum + members.size, 0),
    lids: new Map(Array.from(parts.people.values(), (person) => [person.lid, person.phone])),
    aliases: new Map(
      Array.from(parts.people.values()).flatMap(({ phone, aliases }) =>
        Array.from(aliases ?? [], (alias) => [alias, phone] as const),
      ),
    ),
  };
  mustHoldTogether(world);
  return world;
}

/** How each part of a world is saved: what has no line here does not compile. */
const WORLD: Form<Saved> = object<Saved>({
  clock: object({ now: moment, frozen: flag }),
  ids: object({ seed, state: seed }),
  rulings: record<string | number>(plain('a text or a number', isChoice), upTo(64)),
  counters: object({
    happenings: count,
    pictureId: count,
    appointments: count,
    deliveries: count,
    revisions: count,
  }),
  people: keyed(person, 'phone'),
  devices: keyed(device, 'phone'),
  groups: keyed(group, 'jid'),
  names: pairs(['name', upTo(100)], ['group', jid]),
  inviteCodes: pairs(['code', code], ['group', jid]),
  privateInvites: keyed(
    object<PrivateInvite>({
      code,
      group: jid,
      inviter: phone,
      invited: phone,
      expiresAt: moment,
      used: flag,
    }),
    'code',
  ),
  happenings: list(happening),
  agenda: list(object<Appointment>({ sequence: count, at: moment, phone, act })),
});

function readRulings(rulings: Saved['rulings']): Rulings {
  try {
    return createRulings(rulings);
  } catch (error) {
    if (!(error instanceof RulingError)) throw error;
    throw new SnapshotError('', `cannot be made: ${error.message}`, rulings);
  }
}

function isChoice(value: unknown): boolean {
  return typeof value === 'string' || typeof value === 'number';
}
