import { getHeapStatistics } from 'node:v8';
import type { World } from '../world/index.ts';
import type { Tenant } from './tenant.ts';
import { countedWeightOf, countOf, weightOf } from './weight.ts';

/** All worlds together take as much as they may; the message says what to do. */
export class MemoryError extends Error {
  override name = 'MemoryError';
}

/** How much all tenants together take, and may take. */
export interface Memory {
  /** Weighs a tenant, as far as it may have changed since the last time. */
  weigh(tenant: Tenant): void;
  forget(tenant: Tenant): void;
  readonly isFull: boolean;
  /** Throws a `MemoryError` unless there is room for so many bytes more. */
  mustHaveRoom(bytes?: number): void;
}

/** What is known of one tenant. */
interface Weighed {
  world: World;
  /** That of the world when all in it was weighed, without the changes that only bring members and groups, which are counted. */
  revision: number;
  count: number;
  weight: number;
  /** With what is counted as it comes and goes. */
  sum: number;
}

const MIB = 1024 * 1024;

/** Of what was counted one by one, so much has to change before it is counted again. */
const SHARE = 16;

/** So much of Node's heap is for values that live shortly, at most: 48 MiB on Node 20, 192 MiB on Node 24 (measured). */
const YOUNG = 192 * MIB;

/** Half of what Node may use for values that stay; an eighth of its heap where that is small. In bytes. */
function budgetOf(heap: number): number {
  return Math.max((heap - YOUNG) / 2, heap / 8);
}

/** Nobody as yet. In MiB; unless given, as much as Node's heap allows. */
export function createMemory(limit: number | undefined): Memory {
  if (limit !== undefined && !(typeof limit === 'number' && limit > 0))
    throw new RangeError(`The option "memory" is a number of MiB above 0, not ${String(limit)}.`);
  const budget = limit === undefined ? budgetOf(getHeapStatistics().heap_size_limit) : limit * MIB;
  const known = new Map<Tenant, Weighed>();
  let total = 0;

  const weighed = (tenant: Tenant): Weighed => {
    const before = known.get(tenant);
    const { world } = tenant;
    const revision = world.revision - world.memberships - world.groups.size;
    const isOld = before?.world !== world || Math.abs(revision - before.revision) > before.count / SHARE;
    if (!isOld) return before;
    const now = { world, revision, count: countOf(world), weight: weightOf(world), sum: before?.sum ?? 0 };
    known.set(tenant, now);
    return now;
  };

  return {
    weigh(tenant) {
      const one = weighed(tenant);
      const sum = one.weight + countedWeightOf(tenant);
      total += sum - one.sum;
      one.sum = sum;
    },
    forget(tenant) {
      total -= known.get(tenant)?.sum ?? 0;
      known.delete(tenant);
    },
    get isFull() {
      return total > budget;
    },
    mustHaveRoom(bytes = 0) {
      if (total + bytes <= budget) return;
      const [taken, free, most] = [total, bytes, budget].map((one) => Math.ceil(one / MIB));
      throw new MemoryError(
        `The worlds take about ${taken} MiB of the ${most} MiB that they may take together, and ${free} MiB more are asked for. End worlds that are no longer used with DELETE /__mock/worlds/…, or start the mock with --memory and more MiB.`,
      );
    },
  };
}
