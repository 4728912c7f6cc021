import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { createApp, createMock, startMock } from '../../../../mock/index.ts';
import { clientOf, TOKENS } from '../../client.ts';

const MIB = 1024 * 1024;
const mock = await startMock({ port: 0, seed: 1, controlToken: 'open sesame' });
afterAll(() => mock.close());
const app = await clientOf(createApp(createMock({ seed: 1, access: { token: 'open sesame' } })));
const DOORS = [
  ['the server that stands alone', mock.url],
  ['the Express app', app.url],
] as const;

/** What comes back until the mock closes the connection or `limit` milliseconds are over, and how long the first byte took. */
function talk(
  url: string,
  bytes: (string | Buffer)[],
  limit = 5000,
): Promise<{ said: string; after: number; closed: boolean }> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve) => {
    let [said, after, closed] = ['', Infinity, true];
    const start = performance.now();
    const socket = connect(Number(port), hostname, () => {
      for (const part of bytes) socket.write(part);
    });
    const timer = setTimeout(() => {
      closed = false;
      socket.destroy();
    }, limit);
    socket.on('data', (part) => {
      after = Math.min(after, performance.now() - start);
      said += part;
    });
    socket.on('error', () => {});
    socket.on('close', () => {
      clearTimeout(timer);
      resolve({ said, after, closed });
    });
  });
}

function head(line: string, ...headers: string[]): string {
  return `${[`${line} HTTP/1.1`, 'Host: localhost', 'Content-Type: application/json', ...headers].join('\r\n')}\r\n\r\n`;
}

const ANNOUNCED = ['Content-Length: 8000000'];
const CHUNKED = ['Transfer-Encoding: chunked'];
const WRONG = 'X-Control-Token: guess';
const UNKNOWN = 'Authorization: 33333333-3333-4333-8333-333333333333';
const KNOWN = `Authorization: ${TOKENS.first}`;

describe.each(DOORS)('%s', (_, url) => {
  it.concurrent.each<[string, string[], RegExp]>([
    ['POST /groups', ANNOUNCED, /^HTTP\/1\.1 401 .*missing-token.*UNAUTHORIZED/s],
    ['POST /groups', [...ANNOUNCED, UNKNOWN], /^HTTP\/1\.1 401 .*unknown-token/s],
    ['POST /groups', [...CHUNKED, UNKNOWN], /^HTTP\/1\.1 401 .*unknown-token/s],
    ['POST /groups', [...ANNOUNCED, UNKNOWN, 'Content-Encoding: gzip'], /^HTTP\/1\.1 401 .*unknown-token/s],
    ['POST /groups', [...ANNOUNCED, UNKNOWN, 'Content-Encoding: zz'], /^HTTP\/1\.1 401 .*unknown-token/s],
    ['POST /groups', ['Content-Length: 9000000', UNKNOWN], /^HTTP\/1\.1 401 .*unknown-token/s],
    ['POST /nothing', [...ANNOUNCED, KNOWN], /^HTTP\/1\.1 404 .*unknown-path/s],
    ['PATCH /groups', [...ANNOUNCED, KNOWN], /^HTTP\/1\.1 405 .*wrong-method/s],
    ['POST /groups/%E0%A4%A', [...ANNOUNCED, KNOWN], /^HTTP\/1\.1 400 .*does-not-fit/s],
    ['POST /docs', [...ANNOUNCED, KNOWN], /^HTTP\/1\.1 405 .*wrong-method/s],
    ['POST /__mock/worlds', [...ANNOUNCED, WRONG], /^HTTP\/1\.1 403 .*wrong-control-token/s],
    ['PUT /__mock/worlds/default/snapshot', [...ANNOUNCED, WRONG], /^HTTP\/1\.1 403 .*wrong-control-token/s],
    ['POST /__mock/nothing', ANNOUNCED, /^HTTP\/1\.1 404 .*unknown-path/s],
    ['POST /__mock/worlds', [...ANNOUNCED, 'Origin: null'], /^HTTP\/1\.1 403 .*foreign-origin/s],
    [
      'GET /__mock/worlds/default/journal?wait_for=9',
      [...ANNOUNCED, WRONG],
      /^HTTP\/1\.1 403 .*wrong-control/s,
    ],
    ['GET /__mock/worlds/default/stream', [...ANNOUNCED, WRONG], /^HTTP\/1\.1 403 .*wrong-control-token/s],
    ['GET /__mock/worlds', ANNOUNCED, /^HTTP\/1\.1 200 .*"worlds":\[/s],
  ])('answers %s %j before a byte of the body has come, and closes soon', async (line, headers, wanted) => {
    const { said, after, closed } = await talk(url, [head(line, ...headers)]);
    expect(said).toMatch(wanted);
    expect(after).toBeLessThan(900);
    expect(closed).toBe(true);
  });

  it('does not ask for a body that it is not going to read', async () => {
    const expecting = [...ANNOUNCED, 'Expect: 100-continue'];
    const { said } = await talk(url, [head('POST /groups', ...expecting, UNKNOWN)]);
    if (url === mock.url) expect(said).toMatch(/^HTTP\/1\.1 401 /);
    const asked = await talk(url, [head('POST /groups', ...expecting, KNOWN)], 300);
    expect(asked.said).toBe('HTTP/1.1 100 Continue\r\n\r\n');
  });

  it('goes on with the connection when the rest was little', async () => {
    const refused = `${head('POST /groups', 'Content-Length: 2')}{}`;
    const good = head('GET /groups', KNOWN, 'Connection: close');
    expect((await talk(url, [refused, good])).said).toMatch(/^HTTP\/1\.1 401 .*HTTP\/1\.1 200 /s);
  });

  it('reads on for nobody who sends without an end', async () => {
    const chunk = Buffer.from(`${(4 * MIB).toString(16)}\r\n${'x'.repeat(4 * MIB)}\r\n`);
    const start = performance.now();
    const { said } = await talk(url, [head('POST /groups', ...CHUNKED), ...Array(100).fill(chunk)], 20_000);
    expect(said === '' || said.startsWith('HTTP/1.1 401 ')).toBe(true);
    expect(performance.now() - start).toBeLessThan(15_000);
    expect((await fetch(`${url}/openapi.json`)).status).toBe(200);
  });
});

it('what was not read is told as that in the journal', async () => {
  const other = createMock({ seed: 1 });
  await other.fetch('http://mock/groups', { method: 'POST', body: '{"name":"x"}' });
  const journal = await other.fetch('http://mock/__mock/worlds/default/journal');
  const { calls } = (await journal.json()) as { calls: object[] };
  expect(calls[0]).toMatchObject({
    status: 401,
    request: { body: null, bytes: 0, unreadable: 'not-read' },
  });
});

it('fetch does not read what it refuses', async () => {
  let pulled = 0;
  const body = new ReadableStream({
    pull(controller) {
      pulled += 1;
      controller.enqueue(new Uint8Array(MIB));
    },
  });
  const answer = await createMock().fetch('http://mock/groups', {
    method: 'POST',
    body,
    duplex: 'half',
  } as never);
  expect(answer.status).toBe(401);
  expect(pulled).toBeLessThan(4);
});

it('bombs for the control plane without its token are not inflated', async () => {
  const bomb = gzipSync(Buffer.alloc(256 * MIB));
  const before = process.memoryUsage().rss;
  const headers = {
    'Content-Type': 'application/json',
    'Content-Encoding': 'gzip',
    'X-Control-Token': 'guess',
  };
  const put = () =>
    fetch(`${mock.url}/__mock/worlds/default/snapshot`, { method: 'PUT', headers, body: bomb });
  const statuses = (await Promise.all(Array.from({ length: 6 }, put))).map(({ status }) => status);
  expect(statuses).toEqual([403, 403, 403, 403, 403, 403]);
  expect(process.memoryUsage().rss - before).toBeLessThan(64 * MIB);
});

it('a thousand bodies that are announced and do not come take next to nothing', {
  timeout: 60_000,
}, async () => {
  const before = process.memoryUsage().rss;
  const waiting = Array.from({ length: 1000 }, () =>
    talk(mock.url, [head('POST /groups', KNOWN, 'Content-Length: 8388608'), '{'], 3000),
  );
  await new Promise((resolve) => setTimeout(resolve, 1500));
  expect(mock.intake.budget.held).toBeGreaterThan(0);
  expect(process.memoryUsage().rss - before).toBeLessThan(256 * MIB);
  await Promise.all(waiting);
  await expect.poll(() => mock.intake.budget.held).toBe(0);
});
