import { describe, expect, it } from 'vitest';
import { type Node, whyUnpromised } from '../../mutants/unpromised.ts';

const rule: Node = {};
const text: Node = {};
const test: Node = {};
const refuse: Node = { callee: { name: 'refuse' }, arguments: [rule, text] };

/** `throw new name(…)`. */
function thrown(name: string): Node {
  return { type: 'ThrowStatement', argument: { type: 'NewExpression', callee: { name } } };
}

/** `if (test) { … }`. */
function guard(...body: Node[]): Node {
  return { type: 'IfStatement', test, consequent: { type: 'BlockStatement', body } };
}

describe('nothing is promised of', () => {
  it.each<[string, Node, Node, RegExp]>([
    ['the text of a refusal', text, refuse, /text/],
    ['the text of an answer', { type: 'ObjectProperty', key: { name: 'message' } }, {}, /text/],
    ['a text about names', { type: 'FunctionDeclaration', id: { name: 'tellUnknown' } }, {}, /text/],
    ['the name of an error', { type: 'ClassProperty', key: { name: 'name' } }, {}, /name of a class/],
    ['what the mock throws at its own fault', thrown('Error'), guard(), /fault of the mock/],
    ['the condition of such a fault', test, guard(thrown('Error')), /fault of the mock/],
    ['the condition without braces', test, { ...guard(), consequent: thrown('Error') }, /fault of the mock/],
    ['who watches', { type: 'VariableDeclarator', id: { name: 'notify' } }, {}, /who watch/],
    ['who is told of a clock', { type: 'ObjectProperty', key: { name: 'tellDriven' } }, {}, /who watch/],
    ['how connections are kept', { type: 'FunctionDeclaration', id: { name: 'isStale' } }, {}, /kept/],
    [
      'by what it is recognised',
      { type: 'VariableDeclarator', id: { name: 'TIMESTAMP' } },
      {},
      /control plane/,
    ],
    [
      'how the control plane reads a timestamp',
      { type: 'FunctionDeclaration', id: { name: 'fromTimestamp' } },
      {},
      /control plane/,
    ],
  ])('%s', (_, node, parent, because) => {
    expect(whyUnpromised({ node, parent })).toMatch(because);
  });
});

describe('something may be promised of', () => {
  it.each<[string, Node, Node]>([
    ['which rule refuses', rule, refuse],
    ['what another function is given', text, { ...refuse, callee: { name: 'decide' } }],
    ['what is in no call', text, {}],
    ['another property of an answer', { type: 'ObjectProperty', key: { name: 'status' } }, {}],
    ['another property of a class', { type: 'ClassProperty', key: { name: 'rule' } }, {}],
    ['an error of a class of its own', thrown('Problem'), guard()],
    ['its condition', test, guard(thrown('Problem'))],
    ['the condition of something that is done before the error', test, guard({}, thrown('Error'))],
    ['another function', { type: 'FunctionDeclaration', id: { name: 'toTimestamp' } }, {}],
  ])('%s', (_, node, parent) => {
    expect(whyUnpromised({ node, parent })).toBeUndefined();
  });
});
