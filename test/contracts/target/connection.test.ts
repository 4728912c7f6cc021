import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import { createServer as createHttp } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { helpWith } from '../../../contracts/target/connection.ts';
import { createSender } from '../../../contracts/target/send.ts';
import { noOpenssl } from '../../missing.ts';

const TEXT = '{"success":true,"groups":[]}';

async function listen(server: ReturnType<typeof createHttp> | ReturnType<typeof createServer>) {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  return (server.address() as AddressInfo).port;
}

const get = (url: string, ca?: string) =>
  createSender({}, { timeout: 2000, ca })({ method: 'GET', url, headers: {}, body: undefined });

describe('an answer that is compressed though nobody asked for it', () => {
  const serve = (listener: RequestListener) => listen(createHttp(listener));

  it.each([
    ['gzip', gzipSync(TEXT)],
    ['x-gzip', gzipSync(TEXT)],
    ['GZIP', gzipSync(TEXT)],
    ['deflate', deflateSync(TEXT)],
    ['br', brotliCompressSync(TEXT)],
    ['identity', Buffer.from(TEXT)],
  ])('is read: %s', async (encoding, body) => {
    const port = await serve((_, response) =>
      response.writeHead(200, { 'Content-Encoding': encoding }).end(body),
    );
    expect(await get(`http://127.0.0.1:${port}/`)).toMatchObject({ text: TEXT, body: { groups: [] } });
  });

  it.each([
    ['is none', Buffer.from(TEXT)],
    ['is cut off', gzipSync(TEXT).subarray(0, 20)],
    ['grows without end', gzipSync(Buffer.alloc(64 * 1024 * 1024))],
  ])('is no answer where it %s', async (_, body) => {
    const port = await serve((_, response) =>
      response.writeHead(200, { 'Content-Encoding': 'gzip' }).end(body),
    );
    await expect(get(`http://127.0.0.1:${port}/`)).rejects.toThrow(/^no answer: /);
  });
});

describe('a certificate that nobody knows', () => {
  const folder = mkdtempSync(join(tmpdir(), 'wuts-cafile-'));
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  const request = [
    'req',
    '-x509',
    '-newkey',
    'rsa:2048',
    '-nodes',
    '-keyout',
    key,
    '-out',
    cert,
    '-days',
    '2',
  ];
  const names = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1'];

  it.skipIf(noOpenssl)(
    `is trusted where it is given, and else told with what to do${noOpenssl}`,
    async () => {
      execFileSync('openssl', [...request, ...names], { stdio: 'ignore' });
      const ca = readFileSync(cert, 'utf8');
      const server = createServer({ key: readFileSync(key), cert: ca }, (_, response) => response.end(TEXT));
      const url = `https://127.0.0.1:${await listen(server)}/`;
      expect(await get(url, ca)).toMatchObject({ status: 200, text: TEXT });
      await expect(get(url)).rejects.toMatchObject({
        message: expect.stringContaining('DEPTH_ZERO_SELF_SIGNED_CERT'),
        help: expect.stringContaining('--cafile'),
      });
    },
  );
});

describe('a proxy of the surroundings', () => {
  const failed = Object.assign(new Error('getaddrinfo ENOTFOUND wuts.example'), { code: 'ENOTFOUND' });
  const help = (url: string, env: NodeJS.ProcessEnv) => helpWith(failed, url, env);
  const isOld = Number(process.versions.node.split('.')[0]) < 24;

  it.runIf(isOld)('is named where this version of Node cannot go through it', () => {
    expect(help('https://wuts.example', { HTTPS_PROXY: 'http://proxy:8080' })).toMatch(
      /^ HTTPS_PROXY is set, and only Node 24\.5 or newer goes through it, /,
    );
    expect(help('http://wuts.example', { http_proxy: 'http://proxy:8080' })).toContain('http_proxy is set');
  });

  it.each(['me:secret@proxy:8080', 'proxy', 'socks5://proxy:1080'])(
    'is told where it is no URL of a proxy, and not shown: %s',
    (HTTPS_PROXY) => {
      const says = help('https://wuts.example', { HTTPS_PROXY });
      expect(says).toMatch(/^ HTTPS_PROXY is set to no URL such as http:\/\/proxy:8080, /);
      expect(says).not.toContain('secret');
    },
  );

  it('does not matter to this machine, nor to another scheme', () => {
    const proxied = { HTTPS_PROXY: 'http://proxy:8080' };
    expect(help('https://127.0.0.1:8443', proxied)).toBe('');
    expect(help('http://wuts.example', proxied)).toBe('');
  });

  it.each(['wuts.example', '.example', '*.example', 'other.example, wuts.example:443', '*'])(
    'does not matter to a host that NO_PROXY names: %s',
    (names) => {
      const env = { HTTPS_PROXY: 'http://proxy:8080', NO_PROXY: names };
      expect(help('https://wuts.example', env)).toBe('');
    },
  );

  it.runIf(!isOld)('is gone through', async () => {
    const proxy = createHttp((request, response) => response.end(JSON.stringify({ via: request.url })));
    vi.stubEnv('HTTP_PROXY', `http://127.0.0.1:${await listen(proxy)}`);
    onTestFinished(() => void vi.unstubAllEnvs());
    expect((await get('http://wuts.invalid/groups')).body).toEqual({ via: 'http://wuts.invalid/groups' });
  });
});
