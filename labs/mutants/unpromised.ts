import { declareValuePlugin, PluginKind } from '@stryker-mutator/api/plugin';

/** As much of a node of the code as is used here. */
export interface Node {
  readonly type?: string;
  /** Of an identifier. */
  readonly name?: string;
  /** Of a function or a constant. */
  readonly id?: { readonly name?: string } | null;
  /** Of a property. */
  readonly key?: { readonly name?: string };
  /** Of a call, or of `new`. */
  readonly callee?: { readonly name?: string };
  readonly arguments?: readonly object[];
  /** Of `throw`. */
  readonly argument?: Node | null;
  /** Of `if`. */
  readonly test?: object;
  readonly consequent?: Node;
  /** Of a block. */
  readonly body?: readonly Node[];
}

/** A place in the code: what stands there, and what it stands in. */
interface Place {
  readonly node: Node;
  readonly parent?: Node | undefined;
}

/** What is not mutated, since no promise is about it, and why. */
const UNPROMISED: readonly { readonly because: string; is(place: Place): boolean }[] = [
  {
    because: 'the text of an error is for people',
    is: ({ node, parent }) =>
      (parent?.callee?.name === 'refuse' && parent.arguments?.[1] === node) ||
      (/^(end|cut)$/.test(parent?.callee?.name ?? '') && parent?.arguments?.[0] === node) ||
      isProperty(node, /^message$/) ||
      isCalled(node, /^tellUnknown$/),
  },
  {
    because: 'the name of a class of errors is told in no answer',
    is: ({ node }) => node.type === 'ClassProperty' && node.key?.name === 'name',
  },
  {
    because: 'a fault of the mock itself is brought about by no caller',
    is: ({ node, parent }) =>
      isOwnFault(node) ||
      (parent?.type === 'IfStatement' && parent.test === node && isOwnFault(parent.consequent)),
  },
  {
    because: 'only those who watch a world through the control plane are told, or ask whether all is settled',
    is: ({ node }) =>
      isCalled(node, /^(notify|tellChanges|watch|hasNews|isWatched|isSettled|seen)$/) ||
      isProperty(node, /^(tellDriven|settled)$/),
  },
  {
    because: 'only the control plane ends or replaces a world while something is on its way in it',
    is: ({ node, parent }) =>
      isCalled(node, /^(forget|closed)$/) ||
      isMethod(node, /^close$/) ||
      isTest(node, parent, /^(closed|aborted)$/) ||
      (node.type === 'BinaryExpression' && mentions(node, /^tenant$/)),
  },
  {
    because: 'only a state file, and those who watch, ask how often something has changed',
    is: ({ node }) => isCalled(node, /^touch$/) || isCount(node, /^(revisions|appointments)$/),
  },
  {
    because: 'how much a world holds is counted for the memory that the mock may take',
    is: ({ node }) => isCount(node, /^memberships$/),
  },
  {
    because: 'the most that is kept, or read, is a number of the mock itself',
    is: ({ node, parent }) =>
      isCalled(node, MOST) || (node.type === 'BinaryExpression' && isTest(node, parent, MOST)),
  },
  {
    because: 'a text that is kept comes to the same when it is made anew',
    is: ({ node, parent }) =>
      isCalled(node, /^(createKeptTexts|kindOf|PARTICIPANT|KINDS)$/) ||
      isMethod(node, /^endBody$/) ||
      (node.type === 'ClassProperty' && /^(before|framed)$/.test(node.key?.name ?? '')) ||
      isTest(node, parent, /^kindOf$/),
  },
  {
    because: 'how connections are kept no delivery shows',
    is: ({ node, parent }) =>
      isCalled(node, /^(isStale|openDoor)$/) || isTest(node, parent, /^(isStale|stale|isFresh)$/),
  },
  {
    because: 'only a webhook that leads to a mock shows it, and WUTS is none',
    is: ({ node, parent }) => isCalled(node, /^TO_A_MOCK$/) || isTest(node, parent, /^(isMock|TO_A_MOCK)$/),
  },
  {
    because: 'only what the control plane, world files and calibrations say is read so',
    is: ({ node, parent }) =>
      isCalled(node, /^(fromTimestamp|TIMESTAMP|isMoment)$/) ||
      isTest(node, parent, /^(tellsOwnDeeds|toEvent)$/),
  },
];

/** What bounds something by a number. */
const MOST = /^(MOST_|LONGEST_|REMEMBERED$)/;

/** Why something is not mutated; undefined for what is. */
export function whyUnpromised(place: Place): string | undefined {
  return UNPROMISED.find(({ is }) => is(place))?.because;
}

/** Whether a function or a constant of such a name is declared. */
function isCalled({ type = '', id }: Node, names: RegExp): boolean {
  return ['FunctionDeclaration', 'VariableDeclarator'].includes(type) && names.test(id?.name ?? '');
}

function isProperty({ type, key }: Node, names: RegExp): boolean {
  return type === 'ObjectProperty' && names.test(key?.name ?? '');
}

function isMethod({ type = '', key }: Node, names: RegExp): boolean {
  return ['ObjectMethod', 'ClassMethod'].includes(type) && names.test(key?.name ?? '');
}

/** Whether it is computed, or decided by, something of such a name. */
function isTest(node: Node, parent: Node | undefined, names: RegExp): boolean {
  const isComputed = /^(Binary|Logical|Conditional|Unary)Expression$|^AssignmentPattern$/.test(
    node.type ?? '',
  );
  return (isComputed || parent?.test === node) && mentions(node, names);
}

/** Whether something of such a name is counted up or down. */
function isCount(node: Node, names: RegExp): boolean {
  return node.type === 'AssignmentExpression' && mentions(node, names);
}

/** Whether code uses such a name. */
function mentions(code: unknown, names: RegExp): boolean {
  if (typeof code !== 'object' || code === null) return false;
  const { type, name = '' } = code as Node;
  return (
    (type === 'Identifier' && names.test(name)) || Object.values(code).some((one) => mentions(one, names))
  );
}

/** Whether nothing is done but that a plain `Error` is thrown: what is refused is returned, or is an error of a class of its own. */
function isOwnFault(node: Node | undefined): boolean {
  if (node?.type === 'BlockStatement') return node.body?.length === 1 && isOwnFault(node.body[0]);
  return node?.type === 'ThrowStatement' && node.argument?.callee?.name === 'Error';
}

/** What Stryker loads. */
export const strykerPlugins = [
  declareValuePlugin(PluginKind.Ignore, 'unpromised', {
    shouldIgnore: (path) => whyUnpromised(path as Place),
  }),
];
