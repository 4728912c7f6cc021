import { EFFECTS } from '../../../mock/world/apply/effects.ts';
import type { World } from '../../../mock/world/index.ts';
import { ROLE_TABLE, RULINGS, type Ruling, type RulingName } from '../../../spec/facts/index.ts';
import type { Watch } from './watch.ts';

let watch: Watch | undefined;

/** Does something at once while the tables of the rules are watched. */
export function watched<Result>(by: Watch, act: () => Result): Result {
  watch = by;
  try {
    return act();
  } finally {
    watch = undefined;
  }
}

/** From now on what rules and changes are looked up in can be watched, in this process. */
export function watchTables(): void {
  for (const [kind, effect] of Object.entries(EFFECTS) as [string, (...all: unknown[]) => void][]) {
    // The world would try for ever to have it behind it.
    if (kind === 'take-due') continue;
    const fault = { at: 'change', of: kind, part: '', turn: 'is not carried out' } as const;
    const faulty = (...all: unknown[]) => {
      if (watch?.isFaulty(fault) !== true) effect(...all);
    };
    Object.assign(EFFECTS, { [kind]: faulty });
  }
  for (const [action, row] of Object.entries(ROLE_TABLE)) {
    for (const kind of ['group', 'announcement', 'community'] as const) {
      const permission = row[kind];
      if (permission === 'participants') continue;
      const fault = { at: 'role', of: action, part: kind, turn: 'is for everybody in it' } as const;
      const get = () => (watch?.isFaulty(fault) === true ? 'participants' : permission);
      Object.defineProperty(row, kind, { get });
    }
  }
}

const isWatched = new WeakSet<object>();

/** Lets the rulings of a world be watched. */
export function watchRulings(world: World, by: Watch): void {
  if (isWatched.has(world.rulings)) return;
  const get = (own: World['rulings'], name: RulingName) => {
    const right = own[name];
    const isDecided = (other: string | number) =>
      by.isFaulty({ at: 'ruling', of: name, part: '', turn: `is ${other}` });
    return othersThan(name, right).find(isDecided) ?? right;
  };
  const rulings = new Proxy(world.rulings, { get: (own, name) => get(own, name as RulingName) });
  isWatched.add(rulings);
  Object.assign(world, { rulings });
}

function othersThan(name: RulingName, right: string | number): (string | number)[] {
  const { choices }: Ruling = RULINGS[name];
  return 'byDefault' in choices
    ? [Number(right) + 1, Number(right) - 1]
    : choices.filter((one) => one !== right);
}
