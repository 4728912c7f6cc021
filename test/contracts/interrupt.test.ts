import { spawn } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningMock, startMock } from '../../mock/index.ts';
import { commandLine } from '../built-package.ts';

let mock: RunningMock;
let tell = (_: string) => {};

beforeAll(async () => {
  mock = await startMock({ port: 0, onExchange: ({ method, path }) => tell(`${method} ${path}`) });
});
afterAll(() => mock.close());

describe('Ctrl-C', { timeout: 60_000 }, () => {
  it('ends the run, leaves the groups that it made, and names the communities that it cannot leave', async () => {
    const [token = ''] = mock.accounts.map((account) => account.token);
    const options = ['--url', mock.url, '--token', token, '--only', 'communities', '--concurrency', '2'];
    const child = spawn(process.execPath, [commandLine('wuts-contracts'), ...options]);
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (chunk) => {
      stdout += chunk;
    });
    child.stderr.on('data', (chunk) => {
      stderr += chunk;
    });
    tell = (line) => {
      if (line === 'POST /communities') child.kill('SIGINT');
      if (line === 'POST /communities') tell = () => {};
    };
    const code = await new Promise((resolve) => child.once('close', resolve));

    expect(stderr).toContain('ending; what was made is tidied up');
    expect(stdout).toContain('The run ended early: it was interrupted');
    expect(stdout).toMatch(
      /Left behind:\n {2}The community \d+@g\.us is left behind: leaving it answers 422\./,
    );
    expect(code).toBe(2);
    const kinds = await listed(token);
    expect(kinds.length).toBeGreaterThan(0);
    expect(kinds.filter((kind) => kind === 'group')).toEqual([]);
  });
});

/** What the account is left in. */
async function listed(token: string): Promise<string[]> {
  const response = await fetch(`${mock.url}/groups`, { headers: { Authorization: `Bearer ${token}` } });
  const { groups } = (await response.json()) as {
    groups: { is_community: boolean; is_announcement_group: boolean }[];
  };
  return groups.map((one) => (one.is_community || one.is_announcement_group ? 'community' : 'group'));
}
