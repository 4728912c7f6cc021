/** What no call shows: what the programming interface is given and cannot take, so that no test tests nothing. */
import { afterAll, describe, expect, it } from 'vitest';
import { startMock } from '../../../../mock/index.ts';

const GUEST = '5511977777777';
const mock = await startMock({ port: 0 });
afterAll(() => mock.close());

describe('a group', () => {
  it.each([
    [undefined, 'undefined'],
    [7, '7'],
    ['nowhere', '"nowhere"'],
    [GUEST, `"${GUEST}"`],
  ])('is not looked for by %s', (jid, value) => {
    expect(() => mock.world().group(jid as never)).toThrow(`group must be the JID of a group, not ${value}.`);
  });

  it('that is well called may not be there', () => {
    expect(mock.world().group('120363000000000000@g.us')).toBeUndefined();
  });
});

describe('people', () => {
  it('are found by any name, and nobody is met', () => {
    const world = mock.world();
    const { jid, lid } = world.person(GUEST).traits();
    for (const phone of ['+55 11 97777-7777', '551177777777', jid, lid])
      expect(world.people({ phone })).toMatchObject([{ phone: GUEST }]);
    expect(world.people({ phone: '5511966666666' })).toEqual([]);
    expect(world.people()).toHaveLength(3);
  });

  it('are not called by what is no text', () => {
    expect(() =>
      mock
        .world()
        .person({} as never)
        .traits(),
    ).toThrow('a LID, not "[object Object]".');
  });

  it('see their events and calls by any name', () => {
    const world = mock.world();
    const guest = world.person(GUEST);
    guest.createsGroup('Crew', [world.phone]);
    for (const phone of ['551177777777', guest.traits().jid, guest.traits().lid])
      expect(world.events({ phone })).toHaveLength(1);
    expect(world.device(world.accounts[0]?.jid).state).toBe('connected');
  });
});

describe('time', () => {
  const SPANS: readonly [span: unknown, says: string][] = [
    [{ hour: 72 }, 'has no property "hour" (did you mean "hours"?); there is days, hours, minutes, seconds.'],
    [{ hours: 1, weeks: 1 }, 'has no property "weeks"; there is days, hours, minutes, seconds.'],
    [{}, 'takes days, hours, minutes or seconds, not {}.'],
    [[], 'takes days, hours, minutes or seconds, not [].'],
    [259200, 'takes an object with days, hours, minutes, seconds, not 259200.'],
    [undefined, 'takes an object with days, hours, minutes, seconds, not undefined.'],
    [{ hours: Number.NaN }, 'hours must be a number from 0, not NaN.'],
    [{ hours: Number.POSITIVE_INFINITY }, 'hours must be a number from 0, not Infinity.'],
    [{ hours: -1 }, 'hours must be a number from 0, not -1.'],
    [{ hours: 2, minutes: -30 }, 'minutes must be a number from 0, not -30.'],
    [{ seconds: '72' }, 'seconds must be a number from 0, not "72".'],
    [{ days: undefined }, 'days must be a number from 0, not undefined.'],
  ];

  it.each(SPANS)('does not pass by %j', (span, says) => {
    const world = mock.world({ seed: 1 });
    const before = world.clock.now();
    expect(() => world.clock.advance(span as never)).toThrow(says);
    expect(() => world.person(GUEST).after(span as never)).toThrow(says);
    expect(world.clock.now()).toEqual(before);
  });

  it('passes by days, hours, minutes and seconds, and by none of them', () => {
    const world = mock.world({ seed: 1 });
    const before = world.clock.now().getTime();
    world.clock.advance({ hours: 0 });
    expect(world.clock.now().getTime()).toBe(before);
    world.clock.advance({ days: 1, hours: 2, minutes: 3, seconds: 4 });
    expect(world.clock.now().getTime() - before).toBe(((26 * 60 + 3) * 60 + 4) * 1000);
    world.person(GUEST).after({ days: 2 }).createsGroup('Later');
    expect(world.clock.due()).toMatchObject([{ at: '2026-06-18T14:03:04Z' }]);
  });
});

describe('a timeout', () => {
  it.each([{ timout: 20 }, 20, null])('is not %j', async (options) => {
    const { journal, webhooks } = mock.world();
    const says =
      options && typeof options === 'object' ? 'did you mean "timeout"?' : 'an object with timeout';
    await expect(journal.waitFor('createGroup', options as never)).rejects.toThrow(says);
    await expect(webhooks.settled(options as never)).rejects.toThrow(says);
  });
});
