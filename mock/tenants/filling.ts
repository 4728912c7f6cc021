import { takeInSlices } from '../scenarios/slices.ts';
import type { World } from '../world/index.ts';
import type { Memory } from './memory.ts';
import type { Tenant } from './tenant.ts';

/**
 * Changes a world step by step, in slices between which other calls are answered. False when the world was reset, restored
 * or ended meanwhile. Rejects with a `MemoryError` unless there is room for so many bytes more, and with what a step throws.
 */
export type Fill = (
  tenant: Tenant,
  bytes: number,
  steps: (world: World) => Iterator<unknown>,
) => Promise<boolean>;

/** Fills one world after the other, so that nobody is promised room that another one is taking. */
export function createFilling(
  { mustHaveRoom }: Pick<Memory, 'mustHaveRoom'>,
  isThere: (tenant: Tenant) => boolean,
  weigh: (tenant: Tenant) => void,
): Fill {
  let last: Promise<unknown> = Promise.resolve();

  const fill: Fill = async (tenant, bytes, steps) => {
    mustHaveRoom(bytes);
    const { world } = tenant;
    try {
      return await takeInSlices(steps(world), () => tenant.world === world && isThere(tenant));
    } finally {
      tenant.courier.wake();
      weigh(tenant);
    }
  };

  return (...wanted) => {
    const turn = last.then(() => fill(...wanted));
    last = turn.catch(() => {});
    return turn;
  };
}
