import { expect, it } from 'vitest';
import { parseJson } from '../../../contracts/target/json.ts';

it.each([
  ['{"a":[1,null,"b"]}', { a: [1, null, 'b'] }],
  ['0', 0],
  [JSON.stringify({ '"[': `\\"${'['.repeat(100)}\\` }), { '"[': `\\"${'['.repeat(100)}\\` }],
  [`[${'[],'.repeat(100)}[]]`, Array.from({ length: 101 }, () => [])],
  ['', undefined],
  ['<h1>', undefined],
])('%s is %o', (text, value) => expect(parseJson(text)).toEqual(value));

it.each([
  [64, true],
  [65, false],
  [1_000_000, false],
])('what is nested %i levels deep is a value: %s', (depth, isValue) => {
  for (const [open, close] of [
    ['[', ']'],
    ['{"a":', '}'],
  ] as const) {
    const inner = open === '[' ? '' : '0';
    expect(parseJson(open.repeat(depth) + inner + close.repeat(depth)) !== undefined).toBe(isValue);
  }
});
