import { type Message, message, type Shot, shotOf } from '../shot.ts';
import { readersOf } from './saved.ts';
import type { Aim } from './targets.ts';

const WORLD = '/__mock/worlds/{{world}}';

/** Moments that are none, or outside of the years 1 to 9999. */
const WRONG_MOMENTS = [
  ...[
    '0000-01-01T00:00:00Z',
    '0000-12-31T23:59:59.999Z',
    '0001-01-01T00:00:00+00:01',
    '-000001-01-01T00:00:00Z',
  ],
  ...[
    '9999-12-31T23:59:59-00:01',
    '10000-01-01T00:00:00Z',
    '+010000-01-01T00:00:00Z',
    '+275760-09-13T00:00:00Z',
  ],
  ...['2016-12-31T23:59:60Z', '2016-12-31T23:59:60.5Z', '1990-12-31T15:59:60-08:00', '2026-06-30T12:00:60Z'],
  ...['2026-02-30T00:00:00Z', '2025-02-29T00:00:00Z', '1900-02-29T00:00:00Z', '2026-04-31T00:00:00Z'],
  ...['2026-00-10T00:00:00Z', '2026-13-01T00:00:00Z', '2026-01-00T00:00:00Z', '2026-01-01T24:00:01Z'],
  ...[
    '2026-01-01T00:60:00Z',
    '2026-01-01T25:00:00Z',
    '2026-01-01T00:00:00+24:01',
    '2026-01-01T00:00:00+99:99',
  ],
  ...['2026-01-01', '2026-01-01T00:00', '20260101T000000Z', '', ' ', 'now', '0', '1e3', 'NaN', 'Infinity'],
];

/** Moments at their ends, and such as are written strangely. */
const MOMENTS = [
  ...['0001-01-01T00:00:00Z', '0001-01-01T00:00:00.001Z', '0099-12-31T23:59:59Z', '1582-10-10T00:00:00Z'],
  ...['1969-12-31T23:59:59.999Z', '1970-01-01T00:00:00Z', '2038-01-19T03:14:08Z', '9999-12-31T23:59:59Z'],
  ...['9999-12-31T23:59:59.999Z', '2024-02-29T00:00:00Z', '2026-01-01t00:00:00z', '2026-01-01 00:00:00Z'],
  ...['2026-01-01T00:00:00+23:59', '2026-01-01T00:00:00-23:59', '2026-01-01T00:00:00.123456789123Z'],
  ...['2026-01-01T24:00:00Z', '0001-01-01T23:59:00+23:59', '9999-12-31T00:00:00-23:59'],
];

/** Durations in seconds, which a schema takes or not. */
const DURATIONS = [
  0,
  1e-9,
  0.0005,
  0.1,
  1,
  59.999,
  60,
  86_400,
  2 ** 31,
  31_536_000,
  3_153_600_000,
  1e15,
  1e300,
];

/** Moments and durations at their ends and beyond, wherever one can be given, and everything read afterwards. */
export function timeShots(aims: readonly Aim[]): Shot[] {
  const read = readersOf(aims);
  const fire = (name: string, expects: Shot['expects'], ...messages: readonly Message[]): Shot => {
    const [first] = messages;
    if (first === undefined) throw new Error('There is no message.');
    return {
      ...shotOf(`time: ${name}`, first, expects),
      messages: [...messages, ...read],
      ahead: messages.length,
      spoils: true,
    };
  };
  const clock = (body: object) => message('PATCH', `${WORLD}/clock`, [{ text: JSON.stringify(body) }]);
  const post = (path: string, body: object, who?: 'third') =>
    message('POST', path, [{ text: JSON.stringify(body) }], who);
  const world = (body: object) => post('/__mock/worlds', { seed: 1, accounts: 1, ...body });
  const act = (after_seconds: number) =>
    post(`${WORLD}/people/5511777777777/act`, {
      ...{ do: 'create-group', name: 'Later', participants: ['5511999999999'], after_seconds },
    });
  const [last, group] = [
    clock({ now: '9999-12-31T23:59:58Z' }),
    { name: 'Now', participants: ['5500000000403'] },
  ];
  const later = (seconds: number) => clock({ advance_seconds: seconds });
  return [
    ...WRONG_MOMENTS.flatMap((now) => [
      fire(`clock ${now}`, 'refusal', clock({ now })),
      fire(`clock ${now} and on`, 'refusal', clock({ now, advance_seconds: 1 })),
      fire(`world ${now}`, 'refusal', world({ now })),
    ]),
    ...MOMENTS.flatMap((now) => [
      fire(`clock ${now}`, 'anything', clock({ now }), later(1), post('/groups', group, 'third')),
      fire(`running ${now}`, 'anything', clock({ now, frozen: false }), post('/groups', group, 'third')),
      fire(`world ${now}`, 'anything', world({ now })),
      fire(`running world ${now}`, 'anything', world({ now, frozen: false })),
    ]),
    ...DURATIONS.flatMap((seconds) => [
      fire(`${seconds} s on`, 'anything', later(seconds), later(seconds), post('/groups', group, 'third')),
      fire(`${seconds} s beyond the last`, 'anything', last, later(seconds), post('/groups', group, 'third')),
      fire(`ttl ${seconds}`, 'anything', world({ ttl_seconds: seconds })),
      fire(
        `ttl ${seconds} at the last`,
        'anything',
        world({ now: '9999-12-31T23:59:59Z', ttl_seconds: seconds }),
      ),
      fire(`act in ${seconds} s`, 'anything', act(seconds), later(1), later(seconds)),
      fire(`act in ${seconds} s at the last`, 'anything', last, act(seconds), later(seconds)),
      fire(
        `delivery in ${seconds} s`,
        'anything',
        last,
        fault({ delivery: { delay_seconds: seconds } }),
        later(1),
      ),
      fire(`window of ${seconds} s`, 'anything', last, fault({ per_window: { calls: 0, seconds } })),
    ]),
    fire('expiry after the last', 'anything', last, post('/groups', group, 'third'), later(3_153_600_000)),
  ];

  function fault(body: object): Message {
    return post(`${WORLD}/faults`, body);
  }
}
