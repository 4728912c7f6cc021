import { afterEach, describe, expect, it, vi } from 'vitest';
import { runContracts } from '../../../contracts/index.ts';
import { createPatience } from '../../../contracts/target/patience.ts';
import { startMock } from '../../../mock/index.ts';
import { startContracts } from '../../mock/cli/cli.ts';
import { type Break, serveBroken } from '../../scenarios/broken-server/server.ts';
import { collect } from '../reports/results.ts';

/** Answers 429 to each call after so many, and as often again. */
function busyAfter(calls: number, retryAfter: string): () => Break {
  let left = calls;
  return () =>
    ({ answer }) => {
      left -= 1;
      if (left > 0) return answer();
      left = calls;
      const error = { success: false, error: 'slow down', timestamp: '2026-06-15T12:00:00Z' };
      const headers = { 'Content-Type': 'application/json', 'Retry-After': retryAfter };
      return { status: 429, headers, body: JSON.stringify(error) };
    };
}

describe('a target that answers 429', { timeout: 60_000 }, () => {
  it('is asked again after the time that it asks for, so that nothing is broken', async () => {
    const server = await serveBroken(busyAfter(20, '1'));
    const start = performance.now();
    const results = await collect(runContracts(server, { only: ['groups/create*'] }));
    await server.close();
    expect(new Set(results.map(({ verdict }) => verdict))).toEqual(new Set(['kept', 'skipped']));
    expect(performance.now() - start).toBeGreaterThan(1000);
  });

  it('ends the run once the time for waiting is used up', async () => {
    const server = await serveBroken(busyAfter(20, '60'));
    const results = await collect(runContracts(server, { only: ['groups'], waitLimit: 1000 }));
    await server.close();
    const ends = results.find((one) => one.ends)?.ends;
    expect(ends).toMatch(/answers 429 and asks to wait 60 s, and of the 1 s of --wait-limit 1 s are left/);
    expect(results.some(({ verdict }) => verdict === 'broken' || verdict === 'setup-failed')).toBe(false);
  });

  it('has the command say how far the run came, and exit with 2', async () => {
    const server = await serveBroken(busyAfter(20, '60'));
    const options = ['--url', server.url, '--token', server.tokens.first, '--wait-limit', '5'];
    const { code, stdout } = await startContracts(...options, '--only', 'groups').ended;
    await server.close();
    expect(stdout).toMatch(/The run ended early: the target answers 429 .*, after \d+ of \d+ cases\n/);
    expect(code).toBe(2);
  });

  it('is not waited for where a case expects it', async () => {
    await using mock = await startMock({ port: 0 });
    const [first = ''] = mock.accounts.map(({ token }) => token);
    const target = {
      url: mock.url,
      tokens: { first },
      has: ['faults'],
      control: { url: `${mock.url}/__mock` },
    } as const;
    const results = await collect(runContracts(target, { only: ['faults/*429*'], waitLimit: 0 }));
    expect(new Set(results.map(({ verdict }) => verdict))).toEqual(new Set(['kept']));
  });
});

describe('patience', () => {
  const busy = (after?: string) => ({
    status: 429,
    headers: after === undefined ? {} : { 'retry-after': after },
  });
  afterEach(() => void vi.useRealTimers());

  it.each([
    ['seconds', '7', 7000],
    ['a date', 'Mon, 15 Jun 2026 12:00:05 GMT', 5000],
    ['nothing', undefined, 1000],
    ['no time', 'soon', 1000],
    ['a time that is over', 'Mon, 15 Jun 2026 11:00:00 GMT', 100],
    ['no wait', '0', 100],
  ])('waits as asked with %s', (_, after, asked) => {
    vi.useFakeTimers({ now: new Date('2026-06-15T12:00:00Z'), toFake: ['Date', 'performance'] });
    expect(() => createPatience(asked, undefined).note(busy(after))).not.toThrow();
    expect(() => createPatience(asked - 1, undefined).note(busy(after))).toThrow('--wait-limit');
  });

  it('waits twice as long each time where nothing tells how long', () => {
    expect(() => createPatience(7999, undefined).note(busy(), 3)).toThrow('--wait-limit');
    expect(() => createPatience(8000, undefined).note(busy(), 3)).not.toThrow();
    expect(() => createPatience(7000, undefined).note(busy('7'), 3)).not.toThrow();
  });

  it('counts waits side by side once', () => {
    const patience = createPatience(1100, undefined);
    for (let n = 0; n < 5; n++) patience.note(busy('1'));
  });

  it('ends with the run', async () => {
    const controller = new AbortController();
    const patience = createPatience(60_000, controller.signal);
    patience.note(busy('60'));
    setTimeout(() => controller.abort(), 10);
    await expect(patience.ready()).rejects.toThrow('the run ends');
  });
});
