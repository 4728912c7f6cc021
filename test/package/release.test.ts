import { readFileSync } from 'node:fs';
import { NoOperationTraceWriter, parseWorkflow } from '@actions/workflow-parser';
import { expect, it } from 'vitest';
import { changesOf, toAbsoluteLinks } from '../../package/release-notes.ts';
import manifest from '../../package.json' with { type: 'json' };

const read = (name: string) => readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8');

it.each(['README.md', 'README.pt-BR.md'])('%s has links and pictures that work on npm', (page) => {
  const text = toAbsoluteLinks(read(page), 'https://example.com/one', 'v1.2.3');
  expect(text).toContain('](https://example.com/one/blob/v1.2.3/docs/worlds.md)');
  expect(text).toMatch(/!\[.+\]\(https:\/\/example\.com\/one\/raw\/v1\.2\.3\/docs\/pictures\/\S+\.png\)/);
  const targets = Array.from(text.matchAll(/\]\(([^)]+)\)/g), ([, target]) => target);
  expect(targets.filter((target) => !/^(https:|#)/.test(String(target)))).toEqual([]);
});

it('the changelog says what the version changes, and of no other', () => {
  expect(changesOf(read('CHANGELOG.md'), manifest.version)).toMatch(/^- A stateful mock/);
  expect(() => changesOf(read('CHANGELOG.md'), '9.9.9')).toThrow('no heading "## 9.9.9"');
});

it.each([
  'examples/ci/github-actions.yml',
  'examples/ci/calibration.yml',
  '.github/workflows/ci.yml',
  '.github/workflows/release.yml',
  '.github/workflows/weekly.yml',
])('%s is a workflow that GitHub understands', (name) => {
  const { context } = parseWorkflow({ name, content: read(name) }, new NoOperationTraceWriter());
  expect(context.errors.getErrors().map(({ message }) => message)).toEqual([]);
});
