import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Case } from '../../../contracts/language/case.ts';
import { type FactName, factsOf, restsOn } from '../../../contracts/language/facts.ts';
import { suite } from '../../../contracts/suite.ts';
import { MOCK_ACCOUNTS, toMockTarget } from '../../../contracts/target/mock-target.ts';
import { startMock } from '../../../mock/index.ts';
import { assumed, PROVENANCES } from '../../../spec/facts/index.ts';
import { collect } from '../reports/results.ts';

const FACTS = '../../../spec/facts/index.ts';

describe('what rests on facts', () => {
  it('is known as the weakest of them', () => {
    const facts = ['status getGroup 403', 'refusal not-a-participant', 'operation getGroup'] as const;
    expect(restsOn(...facts)).toEqual({
      provenance: 'inferred',
      source: 'whatsmeow: errors.go, ErrNotInGroup',
      facts,
    });
    expect(restsOn('operation linkGroup', ...facts)).not.toHaveProperty('source');
  });

  it('has the source of the first where several are as weak', () => {
    expect(restsOn('status getGroup 403', 'operation getGroup').source).toBe('docs: Errors');
    expect(restsOn('operation getGroup', 'status getGroup 403').source).toBe('docs: Get group');
  });

  it('names facts that there are', () => {
    expect(() => restsOn('status getGroup 499')).toThrow(
      'There is no fact "status getGroup 499": spec/facts/',
    );
  });
});

describe('each case that names facts', () => {
  const resting = suite.filter(({ facts }) => facts !== undefined);

  it('is one of many', () => expect(resting.length).toBeGreaterThan(suite.length / 2));

  it('is no more certain than any of them', () => {
    const tooCertain = resting.filter(({ facts = [], provenance }) =>
      facts.some(
        (name) => PROVENANCES.indexOf(restsOn(name as FactName).provenance) > PROVENANCES.indexOf(provenance),
      ),
    );
    expect(tooCertain.map(({ id }) => id)).toEqual([]);
  });
});

describe('what a case rests on', () => {
  const refuses = { call: 'getGroup', path: { jid: '{{group}}' }, expect: { status: 403 } } as const;

  it('is what it names, and then the statuses that it expects, each once', () => {
    const steps = [{ ...refuses, expect: { status: [403, 404] as const } }, refuses];
    expect(factsOf({ facts: ['refusal not-a-participant'], steps })).toEqual([
      'refusal not-a-participant',
      'status getGroup 403',
      'status getGroup 404',
    ]);
  });

  it('is no step that only sets the stage', () => {
    expect(factsOf({ steps: [{ call: 'getStatus' }, refuses] })).toEqual(['status getGroup 403']);
  });

  it('is the operation where the document does not list the status', () => {
    const step = { ...refuses, alter: { method: 'POST' }, expect: { status: 405 } } as const;
    expect(factsOf({ steps: [step] })).toEqual(['operation getGroup']);
  });

  it('is at least one fact for each case of the suite, and a fact that there is', () => {
    const without = suite.filter((one) => factsOf(one).length === 0);
    expect(without.map(({ id }) => id)).toEqual([]);
    for (const name of new Set(suite.flatMap(factsOf))) restsOn(name as FactName);
  });
});

describe('a fact that is lowered in its table', () => {
  const fact: FactName = 'refusal not-a-participant';
  const id = 'auth/outside-read-status';
  let lowered: readonly Case[];

  beforeAll(async () => {
    vi.resetModules();
    vi.doMock(FACTS, async (load) => {
      const facts = await load<typeof import('../../../spec/facts/index.ts')>();
      return { ...facts, TABLE_FACTS: new Map(facts.TABLE_FACTS).set(fact, assumed) };
    });
    lowered = (await import('../../../contracts/suite.ts')).suite;
  });
  afterAll(() => vi.doUnmock(FACTS));

  it('lowers every case that rests on it, and no other', () => {
    const changed = lowered.filter((one, index) => one.provenance !== suite[index]?.provenance);
    const rested = suite.filter(({ facts, provenance }) => facts?.includes(fact) && provenance !== 'assumed');
    expect(changed.map((one) => one.id)).toEqual(rested.map((one) => one.id));
    expect(changed.length).toBeGreaterThan(0);
    expect(changed.every(({ provenance, source }) => provenance === 'assumed' && source === undefined)).toBe(
      true,
    );
  });

  it('changes the verdict on a target that does otherwise', async () => {
    await using mock = await startMock({
      port: 0,
      accounts: MOCK_ACCOUNTS,
      rulings: { 'not-participant': '404' },
    });
    const verdictBy = async (cases: typeof import('../../../contracts/runner/run-contracts.ts')) => {
      const [result] = await collect(cases.runContracts(toMockTarget(mock.url), { only: [id] }));
      return result?.verdict;
    };
    const after = await import('../../../contracts/runner/run-contracts.ts');
    expect(await verdictBy(after)).toBe('discovery');
    vi.doUnmock(FACTS);
    vi.resetModules();
    const before = await import('../../../contracts/runner/run-contracts.ts');
    expect(await verdictBy(before)).toBe('differs');
  });
});
