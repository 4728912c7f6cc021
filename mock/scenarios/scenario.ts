import type { Stage } from './stage.ts';

/** A state of the world that is worth starting from, as what led to it. */
export interface Scenario {
  /** One sentence. */
  readonly says: string;
  /** What it calls the groups that it makes, in the order of making. */
  readonly makes: readonly string[];
  /** Has people do it. */
  play(stage: Stage): void;
}

/** A scenario that does not exist, or that the rulings of a world do not let happen; the message says what to do. */
export class ScenarioError extends Error {
  override name = 'ScenarioError';
}
