import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { startMock } from '../../../mock/index.ts';
import { readCalibration } from '../../../spec/index.ts';
import { startContracts } from '../../mock/cli/cli.ts';

const FIRST = '5511977776666';
const SECOND = '5511966665555';
const TOKENS = ['c0dec0de-1111-4111-8111-cccccccccccc', 'c0dec0de-2222-4222-8222-dddddddddddd'] as const;
const FILE = join(mkdtempSync(join(tmpdir(), 'wuts-calibrate-')), 'wuts.calibration.yaml');

const accounts = [
  { token: TOKENS[0], phone: FIRST },
  { token: TOKENS[1], phone: SECOND },
];

function calibrating(url: string, ...more: string[]) {
  const whole = [
    '--second-token',
    TOKENS[1],
    '--has',
    'disconnecting',
    '--has',
    'webhook',
    '--has',
    'receiver',
  ];
  return startContracts('calibrate', '--url', url, '--token', TOKENS[0], ...whole, ...more).ended;
}

it('--plan says what would be asked and what it costs, and asks nothing', async () => {
  const { code, stdout } = await calibrating('http://127.0.0.1:9', '--plan');
  expect(stdout).toMatch(/^ask, 1 call, 0 changes: unauthorized: /);
  expect(stdout).toMatch(
    /skip, it takes a number that is not on WhatsApp \(give it with --stranger\): stranger\n/,
  );
  expect(stdout).toMatch(
    /\d+ of \d+ questions would be asked, by at most about \d+ calls, \d+ of them changes/,
  );
  expect(code).toBe(0);
});

it('what is learnt is written without anything private, and --check tells what has changed since', async () => {
  {
    await using mock = await startMock({ port: 0, accounts });
    const { code, stdout } = await calibrating(mock.url, '-o', FILE);
    expect(stdout).toMatch(/\n\d+ facts settled: \d+ as held, 0 otherwise; \d+ calls, \d+ changes\n/);
    expect(code).toBe(0);
    const text = readFileSync(FILE, 'utf8');
    expect(text).not.toMatch(/@|wuts-contract|c0dec0de|cccccc|chat\.whatsapp/);
    expect(text.replaceAll(/sha256:\w+/g, '')).not.toMatch(/\d{5}/);
    expect(readCalibration(FILE).settled['ruling device-not-ready']?.answer).toBe('503');
    const again = await calibrating(mock.url, '--check', FILE);
    expect(again.stdout).toContain('Nothing has changed since ');
    expect(again.code).toBe(0);
  }
  await using other = await startMock({ port: 0, accounts, rulings: { 'device-not-ready': '409' } });
  const { code, stdout } = await calibrating(other.url, '--check', FILE);
  expect(stdout).toMatch(/Changed since .*:\n {2}ruling device-not-ready: was 503, is 409\n/);
  expect(code).toBe(1);
});

it('a target that is not there, and a file that is none, end with 2 and a sentence', async () => {
  const gone = await calibrating('http://127.0.0.1:9');
  expect(gone.stderr).toContain('cannot be reached');
  expect(gone.code).toBe(2);
  const none = await calibrating('http://127.0.0.1:9', '--check', import.meta.filename);
  expect(none.stderr).toContain('cannot be used');
  expect(none.code).toBe(2);
});

it('--html writes a page: what is otherwise first, and nothing that the target says is markup', async () => {
  await using mock = await startMock({ port: 0, accounts, rulings: { 'device-not-ready': '409' } });
  const page = join(mkdtempSync(join(tmpdir(), 'wuts-calibrate-')), 'a.html');
  const { code } = await calibrating(mock.url, '-o', FILE, '--html', page);
  expect(code).toBe(0);
  const text = readFileSync(page, 'utf8');
  const [changed, unsettled, confirmed] = ['changed', 'unsettled', 'confirmed'].map((id) =>
    text.indexOf(`<h2 id="${id}">`),
  );
  expect([changed, unsettled, confirmed]).toEqual(
    [changed, unsettled, confirmed].sort((a, b) => Number(a) - Number(b)),
  );
  expect(text.slice(changed, unsettled)).toContain('<strong class="about">ruling device-not-ready</strong>');
  expect(text).not.toMatch(/@s\.whatsapp|wuts-contract|c0dec0de/);
});
