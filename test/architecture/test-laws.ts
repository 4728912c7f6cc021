import ts from 'typescript';
import type { Law } from './law.ts';
import { nodesOf, placeOf } from './source.ts';

/** The laws about tests, so that each of them can fail. */
export const TEST_LAWS: readonly Law[] = [
  {
    says: 'no regular expression stands for a value in toMatchObject, which takes anything for it',
    breaches: (sources) =>
      sources.flatMap((source) =>
        [...nodesOf(source.tree)]
          .filter((node) => ts.isCallExpression(node) && isToMatchObject(node.expression))
          .flatMap((call) => [...nodesOf(call)].filter(isValueByPattern))
          .map((node) => `${placeOf(source, node)} needs expect.stringMatching`),
      ),
    brokenBy: {
      files: {
        'test/a.ts':
          'expect(a).toMatchObject({ b: /c/ });\nexpect(a).toMatchObject([{ b: expect.stringMatching(/c/) }]);\nexpect(a).toEqual({ b: /c/ });',
      },
      told: ['test/a.ts:1 needs expect.stringMatching'],
    },
  },
];

function isToMatchObject(called: ts.Expression): boolean {
  return ts.isPropertyAccessExpression(called) && called.name.text === 'toMatchObject';
}

function isValueByPattern(node: ts.Node): boolean {
  if (node.kind !== ts.SyntaxKind.RegularExpressionLiteral) return false;
  return ts.isPropertyAssignment(node.parent) || ts.isArrayLiteralExpression(node.parent);
}
