import { describe, expect, it } from 'vitest';
import { startOf, toShown } from '../../spec/index.ts';
import { charactersIn } from '../../spec/text.ts';

describe('the start of a text', () => {
  it.each([
    ['a😀b', 1, 'a'],
    ['a😀b', 2, 'a'],
    ['a😀b', 3, 'a😀'],
    ['a😀b', 9, 'a😀b'],
    ['a😀', 3, 'a😀'],
    ['😀😀', 0, ''],
    ['a\ud800b', 9, 'a\ufffdb'],
    ['\udc00a', 1, '\ufffd'],
    ['', 5, ''],
  ])('%j, %i at most', (text, most, start) => {
    expect(startOf(text, most)).toBe(start);
  });
});

describe('a value that is shown in an error', () => {
  it('is cut between characters, which are counted as the limits count them', () => {
    expect(toShown(`a${'😀'.repeat(100)}`)).toBe(`a${'😀'.repeat(49)}… (101 characters)`);
    expect(charactersIn(`a${'😀'.repeat(100)}\ud800`)).toBe(102);
  });

  it('is well-formed wherever a surrogate stands alone', () => {
    expect(toShown(['\ud800', { '\udfff': 'a\ud83d' }])).toEqual(['\ufffd', { '\ufffd': 'a\ufffd' }]);
  });
});
