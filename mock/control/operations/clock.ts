import { ok } from '../../operations/call.ts';
import { Problem } from '../../problem.ts';
import { toTimestamp } from '../../wire/timestamp.ts';
import { type Clock, settle } from '../../world/index.ts';
import type { ControlHandlers } from '../call.ts';

/** The last moment that a timestamp can name. */
const LAST_MOMENT = Date.UTC(9999, 11, 31, 23, 59, 59);

/** The operations under the tag Time. */
export const clock: ControlHandlers<'getClock' | 'setClock'> = {
  getClock: ({ tenant }) => ok(toClock(tenant.world.clock)),

  setClock: ({ tenant: { world }, body }) => {
    const from = body.now === undefined ? world.clock.now() : Date.parse(body.now);
    const to = from + (body.advance_seconds ?? 0) * 1000;
    if (to > LAST_MOMENT) {
      throw new Problem(422, 'beyond-time', `The clock cannot go beyond ${toTimestamp(LAST_MOMENT)}.`);
    }
    if (to !== world.clock.now()) world.clock.set(to);
    if (body.frozen !== undefined) world.clock.freeze(body.frozen);
    settle(world);
    return ok(toClock(world.clock));
  },
};

function toClock({ now, frozen }: Clock) {
  return { now: toTimestamp(now()), frozen };
}
