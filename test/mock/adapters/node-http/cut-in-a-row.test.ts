import { connect } from 'node:net';
import { performance } from 'node:perf_hooks';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Asked } from '../../../../mock/faults/fault.ts';
import { createApp, createMock, startMock } from '../../../../mock/index.ts';
import { clientOf, TOKENS } from '../../client.ts';

const GET = `GET /groups HTTP/1.1\r\nHost: localhost\r\nAuthorization: ${TOKENS.first}\r\n\r\n`;
const STATUS = GET.replace('/groups', '/status');

/** A mock whose `GET /groups` is struck, behind each server. */
const DOORS: [string, () => Promise<{ url: string; mock: ReturnType<typeof createMock> }>][] = [
  [
    'the server that stands alone',
    async () => {
      const mock = await startMock({ port: 0, seed: 1 });
      return { url: mock.url, mock };
    },
  ],
  [
    'the Express app',
    async () => {
      const mock = createMock({ seed: 1 });
      return { url: (await clientOf(createApp(mock))).url, mock };
    },
  ],
];

/** What comes back until the mock closes the connection; `closed` tells whether it did within two seconds. */
function talk(url: string, bytes: string): Promise<{ said: string; closed: boolean }> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve) => {
    let [said, closed] = ['', true];
    const socket = connect(Number(port), hostname, () => socket.write(bytes));
    const timer = setTimeout(() => {
      closed = false;
      socket.destroy();
    }, 2000);
    socket.on('data', (part) => (said += part));
    socket.on('error', () => {});
    socket.on('close', () => {
      clearTimeout(timer);
      resolve({ said, closed });
    });
  });
}

const fault = (asked: Partial<Asked>): Asked => ({ operation: 'listGroups', after: 0, times: 1, ...asked });

describe.each(DOORS)('%s', (_, open) => {
  it.each<[string, Partial<Asked>, RegExp]>([
    ['dropped before', { drop: 'before' }, /^HTTP\/1\.1 200 OK.*"status":"connected"[^{}]*\}\}$/s],
    ['dropped after', { drop: 'after' }, /^HTTP\/1\.1 200 OK.*"status":"connected"[^{}]*\}\}$/s],
    [
      'dropped late',
      { drop: 'before', delay_ms: 30 },
      /^HTTP\/1\.1 200 OK.*"status":"connected"[^{}]*\}\}$/s,
    ],
    ['cut within', { truncate: true }, /"status":"connected".*HTTP\/1\.1 200 OK.*\r\n\r\n\{"success":\w*$/s],
    [
      'cut within, late',
      { truncate: true, delay_ms: 30 },
      /"connected".*HTTP\/1\.1 200 OK.*\r\n\r\n\{"success":\w*$/s,
    ],
  ])(
    'a request behind another that is %s: the first is answered, and the connection ends',
    async (_name, asked, wanted) => {
      const { url, mock } = await open();
      mock.tenants.main.faults.add(fault(asked));
      const { said, closed } = await talk(url, STATUS + GET + STATUS);
      expect(closed).toBe(true);
      expect(said).toMatch(wanted);
    },
  );

  it('a delayed answer before others comes first', async () => {
    const { url, mock } = await open();
    mock.tenants.main.faults.add(fault({ delay_ms: 50 }));
    const { said } = await talk(url, GET + STATUS.replace('\r\n\r\n', '\r\nConnection: close\r\n\r\n'));
    expect(said).toMatch(/^HTTP\/1\.1 200.*"groups":\[\]\}HTTP\/1\.1 200.*"connected"/s);
  });

  it('a drop before a late answer waits for it', async () => {
    const { url, mock } = await open();
    mock.tenants.main.faults.add(fault({ operation: 'getStatus', delay_ms: 100 }));
    mock.tenants.main.faults.add(fault({ drop: 'before' }));
    const { said, closed } = await talk(url, STATUS + GET);
    expect(closed).toBe(true);
    expect(said).toMatch(/^HTTP\/1\.1 200 OK.*"status":"connected"[^{}]*\}\}$/s);
  });

  it('a drop of a request whose body is still coming ends the connection at once', async () => {
    const { url, mock } = await open();
    mock.tenants.main.faults.add(fault({ operation: 'createGroup', drop: 'before' }));
    const post = GET.replace('GET', 'POST').replace('\r\n\r\n', '\r\nContent-Length: 9000000\r\n\r\n{');
    expect(await talk(url, post)).toEqual({ said: '', closed: true });
  });
});

/** The ways in which a connection ends, and how its other side is told. */
const ENDS: readonly [close: Asked['close'], told: RegExp][] = [
  ['rst', /ECONNRESET/],
  ['fin', /^in order$/],
  [undefined, /^in order$/],
];

describe.each(DOORS)('how %s ends a connection', (_, open) => {
  it.each(ENDS.flatMap((end) => [[...end, 'drop'] as const, [...end, 'truncate'] as const]))(
    'with close %s: %s, after %s',
    async (close, told, what) => {
      const { url, mock } = await open();
      const how = what === 'drop' ? { drop: 'before' as const } : { truncate: true as const };
      mock.tenants.main.faults.add(fault({ ...how, ...(close === undefined ? {} : { close }) }));
      const { hostname, port } = new URL(url);
      const socket = connect(Number(port), hostname, () => socket.write(GET));
      onTestFinished(() => void socket.destroy());
      const end = await new Promise<string>((resolve) => {
        socket.once('error', ({ message }) => resolve(message));
        socket.once('end', () => resolve('in order'));
        socket.resume();
      });
      expect(end).toMatch(told);
    },
  );

  it('sends slow bytes one after the other, and all of them', async () => {
    const { url, mock } = await open();
    mock.tenants.main.faults.add(fault({ status: 502, body: 'x'.repeat(1000), bytes_over_ms: 300 }));
    const start = performance.now();
    const { hostname, port } = new URL(url);
    let [parts, said] = [0, ''];
    const socket = connect(Number(port), hostname, () =>
      socket.write(GET.replace('\r\n\r\n', '\r\nConnection: close\r\n\r\n')),
    );
    for await (const part of socket) [parts, said] = [parts + 1, said + part];
    expect(performance.now() - start).toBeGreaterThan(250);
    expect(said.endsWith('x'.repeat(1000))).toBe(true);
    expect(parts).toBeGreaterThan(2);
  });

  it('forgets slow bytes when the client goes away, and serves others meanwhile', async () => {
    const { url, mock } = await open();
    mock.tenants.main.faults.add(fault({ bytes_over_ms: 120_000 }));
    const signal = new AbortController();
    const headers = { Authorization: TOKENS.first };
    const slow = await fetch(`${url}/groups`, { headers, signal: signal.signal });
    expect((await fetch(`${url}/groups`, { headers })).status).toBe(200);
    signal.abort();
    await expect(slow.text()).rejects.toThrow();
  });
});

it('slow bytes through fetch come bit by bit, and a reset is told as one', async () => {
  const mock = createMock({ seed: 1 });
  const ask = () => mock.fetch('http://mock/groups', { headers: { Authorization: TOKENS.first } });
  mock.tenants.main.faults.add(fault({ status: 500, body: 'slow', bytes_over_ms: 40 }));
  let parts = 0;
  for await (const _ of (await ask()).body ?? []) parts += 1;
  expect(parts).toBe(4);
  mock.tenants.main.faults.add(fault({ status: 500, body: 'slow', bytes_over_ms: 40, truncate: true }));
  await expect((await ask()).text()).rejects.toThrow('terminated');
  mock.tenants.main.faults.add(fault({ drop: 'after', close: 'rst' }));
  await expect(ask()).rejects.toMatchObject({ cause: { code: 'ECONNRESET' } });
});

it('a drop through fetch rejects', async () => {
  const mock = createMock({ seed: 1 });
  mock.tenants.main.faults.add(fault({ drop: 'before' }));
  const ask = () => mock.fetch('http://mock/groups', { headers: { Authorization: TOKENS.first } });
  await expect(ask()).rejects.toThrow('fetch failed');
  expect((await ask()).status).toBe(200);
});
