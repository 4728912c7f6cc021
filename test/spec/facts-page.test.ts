import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { BEHAVIOURS, REFUSALS } from '../../spec/facts/index.ts';
import { fillPage } from '../../spec/facts-page.ts';

const PAGE = readFileSync(new URL('../../docs/whatsapp-rules.md', import.meta.url), 'utf8');

it('the page of rules shows each fact with how it is known', () => {
  for (const { says, provenance, source } of [...Object.values(REFUSALS), ...Object.values(BEHAVIOURS)]) {
    expect(PAGE).toContain(
      `| ${says} | ${source === undefined ? provenance : `${provenance}, \`${source}\``} |`,
    );
  }
});

it('the tables of a page are written anew, and the rest of it stays', () => {
  const old = PAGE.replace(/(<!-- limits -->\n).*(<!-- \/limits -->)/s, '$1old\n$2');
  expect(old).not.toBe(PAGE);
  expect(fillPage(old)).toBe(PAGE);
});

it('a page without a place for a table is told', () => {
  expect(() => fillPage('# Rules')).toThrow('The page has no place for the table "roles": <!-- roles -->');
});
