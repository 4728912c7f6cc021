import { expect, it } from 'vitest';
import { whyUnpromised } from '../../mutants/unpromised.ts';

const rule = {};
const text = {};
const refuse = { callee: { name: 'refuse' }, arguments: [rule, text] };

it.each([
  ['the text of an error', text, refuse, 'the text of an error is for people'],
  ['which rule refuses', rule, refuse, undefined],
  [
    'what another function is given',
    text,
    { callee: { name: 'decide' }, arguments: [rule, text] },
    undefined,
  ],
  ['what is in no call', text, {}, undefined],
])('is said of %s', (_, node, parent, because) => {
  expect(whyUnpromised({ node, parent })).toBe(because);
});
