import { DOMParser, type Element } from '@xmldom/xmldom';
import { describe, expect, it } from 'vitest';
import { toJunit } from '../../../contracts/reports/junit.ts';
import type { Summary } from '../../../contracts/reports/summary.ts';
import { makeResults, summariseResults } from './results.ts';

/** The report, read by a parser that throws at anything that is not well-formed. */
function read(summary: Summary): Element {
  const onError = (level: string, message: string) => {
    throw new Error(`${level}: ${message}`);
  };
  const root = new DOMParser({ onError }).parseFromString(toJunit(summary), 'text/xml').documentElement;
  if (root === null) throw new Error('The report is empty.');
  return root;
}

function caseNamed(root: Element, id: string): Element | undefined {
  return [...root.getElementsByTagName('testcase')].find((one) => one.getAttribute('name') === id);
}

describe('the JUnit report', () => {
  const root = read(summariseResults(makeResults()));

  it('has totals that add up', () => {
    const totals = (one: Element) =>
      ['tests', 'failures', 'errors', 'skipped'].map((name) => Number(one.getAttribute(name)));
    const suites = [...root.getElementsByTagName('testsuite')];
    expect(totals(root)).toEqual([7, 1, 1, 2]);
    expect([0, 1, 2, 3].map((at) => suites.reduce((sum, one) => sum + (totals(one)[at] ?? 0), 0))).toEqual(
      totals(root),
    );
    for (const one of suites) {
      expect(one.getElementsByTagName('testcase')).toHaveLength(Number(one.getAttribute('tests')));
    }
  });

  it('has a suite for each theme', () => {
    const names = [...root.getElementsByTagName('testsuite')].map((one) => one.getAttribute('name'));
    expect(names).toEqual(['groups', 'roles', 'join-approval', 'linking', 'invites']);
  });

  it.each([
    ['groups/rename', 'failure', 'A new name is read at once. (documented, docs: Get group)'],
    ['linking/link', 'error', 'createCommunity answers 500 {"success":false}'],
    [
      'roles/outsider-reads',
      'skipped',
      'the target lacks a second account: give its token with --second-token',
    ],
    ['roles/member-renames', 'system-out', null],
    ['join-approval/pending', 'system-out', null],
  ])('says of %s: %s', (id, element, message) => {
    const [said, ...others] = caseNamed(root, id)?.childNodes ?? [];
    expect(others).toEqual([]);
    expect(said?.nodeName).toBe(element);
    expect((said as Element).getAttribute('message')).toBe(message);
  });

  it('says nothing of what is kept', () => {
    expect(caseNamed(root, 'groups/read')?.childNodes).toHaveLength(0);
  });

  it('repeats the request and the difference', () => {
    const said = caseNamed(root, 'groups/rename')?.textContent;
    expect(said).toContain(`'Authorization: Bearer '"$TOKEN"''`);
    expect(said).toContain('actual    "Enemies"');
  });

  it('makes failures of differences when strict', () => {
    const strict = read(summariseResults(makeResults(), { strict: true }));
    expect(caseNamed(strict, 'roles/member-renames')?.getElementsByTagName('failure')).toHaveLength(1);
    expect(strict.getAttribute('failures')).toBe('2');
  });

  it('is well-formed without cases', () => {
    expect(read(summariseResults([])).getAttribute('tests')).toBe('0');
  });
});
