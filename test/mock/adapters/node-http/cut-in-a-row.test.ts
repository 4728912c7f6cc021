import { connect } from 'node:net';
import { describe, expect, it } from 'vitest';
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

it('a drop through fetch rejects', async () => {
  const mock = createMock({ seed: 1 });
  mock.tenants.main.faults.add(fault({ drop: 'before' }));
  const ask = () => mock.fetch('http://mock/groups', { headers: { Authorization: TOKENS.first } });
  await expect(ask()).rejects.toThrow('fetch failed');
  expect((await ask()).status).toBe(200);
});
