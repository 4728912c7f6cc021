import { type Act, perform } from './acts.ts';
import { record } from './events.ts';
import type { Phone } from './people.ts';
import { Refusal } from './refusals.ts';
import type { World } from './world.ts';

/** Something that a person is going to do. */
export interface Appointment {
  /** Counts up from 1 within a world. */
  readonly sequence: number;
  /** In milliseconds. */
  readonly at: number;
  readonly phone: Phone;
  readonly act: Act;
}

/** Lets somebody do something at a moment to come. What falls due at the same moment is done in the order of scheduling. */
export function schedule(world: World, at: number, phone: Phone, act: Act): Appointment {
  world.counters.appointments += 1;
  const appointment: Appointment = { sequence: world.counters.appointments, at, phone, act };
  const later = world.agenda.findIndex((one) => one.at > at);
  world.agenda.splice(later === -1 ? world.agenda.length : later, 0, appointment);
  return appointment;
}

/** Does what is due by now, in order and each at its own moment. What the rules refuse is recorded, and the rest goes on. */
export function settle(world: World): void {
  while (world.agenda[0] !== undefined && world.agenda[0].at <= world.clock.now()) {
    const [{ at, phone, act }] = world.agenda.splice(0, 1) as [Appointment];
    world.clock.at(at, () => {
      try {
        perform(world, phone, act);
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        record(world, undefined, phone, { kind: 'refused', act, rule: error.rule });
      }
    });
  }
}
