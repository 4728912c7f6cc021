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

it.each([
  ['that is none of the document', 'SOMETHING', /^must be one of VALIDATION_ERROR, /],
  ['of another status', 'CONFLICT', 'must be "UNPROCESSABLE"'],
])('an error code %s is one issue, whatever it does not fit', (_, error_code, expected) => {
  const createGroup = document.operations.find(({ id }) => id === 'createGroup');
  const body = { success: false, error: 'no', error_code, timestamp: '2026-06-15T12:00:00Z' };
  const { issues } = createBodyCheck(document)(createGroup, 422, body);
  expect(issues).toEqual([
    {
      path: 'error_code',
      expected: expect.stringMatching(expected),
      actual: error_code,
      provenance: 'assumed',
    },
  ]);
});
