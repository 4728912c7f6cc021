import type { Json } from '../../../test/spec/schema.ts';
import type { Chance } from '../chance.ts';
import { savedGroup, savedWorld } from '../saved-world.ts';
import { AT_ONCE, type Change, type Delivery, type Message, message, type Shot, shotOf } from '../shot.ts';
import { HOSTILE_TEXTS } from './hostile.ts';
import { type Aim, goodTarget } from './targets.ts';

/** What stands where something else was saved: other types, and numbers and times at their ends. */
const VALUES: readonly Json[] = [
  ...[null, true, [], {}, [{}], 'x', '', '0', 'bad header', 'a\r\nb: c', '\u0000', '\ud800', '__proto__'],
  ...[0, -1, 0.5, 1e15, 8.64e15, 8.64e15 + 1, 1e308, -62_135_596_800_001, 253_402_300_800_000],
  ...['connected', 'creator', 'group', 'fault-1', '5511999999999', '120363999999999999@g.us'],
];

const KEYS = [
  'bad header',
  '',
  'a:b',
  'Content-Length',
  'Transfer-Encoding',
  '__proto__',
  'x\r\ny',
  'é',
  'X-Fuzz',
];

/** A state file as it was written, and every place of a saved world with something else there, put back, and everything read that can be read of it. */
export function savedShots(aims: readonly Aim[]): Shot[] {
  const { places } = savedWorld();
  const read = readersOf(aims);
  const seen = new Set<string>();
  const shots = places.flatMap((path, nth) => {
    const kind = path.join('.').replace(/\d+/g, '*');
    // One of several that are alike is enough.
    if (seen.has(kind)) return [];
    seen.add(kind);
    const at = (nth + 0.5) / places.length;
    const changes: Change[] = [{ at }, ...VALUES.map((put) => ({ at, put }))];
    const keys = KEYS.map((key) => ({ at, key, put: 'x' }));
    return [...changes, ...keys].map((one) => savedShot(path.join('.'), [one], read));
  });
  return [stateShot([]), ...shots];
}

/** A saved world with some changes by chance. */
export function createSavedShots(aims: readonly Aim[]): (chance: Chance) => Shot {
  const read = readersOf(aims);
  const changeBy = (chance: Chance): Change => {
    const at = chance.below(100_000) / 100_000;
    if (chance.once(12)) return { at };
    const put = chance.once(3) ? chance.of(HOSTILE_TEXTS) : chance.of(VALUES);
    return chance.once(6) ? { at, put, key: chance.of(KEYS) } : { at, put };
  };
  return (chance) => {
    const changes = Array.from({ length: 1 + chance.below(3) }, () => changeBy(chance));
    return chance.once(STATES) ? stateShot(changes) : savedShot('by chance', changes, read);
  };
}

/** One in so many is a state file, for which processes are started. */
const STATES = 30;

function stateShot(state: readonly Change[]): Shot {
  return { ...{ name: 'state', messages: [], scratches: [], delivery: NOTHING, expects: 'anything' }, state };
}

/** A connection over which nothing is sent. */
const NOTHING: Delivery = { ...AT_ONCE, upTo: 0 };

function savedShot(name: string, changes: readonly Change[], read: readonly Message[]): Shot {
  const put = message('PUT', '/__mock/worlds/{{world}}/snapshot', [{ saved: changes }]);
  return { ...shotOf(`saved: ${name}`, put), messages: [put, ...read], ahead: 1, spoils: true };
}

/** All that can be read of the throw-away world, on its control plane and by its account, which comes first so that faults strike. */
export function readersOf(aims: readonly Aim[]): Message[] {
  const group = savedGroup();
  const gets = aims.map(({ operation }) => operation).filter(({ method }) => method === 'GET');
  const isOfWorld = (path: string) => /^\/__mock\/worlds(\/\{world\}(\/[a-z-]+)?)?$/.test(path);
  const own = gets.filter(({ path }) => !path.startsWith('/__mock'));
  const controls = gets.filter(({ path }) => isOfWorld(path));
  const byAccount = own.map(({ method, path }) => message(method, path.replace('{jid}', group), [], 'third'));
  return [...byAccount, ...byAccount, ...controls.map((one) => message(one.method, goodTarget(one)))];
}
