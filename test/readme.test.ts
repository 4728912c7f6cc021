import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { MAGIC_NUMBERS, RULINGS } from '../spec/facts/index.ts';

const read = (name: string) => readFileSync(new URL(`../${name}`, import.meta.url), 'utf8');
const README = read('README.md');

describe('the README says what is so', () => {
  it('lists every magic number with its row code', () => {
    const listed = [...README.matchAll(/^\| `(55\d+)` \| (\d+) \|/gm)].map(([, phone, code]) => [
      phone,
      Number(code),
    ]);
    expect(Object.fromEntries(listed)).toEqual(MAGIC_NUMBERS);
  });

  it('lists every ruling with its choices, the default first', () => {
    const listed = [...README.matchAll(/^\| `([a-z0-9-]+)` \| (.*) \|$/gm)].map(([, name, choices]) => [
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

describe('the README in Portuguese is in step with the one in English', () => {
  /** What a translation keeps: the headings by their depth, the blocks, and where links lead. */
  const skeletonOf = (text: string) =>
    Array.from(
      text.matchAll(/^(#+) |^```[\s\S]*?^```$|\]\((?!#|README)([^)]*)\)/gm),
      ([whole, depth, target]) => depth ?? target ?? whole,
    );
  /** The cells of tables that are no prose: names and numbers. */
  const namesOf = (text: string) =>
    Array.from(text.matchAll(/^\|.*\|$/gm), ([row]) => row.match(/`[^`]+`|\d+/g) ?? []);
  /** The options and variables that the prose speaks of. */
  const wordsOf = (text: string) =>
    [...new Set(text.replaceAll(/^```[\s\S]*?^```$/gm, '').match(/`[^`\n]+`/g))].sort();

  it.each([
    ['headings, blocks and links', skeletonOf],
    ['names and numbers of the tables', namesOf],
    ['options and other words of code', wordsOf],
  ])('in its %s', (_, of) => {
    expect(of(read('README.pt-BR.md'))).toEqual(of(README));
    expect(of(README).length).toBeGreaterThan(20);
  });
});
