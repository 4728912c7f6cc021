import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type RunningMock, startMock } from '../../mock/index.ts';
import { startContracts } from '../mock/cli/cli.ts';

const TOKEN = '11111111-1111-4111-8111-111111111111';
/** Stands for the mock that runs here. */
const HERE = ['--url', 'here', '--token', TOKEN];
const FOLDER = mkdtempSync(join(tmpdir(), 'wuts-contracts-'));
const run = (...options: string[]) => startContracts(...options).ended;
let mock: RunningMock;

beforeAll(async () => {
  mock = await startMock({ port: 0 });
});
afterAll(() => mock.close());

describe('wuts-contracts', { timeout: 60_000 }, () => {
  it('holds an implementation to the contract by its URL, and ends with the counts and exit code 0', async () => {
    const { code, stdout } = await run('--url', mock.url, '--token', TOKEN, '--only', 'groups/create*');
    expect(stdout.trimEnd().split('\n').at(-1)).toMatch(/^\d+ passed, 0 failed, \d+ skipped$/);
    expect(stdout).toContain('skipped: the target lacks');
    expect(code).toBe(0);
  });

  it('starts the mock itself, has all that a case needs, and writes reports', async () => {
    const junit = join(FOLDER, 'junit.xml');
    const { code, stdout, stderr } = await run(
      '--mock',
      '--only',
      'auth/outside-*',
      '--report',
      'json=-',
      '--report',
      `junit=${junit}`,
    );
    expect(JSON.parse(stdout)).toMatchObject({ failed: 0, skipped: 0, target: { disposable: true } });
    expect(stderr).toContain('passed, 0 failed, 0 skipped');
    expect(readFileSync(junit, 'utf8')).toContain('<testsuite');
    expect(stdout + stderr).not.toContain(TOKEN);
    expect(code).toBe(0);
  });

  it.each([
    ['standard output', ['--mock', '--report', 'json=-', '--report', 'junit=-']],
    ['both.txt', ['--mock', '--report', 'json=both.txt', '--report', 'md=./both.txt']],
    ['standard output', ['export', '--arazzo', '--postman']],
    ['standard output', ['calibrate', '--har', 'none.har', '--output', '-', '--html', '-']],
  ])('writes no two reports to %s: %j', async (place, options) => {
    const says = `wuts-contracts: Two reports go to ${place}, and one would spoil the other. Give each a file of its own.\n`;
    expect(await run(...options)).toEqual({ code: 2, signal: null, stdout: '', stderr: says });
  });

  it.each([
    ['k.yaml', ['--mock', '--calibration', 'k.yaml', '--report', 'md=./k.yaml']],
    ['k.yaml', ['calibrate', '--har', 'r.har', '--check', 'k.yaml', '--html', './k.yaml']],
    ['r.har', ['calibrate', '--har', 'r.har', '--output', './r.har']],
    ['r.har', ['har', 'r.har', '--report', 'json=./r.har']],
    ['o.yaml', ['export', '--postman', './o.yaml', '--spec', 'o.yaml']],
  ])('writes nothing over %s, which it reads: %j', async (file, options) => {
    const says = `wuts-contracts: A report would replace ./${file}, which this run reads. Give it a file of its own.\n`;
    expect(await run(...options)).toEqual({ code: 2, signal: null, stdout: '', stderr: says });
  });

  it('writes no collection over the document that a description names', async () => {
    const { code, stderr } = await run('export', '--arazzo', 'flows.yaml', '--postman', 'flows.openapi.json');
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: expect.stringContaining('Two reports go to flows.openapi.json'),
    });
  });

  it('takes its options from a file too', async () => {
    const config = join(FOLDER, 'contracts.json');
    writeFileSync(
      config,
      JSON.stringify({ url: mock.url, token: TOKEN, only: ['device/status'], bail: true, strict: false }),
    );
    const { code, stdout } = await run('--config', config);
    expect(stdout).toContain('1 passed, 0 failed, 0 skipped');
    expect(code).toBe(0);
  });

  it.each([
    ['UTF-8 with a byte order mark', (text: string) => Buffer.from(`\ufeff${text}`)],
    ['UTF-16, as PowerShell writes it', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['UTF-16 the other way round', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16()],
  ])('reads a file of options in %s', async (_, toBytes) => {
    const config = join(FOLDER, `${Math.random()}.json`);
    writeFileSync(config, toBytes(JSON.stringify({ url: mock.url, token: TOKEN, only: ['device/status'] })));
    const { code, stdout } = await run('--config', config);
    expect(stdout).toContain('1 passed, 0 failed, 0 skipped');
    expect(code).toBe(0);
  });

  it('takes the URL and the token from the surroundings', async () => {
    vi.stubEnv('WUTS_URL', mock.url);
    vi.stubEnv('WUTS_TOKEN', TOKEN);
    const { code, stdout } = await run('--only', 'device/status').finally(() => vi.unstubAllEnvs());
    expect(stdout).toContain('1 passed, 0 failed, 0 skipped');
    expect(code).toBe(0);
  });

  it('tells its version', async () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
    expect(await run('--version')).toMatchObject({ code: 0, stdout: `${version}\n` });
  });

  it('asks for the control plane of a target that is said to have one', async () => {
    const { code, stderr } = await run('--url', mock.url, '--token', TOKEN, '--has', 'clock');
    expect(stderr).toContain('--has clock takes a control plane: give its base URL with --control.');
    expect(code).toBe(2);
  });

  it('holds a target to what its control plane can do', async () => {
    const control = ['--has', 'clock', '--control', `${mock.url}/__mock`];
    const { code, stdout } = await run(
      '--url',
      mock.url,
      '--token',
      TOKEN,
      ...control,
      '--only',
      'time/group*',
    );
    expect(stdout).toContain('1 passed, 0 failed, 0 skipped');
    expect(code).toBe(0);
  });

  it('lists the cases with their promises', async () => {
    const { code, stdout } = await run('--list', '--only', 'groups/create');
    expect(stdout).toContain('documented  groups/create\n            Creating a group answers 201');
    expect(code).toBe(0);
  });

  it('plans without a request, and changes nothing on another host without leave', async () => {
    const { code, stdout } = await run(
      '--plan',
      '--url',
      'https://wuts.invalid',
      '--token',
      TOKEN,
      '--only',
      'groups/create*',
      '--participant',
      '5511777777777',
      '--only',
      'device/status',
    );
    expect(stdout).toContain(
      'skip, it changes something, and --allow-changes was not given: groups/create\n',
    );
    expect(stdout).toContain('run, up to 0 changes: device/status\n');
    expect(stdout).not.toContain(TOKEN);
    expect(code).toBe(0);
  });

  it.each([
    ['no target', [], 'Say what to hold to the contract'],
    ['no token', ['--url', 'http://127.0.0.1:1'], 'Give the token of an account'],
    ['nobody there', ['--url', 'http://127.0.0.1:1', '--token', TOKEN], 'cannot be reached'],
    ['a pattern that fits nothing', ['--mock', '--only', 'nothing'], 'No case matches'],
    [
      'the mock and another target',
      ['--mock', '--url', 'https://wuts.invalid'],
      "cannot be used with option '--url",
    ],
    ['what the mock is said to have', ['--mock', '--has', 'people'], "cannot be used with option '--has"],
    [
      'nothing but cases that are skipped',
      [...HERE, '--only', 'people'],
      /Nothing was held to the contract: all \d+ cases were skipped, \d+ because the target lacks/,
    ],
    [
      'too few promises that are kept',
      [...HERE, '--only', 'device/status', '--min-kept', '2'],
      'Kept: 1, and --min-kept asks for 2.',
    ],
    [
      'a skipped case that is to fail',
      [...HERE, '--only', 'groups/create*', '--fail-on-skip'],
      '--fail-on-skip: ',
    ],
    [
      'an account given twice',
      [...HERE, '--second-token', TOKEN],
      '--token and --second-token are the same person, 5511999999999.',
    ],
    [
      'a number given twice',
      [...HERE, '--participant', '5511777777777', '--participant', '5511777777777'],
      'are the same person',
    ],
    [
      'a number given in both of its spellings',
      [...HERE, '--participant', '5511912345678', '--participant', '551112345678'],
      '--participant 5511912345678 and --participant 551112345678 are the same person',
    ],
    [
      'an account as a number',
      [...HERE, '--participant', '5511999999999'],
      '--token and --participant 5511999999999 are the same person',
    ],
    ['an unknown need', ['--url', 'http://127.0.0.1:1', '--has', 'wings'], 'The needs are second-account'],
    [
      'an unknown report',
      ['--mock', '--report', 'pdf=x'],
      'A report is written json|junit|sarif|html|md=file',
    ],
    ['nothing side by side', ['--mock', '--concurrency', '0'], 'It takes a whole number from 1.'],
    ['a certificate that is not there', ['--cafile', '/nowhere.pem'], 'It cannot be read: ENOENT'],
    ['a certificate that is none', ['--cafile', 'package.json'], 'It takes a file in PEM'],
    ['an unknown option', ['--moc'], "unknown option '--moc'"],
    [
      'a config that is not there',
      ['--config', '/nowhere.json'],
      'The config file /nowhere.json cannot be read',
    ],
  ])('says what to do when it cannot run for %s, with exit code 2', async (_, options, message) => {
    const { code, stderr } = await run(...options.map((one) => (one === 'here' ? mock.url : one)));
    expect(stderr).toMatch(message);
    expect(code).toBe(2);
  });

  it('changes nothing while a device is not connected, and says whose, with exit code 2', async () => {
    const world = mock.world();
    world.device().disconnects();
    const { code, stderr } = await run('--url', mock.url, '--token', world.token);
    expect(stderr).toContain(
      `The device of the account given with --token is not connected: GET /status of ${mock.url} says "disconnected".`,
    );
    expect(world.journal.calls().map(({ method }) => method)).toEqual(['GET']);
    expect(code).toBe(2);
  });

  it('ends when the time is over, tells what was held, and exits with 2', async () => {
    const { code, stdout } = await run('--mock', '--time-limit', '1', '--concurrency', '1');
    expect(stdout).toContain('the time limit of 1 s was reached');
    expect(code).toBe(2);
  });

  it('says which token the target does not know', async () => {
    const unknown = '33333333-3333-4333-8333-333333333333';
    const { code, stderr } = await run('--url', mock.url, '--token', TOKEN, '--second-token', unknown);
    expect(stderr).toMatch(/does not know the token given with --second-token/);
    expect(stderr).not.toContain(unknown);
    expect(code).toBe(2);
  });

  it('lists the right tokens where the target is the mock', async () => {
    const unknown = '33333333-3333-4333-8333-333333333333';
    const { stderr } = await run('--url', mock.url, '--token', unknown);
    expect(stderr).toContain('It is wuts-mock, and its tokens are:');
    expect(stderr).toContain(`\n  ${TOKEN}  device of 5511999999999\n`);
  });

  it.each([['har', '--help'], ['export', '--help'], ['--help']])(
    'shows examples: %s %s',
    async (...options) => {
      const { code, stdout } = await run(...options);
      expect(stdout).toMatch(/\nExamples:\n( {2}wuts-contracts .*\n){2,}/);
      expect(code).toBe(0);
    },
  );
});
