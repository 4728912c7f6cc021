import { ok } from '../../operations/call.ts';
import { toTimestamp } from '../../wire/timestamp.ts';
import { type Clock, settle } from '../../world/index.ts';
import type { ControlHandlers } from '../call.ts';
import { momentIn, toMoment } from '../wire/moment.ts';

/** The operations under the tag Time. */
export const clock: ControlHandlers<'getClock' | 'setClock'> = {
  getClock: ({ tenant }) => ok(toClock(tenant.world.clock)),

  setClock: ({ tenant: { world }, body }) => {
    const from = body.now === undefined ? world.clock.now() : toMoment('now', body.now);
    const to = momentIn('advance_seconds', from, body.advance_seconds ?? 0);
    if (to !== world.clock.now()) world.clock.set(to);
    if (body.frozen !== undefined) world.clock.freeze(body.frozen);
    settle(world);
    return ok(toClock(world.clock));
  },
};

function toClock({ now, frozen }: Clock) {
  return { now: toTimestamp(now()), frozen };
}
