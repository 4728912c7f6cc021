import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Snapshot, saveTenant } from '../../../mock/tenants/snapshot.ts';
import { type Act, saveWorld, schedule, settle, touch, toWorldText } from '../../../mock/world/index.ts';
import {
  anyRulings,
  anyStep,
  type Choice,
  OPENING,
  type Step,
  WALKERS,
  type Walker,
} from '../../scenarios/steps.ts';
import { createWalk, type Walk } from '../../scenarios/walk.ts';

/** What is still to come, and what becomes of time. */
type FutureStep =
  | { does: 'schedule'; by: Walker; hours: number; what: Plan; group: Choice; whom: Walker }
  | { does: 'move clock'; hours: number }
  | { does: 'freeze'; frozen: boolean };

type Plan = 'leave' | 'join' | 'add' | 'reset-link' | 'create-group' | 'set';

const hours = fc.constantFrom(0, 1, 20, 25, 73, 200);
const futureStep: fc.Arbitrary<FutureStep> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      does: fc.constant('schedule' as const),
      by: fc.constantFrom(...WALKERS),
      hours,
      what: fc.constantFrom<Plan>('leave', 'join', 'add', 'reset-link', 'create-group', 'set'),
      group: fc.record({ any: fc.nat(6) }),
      whom: fc.constantFrom(...WALKERS),
    }),
  },
  fc.record({ does: fc.constant('move clock' as const), hours }),
  fc.record({ does: fc.constant('freeze' as const), frozen: fc.boolean() }),
);
const history = fc.array(fc.oneof({ weight: 4, arbitrary: anyStep }, { weight: 1, arbitrary: futureStep }), {
  maxLength: 40,
  size: 'max',
});

/** What was met, so that idle histories are not taken for a proof. */
const met = { agenda: 0, refused: 0, invites: 0, requests: 0, dead: 0, communities: 0 };

describe('a snapshot', () => {
  it('that is restored goes on as the world would have, byte for byte', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(anyRulings, history, history, (rulings, before, after) => {
        const [one, other] = [createWalk(rulings), createWalk(rulings)];
        const past = [...OPENING, ...before];
        for (const walk of [one, other]) for (const step of past) take(walk, step);

        const text = textOf(one);
        count(one);
        other.network.tenants.restore(other.network.tenants.main, JSON.parse(text) as Snapshot);
        expect(textOf(other)).toBe(text);

        for (const walk of [one, other]) for (const step of after) take(walk, step);
        expect(other.network.transcript).toEqual(one.network.transcript);
        expect(textOf(other)).toBe(textOf(one));
      }),
      { seed: 11, numRuns: 120 },
    );
  });

  it('is the same as text that is taken entry by entry while the world goes on', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(anyRulings, history, history, fc.nat(12), (rulings, before, after, entries) => {
        const walk = createWalk(rulings);
        for (const step of [...OPENING, ...before]) take(walk, step);
        const { main } = walk.network.tenants;
        const saved = JSON.stringify(saveWorld(main.world));
        const text = toWorldText(main.world, () => {});
        const told: string[] = [];
        const tell = (most: number) => {
          for (let n = 0; n < most; n += 1) told.push(text.next().value ?? '');
        };
        for (const step of after) {
          touch(main.world);
          take(walk, step);
          tell(entries);
        }
        told.push(...text);
        expect(told.join('')).toBe(saved);
      }),
      { seed: 12, numRuns: 120 },
    );
  });

  it('was taken of worlds in which much had happened, and much was to come', () => {
    for (const [what, times] of Object.entries(met)) expect(times, what).toBeGreaterThan(10);
  });
});

function take(walk: Walk, step: Step | FutureStep): void {
  const { network, jids } = walk;
  const { world } = network;
  if (step.does === 'schedule') {
    const group = jids['any' in step.group ? step.group.any % jids.length : 0] ?? '';
    const act = toAct(step.what, group, network.phone(step.whom));
    schedule(world, world.clock.now() + step.hours * 3_600_000, network.phone(step.by), act);
  } else if (step.does === 'move clock') {
    world.clock.set(world.clock.now() + step.hours * 3_600_000);
    settle(world);
  } else if (step.does === 'freeze') {
    world.clock.freeze(step.frozen);
  } else {
    walk.take(step, walk.aim(step));
  }
}

function toAct(what: Plan, group: string, phone: string): Act {
  switch (what) {
    case 'join':
      return { do: 'join', by: { group } };
    case 'add':
      return { do: 'add', group, people: [phone] };
    case 'create-group':
      return { do: 'create-group', settings: { name: 'Later' }, people: [phone], parent: group };
    case 'set':
      return { do: 'set', group, settings: { joinApproval: true, topic: 'Later' } };
    default:
      return { do: what, group };
  }
}

function textOf({ network: { tenants } }: Walk): string {
  return JSON.stringify(saveTenant(tenants.main));
}

function count({ network: { world } }: Walk): void {
  const groups = [...world.groups.values()];
  met.agenda += world.agenda.length;
  met.refused += world.happenings.filter(({ change }) => change.kind === 'refused').length;
  met.invites += world.privateInvites.size;
  met.requests += groups.reduce((sum, { joinRequests }) => sum + joinRequests.size, 0);
  met.dead += world.inviteCodes.size - groups.length;
  met.communities += groups.filter(({ kind }) => kind === 'community').length;
}
