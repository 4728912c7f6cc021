import { afterEach, describe, expect, it, vi } from 'vitest';
import { createProgress, type Told } from '../../../contracts/reports/progress.ts';
import { loadDocument } from '../../../spec/index.ts';
import { makeCase, makeFinding, makeResult, TARGET } from './results.ts';

const document = loadDocument();

/** What a progress writes, and the progress. */
function begin(given: Partial<Told> = {}, terminal: { isTTY?: boolean; columns?: number } = {}) {
  let said = '';
  const stream = {
    isTTY: false,
    columns: 80,
    ...terminal,
    write: (text: unknown) => {
      said += text;
      return true;
    },
  } as Told['stream'];
  const progress = createProgress({
    stream,
    cases: 100,
    calls: 400,
    target: TARGET,
    options: {},
    document,
    ...given,
  });
  return { progress, said: () => said };
}

const broken = (id: string, path = 'group.name') =>
  makeResult({ case: makeCase({ id }), verdict: 'broken', findings: [makeFinding({ path })] });

afterEach(() => {
  vi.useRealTimers();
});

describe('the progress of a run', () => {
  it('explains each cause once, however many cases show it', () => {
    const { progress, said } = begin();
    for (let n = 0; n < 50; n++) progress.tell(broken(`a/${n}`));
    progress.tell(broken('b/1', 'group.jid'));
    expect(said().match(/^broken {2}\S+/gm)).toEqual(['broken  a/0', 'broken  b/1']);
  });

  it.each([20, 40, 80, 200])('rewrites a line that is shorter than a terminal of %i columns', (columns) => {
    const { progress, said } = begin({}, { isTTY: true, columns });
    progress.tell(makeResult({ case: makeCase({ id: `a/${'long'.repeat(60)}` }) }));
    progress.end();
    for (const line of said().split(/[\r\n]/)) expect(line.length).toBeLessThan(columns);
    expect(said()).toContain('1/100, 0 failed');
  });

  it.each([
    ['no terminal', {}, {}],
    ['a dumb terminal', { TERM: 'dumb' }, { isTTY: true }],
    ['CI', { CI: 'true' }, { isTTY: true }],
  ])('rewrites nothing where it cannot be: %s', (_, env, terminal) => {
    vi.useFakeTimers({ toFake: ['performance'] });
    const { progress, said } = begin({ env }, terminal);
    for (let n = 0; n < 10; n++) {
      vi.advanceTimersByTime(5000);
      progress.tell(makeResult());
    }
    progress.end();
    expect(said()).toBe(
      [
        '3/100, 0 failed, about 8 min left\n',
        '6/100, 0 failed, about 8 min left\n',
        '9/100, 0 failed, about 8 min left\n',
      ].join(''),
    );
  });

  it('is forecast after the first answers when it is long, and else not', () => {
    vi.useFakeTimers({ toFake: ['performance'] });
    const long = begin({ options: { concurrency: 1 }, cases: 1642, calls: 1900 });
    for (let n = 0; n < 9; n++) {
      vi.advanceTimersByTime(5000);
      long.progress.answered(5000);
    }
    expect(long.said()).toBe(
      'At 5.0 s an answer, 1642 cases with 1900 calls take about 2 h 38 min. --time-limit ends it earlier, --only asks for less.\n',
    );
    const short = begin();
    for (let n = 0; n < 9; n++) {
      short.progress.answered(n === 0 ? 1000 : 5);
      vi.advanceTimersByTime(1000);
    }
    expect(short.said()).toBe('');
  });
});
