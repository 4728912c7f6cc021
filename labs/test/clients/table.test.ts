import { describe, expect, it } from 'vitest';
import { GENERATORS } from '../../clients/generators.ts';
import { fillTable, type Outcome } from '../../clients/table.ts';

const PAGE = 'before\n<!-- clients -->\n\n<!-- /clients -->\nafter\n';
const [first, second] = GENERATORS;

/** The page after a run in which these came so far. */
function filled(page: string, ...outcomes: [string | undefined, Outcome][]): string {
  return fillTable(page, GENERATORS, new Map(outcomes.map(([name = '', outcome]) => [name, outcome])));
}

describe('the table of generators', () => {
  it('has a tick for each stage that held, and a row for each generator', () => {
    const lines = filled(PAGE, [first?.name, {}], [second?.name, { failed: 'compiles' }]).split('\n');
    expect(lines).toHaveLength(GENERATORS.length + 2 + 5);
    expect(lines[4]).toMatch(/\| ✓ \| ✓ \| ✓ \|$/);
    expect(lines[5]).toMatch(/\| ✓ \| ✗ \| – \|$/);
  });

  it('says of one that could not be installed nothing that would have come after', () => {
    expect(filled(PAGE, [first?.name, { failed: 'installs' }])).toMatch(/\| – \| – \| – \|/);
  });

  it('keeps the rows of those that did not run', () => {
    const page = filled(PAGE, [first?.name, {}]);
    expect(filled(page, [second?.name, {}]).split('\n')[4]).toBe(page.split('\n')[4]);
  });
});

describe('the generators', () => {
  it('have a name each, with its version', () => {
    const names = GENERATORS.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/ \d+\.\d+\.\d+/);
  });
});
