/** What no case sends: calls of the control plane from other hosts and pages. */
import { createServer, request } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { describe, expect, it } from 'vitest';
import { AccessError, createApp, createMock, startMock } from '../../../mock/index.ts';
import { createPlane, expectRefused, operationsOfPlane } from './plane.ts';

const plane = await createPlane();
const port = new URL(plane.url).port;

/** A request with any Host header, which fetch would not let through. */
function statusFor(headers: Record<string, string>, path = '/__mock'): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    request(`${plane.url}${path}`, { headers }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on('error', reject)
      .end();
  });
}

describe('on loopback the control plane', () => {
  it.each([
    `localhost:${port}`,
    `127.0.0.1:${port}`,
    `[::1]:${port}`,
    'localhost',
    'LOCALHOST:80',
    'localhost.',
    `localhost.:${port}`,
    '127.1',
    '127.255.255.254',
    '[0:0:0:0:0:0:0:1]',
    '[::ffff:127.0.0.1]:80',
  ])('is open for requests to %s', async (host) => {
    expect(await statusFor({ host })).toBe(200);
  });

  it.each([
    'evil.example',
    `mock.evil.example:${port}`,
    'localhost.evil.example',
    '127.0.0.1.evil.example',
    '10.0.0.1',
    '0.0.0.0',
    '[::]',
    '128.0.0.1',
    '[::ffff:10.0.0.1]',
    'localhost@evil.example',
    'evil.example/localhost',
    'localhost.localdomain',
    'a.localhost',
  ])('refuses a name that somebody else points at this machine: %s', async (host) => {
    expect(await statusFor({ host })).toBe(403);
    expect(await statusFor({ host }, '/groups')).toBe(401);
  });

  it.each([
    ['another site', { origin: 'https://evil.example' }],
    ['another port of this machine', { origin: 'http://localhost:3000' }],
    ['a file or a sandbox', { origin: 'null' }],
    ['a link or a form of another site', { 'sec-fetch-site': 'cross-site' }],
    ['an image in a page of this machine', { 'sec-fetch-site': 'same-site' }],
  ])('refuses a web page of %s', async (_, headers) => {
    expectRefused(await plane.control('GET', '', undefined, headers), 403, 'foreign-origin');
    expectRefused(await plane.control('POST', '/worlds', {}, headers), 403, 'foreign-origin');
    expect((await plane.control('GET', '/worlds')).body.worlds).toHaveLength(1);
  });

  it('lets in a page that it served itself', async () => {
    const origin = plane.url;
    const own = { origin, 'sec-fetch-site': 'same-origin' };
    expect((await plane.control('GET', '', undefined, own)).status).toBe(200);
  });

  it('refuses a token that it was not started with', async () => {
    const answer = await plane.control('GET', '', undefined, { 'x-control-token': 'guess' });
    expectRefused(answer, 403, 'wrong-control-token');
  });
});

describe('the peer', () => {
  const open = createMock();
  const locked = createMock({ access: { token: 'open sesame' } });

  async function statusOf(remoteAddress: string | undefined, headers = {}, mock = open, server?: object) {
    const socket = { remoteAddress, server } as never;
    const wire = { rawHeaders: [], socket };
    const call = { method: 'GET', target: '/__mock', headers, body: new Uint8Array(), wire };
    return (await mock.answer(call)).status;
  }

  it.each(['127.0.0.1', '127.9.8.7', '::1', '0:0:0:0:0:0:0:1', '::ffff:127.0.0.1', '::ffff:7f00:1'])(
    'is let in from this machine: %s',
    async (address) => {
      expect(await statusOf(address, { host: 'localhost' })).toBe(200);
    },
  );

  it.each([
    '10.0.0.5',
    '192.168.1.2',
    '::ffff:10.0.0.5',
    'fe80::1',
    '2001:db8::1',
    '0.0.0.0',
    '128.0.0.1',
    '',
    'localhost',
  ])('is refused from elsewhere, whatever it says: %s', async (address) => {
    expect(await statusOf(address, { host: 'localhost' })).toBe(403);
    expect(await statusOf(address, { host: 'localhost', 'x-forwarded-for': '127.0.0.1' })).toBe(403);
    expect(await statusOf(address, { host: 'localhost' }, locked)).toBe(403);
    expect(await statusOf(address, { 'x-control-token': 'open sesame' }, locked)).toBe(200);
  });

  it('of a UNIX socket is this machine, and that of a connection that is gone is nobody', async () => {
    expect(await statusOf(undefined, { host: 'localhost' }, open, { address: () => '/tmp/a.sock' })).toBe(
      200,
    );
    expect(await statusOf(undefined, { host: 'localhost' }, open, { address: () => ({ port: 1 }) })).toBe(
      403,
    );
    expect(await statusOf(undefined, { host: 'localhost' }, open, { address: () => null })).toBe(403);
  });

  it.each(['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via'])(
    'behind a proxy, which says so by %s, needs the token',
    async (name) => {
      const headers = { host: 'localhost', [name]: '127.0.0.1' };
      expect(await statusOf('127.0.0.1', headers)).toBe(403);
      expect(await statusOf('127.0.0.1', { ...headers, 'x-control-token': 'open sesame' }, locked)).toBe(200);
    },
  );

  it('is asked of an app that listens on all interfaces, for waits and streams as well', async () => {
    const { address } = Object.values(networkInterfaces())
      .flat()
      .find((one) => one !== undefined && !one.internal && one.family === 'IPv4') ?? { address: '127.0.0.1' };
    const server = createServer(createApp(createMock())).unref();
    await new Promise<void>((resolve) => server.listen(0, '0.0.0.0', resolve));
    const { port: its } = server.address() as AddressInfo;
    for (const path of ['', '/worlds/default/stream', '/worlds/default/journal?wait_for=60']) {
      const status = await new Promise((resolve) => {
        const options = { host: address, port: its, path: `/__mock${path}`, headers: { host: 'localhost' } };
        request(options, (response) => {
          response.destroy();
          resolve(response.statusCode);
        }).end();
      });
      expect(status).toBe(address === '127.0.0.1' ? 200 : 403);
    }
    server.closeAllConnections();
    server.close();
  });

  it('that sends several Host headers is held to each of them', async () => {
    const said = await new Promise<string>((resolve) => {
      const socket = connect(Number(port), '127.0.0.1', () =>
        socket.write(
          'GET /__mock HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\nConnection: close\r\n\r\n',
        ),
      );
      let text = '';
      socket.on('data', (part) => (text += part));
      socket.on('close', () => resolve(text));
    });
    expect(said).toMatch(/^HTTP\/1\.1 403 .*foreign-host/s);
  });

  it('over TLS has its own pages under https, and no others', async () => {
    const ask = async (encrypted: boolean, origin: string) => {
      const wire = { rawHeaders: [], socket: { remoteAddress: '127.0.0.1', encrypted } };
      const headers = { host: 'localhost:4010', origin };
      return (await open.answer({ method: 'GET', target: '/__mock', headers, body: new Uint8Array(), wire }))
        .status;
    };
    expect(await ask(true, 'https://localhost:4010')).toBe(200);
    expect(await ask(true, 'http://localhost:4010')).toBe(403);
    expect(await ask(false, 'https://localhost:4010')).toBe(403);
    expect(await ask(false, 'http://localhost:4011')).toBe(403);
  });
});

describe('a control token', () => {
  it.each(['', ' ', '\t\n', 'a\nb', ' a', 'a ', 'pässword'])(
    'that is no secret or no header is refused: %j',
    async (token) => {
      expect(() => createMock({ access: { token } })).toThrow(AccessError);
      await expect(startMock({ port: 0, controlToken: token })).rejects.toThrow(AccessError);
    },
  );

  it('is not told in the refusal of it', () => {
    expect(() => createMock({ access: { token: 'secret\u0000' } })).toThrow(/^(?!.*secret)/);
  });
});

describe('beyond loopback the control plane', () => {
  it('is closed for want of a token, while the API serves', async () => {
    const mock = await startMock({ port: 0, host: '0.0.0.0' });
    const url = mock.url.replace('0.0.0.0', '127.0.0.1');
    const refused = await fetch(`${url}/__mock`);
    expect(refused.status).toBe(403);
    expect(await refused.text()).toContain('--control-token');
    const headers = { Authorization: `Bearer ${mock.accounts[0]?.token}` };
    expect((await fetch(`${url}/groups`, { headers })).status).toBe(200);
    await mock.close();
  });

  it('opens for its token, wherever the request comes from', async () => {
    const mock = createMock({ access: { token: 'open sesame', exposed: true } });
    const ask = async (headers: Record<string, string>) =>
      (await mock.answer({ method: 'GET', target: '/__mock', headers, body: new Uint8Array() })).status;
    expect(await ask({})).toBe(403);
    expect(await ask({ 'x-control-token': 'open' })).toBe(403);
    expect(
      await ask({ 'x-control-token': 'open sesame', host: 'ci.example', origin: 'https://a.example' }),
    ).toBe(200);
  });
});

describe.each(operationsOfPlane())('$id', ({ method, path, takesBody }) => {
  it('is refused to a foreign page before anything else is looked at', async () => {
    const body = takesBody ? 'not json' : undefined;
    const answer = await plane.control(method, path, body, { origin: 'https://evil.example' });
    expectRefused(answer, 403, 'foreign-origin');
  });
});
