import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  type CaseResult,
  chooseCases,
  type Need,
  type RunOptions,
  runContracts,
  suite,
  type Target,
} from '../../../../contracts/index.ts';
import { countChanges } from '../../../../contracts/target/changes.ts';
import { OF_A_WORLD } from '../../../../contracts/target/control.ts';
import { MOCK_ACCOUNTS, toMockTarget } from '../../../../contracts/target/mock-target.ts';
import { loadDocument } from '../../../../spec/index.ts';
import { collect } from '../../reports/results.ts';
import { type RecordingTarget, startRecordingTarget } from './recording-target.ts';

const OPERATIONS = new Map(loadDocument().operations.map((operation) => [operation.id, operation]));

let live: RecordingTarget;
/** A target that has everything, under the name of another host. */
let whole: Target;

beforeAll(async () => {
  live = await startRecordingTarget(MOCK_ACCOUNTS);
  whole = { ...toMockTarget(live.url), receiver: { url: 'http://127.0.0.1:0' }, disposable: false };
});
beforeEach(() => live.clear());
afterAll(() => live.close());

/** The options that could let something through, each alone and all at once. */
const WAYS: [string, (target: Target) => Partial<Target>, RunOptions][] = [
  [
    'one account',
    ({ tokens: { first } }) => ({ tokens: { first }, moreTokens: [], participants: [], has: [] }),
    {},
  ],
  ['three accounts and numbers', () => ({ moreTokens: [], has: [] }), { strict: true }],
  [
    'all that takes no control plane',
    ({ has = [] }) => ({ control: undefined, has: has.filter((need) => !OF_A_WORLD.includes(need)) }),
    { concurrency: 1 },
  ],
  ['a control plane', () => ({}), { concurrency: 16 }],
  ['a control plane on this machine', ({ url }) => ({ control: { url: toThisMachine(url) } }), {}],
  ['a disposable target', () => ({ disposable: true }), { strict: true, bail: false }],
  ['free changes in number and pace', () => ({}), { maxChanges: 100_000, pace: 0 }],
];

describe('without leave to change anything', { timeout: 120_000 }, () => {
  it.each(WAYS)('only GET leaves for another host, in every case, with %s', async (_, toPart, options) => {
    const results = await run({ ...whole, ...toPart(whole) }, options);
    expect(live.changes()).toEqual([]);
    expect(live.seen.length).toBeGreaterThan(0);
    expect(results).toHaveLength(suite.length);
    expect(results.filter(({ verdict }) => verdict === 'setup-failed')).toEqual([]);
  });
});

describe('with leave to change things', { timeout: 120_000 }, () => {
  it('no more leaves than --max-changes says, in all of the suite', async () => {
    const allowed = { ...whole, allowChanges: true };
    const results = await run(allowed, { maxChanges: 150, concurrency: 8 });
    const verdicts = results.filter(({ case: { steps } }) =>
      steps.some(({ call }) => call === 'createGroup'),
    );
    expect(verdicts.some(({ verdict }) => verdict === 'kept')).toBe(true);
    expect(live.changes().length).toBeGreaterThan(50);
    expect(live.changes().length).toBeLessThanOrEqual(150);
  });

  it.each<[string, string, readonly Need[]]>([
    ['another method', 'errors/*', []],
    ['tidying up', 'groups/create', []],
    ['the webhook that is disabled again', 'events/added', ['webhook', 'receiver']],
    ['the device that is connected again', 'device/disconnect*', ['disconnecting']],
    ['worlds, what happens in them, and their ends', 'time/group*', ['clock']],
  ])('%s is counted before it is done', async (_, only, has) => {
    const target = {
      ...whole,
      has,
      allowChanges: true,
      control: has.includes('clock') ? whole.control : undefined,
      receiver: undefined,
    };
    const cases = chooseCases({ only: [only] });
    const most = cases.reduce((sum, one) => sum + countChanges(one, target, OPERATIONS), 0);
    const results = await run(target, { only: [only], maxChanges: most });
    expect(results.some(({ verdict }) => verdict === 'kept')).toBe(true);
    expect(
      results.flatMap(({ leftovers }) => leftovers).filter((one) => one.includes('--max-changes')),
    ).toEqual([]);
    expect(live.changes().length).toBeGreaterThan(0);
    expect(live.changes().length).toBeLessThanOrEqual(most);
  });
});

describe('the command line', { timeout: 120_000 }, () => {
  it.each<[string, string[]]>([
    ['a run', ['--has', 'disconnecting', '--has', 'webhook', '--receiver', 'http://127.0.0.1:9']],
    ['a plan with leave', ['--plan', '--allow-changes']],
  ])('lets nothing but GET leave in %s', async (_, options) => {
    const { code, stdout } = await runCli(['--url', live.url, '--token', whole.tokens.first, ...options]);
    expect(live.changes()).toEqual([]);
    expect(live.seen.length > 0).toBe(!options.includes('--plan'));
    expect(stdout).toContain(
      options.includes('--allow-changes') ? 'another host' : '--allow-changes was not given',
    );
    expect(code).toBe(0);
  });
});

/** Runs `wuts-contracts` where the name of the live service leads to this machine too. */
async function runCli(options: string[]): Promise<{ code: number | null; stdout: string }> {
  const preload = fileURLToPath(new URL('lookup-preload.ts', import.meta.url));
  const args = ['--import', 'tsx', '--import', preload, 'contracts/cli.ts', ...options];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  let stdout = '';
  child.stdout.on('data', (chunk) => {
    stdout += chunk;
  });
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, stdout })));
}

async function run(target: Target, options: RunOptions): Promise<CaseResult[]> {
  return collect(runContracts(target, { seed: 1, ...options }));
}

function toThisMachine(url: string): string {
  return `${url.replace(/\/\/[^:]+/, '//127.0.0.1')}/__mock`;
}
