import { describe, expect, it } from 'vitest';
import type { Case } from '../../../contracts/language/case.ts';
import { suite } from '../../../contracts/suite.ts';
import { catchCases } from './catch-cases.ts';
import { partsOf, spoil } from './fault.ts';

/** Every so manyth case is held here; `npm run contracts:teeth` holds all. */
const SAMPLE = 40;

/** It takes whatever is answered. */
const TOOTHLESS: Case = {
  id: 'groups/toothless',
  promise: 'Reading the status answers something.',
  provenance: 'assumed',
  steps: [{ call: 'getStatus', expect: { status: [200, 201, 400, 401, 403, 404, 422, 503] } }],
};

/** It is not kept by the mock as it is. */
const WRONG: Case = {
  ...TOOTHLESS,
  id: 'groups/wrong',
  steps: [{ call: 'getStatus', expect: { status: 403 } }],
};

describe('a mock from which one thing is taken away', () => {
  it('does not keep the cases of the suite that are about it, and keeps one that expects nothing', {
    timeout: 300_000,
  }, async () => {
    const cases = suite.filter((_, index) => index % SAMPLE === 0);
    const caught = await catchCases([...cases, TOOTHLESS, WRONG]);
    const uncaught = caught
      .filter(({ fault }) => fault === undefined)
      .map(({ one, tries }) => [one.id, tries > 0]);
    expect(uncaught).toEqual([
      ['groups/toothless', true],
      ['groups/wrong', false],
    ]);
  });

  it('is wrong in that part of what it says, and in no other', () => {
    const said = {
      a: 'a1',
      list: [
        { b: true, c: 1 },
        { b: true, c: 2 },
      ],
      none: null,
    };
    const all = [...partsOf(said)].map((one) => [`${one.part} ${one.turn}`, spoil(said, one)]);
    expect(Object.fromEntries(all)).toEqual({
      'a is missing': { ...said, a: undefined },
      'a is another': { ...said, a: 'a2' },
      'a is another the next time': { ...said, a: 'a2' },
      'list is missing': { ...said, list: undefined },
      'list has no entry': { ...said, list: [] },
      'list has an entry twice': { ...said, list: [said.list[0], ...said.list] },
      'list is in another order': { ...said, list: said.list.toReversed() },
      'list[].c is that of another': {
        ...said,
        list: [
          { b: true, c: 2 },
          { b: true, c: 1 },
        ],
      },
      'list[].b is missing': { ...said, list: [{ c: 1 }, { c: 2 }] },
      'list[].b is another': {
        ...said,
        list: [
          { b: false, c: 1 },
          { b: false, c: 2 },
        ],
      },
      'list[].b is another the next time': {
        ...said,
        list: [
          { b: false, c: 1 },
          { b: false, c: 2 },
        ],
      },
      'list[].c is missing': { ...said, list: [{ b: true }, { b: true }] },
      'list[].c is another': {
        ...said,
        list: [
          { b: true, c: 2 },
          { b: true, c: 3 },
        ],
      },
      'list[].c is another the next time': {
        ...said,
        list: [
          { b: true, c: 2 },
          { b: true, c: 3 },
        ],
      },
      'none is missing': { ...said, none: undefined },
    });
    expect(spoil(said, { part: 'd', turn: 'is missing' })).toBe(undefined);
  });
});
