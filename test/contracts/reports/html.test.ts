import { describe, expect, it } from 'vitest';
import { toHtml } from '../../../contracts/reports/html.ts';
import { makeResult, makeResults, summariseResults } from './results.ts';

describe('the HTML report', () => {
  const page = toHtml(summariseResults(makeResults()));

  it('needs nothing from elsewhere and runs nothing', () => {
    expect(page).not.toMatch(
      /<(script|link|img|iframe|object|base|form)|@import|url\(|\s(src|on\w+)=|\shref="(?!#)/i,
    );
    expect(page).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`);
  });

  it('begins with the outcome', () => {
    expect(page).toContain('<h1>The contract is not kept: 2 cases fail</h1>');
    expect(page).toContain('<p>3 passed, 2 failed, 2 skipped</p>');
    expect(toHtml(summariseResults([makeResult()]))).toContain('<h1>The contract is kept</h1>');
    expect(toHtml(summariseResults([]))).toContain('<h1>Nothing was tried</h1>');
  });

  it('names the first causes before anything else, with links to all of them', () => {
    const head = page.slice(page.indexOf('<h1>'), page.indexOf('</header>'));
    expect(head).toContain(
      '<a href="#cause-1"><strong>GroupWithParticipants.name</strong></a>, broken: 1 case: expected <code>&quot;Friends&quot;</code>, seen <code>&quot;Enemies&quot;</code>',
    );
    expect(head).toContain('<a href="#causes">and 2 more causes</a>');
  });

  it('leads by its links to what is there', () => {
    const targets = [...page.matchAll(/href="#([^"]+)"/g)].map(([, target]) => target);
    expect(targets).toEqual(expect.arrayContaining(['causes', 'coverage', 'groups/rename']));
    for (const target of targets) expect(page.split(`id="${target}"`), target).toHaveLength(2);
  });

  it('shows causes, then coverage, then what is broken before what differs', () => {
    const titles = [...page.matchAll(/<h2 id="[\w-]+">(.*?)<\/h2>/g)].map(([, title]) => title);
    expect(titles).toEqual([
      '5 causes of what 4 cases show',
      'Conformance by theme',
      expect.stringMatching(/^Coverage: 4 of \d+ documented answers$/),
      'Who may do what: 0 of 2 lines kept',
      'By source',
      'Skipped, and why',
      'Properties that the document does not know',
      'Broken: 1',
      'Setup failed: 1',
      'Differences: 1',
      'Discoveries: 1',
    ]);
  });

  it('shows promise, origin, request, and expected beside actual', () => {
    expect(page).toContain('A new name is read at once.');
    expect(page).toContain('documented, docs: Get group; fails the run');
    expect(page).toContain('Authorization: Bearer &#39;&quot;$TOKEN&quot;');
    expect(page).toContain('<h3>Expected</h3><pre>&quot;Friends&quot;</pre>');
    expect(page).toContain('<h3>Actual</h3><pre>&quot;Enemies&quot;</pre>');
    expect(page).toContain('<code>$.group.name</code>');
  });

  it('marks what a promise about an answer came to', () => {
    expect(page).toContain('title="not kept: groups/rename">✗</span>');
    expect(page).toContain('title="seen, but no case that was kept promises it">•</span>');
    expect(page).toContain('title="the target lacks a second account: give its token with --second-token">–');
    expect(toHtml(summariseResults([makeResult()]))).toContain('title="kept by 1 case">✓</span>');
  });

  it('opens the cases of a short list only', () => {
    const many = Array.from({ length: 6 }, () => makeResults()[1]).filter((one) => one !== undefined);
    expect(page).toMatch(/class="card case [^"]*" open>/);
    expect(toHtml(summariseResults(many))).not.toMatch(/class="card case [^"]*" open>/);
  });
});
