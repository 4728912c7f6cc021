import { describe, expect, it } from 'vitest';
import { compare, MATCHER_NAMES } from '../../../contracts/language/patterns.ts';

/** For each matcher a pattern, what fits it, and what does not. */
const MEANINGS: Record<string, { pattern: unknown; fits: unknown[]; not: unknown[] }> = {
  $type: { pattern: { $type: 'array' }, fits: [[]], not: [{}, null, undefined, 'array'] },
  $matches: { pattern: { $matches: '^a+$' }, fits: ['aa'], not: ['ab', 1, undefined] },
  $length: { pattern: { $length: 2 }, fits: ['ab', [1, 2]], not: ['a', [1], 2, { length: 2 }] },
  $contains: { pattern: { $contains: { a: 1 } }, fits: [[{ a: 1, b: 2 }]], not: [[], [{ a: 2 }], { a: 1 }] },
  $lacks: { pattern: { $lacks: { a: 1 } }, fits: [[], [{ a: 2 }]], not: [[{ a: 1, b: 2 }], undefined] },
  $each: { pattern: { $each: { a: 1 } }, fits: [[], [{ a: 1 }]], not: [[{ a: 1 }, { a: 2 }], 'a'] },
  $all: { pattern: { $all: [{ a: 1 }, { b: 2 }] }, fits: [{ a: 1, b: 2 }], not: [{ a: 1 }] },
  $oneOf: { pattern: { $oneOf: [1, 2] }, fits: [1, 2], not: [3, undefined] },
  $not: { pattern: { $not: 1 }, fits: [2, undefined], not: [1] },
  $absent: { pattern: { a: { $absent: true } }, fits: [{}, { b: 1 }], not: [{ a: null }, { a: 1 }] },
  $hoursAfter: {
    pattern: { $hoursAfter: ['2026-06-15T12:00:00Z', 72] },
    fits: ['2026-06-18T12:00:00Z', '2026-06-18T12:00:59Z', '2026-06-18T14:00:30+02:00'],
    not: ['2026-06-15T12:00:00Z', '2026-06-18T12:02:00Z', '2026-06-12T12:00:00Z', 'soon', undefined],
  },
  $integer: { pattern: { $integer: true }, fits: [0, 7], not: [1.5, '7', null, undefined] },
  $atLeast: { pattern: { $atLeast: 2 }, fits: [2, 3], not: [1, '3', undefined] },
};

describe.each(MATCHER_NAMES)('the matcher %s', (name) => {
  const { pattern, fits, not } = MEANINGS[name] ?? { pattern: undefined, fits: [], not: [] };

  it('finds no difference where a value fits', () => {
    expect(fits.length).toBeGreaterThan(0);
    for (const value of fits) expect(compare(pattern, value)).toEqual([]);
  });

  it('finds one where it does not', () => {
    expect(not.length).toBeGreaterThan(0);
    for (const value of not) expect(compare(pattern, value), String(value)).not.toEqual([]);
  });
});

it('the path of a difference leads to it', () => {
  const pattern = { group: { participants: { $each: { is_admin: false } } } };
  const actual = { group: { participants: [{ is_admin: false }, { is_admin: true }] } };
  expect(compare(pattern, actual)).toEqual([
    { path: 'group.participants[1].is_admin', expected: false, actual: true },
  ]);
});
