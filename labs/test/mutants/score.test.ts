import { describe, expect, it } from 'vitest';
import { readRows, readSurvivors, toPage } from '../../mutants/page.ts';
import { type MutationReport, scoreOf, sum, toRows, toSurvivors } from '../../mutants/score.ts';

const SOURCE = `/** Rooms of a house. */
export function roomOf(group: Group): Room {
  if (group.kind === 'group') throw new Problem(404, 'no-webhook', 'None.');
  return group.room;
}
`;

/** Stryker's report on two files. */
const REPORT: MutationReport = {
  files: {
    'mock/operations/supporting.ts': {
      source: SOURCE,
      mutants: [
        mutant('Killed', 3, "group.kind === 'group'", 'false'),
        mutant('Timeout', 3, "group.kind === 'group'", 'true'),
        mutant('Survived', 3, "'no-webhook'", '""'),
        mutant('Survived', 4, 'group.room', 'undefined'),
        mutant('NoCoverage', 4, 'group.room', 'null'),
        mutant('Ignored', 4, 'group.room', '[]'),
      ],
    },
    'mock/wire/room.ts': { source: SOURCE, mutants: [mutant('RuntimeError', 4, 'group.room', '{}')] },
  },
};

describe('the score', () => {
  it('counts the mutants that are reached, by file', () => {
    expect(toRows(REPORT)).toEqual([
      { file: 'mock/operations/supporting.ts', mutants: 5, reached: 4, killed: 2 },
      { file: 'mock/wire/room.ts', mutants: 1, reached: 1, killed: 1 },
    ]);
  });

  it('is how many of them are killed, in percent', () => {
    const rows = toRows(REPORT);
    expect(sum(rows)).toEqual({ file: 'all', mutants: 6, reached: 5, killed: 3 });
    expect(scoreOf(rows)).toBe(60);
    expect(scoreOf([])).toBe(100);
  });

  it('has a reason for a survivor that nobody outside could notice, and none for another', () => {
    expect(toSurvivors(REPORT)).toEqual([
      expect.objectContaining({
        change: `'no-webhook' → ""`,
        because: 'Which rule refuses only the header X-Mock-Rule tells, and it is no promise of WUTS',
      }),
      {
        file: 'mock/operations/supporting.ts',
        line: 'return group.room;',
        change: 'group.room → undefined',
        because: undefined,
      },
    ]);
  });
});

describe('the page', () => {
  const page = toPage(toRows(REPORT), toSurvivors(REPORT), 'Made today.');

  it('says how many are killed, of all that are reached and of those that can be noticed', () => {
    expect(page).toContain('**60.0 %** of the 5 mutants that are reached are killed. Of the others, 1 are');
    expect(page).toContain('and 1 have none: of those that can be noticed **75.0 %** are killed.');
  });

  it('is a table with a total, and the survivors by reason', () => {
    expect(page).toContain(
      [
        '| file                          | mutants | reached | killed | survived |   score |',
        '| ----------------------------- | ------: | ------: | -----: | -------: | ------: |',
        '| mock/operations/supporting.ts |       5 |       4 |      2 |        2 |  50.0 % |',
        '| mock/wire/room.ts             |       1 |       1 |      1 |        0 | 100.0 % |',
        '| all                           |       6 |       5 |      3 |        2 |  60.0 % |',
      ].join('\n'),
    );
    expect(page).toContain(
      '### Without a reason\n\n- `mock/operations/supporting.ts`: `group.room → undefined`',
    );
  });

  it('is read again when only some files are mutated anew', () => {
    expect(readRows(page)).toEqual(toRows(REPORT));
    expect(readSurvivors(page)).toEqual(toSurvivors(REPORT).map((one) => ({ ...one, line: '' })));
  });
});

function mutant(status: string, line: number, original: string, replacement: string) {
  const column = (SOURCE.split('\n')[line - 1]?.indexOf(original) ?? 0) + 1;
  const location = { start: { line, column }, end: { line, column: column + original.length } };
  return { mutatorName: 'Any', status, replacement, location };
}
