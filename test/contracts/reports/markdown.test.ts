import { describe, expect, it } from 'vitest';
import { toMarkdown } from '../../../contracts/reports/markdown.ts';
import { makeFinding, makeResult, makeResults, summariseResults } from './results.ts';

describe('the Markdown report', () => {
  const page = toMarkdown(summariseResults(makeResults()));

  it('begins with the outcome', () => {
    expect(page).toMatch(/^## The WUTS contract is not kept: 3 passed, 2 failed, 2 skipped\n/);
    expect(toMarkdown(summariseResults([makeResult()]))).toMatch(/^## The WUTS contract is kept/);
    expect(toMarkdown(summariseResults([]))).toMatch(/^## The WUTS contract was not tried/);
  });

  it('tells the causes before the themes', () => {
    expect(page).toContain(
      '| GroupWithParticipants.name | broken: 1 case | <code>&#34;Friends&#34;</code> | <code>&#34;Enemies&#34;</code> |'.replaceAll(
        '&#34;',
        '"',
      ),
    );
    expect(page.indexOf('| what | cases |')).toBeLessThan(page.indexOf('| theme |'));
  });

  it('has a row for each theme and one for all', () => {
    expect(page).toContain('| groups | 1/2 | 1 | 0 | 0 | 0 | 0 |\n');
    expect(page).toContain('| all | 1/7 | 1 | 1 | 1 | 1 | 2 |\n');
  });

  it('folds what is not kept, what fails first', () => {
    const ids = [...page.matchAll(/<summary><b>(.*?)<\/b> <code>(.*?)<\/code>/g)].map(([, , id]) => id);
    expect(ids).toEqual(['groups/rename', 'linking/link', 'roles/member-renames', 'join-approval/pending']);
  });

  it('keeps its HTML together, so that nothing in it is read as Markdown', () => {
    const actual = '\n\n# Owned\n \t\n- [x](javascript:alert(1))\n\n\n';
    const result = makeResult({ verdict: 'broken', findings: [makeFinding({ path: '', actual })] });
    for (const text of [page, toMarkdown(summariseResults([result]))]) {
      const blocks = [...text.matchAll(/<details>.*?<\/details>/gs)].map(([block]) => block);
      expect(blocks.length).toBeGreaterThan(1);
      for (const block of blocks) expect(block).not.toMatch(/\n[ \t]*\n/);
    }
  });

  it('stays below what CI systems accept', () => {
    const findings = [makeFinding({ path: '', actual: '<'.repeat(100_000) })];
    const many = Array.from({ length: 1000 }, () => makeResult({ verdict: 'broken', findings }));
    const long = toMarkdown(summariseResults(many));
    expect(long.length).toBeLessThan(1024 * 1024);
    expect(long).toContain('…and 950 more cases, in the other reports.');
  });
});
