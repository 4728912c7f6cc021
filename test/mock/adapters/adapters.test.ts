/** What no call shows: that the three adapters answer the same bytes. */
import { request } from 'node:http';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { createApp, createMock, startMock } from '../../../mock/index.ts';
import { clientOf, TOKENS } from '../client.ts';

/** A request as bytes, and what came back as text. */
interface Message {
  method?: string;
  path: string;
  headers?: Record<string, string>;
  body?: string | Buffer;
}
interface Answer {
  status: number;
  headers: Record<string, string>;
  text: string;
}
type Door = (message: Message) => Promise<Answer>;

/** Headers that say when or over what an answer came, not what it is. */
const OF_THE_CONNECTION = ['date', 'connection', 'keep-alive'];

const auth = { authorization: `Bearer ${TOKENS.first}` };
const json = { ...auth, 'content-type': 'application/json' };

const MESSAGES: Record<string, Message> = {
  'a list': { path: '/groups', headers: auth },
  'a query that is ignored': { path: '/groups?page=2', headers: auth },
  'a new group': {
    method: 'POST',
    path: '/groups',
    headers: json,
    body: '{"name":"Änderung 🦜","participants":["5511777777777"]}',
  },
  'the list with it': { path: '/groups', headers: auth },
  'a compressed body': {
    method: 'POST',
    path: '/groups',
    headers: { ...json, 'content-encoding': 'gzip' },
    body: gzipSync('{"name":"Zip","participants":["5511777777777"]}'),
  },
  'a body that is not as compressed as it says': {
    method: 'POST',
    path: '/groups',
    headers: { ...json, 'content-encoding': 'gzip' },
    body: '{"name":"Zip"}',
  },
  'a compression that nobody knows': {
    method: 'POST',
    path: '/groups',
    headers: { ...json, 'content-encoding': 'zz' },
    body: '{}',
  },
  'a body that is too large': {
    method: 'POST',
    path: '/groups',
    headers: json,
    body: 'x'.repeat(8 * 1024 * 1024 + 1),
  },
  'a body that grows too large': {
    method: 'POST',
    path: '/groups',
    headers: { ...json, 'content-encoding': 'gzip' },
    body: gzipSync('x'.repeat(9 * 1024 * 1024)),
  },
  'a body of no type': { method: 'POST', path: '/groups', headers: auth, body: Buffer.from('{}') },
  'a body that is no JSON': { method: 'POST', path: '/groups', headers: json, body: '{' },
  'a body where none is taken': { method: 'GET', path: '/groups', headers: auth },
  'an empty body': { method: 'POST', path: '/groups', headers: json },
  'a DELETE with a body': {
    method: 'DELETE',
    path: '/groups/120363000000000000@g.us/participants',
    headers: json,
    body: '{"participants":["5511777777777"]}',
  },
  'a path that cannot be decoded': { path: '/groups/%E0%A4%A', headers: auth },
  'a path that is not there': { path: '/nothing', headers: auth },
  'a method that is not taken': { method: 'PATCH', path: '/groups', headers: json, body: '{}' },
  'no token': { path: '/groups' },
  'a token that nobody has': {
    path: '/groups',
    headers: { authorization: '33333333-3333-4333-8333-333333333333' },
  },
  'the control plane': { path: '/__mock/worlds', headers: {} },
  'a world of the control plane': {
    method: 'POST',
    path: '/__mock/worlds',
    headers: { 'content-type': 'application/json' },
    body: '{"seed":2}',
  },
  'the document': { path: '/openapi.json', headers: { host: 'localhost:4010' } },
  'the page of the document': { path: '/docs' },
  'the headers of the page alone': { method: 'HEAD', path: '/docs' },
  'a page that is written to': { method: 'POST', path: '/docs', headers: json, body: '{}' },
  'the headers of a list alone': { method: 'HEAD', path: '/groups', headers: auth },
  'HEAD where GET is not taken': { method: 'HEAD', path: '/communities', headers: auth },
  'the headers of a stream alone': { method: 'HEAD', path: '/__mock/worlds/default/stream', headers: {} },
  'the front page': { path: '/' },
  'whether it is there': { path: '/health' },
  'a preflight': {
    method: 'OPTIONS',
    path: '/groups',
    headers: {
      origin: 'http://localhost:5173',
      'access-control-request-method': 'PATCH',
      'access-control-request-headers': 'authorization',
    },
  },
  ...struckBy('an error', { status: 503, headers: { 'retry-after': '7' } }),
  ...struckBy('a success', { status: 202 }),
  ...struckBy('nothing', { status: 204 }),
  ...struckBy('a delay', { delay_ms: 20 }),
  'what was called so far': { path: '/__mock/worlds/default/journal?operation=listGroups', headers: {} },
  'what does not come': { path: '/__mock/worlds/default/journal?status=599&wait_for=0.1', headers: {} },
};

const OPTIONS = { seed: 1, cors: true };

/** The ways into a mock of the same seed. */
const DOORS: Record<string, () => Promise<Door>> = {
  'the Express app': async () => overHttp((await clientOf(createApp(createMock(OPTIONS)))).url),
  'the server that stands alone': async () => overHttp((await startMock({ ...OPTIONS, port: 0 })).url),
  fetch: async () => {
    const mock = createMock(OPTIONS);
    return async ({ method = 'GET', path, headers = {}, body }) => {
      const init = {
        method,
        headers,
        ...(body === undefined ? {} : { body: new Uint8Array(Buffer.from(body)) }),
      };
      const response = await mock.fetch(`http://127.0.0.1${path}`, init);
      return {
        status: response.status,
        headers: Object.fromEntries(response.headers),
        text: await response.text(),
      };
    };
  },
};

/** A fault, and a call that it strikes. */
function struckBy(what: string, fault: object): Record<string, Message> {
  const headers = { 'content-type': 'application/json' };
  const path = '/__mock/worlds/default/faults';
  return {
    [`a fault that gives ${what}`]: { method: 'POST', path, headers, body: JSON.stringify(fault) },
    [`a call that is given ${what}`]: { path: '/groups', headers: auth },
  };
}

describe('every way into a mock', () => {
  it('answers the same bytes', { timeout: 60_000 }, async () => {
    const tours: Record<string, Answer>[] = [];
    for (const open of Object.values(DOORS)) {
      const door = await open();
      const answers: Record<string, Answer> = {};
      for (const [name, message] of Object.entries(MESSAGES))
        answers[name] = withoutSentHeaders(await door(message));
      tours.push(answers);
    }
    const [first, ...others] = tours;
    expect(first?.['a new group']).toMatchObject({ status: 201 });
    expect(first?.['a compressed body']).toMatchObject({ status: 201 });
    expect(first?.['a body that grows too large']).toMatchObject({ status: 413 });
    for (const other of others) expect(other).toEqual(first);
  });
});

/** The journal tells the headers of requests as they came, which differ by the way in. */
function withoutSentHeaders({ status, headers, text }: Answer): Answer {
  const bare = text.replace(/"request":\{"headers":\{[^}]*\}/g, '"request":{');
  return bare === text
    ? { status, headers, text }
    : { status, headers: { ...headers, 'content-length': '' }, text: bare };
}

function overHttp(url: string): Door {
  return ({ method = 'GET', path, headers = {}, body }) =>
    new Promise((resolve, reject) => {
      const sent = request(url, { method, path, headers: { ...headers, ...lengthOf(body) } }, (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (chunk) => (text += chunk));
        response.on('end', () => {
          const kept = Object.entries(response.headers).filter(([name]) => !OF_THE_CONNECTION.includes(name));
          const named = Object.fromEntries(kept.map(([name, value]) => [name, String(value)]));
          resolve({ status: response.statusCode ?? 0, headers: named, text });
        });
      });
      sent.on('error', reject).end(body);
    });
}

function lengthOf(body: string | Buffer | undefined): Record<string, string> {
  return body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
}
