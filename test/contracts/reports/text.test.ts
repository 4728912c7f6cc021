import { describe, expect, it } from 'vitest';
import { formatEnd } from '../../../contracts/reports/end.ts';
import { explain } from '../../../contracts/reports/text.ts';
import { makeCase, makeFinding, makeResult, makeResults, summariseResults, TARGET } from './results.ts';

describe('what is said of a case', () => {
  it('is the promise, its origin, the request, and the first difference', () => {
    const [, broken] = makeResults();
    expect(broken && explain(broken, TARGET)).toBe(
      [
        'broken  groups/rename',
        '  promise   A new name is read at once. (documented, docs: Get group)',
        '  rests on  status getGroup 200',
        `  request   curl -X GET 'https://wuts.example/groups/120363039000000000@g.us' -H 'Authorization: Bearer '"$TOKEN"''`,
        '  at        $.group.name',
        '  expected  "Friends"',
        '  actual    "Enemies"',
        '  and 1 more difference',
      ].join('\n'),
    );
  });

  it('names the facts that it rests on', () => {
    const facts = ['status getGroup 403', 'refusal not-a-participant'] as const;
    const broken = makeResult({ verdict: 'differs', case: makeCase({ facts }), findings: [makeFinding()] });
    expect(explain(broken, TARGET)).toContain(
      '  rests on  status getGroup 403, refusal not-a-participant, status getGroup 200\n',
    );
  });

  it('names at most four of them', () => {
    const facts = ['role a', 'role b', 'role c', 'role d', 'role e', 'role f'];
    const broken = makeResult({ verdict: 'differs', case: makeCase({ facts }), findings: [makeFinding()] });
    expect(explain(broken, TARGET)).toMatch(/ {2}rests on {2}role a, role b, role c, role d, 3 more facts\n/);
  });

  it('is the reason and the answer when the stage could not be set', () => {
    const setup = makeResults().find(({ verdict }) => verdict === 'setup-failed');
    expect(setup && explain(setup, TARGET)).toContain(
      '  reason    createCommunity answers 500 {"success":false}\n',
    );
    expect(setup && explain(setup, TARGET)).toContain('  answer    500 {"success":false}');
  });

  it.each<[string, Parameters<typeof makeFinding>[0], string]>([
    [
      'words',
      { expected: 'a length of 2', actual: 'abc' },
      'at        $.group.name\n  expected  a length of 2\n  actual    "abc"',
    ],
    ['a value', { expected: '5', actual: 5 }, 'expected  "5"\n  actual    5'],
    ['nothing', { expected: true, actual: undefined }, 'expected  true\n  actual    nothing'],
    [
      'a matcher',
      { expected: { 'an entry like': { a: 1 } }, actual: [] },
      'expected  an entry like {"a":1}\n  actual    []',
    ],
    ['a header', { path: 'header.allow', expected: 'GET', actual: 'PUT' }, 'at        header allow'],
    ['an entry', { path: '[2].error', expected: 'GET' }, 'at        $[2].error'],
    [
      'the status',
      { path: '', expected: 'status 200', actual: 'status 500: x' },
      'at        $ (the whole answer)\n  expected  status 200\n  actual    status 500: x',
    ],
    ['another provenance', { provenance: 'inferred' }, 'at        $.group.name, which is inferred'],
  ])('shows %s', (_, given, said) => {
    expect(explain(makeResult({ verdict: 'broken', findings: [makeFinding(given)] }), TARGET)).toContain(
      said,
    );
  });

  it('is one line for each thing, whatever the target says', () => {
    const actual = '\u001b[2J\u001b]0;owned\u0007\r\n\u202emoc.live\u0000';
    const result = makeResult({ verdict: 'broken', findings: [makeFinding({ path: '', actual })] });
    const said = explain(result, TARGET);
    expect(said.split('\n')).toHaveLength(7);
    expect(said).toContain(String.raw`actual    \u{1b}[2J\u{1b}]0;owned\u{7}\u{d}\n\u{202e}moc.live\u{0}`);
  });
});

const GROUPS = 'groups          1/2       1        0          0             0        0';

describe('the end', () => {
  const lines = formatEnd(summariseResults(makeResults())).split('\n');

  it('begins with the causes', () => {
    expect(lines.slice(0, 6)).toEqual([
      '5 causes of what 4 cases show:',
      '',
      '1. GroupWithParticipants.name (broken: 1 case)',
      '   expected  "Friends"',
      '   seen      "Enemies"',
      '   cases     groups/rename',
    ]);
  });

  it.each([40, 60, 80, 200])('fits a terminal of %i columns', (columns) => {
    const words = formatEnd(summariseResults(makeResults()), columns).split('\n');
    for (const line of words.filter((one) => one.trim().includes(' ')))
      expect(line.length).toBeLessThanOrEqual(columns);
    expect(words.join(' ').replaceAll(/\s+/g, ' ')).toContain(
      '2 skipped: the target lacks a second account:',
    );
    expect(words).toContain(columns < 72 ? 'groups 1/2 kept, 1 broken' : GROUPS);
  });

  it('has a line for each theme', () => {
    const themes = lines.indexOf('theme          kept  broken  differs  discovery  setup-failed  skipped');
    expect(lines.slice(themes, themes + 3)).toEqual([
      'theme          kept  broken  differs  discovery  setup-failed  skipped',
      GROUPS,
      'roles           0/2       0        1          0             0        1',
    ]);
  });

  it('has the verdicts, the reasons, and what is left behind', () => {
    expect(lines).toContain('1 kept, 1 broken, 1 differs, 1 discovery, 2 skipped, 1 setup-failed');
    expect(lines).toContain(
      '2 skipped: the target lacks a second account: give its token with --second-token',
    );
    expect(lines).toContain('  The group 1@g.us is left behind: 500.');
  });

  it('ends with the counts', () => {
    expect(lines.at(-1)).toBe('3 passed, 2 failed, 2 skipped');
    expect(formatEnd(summariseResults([])).split('\n').at(-1)).toBe('0 passed, 0 failed, 0 skipped');
  });

  it('says why a run ended early', () => {
    const summary = summariseResults([makeResult({ case: makeCase() })], { endedEarly: 'interrupted' });
    expect(formatEnd(summary)).toContain('The run ended early: interrupted');
  });
});
