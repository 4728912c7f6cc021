import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningMock, startMock } from '../../mock/index.ts';
import { noPosix } from '../missing.ts';
import { startContracts } from '../mock/cli/cli.ts';

let mock: RunningMock;
let tell = (_: string) => {};

beforeAll(async () => {
  mock = await startMock({ port: 0, onExchange: ({ method, path }) => tell(`${method} ${path}`) });
});
afterAll(() => mock.close());

describe.skipIf(noPosix)(`Ctrl-C${noPosix}`, { timeout: 60_000 }, () => {
  it('ends the run, leaves the groups that it made, and names the communities that it cannot leave', async () => {
    const [token = ''] = mock.accounts.map((account) => account.token);
    const options = ['--url', mock.url, '--token', token, '--only', 'communities', '--concurrency', '2'];
    const { child, ended } = startContracts(...options);
    tell = (line) => {
      if (line === 'POST /communities') child.kill('SIGINT');
      if (line === 'POST /communities') tell = () => {};
    };
    const { code, stdout, stderr } = await ended;

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
