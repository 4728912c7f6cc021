/** What no call within the process shows: a mock over TLS. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startMock } from '../../../../mock/index.ts';
import { noOpenssl, noPosix } from '../../../missing.ts';
import { serve, startCli } from '../../cli/cli.ts';
import { TOKENS } from '../../client.ts';

/** A certificate that signed itself, and its key. */
function newPair() {
  const folder = mkdtempSync(join(tmpdir(), 'wuts-tls-'));
  const [cert, key] = [join(folder, 'cert.pem'), join(folder, 'key.pem')];
  const wanted = '-x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=localhost';
  execFileSync('openssl', ['req', ...wanted.split(' '), '-keyout', key, '-out', cert], { stdio: 'ignore' });
  return { cert, key };
}

function ask(url: string): Promise<string> {
  const headers = { Authorization: `Bearer ${TOKENS.first}` };
  return new Promise((resolve, reject) => {
    const sent = request(url, { headers, rejectUnauthorized: false }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part) => (text += part));
      response.on('end', () => resolve(text));
    });
    sent.on('error', reject).end();
  });
}

describe.skipIf(noOpenssl)(`over TLS${noOpenssl}`, () => {
  it('the API and the control plane answer, and plain HTTP harms nobody', async () => {
    const files = newPair();
    const mock = await startMock({
      port: 0,
      tls: { cert: readFileSync(files.cert, 'utf8'), key: readFileSync(files.key, 'utf8') },
    });
    onTestFinished(() => mock.close());
    expect(mock.url).toMatch(/^https:\/\/127\.0\.0\.1:\d+$/);
    await expect(fetch(mock.url.replace('https', 'http'))).rejects.toThrow();
    expect(await ask(`${mock.url}/groups`)).toBe('{"success":true,"groups":[]}');
    expect(await ask(`${mock.url}/__mock/worlds`)).toContain('"success":true');
    mock.defaultWorld.faults.add({ drop: 'before', close: 'rst' });
    await expect(ask(`${mock.url}/groups`)).rejects.toMatchObject({ code: 'ECONNRESET' });
    expect(await ask(`${mock.url}/groups`)).toBe('{"success":true,"groups":[]}');
  });

  it.skipIf(noPosix)(`the command takes the files, and its curl line works${noPosix}`, async () => {
    const { cert, key } = newPair();
    const { url, stdout } = await serve('--cert', cert, '--key', key);
    expect(await ask(`${url}/health`)).toBe('{"status":"ok"}\n');
    const [, line = ''] = /^ {2}(curl -k .*\/groups)$/m.exec(stdout()) ?? [];
    const said = execFileSync('sh', ['-c', `${line} --silent --noproxy '*'`], { encoding: 'utf8' });
    expect(said).toBe('{"success":true,"groups":[]}');
  });

  it('a key of another certificate is told, with exit code 2', async () => {
    const end = await startCli('--port', '0', '--cert', newPair().cert, '--key', newPair().key).ended;
    expect(end).toMatchObject({ code: 2, stdout: '' });
    expect(end.stderr).toMatch(/^wuts-mock: The certificate and the key cannot be used together: .*\.\n$/);
  });
});

it.each([
  [['--cert', 'cert.pem'], /give both --cert and --key/],
  [['--key', 'key.pem'], /give both --cert and --key/],
  [['--cert', '/nowhere.pem', '--key', '/nowhere.pem'], /\/nowhere\.pem cannot be read: ENOENT/],
  [['--cert', 'README.md', '--key', 'README.md'], /cannot be used together: .*Both are PEM texts/],
])('%s is refused in one sentence', async (options, says) => {
  const { code, stderr } = await startCli('--port', '0', ...options).ended;
  expect([code, stderr.trim().split('\n').length]).toEqual([2, 1]);
  expect(stderr).toMatch(says);
});
