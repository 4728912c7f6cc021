import { describe, expect, it } from 'vitest';
import type { Case, Step } from '../../../contracts/language/case.ts';
import { shows } from '../../../contracts/language/happenings.ts';
import {
  type Changes,
  countChanges,
  createChanges,
  ForeignNumber,
} from '../../../contracts/target/changes.ts';
import type { Target } from '../../../contracts/target/target.ts';
import { loadDocument } from '../../../spec/index.ts';

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
    const changes = createChanges(LIVE, {}, OPERATIONS);
    expect(changes.refusal(reading)).toBeUndefined();
    expect(changes.refusal(making)).toBe('it changes something, and --allow-changes was not given');
  });

  it('changes are bounded, and those of tidying up are set aside', () => {
    const changes = allow({ maxChanges: 12 });
    expect([changes.refusal(making), changes.refusal(making)]).toEqual([undefined, undefined]);
    expect(changes.refusal(making)).toBe('it makes up to 5 changes, and only 2 of --max-changes 12 are left');
    expect(changes.refusal(reading)).toBeUndefined();
  });

  it('only numbers that were given are touched, in any spelling, and those of the accounts', () => {
    const changes = allow({});
    const accounts = { 'first.phone': '5511999999999' };
    const add = (...participants: string[]) => changes.mustKnowNumbers(adding(participants), accounts);
    expect(() =>
      add('5511900000001', '+55 (11) 90000-0001', '5511999999999@s.whatsapp.net', 'nobody'),
    ).not.toThrow();
    expect(() => add('5511900000002')).toThrow(ForeignNumber);
    expect(() => changes.mustKnowNumbers({ ...adding([]), body: undefined }, accounts)).not.toThrow();
  });

  it.each<[string, Step, number]>([
    ['another method', { call: 'listGroups', alter: { method: 'PUT' } }, 1],
    ['GET with a body', { call: 'listGroups', alter: { text: '{}' } }, 1],
    ['a parameter that names a method', { call: 'listGroups', alter: { suffix: '?_method=DELETE' } }, 1],
    ['what is asked again', { call: 'updateGroup', within: 1000 }, 11],
    ['what finds it otherwise', { call: 'listGroups', otherwise: { call: 'leaveGroup' } }, 1],
    ['a device that is connected again', { call: 'disconnectDevice' }, 2],
    ['a change that is altered into reading', { call: 'leaveGroup', alter: { method: 'get' } }, 0],
    ['another suffix', { call: 'getStatus', alter: { suffix: '/nothing?page=1' } }, 0],
  ])('%s counts as it goes out', (_, step, changes) => {
    expect(countChanges({ ...reading, steps: [step] }, LIVE, OPERATIONS)).toBe(changes);
  });

  it('what its control plane is asked counts, wherever the target itself is', () => {
    const meanwhile = [{ advance: 1 }, shows('/clock', {})];
    const timed: Case = { ...reading, needs: ['clock'], steps: [{ call: 'getStatus', meanwhile }] };
    const here = { ...LIVE, url: 'http://127.0.0.1:1' };
    const control = { url: 'https://control.invalid/__mock' };
    expect(countChanges(timed, { ...here, control }, OPERATIONS)).toBe(3);
    expect(createChanges({ ...here, control }, {}, OPERATIONS).refusal(timed)).toMatch(/--allow-changes/);
    expect(countChanges(timed, { ...LIVE, control: { url: here.url } }, OPERATIONS)).toBe(0);
    expect(countChanges(reading, { ...here, control }, OPERATIONS)).toBe(0);
  });
});

it('on this machine everything goes', () => {
  const changes = createChanges({ ...LIVE, url: 'http://localhost:1' }, { maxChanges: 0 }, OPERATIONS);
  expect(changes.refusal(making)).toBeUndefined();
  expect(() => changes.mustKnowNumbers(adding(['5511900000002']), {})).not.toThrow();
});

function allow(options: { maxChanges?: number }): Changes {
  return createChanges({ ...LIVE, allowChanges: true }, options, OPERATIONS);
}

function adding(participants: string[]) {
  return { method: 'POST', url: LIVE.url, headers: {}, body: JSON.stringify({ participants }) };
}
