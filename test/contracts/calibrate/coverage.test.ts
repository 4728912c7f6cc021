import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { coverQuestions, whyNone } from '../../../contracts/calibrate/coverage.ts';
import { settledBy } from '../../../contracts/calibrate/question.ts';
import { QUESTIONS } from '../../../contracts/calibrate/questions/index.ts';
import { TABLE_FACTS } from '../../../spec/facts/index.ts';
import { documentFacts, loadDocument } from '../../../spec/index.ts';

const facts = new Set<string>([...TABLE_FACTS.keys(), ...documentFacts(loadDocument()).keys()]);

it('every assumed fact has a question, or a reason why none can be asked', () => {
  expect(coverQuestions().neither).toEqual([]);
});

it('of the assumed facts at least nine in ten have a question', () => {
  const { asked, unaskable, neither } = coverQuestions();
  expect(asked.size / (asked.size + unaskable.size + neither.length)).toBeGreaterThanOrEqual(0.9);
});

it('a question settles facts that there are, and none of which it is said that nobody can ask', () => {
  const settled = QUESTIONS.flatMap(settledBy);
  expect(settled.filter((fact) => !facts.has(fact))).toEqual([]);
  expect(settled.filter((fact) => whyNone(fact) !== undefined)).toEqual([]);
});

it('each question has an id of its own and asks something', () => {
  const ids = QUESTIONS.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(QUESTIONS.filter(({ asks }) => !asks.endsWith('?'))).toEqual([]);
});

it.each(['README.md', 'README.pt-BR.md', 'docs/calibration.md'])(
  '%s tells how many facts have a question',
  (page) => {
    const { asked, unaskable } = coverQuestions();
    const text = readFileSync(new URL(`../../../${page}`, import.meta.url), 'utf8');
    for (const count of [asked.size + unaskable.size, asked.size])
      expect(text).toMatch(new RegExp(`\\b${count}\\b`));
  },
);
