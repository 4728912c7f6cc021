import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { MAGIC_NUMBERS, RULINGS } from '../spec/facts/index.ts';

const README = readFileSync(new URL('../README.md', import.meta.url), 'utf8');

describe('the README says what is so', () => {
  it('lists every magic number with its row code', () => {
    const listed = [...README.matchAll(/^\| `(55\d+)` \| (\d+) \|/gm)].map(([, phone, code]) => [
      phone,
      Number(code),
    ]);
    expect(Object.fromEntries(listed)).toEqual(MAGIC_NUMBERS);
  });

  it('lists every ruling with its choices, the default first', () => {
    const listed = [...README.matchAll(/^\| `([a-z-]+)` \| (.*) \|$/gm)].map(([, name, choices]) => [
      name,
      choices,
    ]);
    const expected = Object.entries(RULINGS).map(([name, { choices }]) => [
      name,
      'byDefault' in choices
        ? `a number, ${choices.byDefault}`
        : choices.map((one) => `\`${one}\``).join(', '),
    ]);
    expect(listed.filter(([name]) => Object.hasOwn(RULINGS, String(name)))).toEqual(expected);
  });
});
