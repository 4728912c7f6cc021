import type { Phone, RowCode } from '../world/index.ts';

/** What a fault does to one call. */
export interface Misfortune {
  /** Which fault it was, as `X-Mock-Rule` tells it. */
  readonly rule: string;
  /** Answered instead of carrying the call out. */
  readonly answer?:
    | { status: number; code: string | undefined; message: string; headers: Readonly<Record<string, string>> }
    | undefined;
  /** How late the answer comes, in milliseconds of the machine. */
  readonly delay?: number | undefined;
  /** The connection ends without an answer, before or after the call was carried out, or within the answer. */
  readonly cut?: 'before' | 'after' | 'within' | undefined;
  /** Participants whose row fails. */
  readonly rows?: ReadonlyMap<Phone, RowCode> | undefined;
}

/** A call that may be struck. */
export interface Struck {
  readonly operation: string;
  readonly phone: Phone;
  /** On the clock of the world, in milliseconds. */
  readonly now: number;
}

/** The scripted misfortune of one world. */
export interface Faults {
  /** What strikes this call; undefined when nothing does. */
  strike(call: Struck): Misfortune | undefined;
}

/** No faults as yet; chance follows from the seed. */
export function createFaults(_seed: number): Faults {
  return { strike: () => undefined };
}
