/** What no call shows: what the command line prints, takes and serves. */
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { describe, expect, it } from 'vitest';
import { RULINGS } from '../../../spec/facts/index.ts';
import { noPosix } from '../../missing.ts';
import { run, serve, startCli, temporary } from './cli.ts';

const FIRST = '11111111-1111-4111-8111-111111111111';
const SECOND = '22222222-2222-4222-8222-222222222222';
const HEADERS = { Authorization: `Bearer ${FIRST}`, 'Content-Type': 'application/json' };

async function createGroup(url: string, name = 'Friends', phone = '5500000000403'): Promise<Response> {
  const body = JSON.stringify({ name, participants: ['5511777777777', phone] });
  return fetch(`${url}/groups`, { method: 'POST', headers: HEADERS, body });
}

describe('the banner', () => {
  it('has the URL on loopback, the tokens and whose they are', async () => {
    const { url, stdout } = await serve();
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(stdout()).toContain(`token ${FIRST}  device of 5511999999999`);
    expect(stdout()).toContain(`token ${SECOND}  device of 5511888888888`);
  });

  it('has the groups of a world file by name', async () => {
    const { url, stdout } = await serve('--world', temporary('groups: {team: {members: [5511700000009]}}'));
    const [, jid] = /^ {2}group (\S+@g\.us) {2}team$/m.exec(stdout()) ?? [];
    const { groups } = JSON.parse(await (await fetch(`${url}/groups`, { headers: HEADERS })).text());
    expect(groups).toMatchObject([{ jid, name: 'team', members_count: 2 }]);
  });

  it.skipIf(noPosix)(`has a curl line that works when it is pasted into a shell${noPosix}`, async () => {
    const { until } = await serve();
    const [line] = await until(/^ *curl .*$/m);
    const curl = await run('sh', ['-c', `${line.trim()} --silent --show-error --noproxy '*'`]).ended;
    expect(curl).toMatchObject({ code: 0, stdout: '{"success":true,"groups":[]}', stderr: '' });
    await until(/^GET \/groups 200$/m);
  });
});

describe('a line for each request', () => {
  it('has the method, the path, the status and the rule', async () => {
    const { url, until } = await serve();
    await createGroup(url);
    await fetch(`${url}/groups/nobody`, { headers: HEADERS });
    await fetch(`${url}/groups`);
    await fetch(`${url}/groups/120363000000000000@g.us/invite/reset`, { method: 'POST', headers: HEADERS });
    await fetch(`${url}/nothing`, { method: 'DELETE' });
    const [lines] = await until(/^POST \/groups 201\n.*\nDELETE [^\n]*\n/ms);
    expect(lines.trim().split('\n')).toEqual([
      'POST /groups 201',
      '  row 403 5500000000403@s.whatsapp.net',
      'GET /groups/nobody 400 does-not-fit-the-document',
      'GET /groups 401 missing-token',
      'POST /groups/120363000000000000@g.us/invite/reset 404 no-such-group',
      'DELETE /nothing 404 unknown-path',
    ]);
  });

  it('never has the query, the token or the body', async () => {
    const { url, stdout, until } = await serve();
    const before = stdout().length;
    await fetch(`${url}/groups?token=s3cret`, { headers: HEADERS });
    await fetch(`${url}/nothing?s3cret`, { headers: HEADERS });
    // To a proxy, the target is a whole URL.
    const target = { host: '127.0.0.1', port: new URL(url).port, path: `${url}/groups?s3cret` };
    await new Promise((resolve) => request(target, resolve).end());
    await fetch(`${url}/groups?s3cret`, { method: 'POST', headers: HEADERS, body: '{"name":"s3cret"}' });
    await until(/^POST .*$/m);
    const lines = stdout().slice(before).trim().split('\n');
    expect(lines).toHaveLength(4);
    expect(lines.join()).not.toMatch(/s3cret|1111|\?/);
  });

  it('is short, and control characters stay encoded', async () => {
    const { url, stdout, until } = await serve();
    const before = stdout().length;
    await fetch(`${url}/${'x'.repeat(1000)}`);
    await fetch(`${url}/groups/%1b[31m%0a%9b`, { headers: HEADERS });
    await until(/^GET \/groups\/%1b\[31m%0a%9b 400 .*$/m);
    const lines = stdout().slice(before).trim().split('\n');
    expect(lines).toHaveLength(2);
    for (const line of lines) expect(line).toMatch(/^[\x20-\x7e]{1,300}$/);
  });

  it('is left out with --quiet', async () => {
    const { url, stdout, child, ended } = await serve('--quiet');
    const banner = stdout();
    await createGroup(url);
    await fetch(`${url}/groups`);
    child.kill('SIGTERM');
    expect((await ended).stdout).toBe(banner);
  });
});

describe('the options', () => {
  it('--seed gives the same answers in two runs', async () => {
    const runs = await Promise.all(['7', '7', '8'].map((seed) => serve('--seed', seed)));
    const [one, two, three] = await Promise.all(runs.map(async ({ url }) => (await createGroup(url)).text()));
    expect(one).toContain('2026-06-15T12:00:00Z');
    expect(two).toBe(one);
    expect(three).not.toBe(one);
  });

  it('--ruling chooses, also twice', async () => {
    const { url } = await serve('--ruling', 'unregistered-number=request-422', '--ruling', 'subject-limit=5');
    const ruleOf = async (name: string, phone: string) => {
      const { status, headers } = await createGroup(url, name, phone);
      return `${status} ${headers.get('x-mock-rule')}`;
    };
    expect(await ruleOf('Group', '5500000000404')).toBe('422 number-not-on-whatsapp');
    expect(await ruleOf('Groups', '5511666666666')).toBe('422 name-too-long');
    expect(await ruleOf('Group', '5511666666666')).toBe('201 null');
  });

  it('--account adds one', async () => {
    const token = '33333333-3333-4333-8333-333333333333';
    const { url, stdout } = await serve('--account', `${token}=5511666666666`);
    expect(stdout()).toContain(`token ${token}  device of 5511666666666`);
    const status = await fetch(`${url}/status`, { headers: { Authorization: token } });
    expect(await status.text()).toContain('"phone_number":"5511666666666"');
  });

  it('--spec serves another version of the document', async () => {
    const text = readFileSync(new URL('../../../spec/openapi.yaml', import.meta.url), 'utf8');
    const { url } = await serve('--spec', temporary(text.replace(/^ {2}\/groups\/join:$/m, '  /join:')));
    const join = await fetch(`${url}/join`, { method: 'POST', headers: HEADERS, body: '{}' });
    expect(join.status).toBe(400);
  });

  it('--watch takes a changed document over, or says why not', async () => {
    const text = readFileSync(new URL('../../../spec/openapi.yaml', import.meta.url), 'utf8');
    const file = temporary(text);
    const replace = (by: string) => {
      writeFileSync(`${file}.new`, by);
      renameSync(`${file}.new`, file);
    };
    const { url, until, child } = await serve('--spec', file, '--watch', '--seed', '1');
    const why = new Promise<string>((resolve) => child.stderr.once('data', resolve));
    const { group } = JSON.parse(await (await createGroup(url, 'Launch', '5511666666666')).text());

    replace('openapi: 3.1.0\npaths: {a: [b\n');
    expect(await why).toMatch(
      /^wuts-mock: not taken over, all is served as before\. The document .* YAML: .* at line 3, column 1/,
    );
    expect((await fetch(`${url}/groups`, { headers: HEADERS })).status).toBe(200);

    replace(text.replace(/^ {2}\/groups:$/m, '  /all-groups:'));
    await until(/taken over: .*openapi\.yaml/);
    const list = JSON.parse(await (await fetch(`${url}/all-groups`, { headers: HEADERS })).text());
    expect(list.groups).toMatchObject([{ jid: group.jid }]);
  });

  it('--host chooses the address', async () => {
    const { url } = await serve('--host', '127.0.0.2');
    expect(url).toMatch(/^http:\/\/127\.0\.0\.2:\d+$/);
    expect((await fetch(`${url}/status`, { headers: HEADERS })).status).toBe(200);
  });

  it('--help lists them, and the rulings with their choices', async () => {
    const { code, stdout, stderr } = await startCli('--help').ended;
    expect(stdout).toMatch(/\nExamples:\n( {2}wuts-mock.*\n){3,}/);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const options = stdout.match(/^ {2}--[a-z-]+/gm)?.map((option) => option.trim());
    expect(options).toEqual([
      '--port',
      '--host',
      '--base-path',
      '--cors',
      '--cert',
      '--key',
      '--seed',
      '--account',
      '--ruling',
      '--spec',
      '--calibration',
      '--watch',
      '--stub',
      '--scenario',
      '--world',
      '--state',
      '--open',
      '--memory',
      '--control-token',
      '--quiet',
      '--json',
      '--ready-file',
      '--version',
    ]);
    expect(stdout).toMatch(/^ {2}not-participant\n +The status .*\n +403 \| 404$/m);
    expect(stdout).toMatch(/^ {2}subject-limit\n +The longest name .*\n +a number \(100\)$/m);
    expect(stdout.split('\nRulings')[1]?.match(/^ {2}\S+$/gm)).toHaveLength(Object.keys(RULINGS).length);
    expect(stdout).toMatch(/^ {2}waiting-room\n +A group with join approval: .*$/m);
  });
});
