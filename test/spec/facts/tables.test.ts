import { describe, expect, it } from 'vitest';
import { LIMITS, REFUSALS, ROLE_TABLE, ROW_CODES, RULINGS } from '../../../spec/facts/index.ts';
import { loadDocument } from '../../../spec/index.ts';

const document = loadDocument();

const SOURCES = Object.keys(document.raw['x-sources' as keyof typeof document.raw] ?? {});

const TABLES = { ROLE_TABLE, REFUSALS, ROW_CODES, RULINGS, LIMITS };

describe.each(Object.entries(TABLES))('each entry of %s', (_, table) => {
  it('says how it is known, and from where unless it is assumed', () => {
    for (const { provenance, source } of Object.values(table)) {
      if (provenance === 'assumed') expect(source).toBeUndefined();
      else expect(SOURCES).toContain(/^(.+?): \S/.exec(source ?? '')?.[1]);
    }
  });
});

describe('the document says the same as the facts', () => {
  it.each([
    ['the longest name', 'Name/maxLength', LIMITS['name-length'].most],
    ['the longest topic', 'Topic/maxLength', LIMITS['topic-length'].most],
    [
      'the most participants at creation',
      'CreateGroup/properties/participants/maxItems',
      LIMITS['group-members'].most - 1,
    ],
  ])('of %s', (_, place, value) => {
    expect(document.resolve(`#/components/schemas/${place}`)).toEqual(value);
  });

  it('explains every code of a row', () => {
    const { description } = document.resolve('#/components/schemas/Participant/properties/error') as {
      description: string;
    };
    for (const code of Object.keys(ROW_CODES)) expect(description).toContain(`${code} `);
  });
});
