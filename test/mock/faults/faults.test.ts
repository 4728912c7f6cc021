/** What no call shows: which of many faults strikes, and what chance decides. */
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { LONGEST_DELAY } from '../../../mock/faults/chance.ts';
import type { Asked } from '../../../mock/faults/fault.ts';
import { createFaults, type Faults } from '../../../mock/faults/faults.ts';

const FIRST = '5511999999999';
const SECOND = '5511888888888';
const THIRD = '5511777777777';

/** A fault with only what a test is about. */
function asked(wanted: Partial<Asked>): Asked {
  return { operation: 'all', after: 0, times: 1, ...wanted };
}

/** The status of each of so many calls that a fault answers; undefined for those that it lets pass. */
function statuses(faults: Faults, count: number, { phone = FIRST, operation = 'listGroups', now = 0 } = {}) {
  return Array.from({ length: count }, () => faults.strike({ operation, phone, now })?.answer?.status);
}

function faultsOf(...all: Partial<Asked>[]): Faults {
  const faults = createFaults(1);
  for (const one of all) faults.add(asked(one));
  return faults;
}

describe('which calls a fault strikes', () => {
  it('is none without faults', () => {
    expect(statuses(createFaults(1), 3)).toEqual([undefined, undefined, undefined]);
  });

  it('is the next one, and no more', () => {
    const faults = faultsOf({ status: 503 });
    expect(statuses(faults, 3)).toEqual([503, undefined, undefined]);
    expect(faults.list()).toMatchObject([{ id: 'fault-1', seen: 3, fired: 1 }]);
  });

  it('is those of an operation and an account', () => {
    const faults = faultsOf({ status: 503, operation: 'getGroup', phone: SECOND });
    expect(statuses(faults, 1)).toEqual([undefined]);
    expect(statuses(faults, 1, { operation: 'getGroup' })).toEqual([undefined]);
    expect(statuses(faults, 1, { operation: 'getGroup', phone: SECOND })).toEqual([503]);
    expect(faults.list()).toMatchObject([{ seen: 1, fired: 1 }]);
  });

  it('leaves out the first ones and takes the next ones', () => {
    expect(statuses(faultsOf({ status: 500, after: 2, times: 2 }), 6)).toEqual([
      undefined,
      undefined,
      500,
      500,
      undefined,
      undefined,
    ]);
  });

  it('is every one without a limit', () => {
    expect(statuses(faultsOf({ status: 500, times: null }), 4)).toEqual([500, 500, 500, 500]);
  });

  it('follows from the seed where chance decides, about as often as it is told', () => {
    const run = (seed: number) => {
      const faults = createFaults(seed);
      faults.add(asked({ status: 500, times: null, probability: 0.3 }));
      return statuses(faults, 1000);
    };
    expect(run(7)).toEqual(run(7));
    expect(run(7)).not.toEqual(run(8));
    const struck = run(7).filter((status) => status === 500).length;
    expect(struck).toBeGreaterThan(250);
    expect(struck).toBeLessThan(350);
  });

  it('is the same whatever other faults draw', () => {
    const flaky = asked({ status: 500, times: null, probability: 0.5 });
    const alone = createFaults(1);
    alone.add(flaky);
    const beside = createFaults(1);
    beside.add(flaky);
    beside.add(asked({ times: null, probability: 0.5, delay_ms: 5 }));
    expect(statuses(beside, 50)).toEqual(statuses(alone, 50));
  });
});

describe('several faults', () => {
  it('strike one after the other', () => {
    expect(statuses(faultsOf({ status: 503 }, { status: 429 }, { status: 500 }), 4)).toEqual([
      503,
      429,
      500,
      undefined,
    ]);
  });

  it('count the calls that another one ended', () => {
    expect(statuses(faultsOf({ status: 503 }, { status: 429, after: 1 }), 3)).toEqual([503, 429, undefined]);
  });

  it('add up their delays, within bounds, and name themselves', () => {
    const faults = faultsOf(
      { delay_ms: 100 },
      { status: 503 },
      { delay_ms: 23 },
      { delay_ms: 9, phone: SECOND },
    );
    expect(faults.strike({ operation: 'listGroups', phone: FIRST, now: 0 })).toMatchObject({
      rule: 'fault-1, fault-2, fault-3',
      delay: 123,
      answer: { status: 503 },
    });
    const long = faultsOf({ delay_ms: 100_000 }, { delay_ms: 100_000 });
    expect(long.strike({ operation: 'listGroups', phone: FIRST, now: 0 })?.delay).toBe(LONGEST_DELAY);
  });

  it('draw a delay from a range', () => {
    const faults = faultsOf({ delay_ms: [10, 12], times: null });
    const delays = Array.from(
      { length: 100 },
      () => faults.strike({ operation: 'listGroups', phone: FIRST, now: 0 })?.delay,
    );
    expect(new Set(delays)).toEqual(new Set([10, 11, 12]));
  });
});

describe('how long an answer takes', () => {
  const drawn = (delay_ms: Asked['delay_ms'], count = 4000) => {
    const faults = faultsOf({ ...(delay_ms === undefined ? {} : { delay_ms }), times: null });
    const call = { operation: 'listGroups', phone: FIRST, now: 0 };
    const all = Array.from({ length: count }, () => faults.strike(call)?.delay ?? 0);
    return all.sort((one, other) => one - other);
  };
  const part = (all: number[], percent: number) => all[Math.floor((all.length - 1) * (percent / 100))] ?? 0;

  it('is log-normal by median and sigma, and never beyond the longest', () => {
    const all = drawn({ median: 200, sigma: 0.5 });
    expect(part(all, 50)).toBeGreaterThan(190);
    expect(part(all, 50)).toBeLessThan(210);
    // One standard deviation of the logarithm to either side.
    expect(part(all, 84.13) / part(all, 50)).toBeCloseTo(Math.exp(0.5), 1);
    expect(part(all, 15.87) / part(all, 50)).toBeCloseTo(Math.exp(-0.5), 1);
    expect(drawn({ median: 100_000, sigma: 5 }).at(-1)).toBe(LONGEST_DELAY);
    expect(new Set(drawn({ median: 70, sigma: 0 }, 20))).toEqual(new Set([70]));
  });

  it('is what is told at each percentile, and in a straight line between them', () => {
    const all = drawn({ p99: 4000, p50: 100, p95: 1000 });
    for (const [percent, wanted] of [
      [25, 50],
      [50, 100],
      [72.5, 550],
      [95, 1000],
      [97, 2500],
    ] as const)
      expect(part(all, percent) / wanted, `p${percent}`).toBeCloseTo(1, 0);
    expect(all.at(-1)).toBe(4000);
    expect(all[0]).toBeLessThan(5);
    expect(part(drawn({ p0: 30, p100: 40 }), 0)).toBeGreaterThanOrEqual(30);
  });

  it('adds up for bytes as for the whole', () => {
    const faults = faultsOf({ bytes_over_ms: 100 }, { bytes_over_ms: [20, 20], delay_ms: 5 });
    expect(faults.strike({ operation: 'listGroups', phone: FIRST, now: 0 })).toMatchObject({
      bytesOver: 120,
      delay: 5,
    });
  });
});

describe('what a call or a delivery names', () => {
  const GROUP = '120363000000000001@g.us';
  const MOMENT = Date.parse('2026-06-15T12:00:00Z');
  const names = (group: string, ...people: string[]) => ({
    phone: FIRST,
    now: MOMENT,
    named: () => ({ groups: new Set([group]), people: new Set(people), action: 'add' as const }),
  });
  const WHICH: readonly [which: Partial<Asked>, matching: object, other: object][] = [
    [{ group: GROUP }, names(GROUP), names('120363000000000002@g.us')],
    [{ participant: SECOND }, names(GROUP, THIRD, SECOND), names(GROUP, THIRD)],
    [{ phone: FIRST }, names(GROUP), { ...names(GROUP), phone: SECOND }],
    [{ group: GROUP, participant: SECOND }, names(GROUP, SECOND), names(GROUP)],
    [{ from: '2026-06-15T12:00:00Z' }, names(GROUP), { ...names(GROUP), now: MOMENT - 1 }],
    [{ until: '2026-06-15T14:00:01+02:00' }, names(GROUP), { ...names(GROUP), now: MOMENT + 1000 }],
    [{ group: GROUP }, names(GROUP), { phone: FIRST, now: MOMENT }],
  ];

  it.each(WHICH)('chooses by %j', (which, matching, other) => {
    const faults = faultsOf({ ...which, status: 500 }, { ...which, delivery: 'drop' });
    const call = { operation: 'addGroupParticipants', phone: FIRST, now: 0 };
    const delivery = { event: 'group.info', phone: FIRST, now: 0 };
    expect(faults.strike({ ...call, ...other })).toBeUndefined();
    expect(faults.strikeDelivery({ ...delivery, ...other })).toBeUndefined();
    expect(faults.strike({ ...call, ...matching })?.answer?.status).toBe(500);
    expect(faults.strikeDelivery({ ...delivery, ...matching })).toMatchObject({ drop: true });
    expect(faults.list().map(({ seen }) => seen)).toEqual([1, 1]);
  });

  it('is what is done to participants', () => {
    const faults = faultsOf({ action: 'promote', status: 500, times: null }, { action: 'add', status: 501 });
    expect(faults.strike({ operation: 'addGroupParticipants', ...names(GROUP) })?.answer?.status).toBe(501);
  });

  it('is read once, and only when a fault depends on it', () => {
    const read = vi.fn(names(GROUP).named);
    const counted = { ...names(GROUP), operation: 'getGroup', named: read };
    faultsOf({ status: 500 }, { delay_ms: 1 }).strike(counted);
    expect(read).toHaveBeenCalledTimes(0);
    faultsOf({ group: GROUP, delay_ms: 1 }, { group: GROUP, participant: SECOND, delay_ms: 1 }).strike(
      counted,
    );
    expect(read).toHaveBeenCalledTimes(1);
  });
});

describe('rows', () => {
  const call = (...phones: string[]) => ({
    operation: 'addGroupParticipants',
    phone: FIRST,
    now: 0,
    named: () => ({ groups: new Set<string>(), people: new Set(phones) }),
  });

  it('fail for the participants that a call names, the first fault deciding', () => {
    const faults = faultsOf(
      { rows: [{ participant: SECOND, code: 403 }] },
      {
        rows: [
          { participant: SECOND, code: 408 },
          { participant: THIRD, code: 409 },
        ],
      },
    );
    expect(faults.strike(call(SECOND))?.rows).toEqual(
      new Map([
        [SECOND, { code: 403 }],
        [THIRD, { code: 409 }],
      ]),
    );
  });

  it('wait for a call that names such a participant', () => {
    const faults = faultsOf({ rows: [{ participant: SECOND, code: 403 }] });
    expect(faults.strike(call(THIRD))).toBeUndefined();
    expect(faults.strike({ operation: 'listGroups', phone: FIRST, now: 0 })).toBeUndefined();
    expect(faults.list()).toMatchObject([{ seen: 0, fired: 0 }]);
    expect(faults.strike(call(THIRD, SECOND))?.rows?.get(SECOND)).toEqual({ code: 403 });
  });

  it('wait while calls are not carried out, and strike with those that are', () => {
    const faults = faultsOf(
      { rows: [{ participant: SECOND, code: 403 }] },
      { status: 503 },
      {
        drop: 'before',
      },
    );
    expect(faults.strike(call(SECOND))).toMatchObject({ rule: 'fault-2', rows: undefined });
    expect(faults.strike(call(SECOND))).toMatchObject({
      rule: 'fault-3',
      cut: 'dropped',
      deed: 'not-done',
      rows: undefined,
    });
    const faultsWithCut = faultsOf({ drop: 'after', rows: [{ participant: SECOND, code: 403 }] });
    expect(faultsWithCut.strike(call(SECOND))).toMatchObject({
      cut: 'dropped',
      deed: 'done',
      rows: new Map([[SECOND, { code: 403 }]]),
    });
  });
});

describe('a window', () => {
  const throttle = () => faultsOf({ status: 429, times: null, per_window: { calls: 2, seconds: 60 } });

  it('lets its calls pass, and tells the others when to come again', () => {
    const faults = throttle();
    expect(statuses(faults, 3)).toEqual([undefined, undefined, 429]);
    const struck = faults.strike({ operation: 'listGroups', phone: FIRST, now: 18_500 });
    expect(struck?.answer?.headers).toEqual({ 'Retry-After': '42' });
  });

  it('is over when its time is, and counts from the first call after that', () => {
    const faults = throttle();
    statuses(faults, 3);
    expect(statuses(faults, 1, { now: 59_999 })).toEqual([429]);
    expect(statuses(faults, 3, { now: 60_000 })).toEqual([undefined, undefined, 429]);
    expect(statuses(faults, 1, { now: 119_999 })).toEqual([429]);
  });

  it('is one for each account', () => {
    const faults = throttle();
    expect(statuses(faults, 3)).toEqual([undefined, undefined, 429]);
    expect(statuses(faults, 3, { phone: SECOND })).toEqual([undefined, undefined, 429]);
  });

  it('starts anew when the clock is set back', () => {
    const faults = throttle();
    statuses(faults, 3, { now: 100_000 });
    expect(statuses(faults, 1, { now: 0 })).toEqual([undefined]);
  });
});

describe('deliveries', () => {
  const delivery = { event: 'group.info', phone: FIRST, now: 0 };

  it.each([
    ['duplicate', { duplicate: true }],
    ['reorder', { reorder: true }],
    ['drop', { drop: true }],
    ['duplicate-with-new-id', { duplicateWithNewId: true }],
    [{ delay_seconds: 5 }, { delay: 5000 }],
  ] as const)('are struck by %j', (fate, wanted) => {
    const faults = faultsOf({ delivery: fate });
    expect(faults.strikeDelivery(delivery)).toEqual({ rule: 'fault-1', ...wanted });
    expect(faults.strikeDelivery(delivery)).toBeUndefined();
  });

  it('are struck by the first fault that is for their event and account', () => {
    const faults = faultsOf(
      { delivery: 'drop', event: 'group.joined' },
      { delivery: 'drop', phone: SECOND },
      { delivery: 'reorder', event: 'group.info', phone: FIRST },
      { delivery: 'duplicate' },
    );
    expect(faults.strikeDelivery(delivery)).toEqual({ rule: 'fault-3', reorder: true });
    expect(faults.list().map(({ seen }) => seen)).toEqual([0, 0, 1, 1]);
  });

  it('are struck beyond a window of their account', () => {
    const faults = faultsOf({ delivery: 'drop', times: null, per_window: { calls: 2, seconds: 60 } });
    const strike = (phone: string, now: number) => faults.strikeDelivery({ ...delivery, phone, now })?.drop;
    expect([0, 1, 2].map((now) => strike(FIRST, now))).toEqual([undefined, undefined, true]);
    expect([strike(SECOND, 2), strike(FIRST, 60_000)]).toEqual([undefined, undefined]);
  });

  it('are struck by chance', () => {
    const faults = faultsOf({ delivery: 'drop', times: null, probability: 0.3 });
    const lost = Array.from({ length: 1000 }, () => faults.strikeDelivery(delivery)).filter(Boolean).length;
    expect(lost).toBeGreaterThan(250);
    expect(lost).toBeLessThan(350);
  });

  it('are no calls', () => {
    const faults = faultsOf({ delivery: 'drop' }, { status: 500 });
    expect(statuses(faults, 1)).toEqual([500]);
    expect(faults.strikeDelivery(delivery)).toEqual({ rule: 'fault-1', drop: true });
  });
});

describe('faults', () => {
  it('are taken away one by one or all, and an id is never given twice', () => {
    const faults = faultsOf({ status: 500 }, { status: 501 });
    expect(faults.remove('fault-1')).toBe(true);
    expect(faults.remove('fault-1')).toBe(false);
    expect(faults.list().map(({ id }) => id)).toEqual(['fault-2']);
    faults.clear();
    expect(faults.list()).toEqual([]);
    expect(faults.add(asked({ status: 502 })).id).toBe('fault-3');
  });

  it('go on from where they were saved, chance and windows included, and what is saved does not change', () => {
    fc.assert(
      fc.property(scripts(), fc.nat(2 ** 32 - 1), calls(), calls(), (wanted, seed, before, after) => {
        const faults = createFaults(seed);
        for (const one of wanted) faults.add(one);
        for (const call of before) faults.strike(call);
        const saved = faults.save();
        const text = JSON.stringify(saved);
        const restored = createFaults(seed, JSON.parse(text));
        const outcomes = (of: Faults) => after.map((call) => of.strike(call));
        expect(outcomes(restored)).toEqual(outcomes(faults));
        expect(restored.save()).toEqual(faults.save());
        expect(JSON.stringify(saved)).toBe(text);
      }),
      { numRuns: 200 },
    );
  });

  it('strike the same in two runs of a seed, never more often than they are told, and only what they are for', () => {
    fc.assert(
      fc.property(scripts(), fc.nat(2 ** 32 - 1), calls(), (wanted, seed, made) => {
        const run = () => {
          const faults = createFaults(seed);
          for (const one of wanted) faults.add(one);
          return { outcomes: made.map((call) => faults.strike(call)), faults: faults.list() };
        };
        const first = run();
        expect(run()).toEqual(first);
        for (const { asked: one, fired, seen } of first.faults) {
          expect(fired).toBeLessThanOrEqual(Math.min(one.times ?? fired, Math.max(0, seen - one.after)));
          const suitable = made.filter(({ operation }) => (one.operation ?? operation) === operation);
          expect(seen).toBeLessThanOrEqual(suitable.length);
        }
      }),
      { numRuns: 200 },
    );
  });
});

function scripts() {
  const effect = fc.oneof(
    fc.constant<Partial<Asked>>({ status: 503 }),
    fc.constant<Partial<Asked>>({ drop: 'before' }),
    fc.constant<Partial<Asked>>({ drop: 'after' }),
    fc.constant<Partial<Asked>>({ delay_ms: [1, 900] }),
    fc.constant<Partial<Asked>>({ delay_ms: { median: 90, sigma: 2 }, bytes_over_ms: { p50: 5, p99: 60 } }),
    fc.constant<Partial<Asked>>({ carried_out: false }),
    fc.constant<Partial<Asked>>({ entries: 0 }),
    fc.constant<Partial<Asked>>({ status: 429, per_window: { calls: 2, seconds: 5 } }),
    fc.constant<Partial<Asked>>({ rows: [{ participant: THIRD, code: 408 }] }),
  );
  const which = fc.record(
    {
      operation: fc.constantFrom('listGroups', 'addGroupParticipants'),
      phone: fc.constantFrom(FIRST, SECOND),
      probability: fc.constantFrom(0.2, 0.5, 0.9),
    },
    { requiredKeys: [] },
  );
  const times = fc.record({ after: fc.nat(3), times: fc.option(fc.integer({ min: 1, max: 4 })) });
  const one = fc.tuple(effect, which, times).map((parts): Asked => Object.assign({}, ...parts));
  return fc.array(one, { maxLength: 6 });
}

function calls() {
  const call = fc.record({
    operation: fc.constantFrom('listGroups', 'addGroupParticipants'),
    phone: fc.constantFrom(FIRST, SECOND),
    step: fc.nat(4000),
    named: fc.constantFrom([], [THIRD]),
  });
  return fc.array(call, { maxLength: 40 }).map((made) => {
    let now = 0;
    return made.map(({ operation, phone, step, named }) => {
      now += step;
      return {
        operation,
        phone,
        now,
        named: () => ({ groups: new Set<string>(), people: new Set<string>(named) }),
      };
    });
  });
}
