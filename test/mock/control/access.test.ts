import { request } from 'node:http';
import { describe, expect, it } from 'vitest';
import { createMock, startMock } from '../../../mock/index.ts';
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
  it.each([`localhost:${port}`, `127.0.0.1:${port}`, `[::1]:${port}`, 'localhost', 'LOCALHOST:80'])(
    'is open for requests to %s',
    async (host) => {
      expect(await statusFor({ host })).toBe(200);
    },
  );

  it.each([
    'evil.example',
    `mock.evil.example:${port}`,
    'localhost.evil.example',
    '127.0.0.1.evil.example',
    '10.0.0.1',
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
