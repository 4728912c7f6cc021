import { describe, expect, it } from 'vitest';
import { createMock, startMock } from '../../../mock/index.ts';
import { createPlane, expectRefused, type Plane } from './plane.ts';

const LAST = '9999-12-31T23:59:59Z';
const ACT = { do: 'create-group', name: 'Later', participants: ['5511999999999'] };

/** Texts that name no moment that can be told again. */
const NO_TIMES = [
  '2016-12-31T23:59:60Z',
  '2016-12-31T15:59:60-08:00',
  '2026-02-30T00:00:00Z',
  '2100-02-29T00:00:00Z',
  '2026-13-01T00:00:00Z',
  '2026-00-01T00:00:00Z',
  '2026-01-00T00:00:00Z',
  '2026-01-01T24:00:00Z',
  '2026-01-01T23:60:00Z',
  '2026-01-01T23:59:61Z',
  '0000-12-31T23:59:59Z',
  '10000-01-01T00:00:00Z',
  '+010000-01-01T00:00:00Z',
  '-000001-01-01T00:00:00Z',
  '2026-01-01 00:00:00Z',
  '2026-01-01T00:00:00',
  '2026-01-01T00:00Z',
  '2026-01-01',
  '2026-1-1T00:00:00Z',
  '2026-01-01T00:00:00+0100',
  '2026-01-01T00:00:00+01',
  '2026-01-01T00:00:00+24:00',
  '2026-01-01T00:00:00.Z',
  '2026-01-01T00:00:00,5Z',
  `2026-01-01T00:00:00.${'1'.repeat(64)}Z`,
  ' 2026-01-01T00:00:00Z',
  '2026-01-01T00:00:00Z\n',
  '２０２６-01-01T00:00:00Z',
  '1767225600',
  '',
];

/** Times whose form is right, in another year in UTC. */
const BEYOND = ['0001-01-01T00:00:00+00:01', '9999-12-31T23:59:59-00:01'];

/** Texts that RFC 3339 takes, and the moment that they name. */
const TIMES = [
  ['0001-01-01T00:00:00Z', '0001-01-01T00:00:00Z'],
  ['0001-01-01T01:00:00+01:00', '0001-01-01T00:00:00Z'],
  [LAST, LAST],
  ['9999-12-31T22:59:59-01:00', LAST],
  ['2026-06-15t12:00:00z', '2026-06-15T12:00:00Z'],
  ['2026-06-15T12:00:00.999999999Z', '2026-06-15T12:00:00Z'],
  ['2026-06-15T12:00:00-00:00', '2026-06-15T12:00:00Z'],
  ['2024-02-29T23:30:00-23:59', '2024-03-01T23:29:00Z'],
  ['0099-12-31T23:59:59Z', '0099-12-31T23:59:59Z'],
] as const;

async function clockOf(plane: Plane, body?: object, world = 'default') {
  return plane.control(body === undefined ? 'GET' : 'PATCH', `/worlds/${world}/clock`, body);
}

describe('a time', () => {
  it.each([...NO_TIMES, ...BEYOND])('%j is refused at the door, by the name of its field', async (now) => {
    const plane = await createPlane({ seed: 1 });
    const answers = [await clockOf(plane, { now }), await plane.control('POST', '/worlds', { now })];
    for (const answer of answers) {
      const isForm = !BEYOND.includes(now);
      expectRefused(answer, isForm ? 400 : 422, isForm ? 'does-not-fit-the-document' : 'beyond-the-calendar');
      expect(answer.body.validation[0].field).toBe('now');
    }
    expect((await clockOf(plane)).body.now).toBe('2026-06-15T12:00:00Z');
    expect((await plane.control('GET', '/worlds')).body.worlds).toHaveLength(1);
  });

  it.each(TIMES)('%s is read as %s', async (now, told) => {
    const plane = await createPlane({ seed: 1 });
    expect((await clockOf(plane, { now })).body).toMatchObject({ now: told });
    await plane.control('POST', '/worlds', { name: 'other', now, frozen: true });
    expect((await clockOf(plane, undefined, 'other')).body.now).toBe(told);
  });
});

describe('a span of time that leads beyond the year 9999', () => {
  it.each([
    ['advance_seconds', { advance_seconds: 3_153_600_000 }],
    ['advance_seconds', { now: LAST, advance_seconds: 1 }],
  ])('is refused as %s of the clock', async (field, body) => {
    const plane = await createPlane({ seed: 1 });
    await clockOf(plane, { now: '9990-01-01T00:00:00Z' });
    const answer = await clockOf(plane, body);
    expectRefused(answer, 422, 'beyond-the-calendar');
    expect(answer.body.validation[0].field).toBe(field);
    expect((await clockOf(plane)).body.now).toBe('9990-01-01T00:00:00Z');
  });

  it('is refused as after_seconds of an act, and nothing is scheduled', async () => {
    const plane = await createPlane({ seed: 1 });
    await clockOf(plane, { now: '9999-12-31T00:00:00Z' });
    const path = '/worlds/default/people/5511777777777/act';
    const answer = await plane.control('POST', path, { ...ACT, after_seconds: 86_400 });
    expectRefused(answer, 422, 'beyond-the-calendar');
    expect(answer.body.validation).toEqual([
      { field: 'after_seconds', message: 'must not lead beyond the year 9999', value: 86_400 },
    ]);
    const { body } = await plane.control('POST', path, { ...ACT, after_seconds: 86_399 });
    expect(body.due_at).toBe(LAST);
  });
});

describe('at the end of time', () => {
  it('a clock that goes stands still, and everything can be told', async () => {
    const machine = { now: Date.UTC(2026, 0, 1) };
    const plane = await createPlane({ now: () => machine.now });
    await clockOf(plane, { now: LAST });
    machine.now += 1e12;
    expect((await clockOf(plane)).body).toMatchObject({ now: LAST, frozen: false });
    expect((await plane.as('first').createGroup()).created_at).toBe(LAST);
    for (const path of ['/worlds', '/worlds/default/groups', '/worlds/default/events']) {
      expect((await plane.control('GET', path)).status).toBe(200);
    }
  });

  it('a private invite is valid for as long as there is', async () => {
    const plane = await createPlane({ seed: 1 });
    await clockOf(plane, { now: '9999-12-31T23:00:00Z' });
    const { jid } = await plane.as('first').createGroup();
    const added = await plane
      .as('first')
      .post(`/groups/${jid}/participants`, { participants: ['5500000000403'] });
    expect(added.body.participants[0]).toMatchObject({ error: 403, add_request: { expires_at: LAST } });
  });

  it('what is delivered later, and tried again, is due at the last second', async () => {
    const plane = await createPlane({ seed: 1 });
    await plane
      .as('first')
      .post('/webhook', { webhook_url: 'http://127.0.0.1:9/', enabled_events: ['group.joined'] });
    await clockOf(plane, { now: '9999-12-31T23:59:58Z' });
    await plane.control('POST', '/worlds/default/faults', { delivery: { delay_seconds: 31_536_000 } });
    await plane.as('first').createGroup();
    await plane.as('first').createGroup();
    await clockOf(plane, { now: LAST });
    const { status, body } = await plane.control('GET', '/worlds/default/deliveries');
    expect(status).toBe(200);
    expect(body.deliveries[0].due_at).toBe(LAST);
  });
});

describe('a clock of the machine', () => {
  it.each([Number.NaN, Number.POSITIVE_INFINITY, 1e20, -1e15, '0' as never, undefined as never])(
    'that answers %s is refused when the mock is made',
    async (value) => {
      const says = /The option "now" must be a function .* years 1 to 9999; it answered/;
      expect(() => createMock({ now: () => value })).toThrow(says);
      await expect(startMock({ port: 0, now: () => value })).rejects.toThrow(says);
    },
  );

  it('that is no function is refused', () => {
    expect(() => createMock({ now: new Date() as never })).toThrow(/must be a function/);
  });

  it('that loses its mind later on stands still meanwhile', async () => {
    const machine = { now: Date.UTC(2026, 0, 1) };
    const plane = await createPlane({ now: () => machine.now });
    machine.now = Number.NaN;
    expect((await clockOf(plane)).body.now).toBe('2026-01-01T00:00:00Z');
    expect((await plane.as('first').createGroup()).created_at).toBe('2026-01-01T00:00:00Z');
  });
});

describe('the clock in the same process', () => {
  const { clock } = createMock({ seed: 1 }).defaultWorld;
  it.each([
    ['an invalid date', () => clock.set(new Date(Number.NaN)), /not to Invalid Date/],
    ['a number', () => clock.set(5 as never), /not to 5/],
    ['nothing', () => clock.set(undefined as never), /not to undefined/],
    ['a year beyond', () => clock.set(new Date(Date.UTC(10_000, 0))), /^now must be a time such as/],
    ['a year before', () => clock.set(new Date(Date.UTC(0, 0) - 1e14)), /^now must be/],
    ['a day that is none', () => clock.set('2026-02-30'), /^now must be/],
    ['a leap second', () => clock.set('2016-12-31T23:59:60Z'), /^now must be a time such as/],
    ['words', () => clock.set('tomorrow'), /^now must be/],
    ['a million years', () => clock.advance({ days: 365e6 }), /^advance_seconds must be at most/],
  ])('refuses %s in one sentence', (_, act, says) => {
    expect(act).toThrow(says);
    expect(clock.now().toISOString()).toBe('2026-06-15T12:00:00.000Z');
  });

  it('takes a date, a text and a day', () => {
    const { clock: other } = createMock({ seed: 1 }).defaultWorld;
    other.set(new Date(0));
    expect(other.now()).toEqual(new Date(0));
    other.set('2030-01-31T12:00:00+01:00');
    expect(other.now().toISOString()).toBe('2030-01-31T11:00:00.000Z');
    other.set('2030-02-01');
    expect(other.now().toISOString()).toBe('2030-02-01T00:00:00.000Z');
  });
});
