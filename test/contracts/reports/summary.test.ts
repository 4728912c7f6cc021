import { describe, expect, it } from 'vitest';
import { toCountLine } from '../../../contracts/reports/summary.ts';
import {
  makeCase,
  makeExchange,
  makeFinding,
  makeResult,
  makeResults,
  summariseResults,
  TARGET,
} from './results.ts';

describe('the counts', () => {
  it('pass what is kept or differs without failing', () => {
    const summary = summariseResults(makeResults());
    expect(toCountLine(summary)).toBe('3 passed, 2 failed, 2 skipped');
    expect(summary.verdicts).toEqual({
      kept: 1,
      broken: 1,
      differs: 1,
      discovery: 1,
      skipped: 2,
      'setup-failed': 1,
    });
  });

  it('fail differences from what is inferred when strict', () => {
    const { passed, failing } = summariseResults(makeResults(), { strict: true });
    expect(passed).toBe(2);
    expect(failing).toEqual(['groups/rename', 'roles/member-renames', 'linking/link']);
  });

  it('fail any difference of a disposable target', () => {
    const { failed, passed } = summariseResults(makeResults(), { target: { ...TARGET, disposable: true } });
    expect({ failed, passed }).toEqual({ failed: 4, passed: 1 });
  });

  it('are 0 for a run without cases', () => {
    expect(toCountLine(summariseResults([]))).toBe('0 passed, 0 failed, 0 skipped');
  });
});

describe('a summary', () => {
  const summary = summariseResults(makeResults());

  it('names what needs a reader', () => {
    expect(summary).toMatchObject({
      failing: ['groups/rename', 'linking/link'],
      differences: ['roles/member-renames'],
      discoveries: ['join-approval/pending'],
      leftovers: ['The group 1@g.us is left behind: 500.'],
      undocumented: [
        { property: 'group.colour', cases: 2 },
        { property: 'weather', cases: 1 },
      ],
      skippedBecause: [
        {
          reason: 'the target lacks a second account: give its token with --second-token',
          cases: ['roles/outsider-reads', 'invites/reset'],
        },
      ],
    });
  });

  it('counts by theme and by provenance', () => {
    const counts = summary.themes.map(({ theme, verdicts, failed }) => [theme, verdicts.kept, failed]);
    expect(counts.slice(0, 2)).toEqual([
      ['groups', 1, 1],
      ['roles', 0, 0],
    ]);
    expect(summary.provenances.documented).toMatchObject({ passed: 1, failed: 2, skipped: 0 });
    expect(summary.provenances.inferred).toMatchObject({ passed: 1, failed: 0, skipped: 2 });
  });

  it('is in the order of the suite, however the cases finished', () => {
    const results = makeResults();
    const cases = results.map((one) => one.case);
    expect(summariseResults(results.toReversed(), { cases })).toEqual(summary);
  });

  it('is plain JSON', () => {
    expect(JSON.parse(JSON.stringify(summary))).toEqual(summary);
  });

  it('hides a password in the URL', () => {
    const target = { ...TARGET, url: 'https://me:secret@wuts.example/api' };
    expect(summariseResults([], { target }).target.url).toBe('https://wuts.example/api');
  });
});

describe('the report on a case', () => {
  const [, rename, , pending] = summariseResults(makeResults()).cases;

  it('has the gravest difference first', () => {
    expect(rename?.findings.map(({ provenance }) => provenance)).toEqual(['documented', 'assumed']);
  });

  it('has one call for each step, the last one where it polls', () => {
    expect(pending?.calls.map(({ step, answer }) => [step, answer])).toEqual([
      [0, '{"success":true,"group":{"name":"Friends"}}'],
      [1, 'now'],
      [2, 'tea'],
    ]);
  });

  it('has no calls when the case is kept', () => {
    expect(summariseResults([makeResult()]).cases[0]?.calls).toEqual([]);
  });

  it('is of bounded size', () => {
    let deep: unknown = 'x'.repeat(1000);
    for (let depth = 0; depth < 20_000; depth++) deep = [deep];
    const long = 'x'.repeat(1_000_000);
    const findings = [long, { long }, deep, ...Array(100).fill(1)].map((actual) => makeFinding({ actual }));
    const exchanges = [makeExchange({ curl: long, answer: long })];
    const result = makeResult({
      case: makeCase(),
      verdict: 'broken',
      findings,
      exchanges,
      undocumented: [long],
    });
    const [report] = summariseResults([{ ...result, reason: long }]).cases;
    expect(report?.moreFindings).toBe(83);
    expect(JSON.stringify(report).length).toBeLessThan(30_000);
  });
});
