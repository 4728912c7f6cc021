import { brotliCompressSync, constants, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { AT_ONCE, type Message, type Part, type Shot } from '../shot.ts';
import { type Aim, goodMessage } from './targets.ts';

const MIB = 1024 * 1024;

/** So many bytes of blanks in one member of a bomb, and so many members: just what a snapshot may have. */
const [IN_A_MEMBER, MEMBERS] = [4 * MIB, 60];

const AT_A_TIME = 24;

/** A body beyond its limit is too large, or it is one too many at a time. */
const TOO_LARGE = [413, 429];

/** Who is refused whatever the body is. */
const STRANGERS: readonly (readonly [string, string])[] = [
  ['Authorization', 'Bearer nobody'],
  ['X-Control-Token', 'wrong'],
];

/** Bodies that are compressed: rightly, wrongly, twice, in part, and much too well, alone and several at once, also without access. */
export function packedShots(aims: readonly Aim[]): Shot[] {
  const bombs = bombsOf();
  return aims.flatMap((aim) => {
    const good = goodMessage(aim);
    const text = good.body.map((part) => ('text' in part ? part.text : '')).join('');
    const send = (encoding: string, body: readonly Part[], expects: Shot['expects'], copies = 1) =>
      packed(`packed: ${encoding} at ${aim.operation.id}`, good, encoding, body, expects, copies);
    const bytes = (of: Buffer): Part[] => [{ base64: of.toString('base64') }];
    const isSnapshot = aim.operation.id === 'putSnapshot';
    return [
      ...['gzip', 'x-gzip', 'GZIP'].map((name) => send(name, bytes(gzipSync(text)), 'anything')),
      send('deflate', bytes(deflateSync(text)), 'anything'),
      send('deflate', bytes(deflateRawSync(text)), 'anything'),
      send('br', bytes(brotliCompressSync(text)), 'anything'),
      send('gzip', bytes(Buffer.concat([gzipSync(text), Buffer.from('more')])), 'anything'),
      ...wrongOf(text).map(([name, of]) => send(name, bytes(of), 'refusal')),
      ...bombs.flatMap(({ encoding, body }) => [
        ...[1, AT_A_TIME].map((copies) => ({
          ...send(encoding, body, 'refusal', copies),
          name: `packed: ${encoding} bomb at ${aim.operation.id}`,
          ...(isSnapshot ? {} : { refusedWith: TOO_LARGE }),
        })),
        packed(
          `packed: ${encoding} bomb of a stranger at ${aim.operation.id}`,
          stranger(good),
          encoding,
          body,
          'refusal',
          AT_A_TIME,
        ),
      ]),
    ];
  });
}

function packed(
  name: string,
  good: Message,
  encoding: string,
  body: readonly Part[],
  expects: Shot['expects'],
  copies: number,
): Shot {
  const headers = [...good.headers, ['Content-Encoding', encoding] as const];
  const delivery = copies === 1 ? AT_ONCE : { ...AT_ONCE, copies };
  return { name, messages: [{ ...good, headers, body }], scratches: [], delivery, expects };
}

function stranger(good: Message): Message {
  const headers = good.headers.filter(([name]) => name !== 'Authorization');
  return { ...good, headers: [...headers, ...STRANGERS] };
}

/** Encodings that are not what they say. */
function wrongOf(text: string): (readonly [string, Buffer])[] {
  const zip = gzipSync(text);
  const flipped = Buffer.from(zip);
  flipped[flipped.length - 6] = (flipped.at(-6) ?? 0) ^ 0xff;
  return [
    ['gzip', zip.subarray(0, -4)],
    ['gzip', zip.subarray(0, 12)],
    ['gzip', flipped],
    ['gzip', Buffer.from(text)],
    ['gzip', Buffer.alloc(0)],
    ['gzip', deflateSync(text)],
    ['deflate', zip],
    ['br', zip],
    ['br', brotliCompressSync(text).subarray(0, -1)],
    ['zstd', zip],
    ['gzip, gzip', gzipSync(zip)],
    ['gzip', gzipSync(zip)],
    ['br, gzip', gzipSync(brotliCompressSync(text))],
    ['identity, gzip', zip],
  ];
}

function bombsOf(): { encoding: string; body: readonly Part[] }[] {
  const blank = Buffer.alloc(IN_A_MEMBER, ' ');
  const whole = Buffer.alloc(IN_A_MEMBER * MEMBERS, ' ');
  const part = (of: Buffer, times = 1): Part[] => [{ base64: of.toString('base64'), times }];
  const quick = { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } };
  return [
    { encoding: 'gzip', body: part(gzipSync(blank), MEMBERS) },
    { encoding: 'deflate', body: part(deflateSync(whole, { level: 1 })) },
    { encoding: 'br', body: part(brotliCompressSync(whole, quick)) },
  ];
}
