import type { DeliveryMishap } from '../world/index.ts';
import { chanceOf } from './chance.ts';
import { happens, isMeant, see } from './choose.ts';
import type { Asked, Fault, Target } from './fault.ts';
import { type InjectedFault, type Struck, strikeCall } from './strike.ts';

/** A webhook delivery that may be struck. */
export interface StruckDelivery extends Target {
  readonly event: string;
}

/** The faults of a world as plain JSON, their chance included. */
export interface SavedFaults {
  readonly made: number;
  readonly faults: readonly Fault[];
}

/** The injected faults of one world. */
export interface Faults {
  /** What strikes this call; undefined when nothing does. */
  strike(call: Struck): InjectedFault | undefined;
  /** What strikes this delivery; undefined when nothing does. */
  strikeDelivery(delivery: StruckDelivery): DeliveryMishap | undefined;
  /** Adds one behind the others. */
  add(asked: Asked): Fault;
  /** In the order of adding, those that are used up included. */
  list(): readonly Fault[];
  find(id: string): Fault | undefined;
  /** Takes one away; false when there is none. */
  remove(id: string): boolean;
  clear(): void;
  /** All of it, to go on from with `createFaults`. */
  save(): SavedFaults;
}

/** A world is not given more faults than these. */
export const MOST_FAULTS = 1000;

/** The faults of a world, none as yet or those that were saved; chance follows from the seed. */
export function createFaults(seed: number, saved?: SavedFaults): Faults {
  let made = saved?.made ?? 0;
  const faults: Fault[] = saved === undefined ? [] : structuredClone([...saved.faults]);
  return {
    strike: (call) => (faults.length === 0 ? undefined : strikeCall(faults, call)),
    strikeDelivery: (delivery) => (faults.length === 0 ? undefined : strikeDelivery(faults, delivery)),
    add(asked) {
      made += 1;
      const fault: Fault = {
        id: `fault-${made}`,
        asked,
        seen: 0,
        fired: 0,
        chance: chanceOf(seed, made),
        windows: {},
      };
      faults.push(fault);
      return fault;
    },
    list: () => faults,
    find: (id) => faults.find((one) => one.id === id),
    remove(id) {
      const index = faults.findIndex((one) => one.id === id);
      if (index !== -1) faults.splice(index, 1);
      return index !== -1;
    },
    clear: () => void faults.splice(0),
    save: () => structuredClone({ made, faults }),
  };
}

const FATES = {
  duplicate: { duplicate: true },
  'duplicate-with-new-id': { duplicateWithNewId: true },
  reorder: { reorder: true },
  drop: { drop: true },
} as const satisfies Record<Extract<Asked['delivery'], string>, object>;

/** The first fault that applies decides; the others count what they saw. */
function strikeDelivery(faults: readonly Fault[], delivery: StruckDelivery): DeliveryMishap | undefined {
  const seen = faults.filter(({ asked }) => isForDelivery(asked, delivery)).filter(see);
  const struck = seen.find((fault) => happens(fault, delivery));
  const fate = struck?.asked.delivery;
  if (struck === undefined || fate === undefined) return undefined;
  struck.fired += 1;
  return {
    rule: struck.id,
    ...(typeof fate === 'string' ? FATES[fate] : { delay: fate.delay_seconds * 1000 }),
  };
}

function isForDelivery(asked: Asked, delivery: StruckDelivery): boolean {
  if (asked.delivery === undefined) return false;
  return (asked.event === undefined || asked.event === delivery.event) && isMeant(asked, delivery);
}
