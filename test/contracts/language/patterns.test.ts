import { describe, expect, it } from 'vitest';
import { compare, MATCHER_NAMES } from '../../../contracts/language/patterns.ts';

/** For each matcher a pattern, what fits it, and what does not. */
const MEANINGS: Record<string, { pattern: unknown; fits: unknown[]; not: unknown[] }> = {
  $type: { pattern: { $type: 'array' }, fits: [[]], not: [{}, null, undefined, 'array'] },
  $matches: { pattern: { $matches: '^a+$' }, fits: ['aa'], not: ['ab', 1, undefined] },
  $length: { pattern: { $length: 2 }, fits: ['ab', [1, 2]], not: ['a', [1], 2, { length: 2 }] },
  $contains: { pattern: { $contains: { a: 1 } }, fits: [[{ a: 1, b: 2 }]], not: [[], [{ a: 2 }], { a: 1 }] },
  $lacks: { pattern: { $lacks: { a: 1 } }, fits: [[], [{ a: 2 }]], not: [[{ a: 1, b: 2 }], undefined] },
  $keeps: {
    pattern: { $keeps: [{ jid: 'a', n: 1 }, { jid: 'b' }] },
    fits: [[{ jid: 'b' }, { jid: 'c' }, { jid: 'a', n: 2 }]],
    not: [[], [{ jid: 'a' }, null], { jid: 'a' }, 'a', undefined],
  },
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
  $atMost: { pattern: { $atMost: 2 }, fits: [2, 1], not: [3, '1', undefined] },
  $inOrder: {
    pattern: { $inOrder: [1, { a: 1 }] },
    fits: [[1, { a: 1, b: 2 }]],
    not: [[{ a: 1 }, 1], [1], 1],
  },
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

describe('a list', () => {
  it.each([
    ['in another order', [{ a: 1 }, { a: 2 }], [{ a: 2 }, { a: 1 }], []],
    ['with a loose entry before a strict one', [{ a: 1 }, { a: 1, b: 2 }], [{ a: 1, b: 2 }, { a: 1 }], []],
    ['with an entry that is another', [{ a: 1 }, { a: 2 }], [{ a: 3 }, { a: 1 }], ['[0].a']],
    ['with one too many', [1], [1, 1], ['']],
    ['with one twice', [1, 2], [1, 1], ['[1]']],
    ['of another order within', { l: [[1, 2], [3]] }, { l: [[3], [2, 1]] }, []],
  ])('%s', (_, pattern, actual, places) => {
    expect(compare(pattern, actual).map(({ path }) => path)).toEqual(places);
  });
});

describe('somebody who is called by a JID', () => {
  const jid = '5511999999999@s.whatsapp.net';
  const lid = '204761193845120@lid';

  it.each([
    ['is answered by their LID with the number beside it', { jid: lid, phone_number: jid }, true],
    ['is answered with the number of a device in the JID', { jid: '5511999999999:18@s.whatsapp.net' }, true],
    ['is not another LID without a number', { jid: lid, phone_number: '' }, false],
    [
      'is not another JID with their number beside it',
      { jid: '5511@s.whatsapp.net', phone_number: jid },
      false,
    ],
  ])('%s', (_, answered, isIt) => {
    expect(compare({ jid }, answered).length === 0).toBe(isIt);
    expect(compare([{ jid }], [answered]).length === 0).toBe(isIt);
    expect(compare({ $lacks: { jid } }, [answered]).length > 0).toBe(isIt);
  });

  it('by a LID, is answered by their JID with the LID beside it', () => {
    expect(compare({ jid: lid }, { jid, lid })).toEqual([]);
    expect(compare({ jid: lid }, { jid, lid: '1@lid' })).not.toEqual([]);
  });

  it('is no group', () => {
    const group = '120363039000000000@g.us';
    expect(compare({ jid: group }, { jid: lid, phone_number: group, lid: group })).not.toEqual([]);
  });
});

describe('the owner of a group', () => {
  const owner = '5511999999999@s.whatsapp.net';
  const lid = '204761193845120@lid';
  const other = { jid: '5511888888888@s.whatsapp.net', lid: '1@lid' };

  it.each([
    [
      'is called by the LID that their participant has',
      { owner: lid, participants: [{ jid: owner, lid }] },
      true,
    ],
    ['is a participant by LID', { owner: lid, participants: [{ jid: lid, phone_number: owner }] }, true],
    ['is called by a LID where no participants are told', { owner: lid }, true],
    [
      'is not called by the LID of another',
      { owner: '1@lid', participants: [{ jid: owner, lid }, other] },
      false,
    ],
    ['is not another number', { owner: other.jid, participants: [{ jid: owner, lid }] }, false],
  ])('%s', (_, group, isIt) => {
    expect(compare({ owner }, group).length === 0).toBe(isIt);
  });
});

it.each(['jid', 'owner'])('%s that refuses to become a text is another one', (name) => {
  const refuses = { toString: 1, valueOf: 1 };
  const pattern = { [name]: '5511999999999@s.whatsapp.net' };
  expect(compare(pattern, { [name]: refuses })).toMatchObject([{ path: name, actual: refuses }]);
});

it('a time that refuses to become a text is another one', () => {
  const pattern = { $hoursAfter: ['2026-01-01T00:00:00Z', 1] };
  expect(compare(pattern, { toString: 1, valueOf: 1 })).toHaveLength(1);
});

it('a property that is called as what every object has is a property', () => {
  expect(compare({ constructor: 'group', toString: 1 }, { constructor: 'group', toString: 1 })).toEqual([]);
  expect(compare({ constructor: 'group' }, {}).map(({ path }) => path)).toEqual(['constructor']);
});
