import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningMock, startMock } from '../../../mock/index.ts';
import { startContracts } from '../../mock/cli/cli.ts';
import { createRecorder, type HarEntry, toArchive } from './recorder.ts';

const TOKEN = '22222222-2222-4222-8222-222222222222';
const FOLDER = mkdtempSync(join(tmpdir(), 'wuts-har-'));
let mock: RunningMock;
let kept: HarEntry;
let echoing: HarEntry;

beforeAll(async () => {
  mock = await startMock({ port: 0 });
  const { call } = createRecorder(mock.url, TOKEN);
  kept = (await call('/groups')).entry;
  echoing = (await call(`/groups/${TOKEN}?token=${TOKEN}`)).entry;
});
afterAll(() => mock.close());

describe('wuts-contracts har', { timeout: 60_000 }, () => {
  it('ends with the counts and exit code 0 when no call breaks the contract', async () => {
    const { code, stdout } = await run(toArchive([kept]));
    expect(stdout.trimEnd().split('\n')).toEqual([
      '1 call of 1 held to the contract',
      '1 kept',
      '1 passed, 0 failed, 0 skipped',
    ]);
    expect(code).toBe(0);
  });

  it('says what is wrong with which call, and how that is known, with exit code 1', async () => {
    const wrong = structuredClone(kept);
    wrong.response.content.text = '{"success":true,"groups":{}}';
    const { code, stdout } = await run(toArchive([kept, wrong]));
    expect(stdout).toContain('broken  entry 2: GET /groups (listGroups) → 200\n');
    expect(stdout).toContain(
      '  answer    $.groups (documented)\n  expected  must be an array\n  actual    {}\n',
    );
    expect(stdout).toContain('1 passed, 1 failed, 0 skipped');
    expect(code).toBe(1);
  });

  it('fails on inferred facts with --strict only, and writes a report', async () => {
    const stray = structuredClone(kept);
    stray.request.method = 'PUT';
    expect((await run(toArchive([stray]))).code).toBe(0);
    const report = join(FOLDER, 'report.json');
    expect((await run(toArchive([stray]), '--strict', '--report', `json=${report}`)).code).toBe(1);
    expect(JSON.parse(readFileSync(report, 'utf8'))).toMatchObject({
      format: 1,
      strict: true,
      failed: 1,
      verdicts: { differs: 1 },
      calls: [{ entry: 1, method: 'PUT', findings: [{ side: 'request', path: 'method', actual: 'PUT' }] }],
    });
  });

  it('shows no token, wherever one stands', async () => {
    const loose = structuredClone(echoing);
    loose.request.headers = [{ name: 'authorization', value: 'Bearer open-sesame' }];
    loose.response.content.text = '{"success":false,"error":"open-sesame is unknown"}';
    const { stdout, stderr, code } = await run(toArchive([echoing, loose]), '--report', 'json=-');
    expect(JSON.parse(stdout)).toMatchObject({ calls: [{ path: '/groups/$TOKEN' }, {}] });
    expect(stdout + stderr).not.toMatch(/22222222|sesame/);
    expect(stderr).toContain('query.token');
    expect(code).toBe(1);
  });

  it('says what is wrong with a file that it cannot check, with exit code 2', async () => {
    const { code, stderr } = await run(toArchive([{ request: {} }]));
    expect(stderr).toMatch(
      /^wuts-contracts: Entry 1 of the HAR file .* is broken: entry.request.method is required/,
    );
    expect(code).toBe(2);
    const elsewhere = structuredClone(kept);
    elsewhere.request.url = 'https://wuts.example/nothing';
    const nothing = await run(toArchive([elsewhere]), '--host', 'wuts.example');
    expect(nothing.stderr).toContain('None of the 1 entries');
    expect(nothing.code).toBe(2);
  });

  it('survives a hostile file', async () => {
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    const hostile = structuredClone(kept);
    hostile.request.url += '?__proto__=1';
    hostile.request.method = '\u001b[31mGET';
    hostile.response.content.text = deep;
    const answered = structuredClone(kept);
    answered.response.content.text = deep;
    const { code, stdout, stderr } = await run(toArchive([hostile, answered]));
    expect(stdout + stderr).not.toContain('\u001b');
    expect(stderr).toBe('');
    expect(code).toBe(1);
  });

  it('says so when the file is not there', async () => {
    const { code, stderr } = await startContracts('har', '/nowhere.har').ended;
    expect(stderr).toContain('The HAR file /nowhere.har cannot be read');
    expect(code).toBe(2);
  });
});

function run(archive: string, ...options: string[]) {
  const file = join(FOLDER, 'recording.har');
  writeFileSync(file, archive);
  return startContracts('har', file, ...options).ended;
}
