import { describe, expect, it } from 'vitest';
import { createScrub } from '../../../contracts/target/scrub.ts';

const scrub = createScrub({
  url: 'https://wuts.example',
  tokens: { first: 'Tok/en+="one two"', second: 'Another-Token' },
  moreTokens: [{ first: 'Token-of-another-set', second: 'Tok-tok-tok-tik' }],
});

describe('a scrub', () => {
  it.each([
    ['the token', 'a Tok/en+="one two" b', 'a $TOKEN b'],
    ['another account', 'a Another-Token b', 'a $SECOND_TOKEN b'],
    ['lower case', 'a tok/en+="one two" b', 'a $TOKEN b'],
    ['upper case', 'a TOK/EN+="ONE TWO" b', 'a $TOKEN b'],
    ['a URL', 'a Tok%2Fen%2B%3D%22one%20two%22 b', 'a $TOKEN b'],
    ['JSON', String.raw`a "Tok/en+=\"one two\"" b`, 'a "$TOKEN" b'],
    ['a cut', 'a Tok/en+="one', 'a $TOKEN'],
    ['a cut with dots', 'a Another-Tok…', 'a $SECOND_TOKEN…'],
    ['another set of accounts', 'a Token-of-another-set b', 'a $TOKEN b'],
    ['another account of another set', 'a tok-tok-tok-tik b', 'a $SECOND_TOKEN b'],
    ['a cut that begins like a token twice', 'a Tok-tok-Tok-tok-tok-t…', 'a $SECOND_TOKEN…'],
    ['a few letters only', 'a Tok/', 'a Tok/'],
    ['nothing', '', ''],
  ])('takes tokens out of %s', (_, raw, clean) => expect(scrub.text(raw)).toBe(clean));

  it('keeps JSON what it is', () => {
    const raw = { a: [1, null, true, 'Another-Token'], 'Tok/en+="one two"': undefined };
    expect(scrub.value(raw)).toEqual({ a: [1, null, true, '$SECOND_TOKEN'] });
    expect(scrub.value(0)).toBe(0);
    expect(scrub.value(undefined)).toBeUndefined();
  });

  it('keeps a property __proto__ as one', () => {
    expect(JSON.stringify(scrub.value(JSON.parse('{"__proto__":1}')))).toBe('{"__proto__":1}');
  });

  it('makes texts of what is long or deep', () => {
    let deep: unknown = [];
    for (let depth = 0; depth < 1_000_000; depth++) deep = [deep];
    expect(scrub.value({ long: 'x'.repeat(5000) })).toMatch(/… \(50\d\d characters\)$/);
    expect(scrub.value(deep)).toBe('a value that cannot be shown: it is nested too deeply');
  });
});
