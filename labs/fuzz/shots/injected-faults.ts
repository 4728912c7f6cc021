import { AT_ONCE, type Message, message, type Shot, shotOf } from '../shot.ts';
import { HOSTILE_TEXTS } from './hostile.ts';
import { readersOf } from './saved.ts';
import type { Aim } from './targets.ts';

const WORLD = '/__mock/worlds/{{world}}';
const HOME = 'http://127.0.0.1:{{port}}';

/** Names that are no header, or one that frames the answer. */
const BAD_NAMES = ['', ' ', 'bad header', 'a:b', 'é', 'a\r\nb', '\u0000', '()', 'x'.repeat(70_000)];
const FRAMING = [
  'Content-Length',
  'transfer-encoding',
  'Connection',
  'Content-Encoding',
  'Trailer',
  'Upgrade',
  'TE',
];
const OTHERS = [
  'X-Mock-Fault',
  'X-Mock-Rule',
  'Date',
  'Set-Cookie',
  '__proto__',
  'constructor',
  'Retry-After',
  'Keep-Alive',
];
const BAD_VALUES = ['a\r\nX-Injected: 1', '\u0000', 'é', '🦜', '\u007f', 'a\nb'];

const CUTS = [{ drop: 'before' }, { drop: 'after' }, { truncate: true }] as const;

/** Where a webhook had better not go: to the mock itself. */
const AT_HOME = [
  ...[
    '/__mock/worlds/default/reset',
    '/__mock/worlds',
    '/__mock/worlds/{{world}}/reset',
    '/groups',
    '/disconnect',
  ],
  ...['//__mock/worlds/default/reset', '/__mock/worlds/default/seed', '/__mock/worlds/default/faults', '/'],
];
const HOMES = [
  HOME,
  'http://localhost:{{port}}',
  'http://127.1:{{port}}',
  'http://[::1]:{{port}}',
  'http://LOCALHOST:{{port}}',
];

/** Faults with hostile headers and values that strike, ends within pipelined calls, and webhooks that lead back to the mock. */
export function injectedFaultShots(aims: readonly Aim[]): Shot[] {
  const read = readersOf(aims);
  const list = message('GET', '/groups', [], 'third');
  const post = (path: string, body: object, who?: 'third') =>
    message('POST', path, [{ text: JSON.stringify(body) }], who);
  const fault = (body: object) => post(`${WORLD}/faults`, body);
  const spoil = (name: string, expects: Shot['expects'], first: Message, ...others: readonly Message[]) => ({
    ...shotOf(`injected fault: ${name}`, first, expects),
    ...{ messages: [first, ...others], ahead: others[1] === settled ? 3 : 1, spoils: true },
  });
  const answer = (headers: object, more: object = {}) =>
    fault({ operation: 'listGroups', status: 503, times: 2, headers, ...more });
  const struck = [list, list, ...read];
  const webhook = (webhook_url: string) =>
    post(
      '/webhook',
      { webhook_url, enabled_events: ['group.info', 'group.joined'], retry_attempts: 1 },
      'third',
    );
  const stir = post('/groups', { name: 'Stirred', participants: ['5511777777777'] }, 'third');
  const settled = message('GET', `${WORLD}/deliveries?settled_within=1`);
  return [
    ...BAD_NAMES.map((name) => spoil('bad name', 'refusal', answer({ [name]: 'x' }), ...struck)),
    ...BAD_VALUES.map((value) => spoil('bad value', 'refusal', answer({ 'X-Bad': value }), ...struck)),
    ...FRAMING.flatMap((name) =>
      ['5', 'chunked', 'close', 'gzip'].map((value) =>
        spoil(name, 'cut', answer({ [name]: value }), ...struck),
      ),
    ),
    ...OTHERS.map((name) => spoil(name, 'anything', answer({ [name]: 'x' }), ...struck)),
    ...HOSTILE_TEXTS.map((text) => spoil('message', 'anything', answer({}, { message: text }), ...struck)),
    ...[200, 201, 204, 205, 304, 307, 418, 451, 599].map((status) =>
      spoil(`status ${status}`, 'cut', answer({}, { status }), ...struck),
    ),
    ...CUTS.flatMap((cut) => [
      ...[0, 1, 2].map((after) =>
        spoil(
          JSON.stringify(cut),
          'cut',
          fault({ operation: 'listGroups', after, ...cut }),
          list,
          list,
          list,
        ),
      ),
      spoil(
        `${JSON.stringify(cut)} in a row`,
        'cut',
        fault({ operation: 'all', times: null, ...cut }),
        ...read,
        stir,
      ),
      spoil(
        `${JSON.stringify(cut)} late`,
        'cut',
        fault({ operation: 'listGroups', delay_ms: 200, ...cut }),
        list,
        list,
      ),
      {
        ...spoil(
          `${JSON.stringify(cut)} half-closed`,
          'cut',
          fault({ operation: 'listGroups', ...cut }),
          list,
          list,
        ),
        delivery: { ...AT_ONCE, ending: 'half-close' as const },
      },
    ]),
    ...HOMES.flatMap((home) =>
      AT_HOME.map((path) =>
        spoil('webhook to itself', 'anything', webhook(home + path), stir, settled, ...read),
      ),
    ),
  ];
}
