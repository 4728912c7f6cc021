import { setTimeout as sleep } from 'node:timers/promises';
import type { Operation } from '../spec/index.ts';
import type { Case } from './case.ts';
import { isLoopback, type RunOptions, type Target } from './target.ts';

/** Guards what a run changes on a target that is not this machine. On loopback everything goes. */
export interface Changes {
  /** Why a case may not be run; undefined when it may. Running it sets aside the changes that it makes. */
  refusal(one: Case): string | undefined;
  /** Waits until the next change may be made. */
  pace(): Promise<void>;
  /** Refuses phone numbers that were not given. */
  mustKnowNumbers(body: unknown): void;
}

/** A case would touch a phone number that the target does not allow. */
export class ForeignNumber extends Error {
  override name = 'ForeignNumber';
}

/** Changes that tidying up after a case may take, for each group. */
const TIDYING = 4;

/** Whether an operation changes something, by its method. */
export function isChange({ method }: Pick<Operation, 'method'>): boolean {
  return method !== 'GET';
}

/** How many changes a case makes at most, those of tidying up included. */
export function countChanges(one: Case, operations: ReadonlyMap<string, Operation>): number {
  let changes = 0;
  for (const { call } of one.steps) {
    const operation = operations.get(call);
    if (operation === undefined || !isChange(operation)) continue;
    changes += call === 'createGroup' || call === 'createCommunity' ? 1 + TIDYING : 1;
  }
  return changes;
}

/** The guard of one run. `numbers` are the phone numbers of the accounts, which may be touched as well. */
export function createChanges(
  target: Target,
  { pace = 0, maxChanges = 200 }: RunOptions,
  operations: ReadonlyMap<string, Operation>,
  numbers: readonly string[],
): Changes {
  if (isLoopback(target))
    return { refusal: () => undefined, pace: async () => {}, mustKnowNumbers: () => {} };
  const allowed = new Set([...numbers, ...(target.participants ?? [])]);
  let left = maxChanges;
  let next = Promise.resolve();
  return {
    refusal(one) {
      const needed = countChanges(one, operations);
      if (needed === 0) return undefined;
      if (target.allowChanges !== true)
        return 'it changes something, which needs --allow-changes on this host';
      if (needed > left)
        return `it makes up to ${needed} changes, and only ${left} of --max-changes ${maxChanges} are left`;
      left -= needed;
      return undefined;
    },
    async pace() {
      const mine = next;
      next = next.then(() => sleep(pace));
      await mine;
    },
    mustKnowNumbers(body) {
      const participants =
        typeof body === 'object' && body !== null && 'participants' in body ? body.participants : [];
      for (const one of Array.isArray(participants) ? participants : []) {
        const digits = String(one).replace(/@.*$/, '').replace(/\D/g, '');
        if (digits.length >= 8 && !allowed.has(digits)) {
          throw new ForeignNumber(`it would touch ${digits}, which was not given with --participant`);
        }
      }
    },
  };
}
