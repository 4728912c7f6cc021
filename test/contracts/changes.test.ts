import { describe, expect, it } from 'vitest';
import type { Case } from '../../contracts/case.ts';
import { type Changes, createChanges, ForeignNumber } from '../../contracts/changes.ts';
import type { Target } from '../../contracts/target.ts';
import { loadDocument } from '../../spec/index.ts';

const OPERATIONS = new Map(loadDocument().operations.map((operation) => [operation.id, operation]));
const LIVE: Target = { url: 'https://wuts.invalid', tokens: { first: 'x' }, participants: ['5511900000001'] };

const reading: Case = {
  id: 'a/read',
  promise: 'It reads.',
  provenance: 'assumed',
  steps: [{ call: 'listGroups' }],
};
const making: Case = {
  id: 'a/make',
  promise: 'It makes.',
  provenance: 'assumed',
  steps: [{ call: 'createGroup' }],
};

describe('on a host that is not this machine', () => {
  it('reading is free, and changing needs leave', () => {
    const changes = createChanges(LIVE, {}, OPERATIONS, []);
    expect(changes.refusal(reading)).toBeUndefined();
    expect(changes.refusal(making)).toMatch(/needs --allow-changes/);
  });

  it('changes are bounded, and those of tidying up are set aside', () => {
    const changes = allow({ maxChanges: 12 });
    expect([changes.refusal(making), changes.refusal(making)]).toEqual([undefined, undefined]);
    expect(changes.refusal(making)).toBe('it makes up to 5 changes, and only 2 of --max-changes 12 are left');
    expect(changes.refusal(reading)).toBeUndefined();
  });

  it('only numbers that were given are touched, in any spelling, and those of the accounts', () => {
    const changes = allow({}, ['5511999999999']);
    const body = {
      participants: ['5511900000001', '+55 (11) 90000-0001', '5511999999999@s.whatsapp.net', 'nobody'],
    };
    expect(() => changes.mustKnowNumbers(body)).not.toThrow();
    expect(() => changes.mustKnowNumbers({ participants: ['5511900000002'] })).toThrow(ForeignNumber);
    expect(() => changes.mustKnowNumbers(undefined)).not.toThrow();
  });

  it('changes keep their distance', async () => {
    const changes = allow({ pace: 60 });
    const start = performance.now();
    await Promise.all([changes.pace(), changes.pace(), changes.pace()]);
    expect(performance.now() - start).toBeGreaterThan(100);
  });
});

it('on this machine everything goes', () => {
  const changes = createChanges({ ...LIVE, url: 'http://localhost:1' }, { maxChanges: 0 }, OPERATIONS, []);
  expect(changes.refusal(making)).toBeUndefined();
  expect(() => changes.mustKnowNumbers({ participants: ['5511900000002'] })).not.toThrow();
});

function allow(options: { maxChanges?: number; pace?: number }, numbers: string[] = []): Changes {
  return createChanges({ ...LIVE, allowChanges: true }, options, OPERATIONS, numbers);
}
