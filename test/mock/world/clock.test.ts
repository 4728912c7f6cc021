/** What no call shows: how a clock follows the time of the machine. */
import { describe, expect, it } from 'vitest';
import { createClock } from '../../../mock/world/clock.ts';

/** A machine whose time a test moves. */
function createMachine() {
  const machine = { time: 1000, now: () => machine.time };
  return machine;
}

describe('a clock', () => {
  it('goes as the machine does', () => {
    const machine = createMachine();
    const clock = createClock(machine.now);
    machine.time += 500;
    expect(clock.now()).toBe(1500);
    expect(clock.frozen).toBe(false);
  });

  it('goes on from the moment that it is set to', () => {
    const machine = createMachine();
    const clock = createClock(machine.now, { now: 9_000_000 });
    machine.time += 500;
    expect(clock.now()).toBe(9_000_500);
    clock.set(50);
    machine.time += 5;
    expect(clock.now()).toBe(55);
  });

  it('stands still while it is frozen, and goes on from there', () => {
    const machine = createMachine();
    const clock = createClock(machine.now, { now: 100, frozen: true });
    machine.time += 500;
    expect(clock.now()).toBe(100);
    clock.set(200);
    expect(clock.now()).toBe(200);
    clock.freeze(false);
    machine.time += 7;
    expect(clock.now()).toBe(207);
    clock.freeze(true);
    machine.time += 7;
    expect(clock.now()).toBe(207);
  });

  it('shows another moment for as long as something takes, also when that fails', () => {
    const clock = createClock(createMachine().now);
    expect(clock.at(5, () => [clock.now(), clock.at(6, () => clock.now()), clock.now()])).toEqual([5, 6, 5]);
    expect(() =>
      clock.at(5, () => {
        throw new Error('no');
      }),
    ).toThrow('no');
    expect(clock.now()).toBe(1000);
  });
});
