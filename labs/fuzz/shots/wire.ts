import { AT_ONCE, type Delivery, type Message, type Scratch, type Shot } from '../shot.ts';
import { type Aim, goodMessage } from './targets.ts';

const DELIVERIES: Readonly<Record<string, Delivery>> = {
  'byte by byte': { ...AT_ONCE, pieces: 1000 },
  'in slow pieces': { ...AT_ONCE, pieces: 8, pause: 8 },
  'half-closed': { ...AT_ONCE, ending: 'half-close' },
  'reset afterwards': { ...AT_ONCE, ending: 'reset' },
  'cut in the first line': { ...AT_ONCE, upTo: 0.03 },
  'cut in the headers': { ...AT_ONCE, upTo: 0.4 },
  'cut before the end': { ...AT_ONCE, upTo: 0.95 },
  'cut and half-closed': { ...AT_ONCE, upTo: 0.9, ending: 'half-close' },
  'cut and reset': { ...AT_ONCE, upTo: 0.9, ending: 'reset' },
  nothing: { ...AT_ONCE, upTo: 0 },
  'nothing, half-closed': { ...AT_ONCE, upTo: 0, ending: 'half-close' },
};

/** Bodies in chunks that are none, after a head that promises chunks. */
const BAD_CHUNKS: readonly string[] = [
  ...[
    'xyz\r\n',
    '-1\r\n',
    '0x2\r\n{}\r\n0\r\n\r\n',
    '2\r\n{}',
    '2\r\n{}X\r\n0\r\n\r\n',
    '2\n{}\n0\n\n',
    '2 \r\n{}\r\n0\r\n\r\n',
  ],
  ...[
    'FFFFFFFFFFFFFFFF\r\n{}',
    '00000000000000000002\r\n{}\r\n0\r\n\r\n',
    `2;${'a'.repeat(20_000)}\r\n{}\r\n0\r\n\r\n`,
  ],
  ...[
    '2;a=b\r\n{}\r\n0\r\n\r\n',
    '0\r\nAuthorization: Bearer {{second}}\r\n\r\n',
    '0\r\nno trailer\r\n\r\n',
    '\r\n',
    '0\r\n',
  ],
  `2\r\n{}\r\n0\r\n${'X: y\r\n'.repeat(5000)}\r\n`,
];

/** Bytes that are no HTTP request, or one of another kind. */
const NO_REQUESTS: readonly string[] = [
  ...[
    'hello\r\n\r\n',
    '\r\n\r\n\r\n',
    '\u0000'.repeat(1000),
    '\u0016\u0003\u0001\u0000\u00b5',
    'GET\r\n\r\n',
    'GET / HTTP/1.1\n\n',
  ],
  ...[
    'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
    'GET /groups HTTP/9.9\r\n\r\n',
    'GET /groups HTTP/1.1\r\nHost\r\n\r\n',
    'GET  /groups HTTP/1.1\r\n\r\n',
  ],
  ...[
    'CONNECT evil.example:443 HTTP/1.1\r\n\r\n',
    'GET /groups\r\n\r\n',
    `GET /${'a'.repeat(2_000_000)} HTTP/1.1\r\n\r\n`,
  ],
  ...[
    'HTTP/1.1 200 OK\r\n\r\n',
    '{"jsonrpc":"2.0"}\n',
    `${'A: b\r\n'.repeat(100_000)}`,
    '\ufeffGET / HTTP/1.1\r\n\r\n',
  ],
];

/** Good requests that arrive in every bad way, and bytes that are none. */
export function wireShots(aims: readonly Aim[]): Shot[] {
  const [first, ...others] = aims;
  const shots: Shot[] = NO_REQUESTS.map((text) => raw('no request', text));
  if (first === undefined) return shots;
  for (const aim of aims) {
    const good = goodMessage(aim);
    const { id } = aim.operation;
    for (const [name, delivery] of Object.entries(DELIVERIES))
      shots.push({ ...one(`${id} ${name}`, good), delivery });
    for (const version of ['1.0', '0.9', '2.0', '1.'])
      shots.push(one(`${id} in HTTP/${version}`, { ...good, version }));
    if (aim.body.length === 0) continue;
    for (const chunks of [1, 7, 1000]) shots.push(one(`${id} in chunks`, { ...good, framing: { chunks } }));
    for (const length of [0, 1, 1e6])
      shots.push(one(`${id} with length ${length}`, { ...good, framing: length }));
    shots.push(one(`${id} with no length`, { ...good, framing: 'none' }));
    for (const text of BAD_CHUNKS) {
      const headers = [...good.headers, ['Transfer-Encoding', 'chunked'] as const];
      shots.push(half(`${id} in bad chunks`, { ...good, headers, framing: 'none', body: [{ text }] }));
    }
    shots.push(...garbageBehind(id, good));
    shots.push({
      ...one(`${id} and others`, good),
      messages: [good, ...others.slice(0, 8).map((other) => goodMessage(other)), good],
    });
    shots.push({ ...one(`${id} ten times`, good), messages: Array(10).fill(good) });
  }
  return shots;
}

/** A good request and, in the same packet, bytes that are none: the good one is answered as if it stood alone. */
function garbageBehind(id: string, good: Message): Shot[] {
  return ['garbage\r\n\r\n', 'G', '\u0000\u0000', 'GET /groups HTTP/9.9\r\n\r\n'].map((text) => {
    const put = Buffer.from(text, 'latin1').toString('base64');
    return { ...one(`${id} with garbage behind`, good), scratches: [{ at: 1, drop: 0, put }] };
  });
}

function one(name: string, message: Message): Shot {
  return { name, messages: [message], scratches: [], delivery: AT_ONCE, expects: 'anything' };
}

/** Waits for no answer longer than to one of half a request. */
function half(name: string, message: Message): Shot {
  return { ...one(name, message), scratches: [{ at: 0, drop: 0, put: '' }] };
}

function raw(name: string, text: string): Shot {
  const put = Buffer.from(text, 'latin1').toString('base64');
  const all: Scratch = { at: 0, drop: Number.MAX_SAFE_INTEGER, put };
  return { name, messages: [], scratches: [all], delivery: AT_ONCE, expects: 'anything' };
}
