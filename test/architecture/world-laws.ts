import ts from 'typescript';
import { importsOf } from './import-graph.ts';
import type { Law } from './law.ts';
import { nodesOf, placeOf, type Source } from './source.ts';

const WRITABLE = 'mock/world/apply/writable.ts';

/** Who writes the state of a world. The outbox writes its deliveries, of which no rule decides. */
const WRITERS = ['mock/world/apply/', 'mock/world/outbox.ts', 'mock/world/snapshot/'];

/** What decides. */
const RULES = ['mock/world/rules/', 'mock/world/roles.ts', 'mock/world/decision.ts'];

/** The laws by which a refused request changes nothing. */
export const WORLD_LAWS: readonly Law[] = [
  {
    says: 'only mock/world/apply/, the outbox and the snapshots write the state of a world',
    breaches: (sources) =>
      sources
        .filter(({ path }) => path.startsWith('mock/') && !isIn(path, WRITERS))
        .flatMap((source) => [
          ...importsOf(source)
            .filter(({ to }) => to === WRITABLE)
            .map(({ from }) => `${from} imports ${WRITABLE}`),
          ...castsOf(source),
        ]),
    brokenBy: {
      files: {
        'mock/world/apply/a.ts': "import type { B } from './writable.ts';",
        'mock/world/rules/a.ts': "import type { B } from '../apply/writable.ts';",
        'mock/engine/a.ts':
          'const b = world.groups as Map<string, Group>;\nconst c = <Set<string>>linked;\nconst d = e as ReadonlyMap<string, F>;',
      },
      told: [
        `mock/world/rules/a.ts imports ${WRITABLE}`,
        'mock/engine/a.ts:1 world.groups as Map<string, Group>',
        'mock/engine/a.ts:2 <Set<string>>linked',
      ],
    },
  },
  {
    says: 'a rule returns its refusal, and throws nothing',
    breaches: (sources) =>
      sources
        .filter(({ path }) => isIn(path, RULES))
        .flatMap((source) =>
          [...nodesOf(source.tree)]
            .filter((node) => ts.isThrowStatement(node) || isCallOfAllowed(node))
            .map((node) => `${placeOf(source, node)} ${node.getText(source.tree)}`),
        ),
    brokenBy: {
      files: {
        'mock/world/rules/a.ts': "throw refuse('group-full');\nallowed(b);",
        'mock/world/apply/a.ts': "throw new Error('There is none.');",
      },
      told: ["mock/world/rules/a.ts:1 throw refuse('group-full');", 'mock/world/rules/a.ts:2 allowed(b)'],
    },
  },
];

function isIn(path: string, parts: readonly string[]): boolean {
  return parts.some((part) => path.startsWith(part));
}

/** Where what can only be read is taken for what can be written. */
function castsOf(source: Source): string[] {
  return [...nodesOf(source.tree)]
    .filter((node) => ts.isAsExpression(node) || ts.isTypeAssertionExpression(node))
    .filter(({ type }) => /^(Map|Set|Writable\w*)\b/.test(type.getText(source.tree)))
    .map((node) => `${placeOf(source, node)} ${node.getText(source.tree)}`);
}

function isCallOfAllowed(node: ts.Node): boolean {
  return ts.isCallExpression(node) && node.expression.getText() === 'allowed';
}
