import { describe, expect, it } from 'vitest';
import { type Node, whyUnpromised } from '../../mutants/unpromised.ts';

const rule: Node = {};
const text: Node = {};
const test: Node = {};
const ended: Node = { type: 'Identifier', name: 'closed' };
const refuse: Node = { callee: { name: 'refuse' }, arguments: [rule, text] };

/** `throw new name(…)`. */
function thrown(name: string): Node {
  return { type: 'ThrowStatement', argument: { type: 'NewExpression', callee: { name } } };
}

/** `if (test) { … }`. */
function guard(...body: Node[]): Node {
  return { type: 'IfStatement', test, consequent: { type: 'BlockStatement', body } };
}

function named(name: string): Node {
  return { type: 'Identifier', name };
}

/** `left … 1`, as a part of what is computed so. */
function computed(how: string, left: Node): Node {
  return { type: `${how}Expression`, left: { type: 'MemberExpression', property: left } } as Node;
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
    ['the text of a failed attempt', text, { callee: { name: 'end' }, arguments: [text] }, /text/],
    ['a world that ends', { type: 'ObjectMethod', key: { name: 'close' } }, {}, /ends or replaces/],
    ['whether it has ended', ended, { type: 'IfStatement', test: ended }, /ends or replaces/],
    ['whether it was replaced', computed('Binary', named('tenant')), {}, /ends or replaces/],
    ['how often it has changed', computed('Assignment', named('revisions')), {}, /how often/],
    ['how many members there are', computed('Assignment', named('memberships')), {}, /memory/],
    ['a bound', { type: 'VariableDeclarator', id: { name: 'MOST_READ' } }, {}, /number of the mock/],
    ['whether a bound is passed', computed('Binary', named('MOST_READ')), {}, /number of the mock/],
    ['a text that is kept', { type: 'FunctionDeclaration', id: { name: 'createKeptTexts' } }, {}, /anew/],
    ['a body that is kept', { type: 'ClassMethod', key: { name: 'endBody' } }, {}, /anew/],
    ['as what a text is kept', computed('Binary', named('kindOf')), {}, /anew/],
    ['whether a connection has ended', computed('Logical', named('stale')), {}, /connections/],
    ['whether a mock answers', computed('Binary', named('TO_A_MOCK')), {}, /leads to a mock/],
    ['what a calibration says', computed('Logical', named('tellsOwnDeeds')), {}, /calibrations/],
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
    ['what is computed of other things', computed('Binary', named('members')), {}],
    ['what is called with them', computed('Call', named('closed')), {}],
    ['another bound', { type: 'VariableDeclarator', id: { name: 'LIMITS' } }, {}],
    ['another function', { type: 'FunctionDeclaration', id: { name: 'toTimestamp' } }, {}],
  ])('%s', (_, node, parent) => {
    expect(whyUnpromised({ node, parent })).toBeUndefined();
  });
});
