import type { Act, RowCode, Traits } from '../world/index.ts';

/** One step of a scenario. `{{…}}` in any text stands for an account or for a group that an earlier step made. */
export type Step =
  /** Somebody does something on the phone; a group that is made is called `makes` from then on. Rows fail as said, or not at all. */
  | { readonly who: string; readonly does: Act; readonly makes?: string; readonly rows?: readonly RowCode[] }
  /** Somebody is like this. */
  | { readonly who: string; readonly is: PlainTraits }
  /** Strangers are added to a group by its creator until it is full. */
  | { readonly fill: string };

/** A state of the world that is worth starting from, as a list of what led to it. */
export interface Scenario {
  /** One sentence. */
  readonly says: string;
  readonly steps: readonly Step[];
}

type PlainTraits = Omit<Traits, 'contacts' | 'blocked'> & {
  readonly contacts?: readonly string[];
  readonly blocked?: readonly string[];
};

/** A scenario that does not exist, or that the rulings of a world do not let happen; the message says what to do. */
export class ScenarioError extends Error {
  override name = 'ScenarioError';
}
