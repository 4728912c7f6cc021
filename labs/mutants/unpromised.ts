import { declareValuePlugin, PluginKind } from '@stryker-mutator/api/plugin';

/** As much of a place in the code as is used here: what stands there, and what it stands in, which may be a call. */
interface Place {
  readonly node: object;
  readonly parent?: Call | undefined;
}

interface Call {
  readonly callee?: { readonly name?: string };
  readonly arguments?: readonly object[];
}

/** Why something is not mutated: no promise is about the text that `refuse` is given for people. */
export function whyUnpromised({ node, parent }: Place): string | undefined {
  const isText = parent?.callee?.name === 'refuse' && parent.arguments?.[1] === node;
  return isText ? 'the text of an error is for people' : undefined;
}

/** What Stryker loads. */
export const strykerPlugins = [
  declareValuePlugin(PluginKind.Ignore, 'unpromised', {
    shouldIgnore: (path) => whyUnpromised(path as Place),
  }),
];
