import { DOMParser } from '@xmldom/xmldom';
import { describe, expect, it } from 'vitest';
import { toMarkdown } from '../../bench/reports/markdown.ts';
import { toPlot } from '../../bench/reports/plot.ts';
import { toText } from '../../bench/reports/text.ts';
import type { BenchResult, RowResult } from '../../bench/result.ts';

const served: RowResult = {
  row: 'getGroup',
  title: 'getGroup of ten',
  node: 'v20.20.2',
  measures: [
    { who: 'wuts-mock', what: '10 connections', unit: 'req/s', median: 12_000, rounds: [12_000], ratio: 0.6 },
    { who: 'Prism 5.14.2', what: '10 connections', unit: 'req/s', median: 2000, rounds: [2000], ratio: 0.1 },
    {
      who: 'bare node:http',
      what: '10 connections',
      unit: 'req/s',
      median: 20_000,
      rounds: [20_000],
      ratio: 1,
    },
  ],
  absences: [{ who: 'WireMock 3.13.2', reason: 'it said: <b>no</b> | no\nJava' }],
  verdicts: [
    { target: '≥ 0.6 × bare node:http', actual: '0.600 ×', met: true },
    { target: '≥ 9 × Prism', actual: '6.00 ×', met: false },
    { target: '≤ 10 ms for a reset', actual: 'not measured', met: undefined },
  ],
};

const result: BenchResult = {
  startedAt: '2026-11-24T10:00:00.000Z',
  seconds: 61,
  machine: '2 × A processor, 8 GiB, Linux 6',
  settings: { rounds: 3, seconds: 2, quick: false },
  mock: 'the built package',
  rows: [served, { ...served, node: 'v24.21.0' }],
  notes: [],
};

describe('the text', () => {
  it('shows every figure, every absence with its reason, and every verdict', () => {
    const text = toText(served);
    expect(text).toContain('getGroup of ten (Node v20.20.2)');
    expect(text).toMatch(/wuts-mock +10 connections +12 000 req\/s 0\.600 ×/);
    expect(text).toContain('WireMock 3.13.2: –, it said');
    expect(text).toMatch(/met +≥ 0\.6 × bare node:http: 0\.600 ×/);
    expect(text).toMatch(/MISSED +≥ 9 × Prism: 6\.00 ×/);
  });
});

describe('the Markdown', () => {
  it('begins with the targets and marks what is missed', () => {
    expect(toMarkdown(result)).toContain(
      '| getGroup of ten | v20.20.2 | ≥ 9 × Prism | 6.00 × | **missed** |',
    );
  });

  it('keeps what a peer said inside its cell', () => {
    expect(toMarkdown(result)).toContain(
      '| WireMock 3.13.2 | it said: &lt;b>no&lt;/b> \\| no Java | – |  |  |',
    );
  });

  it('says when its figures are rough', () => {
    expect(toMarkdown(result)).not.toContain('rough');
    expect(toMarkdown({ ...result, settings: { ...result.settings, quick: true } })).toContain('rough');
  });
});

describe('the plot', () => {
  it('is well-formed and has a panel per Node with the longest bar first', () => {
    const plot = toPlot(result);
    const texts = [...new DOMParser().parseFromString(plot, 'image/svg+xml').getElementsByTagName('text')];
    const words = texts.map(({ textContent }) => textContent ?? '');
    expect(words).toEqual(expect.arrayContaining(['getGroup Node 20.20.2', 'getGroup Node 24.21.0']));
    expect(words.indexOf('bare node:http')).toBeLessThan(words.indexOf('wuts-mock'));
    expect(words.indexOf('wuts-mock')).toBeLessThan(words.indexOf('Prism 5.14.2'));
    expect(plot).toContain('prefers-color-scheme: dark');
  });
});
