import { describe, expect, it } from 'vitest';
import type { CaseResult } from '../../../contracts/index.ts';
import type { Case, Refusal } from '../../../contracts/language/case.ts';
import { measureCoverage } from '../../../contracts/reports/coverage.ts';
import { loadDocument } from '../../../spec/index.ts';
import { makeCase, makeExchange, makeFinding, makeResult } from './results.ts';

const document = loadDocument();

function statusOf(results: readonly CaseResult[], operation: string, status: number, more: Case[] = []) {
  const cases = [...results.map((one) => one.case), ...more];
  const { operations } = measureCoverage(results, document, cases);
  return operations.find(({ id }) => id === operation)?.statuses.find((one) => one.status === status);
}

function expecting(status: Refusal['status'], id = 'groups/refused') {
  return makeCase({ id, steps: [{ call: 'getGroup', expect: { status } }] });
}

describe('an answer of an operation', () => {
  it('is exercised by an ordinary call', () => {
    expect(statusOf([makeResult()], 'getGroup', 200)).toEqual({
      status: 200,
      exercised: true,
      kept: 1,
      disappointed: [],
      gaps: [],
    });
  });

  it('is not exercised by a call that is none of the operation', () => {
    const exchanges = [makeExchange({ status: 404, covers: false })];
    expect(statusOf([makeResult({ exchanges })], 'getGroup', 404)?.exercised).toBe(false);
  });

  it('is not promised by a call that is none of the operation', () => {
    const steps = [{ call: 'getGroup', alter: { suffix: '/x' }, expect: { status: 404 } }] as const;
    expect(statusOf([makeResult({ case: makeCase({ steps }) })], 'getGroup', 404)?.gaps).toEqual([
      { reason: 'no case promises it', cases: [] },
    ]);
  });

  it.each<[string, Partial<CaseResult>, string]>([
    ['skipped', { verdict: 'skipped', reason: 'no second account' }, 'no second account'],
    ['without a stage', { verdict: 'setup-failed' }, 'the stage could not be set'],
    ['disappointed', { verdict: 'broken' }, 'the target answers otherwise'],
  ])('is not exercised when its case is %s', (_, given, reason) => {
    const result = makeResult({ case: expecting(403), exchanges: [], ...given });
    expect(statusOf([result], 'getGroup', 403)?.gaps).toEqual([{ reason, cases: ['groups/refused'] }]);
  });

  it('is not exercised when its promise was kept by another answer', () => {
    const result = makeResult({ case: expecting([404, 403]), exchanges: [makeExchange({ status: 404 })] });
    expect(statusOf([result], 'getGroup', 403)?.gaps).toEqual([
      { reason: 'the promise allows another answer, which was seen', cases: ['groups/refused'] },
    ]);
  });

  it('is not exercised when its case was not run', () => {
    expect(statusOf([], 'getGroup', 403, [expecting(403, 'a/a'), expecting(403, 'a/b')])?.gaps).toEqual([
      { reason: 'its case was not part of this run', cases: ['a/a', 'a/b'] },
    ]);
  });

  it('names the cases that were disappointed of it, and not those that were so elsewhere', () => {
    const steps = [
      { call: 'createGroup', expect: { status: 201 } },
      { call: 'getGroup', expect: { status: 200 } },
    ] as const;
    const result = makeResult({ case: makeCase({ steps }), verdict: 'broken', findings: [makeFinding()] });
    expect(statusOf([result], 'getGroup', 200)?.disappointed).toEqual(['groups/read']);
    expect(statusOf([result], 'createGroup', 201)?.disappointed).toEqual([]);
  });
});

describe('coverage', () => {
  it('has every documented answer, and what the document does not know', () => {
    const exchanges = [makeExchange({ status: 418 }), makeExchange({ status: undefined })];
    const coverage = measureCoverage([makeResult({ exchanges })], document, []);
    const answers = document.operations.flatMap(({ replies }) => [...replies.keys()]);
    expect(coverage).toMatchObject({ exercised: 0, documented: answers.length });
    expect(coverage.operations.find(({ id }) => id === 'getGroup')?.undocumented).toEqual([418]);
  });

  it('has the lines of the role table and the sources', () => {
    const kept = makeCase({ id: 'roles/a', source: 'docs: A' });
    const other = makeCase({ id: 'roles/b', source: 'docs: A' });
    const differs = makeCase({ id: 'groups/c', source: 'docs: C' });
    const results = [
      makeResult({ case: kept }),
      makeResult({ case: differs, verdict: 'differs', findings: [makeFinding()] }),
    ];
    const { roles, sources } = measureCoverage(results, document, [kept, other, differs]);
    const reason = 'its case was not part of this run';
    expect(roles.map(({ promise: _, ...row }) => row)).toEqual([
      { id: 'roles/a', verdict: 'kept' },
      { id: 'roles/b', verdict: 'not run', reason },
    ]);
    expect(sources).toEqual([
      { source: 'docs: A', kept: 1, disappointed: 0, untried: 1, gaps: [{ reason, cases: ['roles/b'] }] },
      { source: 'docs: C', kept: 0, disappointed: 1, untried: 0, gaps: [] },
    ]);
  });

  it('says what a skipped line of the role table lacks', () => {
    const reason = 'the target lacks a second account: give its token with --second-token';
    const skipped = makeResult({
      case: makeCase({ id: 'roles/a', source: 'docs: A' }),
      verdict: 'skipped',
      reason,
    });
    const { roles, sources } = measureCoverage([skipped], document, [skipped.case]);
    expect(roles[0]).toMatchObject({ verdict: 'skipped', reason });
    expect(sources[0]).toMatchObject({ untried: 1, gaps: [{ reason, cases: ['roles/a'] }] });
  });
});
