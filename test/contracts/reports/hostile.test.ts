import { DOMParser } from '@xmldom/xmldom';
import { describe, expect, it } from 'vitest';
import { formatEnd } from '../../../contracts/reports/end.ts';
import { REPORTS } from '../../../contracts/reports/index.ts';
import { explain } from '../../../contracts/reports/text.ts';
import { makeExchange, makeFinding, makeResult, summariseResults, TARGET } from './results.ts';

const HOSTILE: [string, string][] = [
  ['HTML', '</pre></script><img src=x onerror="alert(1)"><script>alert(1)</script>'],
  ['the end of a CDATA section', ']]></failure><testcase name="x"/>]]>'],
  ['entities', '&lt;script&gt; &#60;b&#62; &amp;amp; &undefined;'],
  ['quotes', `" ' \` onmouseover="alert(1)" '`],
  [
    'Markdown',
    '\n\n# Owned | a | b\n```\n[x](javascript:alert(1)) ![x](https://evil.example/x.png) @everyone',
  ],
  ['control characters', Array.from({ length: 32 }, (_, code) => String.fromCharCode(code)).join('')],
  ['what XML cannot hold', '\u0000\ufffe\uffff\ud800 \udfff\u0085\u2028'],
  ['directions', '\u202egpj.exe\u202c\u200b\u2066'],
  ['a text of 1 MB', '<'.repeat(1_000_000)],
  ['the replacement patterns of JavaScript', "$& $1 $$ $` $'"],
];

function summaryOf(text: string) {
  const result = makeResult({
    verdict: 'broken',
    reason: text,
    findings: [
      makeFinding({ path: '', actual: text }),
      makeFinding({ path: text, expected: text, actual: { [text]: text } }),
    ],
    exchanges: [makeExchange({ curl: text, answer: text }), makeExchange({ curl: text, answer: text })],
    undocumented: [text],
    leftovers: [text],
  });
  const skipped = makeResult({
    case: { ...result.case, id: 'groups/skipped' },
    verdict: 'skipped',
    reason: text,
  });
  return { result, summary: summariseResults([result, skipped]) };
}

/** The names and the attributes of the tags of a page. */
function tagsOf(page: string): Set<string> {
  return new Set([...page.matchAll(/<([^\s>]+)[^>]*>/g)].map(([, name]) => name ?? ''));
}

describe.each(HOSTILE)('a target that answers %s', (_, text) => {
  const { result, summary } = summaryOf(text);
  const harmless = summaryOf('fine').summary;

  it('adds no element to the HTML report', () => {
    const page = REPORTS.html(summary);
    expect(tagsOf(page)).toEqual(tagsOf(REPORTS.html(harmless)));
    expect(page).not.toMatch(/<[^>]*\son\w+=/);
    expect(page.length).toBeLessThan(200_000);
  });

  it('leaves the JUnit report well-formed', () => {
    const onError = (level: string, message: string) => {
      throw new Error(`${level}: ${message}`);
    };
    const page = new DOMParser({ onError }).parseFromString(REPORTS.junit(summary), 'text/xml');
    expect(page.getElementsByTagName('testcase')).toHaveLength(2);
    expect(REPORTS.junit(summary)).not.toMatch(/[^\t\n\u0020-\ud7ff\ue000-\ufffd]/);
  });

  it('leaves the JSON report readable', () => {
    expect(JSON.parse(REPORTS.json(summary))).toMatchObject({ failed: 1 });
  });

  it('adds no element to the Markdown report', () => {
    expect(tagsOf(REPORTS.md(summary))).toEqual(tagsOf(REPORTS.md(harmless)));
  });

  it('sends nothing but lines to the terminal', () => {
    const lines = `${explain(result, TARGET)}\n${formatEnd(summary)}`;
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there.
    expect(lines).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
    expect(lines.split('\n').filter((line) => line.startsWith('#'))).toEqual([]);
  });
});
