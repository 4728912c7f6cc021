import { apply } from './apply/apply.ts';
import { performOnPhone } from './perform.ts';
import { Refusal } from './refusals.ts';
import type { Act } from './state/act.ts';
import type { Phone } from './state/id.ts';
import type { World } from './state/world.ts';

/** Lets somebody do something at a moment to come. What falls due at the same moment is done in the order of scheduling. */
export function schedule(world: World, at: number, phone: Phone, act: Act): void {
  apply(world, [{ kind: 'schedule', appointment: { at, phone, act } }]);
}

/** Does what is due by now, in order and each at its own moment. What the rules refuse is recorded, and the rest goes on. */
export function settle(world: World): void {
  for (let [due] = world.agenda; due !== undefined && due.at <= world.clock.now(); [due] = world.agenda) {
    const { at, phone, act } = due;
    apply(world, [{ kind: 'take-due' }]);
    world.clock.at(at, () => {
      const outcome = performOnPhone(world, phone, act);
      if (outcome instanceof Refusal)
        apply(world, [{ kind: 'refuse', actor: phone, act, rule: outcome.rule }]);
    });
  }
}
