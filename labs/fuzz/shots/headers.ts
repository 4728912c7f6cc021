import { type Message, type Shot, shotOf } from '../shot.ts';
import { type Aim, goodMessage } from './targets.ts';

const GOOD = '{{first}}';

/** Values of an Authorization header, one of which is good. */
const TOKENS: readonly string[] = [
  ...[
    GOOD,
    `bearer   ${GOOD}`,
    `BEARER ${GOOD}`,
    `Bearer\t${GOOD}`,
    `Bearer ${GOOD} `,
    `Basic ${GOOD}`,
    `${GOOD},${GOOD}`,
  ],
  ...[
    '',
    ' ',
    'Bearer',
    'Bearer ',
    'Bearer Bearer',
    'Bearer null',
    'Bearer undefined',
    'Bearer __proto__',
    'Bearer constructor',
  ],
  ...[
    `Bearer ${GOOD} ${GOOD}`,
    `Bearer "${GOOD}"`,
    `Token ${GOOD}`,
    `Bearer ${GOOD}\u0000`,
    `Bearer ${GOOD}\u00ff`,
  ],
  ...[
    'Bearer 00000000-0000-0000-0000-000000000000',
    'Bearer ffffffff-ffff-4fff-bfff-ffffffffffff',
    'Bearer \u00e4\u00f6',
  ],
  ...[
    `Bearer ${'1'.repeat(900_000)}`,
    `Bearer ${' '.repeat(100_000)}x`,
    `Bearer ${'Bearer '.repeat(10_000)}${GOOD}`,
  ],
];

const TYPES: readonly string[] = [
  ...[
    '',
    'text/plain',
    'application/json;charset=utf-16',
    'application/json; charset="utf-8"',
    'application/JSON;;;;',
  ],
  ...[
    'multipart/form-data; boundary=x',
    'application/x-www-form-urlencoded',
    'application/json, text/plain',
    '*/*',
    '__proto__',
  ],
  ...[
    'application/problem+json',
    'application/+json',
    `application/json; ${'a=b;'.repeat(10_000)}`,
    'application/json\u00ff',
    '/',
  ],
];

/** Header fields beside those that a good request has. */
const STRANGE: readonly (readonly [string, string])[] = [
  ...(['100-continue', '100-Continue', 'continue', '', '200-ok'] as const).map(
    (value) => ['Expect', value] as const,
  ),
  ...(
    ['identity', 'gzip', 'br', 'deflate', 'zstd', 'gzip, gzip', '__proto__', 'constructor', ''] as const
  ).map((value) => ['Content-Encoding', value] as const),
  ['Transfer-Encoding', 'gzip, chunked'],
  ['Transfer-Encoding', 'identity'],
  ['Transfer-Encoding', 'chunked, identity'],
  ['Content-Length', '1e3'],
  ['Content-Length', '+2'],
  ['Content-Length', '99999999999999999999'],
  ['Upgrade', 'h2c'],
  ['Upgrade', 'websocket'],
  ['Connection', 'Upgrade, HTTP2-Settings'],
  ['Connection', '__proto__'],
  ['Host', 'evil.example'],
  ['Host', ''],
  ['Cookie', 'token={{second}}; __proto__=1'],
  ['X-HTTP-Method-Override', 'DELETE'],
  ['X-Forwarded-Host', 'evil.example'],
  ['Origin', 'https://evil.example'],
  ['Range', 'bytes=0-'],
  ['If-None-Match', '*'],
  ['Accept', 'text/html'],
  ['Accept-Encoding', 'gzip, br, *;q=0'],
  ['__proto__', 'polluted'],
  ['constructor', 'polluted'],
  ['Trailer', 'Authorization'],
  ['Proxy-Connection', 'keep-alive'],
  ['Keep-Alive', 'timeout=999999'],
  ['X-Nul', 'a\u0000b'],
  ['X-Latin', '\u00e4\u00ff'],
  ['X-Fold', 'a\r\n b'],
  ['X Space', '1'],
  ['', 'no name'],
  ['X-Long', 'x'.repeat(1024 * 1024)],
  ['x'.repeat(100_000), '1'],
];

/** Strange tokens, types, encodings and other headers on every operation that is given. */
export function headerShots(aims: readonly Aim[]): Shot[] {
  return aims.flatMap((aim) => {
    const good = goodMessage(aim);
    const name = (what: string) => `${what} of ${aim.operation.id}`;
    return [
      ...TOKENS.map((token) => shotOf(name('token'), withHeader(good, 'Authorization', token))),
      ...TYPES.map((type) => shotOf(name('type'), withHeader(good, 'Content-Type', type))),
      ...STRANGE.map(([key, value]) =>
        shotOf(name(`header ${key.slice(0, 20)}`), more(good, [[key, value]])),
      ),
      shotOf(name('two tokens'), more(good, [['Authorization', 'Bearer {{second}}']])),
      shotOf(
        name('many headers'),
        more(
          good,
          Array.from({ length: 3000 }, (_, n) => [`X-${n}`, '1'] as const),
        ),
      ),
    ];
  });
}

function withHeader(one: Message, name: string, value: string): Message {
  return { ...one, headers: [...one.headers.filter(([other]) => other !== name), [name, value]] };
}

function more(one: Message, headers: readonly (readonly [string, string])[]): Message {
  return { ...one, headers: [...one.headers, ...headers] };
}
