import type { Operation } from '../../spec/index.ts';
import type { Changes } from '../target/changes.ts';
import type { Receiver } from '../target/receiver.ts';
import type { Scrub } from '../target/scrub.ts';
import type { Send } from '../target/send.ts';
import type { Target } from '../target/target.ts';
import type { CheckBody, CheckDelivery } from './body-check.ts';

/** What every case of a run shares. */
export interface Run {
  readonly target: Target;
  readonly operations: ReadonlyMap<string, Operation>;
  readonly checkBody: CheckBody;
  readonly checkDelivery: CheckDelivery;
  readonly receiver: Receiver;
  readonly changes: Changes;
  /** Takes the tokens out of what the target says. */
  readonly scrub: Scrub;
  /** The way out, for whatever the run sends. */
  readonly send: Send;
  /** How long a delivery may take, in milliseconds. */
  readonly timeout: number;
}
