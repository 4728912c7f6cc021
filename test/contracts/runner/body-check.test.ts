import { expect, it } from 'vitest';
import { createBodyCheck } from '../../../contracts/runner/body-check.ts';
import { loadDocument } from '../../../spec/index.ts';

const document = loadDocument();
const listGroups = document.operations.find(({ id }) => id === 'listGroups');

it('an answer of lists in lists without end is found to be none, and does not exhaust the stack', () => {
  const deep = JSON.parse(`${'['.repeat(100_000)}${']'.repeat(100_000)}`);
  const { issues, undocumented } = createBodyCheck(document)(listGroups, 200, deep);
  expect(issues).toEqual([
    expect.objectContaining({ path: '', expected: 'must be an object', provenance: 'documented' }),
  ]);
  expect(undocumented).toEqual([]);
});
