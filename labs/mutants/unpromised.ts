import { declareValuePlugin, PluginKind } from '@stryker-mutator/api/plugin';

/** As much of a node of the code as is used here. */
export interface Node {
  readonly type?: string;
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
      (node.type === 'ObjectProperty' && node.key?.name === 'message') ||
      isCalled(node, 'tellUnknown'),
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
      ['notify', 'tellChanges', 'watch', 'hasNews', 'isWatched', 'isSettled'].some((name) =>
        isCalled(node, name),
      ) ||
      (node.type === 'ObjectProperty' && ['tellDriven', 'settled'].includes(node.key?.name ?? '')),
  },
  {
    because: 'how connections are kept no delivery shows',
    is: ({ node }) => isCalled(node, 'isStale') || isCalled(node, 'openDoor'),
  },
  {
    because: 'only what the control plane and world files say is read so',
    is: ({ node }) => ['fromTimestamp', 'TIMESTAMP', 'isMoment'].some((name) => isCalled(node, name)),
  },
];

/** Why something is not mutated; undefined for what is. */
export function whyUnpromised(place: Place): string | undefined {
  return UNPROMISED.find(({ is }) => is(place))?.because;
}

/** Whether a function or a constant of this name is declared. */
function isCalled({ type = '', id }: Node, name: string): boolean {
  return ['FunctionDeclaration', 'VariableDeclarator'].includes(type) && id?.name === name;
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
