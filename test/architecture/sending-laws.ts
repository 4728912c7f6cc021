import ts from 'typescript';
import type { Law } from './law.ts';
import { nodesOf, placeOf } from './source.ts';

/** The one file of the suite that sends: it decides what may leave this machine. */
const SENDER = 'contracts/target/send.ts';

const SOCKETS = /^(node:)?(http|https|http2|net|tls|dgram)(\/.*)?$|^undici$/;

/** What of these modules opens no connection to anybody else. */
const HARMLESS = ['createServer', 'BlockList', 'isIP'];

const GLOBALS = ['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource'];

/** The laws about what leaves this machine. */
export const SENDING_LAWS: readonly Law[] = [
  {
    says: `only ${SENDER} sends requests in the contract suite`,
    breaches: (sources) =>
      sources
        .filter(({ path }) => path.startsWith('contracts/') && path !== SENDER)
        .flatMap((source) =>
          [...nodesOf(source.tree)].flatMap((node) =>
            waysOut(node).map((way) => `${placeOf(source, node)} has ${way}`),
          ),
        ),
    brokenBy: {
      files: {
        [SENDER]: "import { request } from 'node:http';",
        'contracts/a.ts':
          "import { createServer, request, type Server } from 'node:http';\nimport type { Socket } from 'node:net';",
        'contracts/b.ts':
          "import https from 'node:https';\nimport * as net from 'net';\nexport { connect } from 'node:tls';",
        'contracts/c.ts':
          "const a = await import('undici');\nconst b = require('node:http2');\nfetch('http://a');\na.fetch;",
        'mock/d.ts': "import { request } from 'node:http';",
      },
      told: [
        'contracts/a.ts:1 has request of node:http',
        'contracts/b.ts:1 has https of node:https',
        'contracts/b.ts:2 has net of net',
        'contracts/b.ts:3 has all of node:tls',
        'contracts/c.ts:1 has all of undici',
        'contracts/c.ts:2 has all of node:http2',
        'contracts/c.ts:3 has fetch',
        'contracts/c.ts:4 has fetch',
      ],
    },
  },
];

/** By what a node could reach another host. */
function waysOut(node: ts.Node): string[] {
  if (ts.isIdentifier(node)) return GLOBALS.includes(node.text) ? [node.text] : [];
  if (ts.isImportDeclaration(node)) return importedBy(node);
  const from = ts.isExportDeclaration(node) ? node.moduleSpecifier : argumentOf(node);
  return from !== undefined && isSockets(from) ? [`all of ${from.text}`] : [];
}

function importedBy({ importClause, moduleSpecifier }: ts.ImportDeclaration): string[] {
  if (!isSockets(moduleSpecifier) || importClause === undefined || importClause.isTypeOnly) return [];
  const { name, namedBindings } = importClause;
  const named =
    namedBindings === undefined
      ? []
      : ts.isNamespaceImport(namedBindings)
        ? [namedBindings.name.text]
        : namedBindings.elements
            .filter(({ isTypeOnly }) => !isTypeOnly)
            .map((one) => (one.propertyName ?? one.name).text);
  const names = [...(name === undefined ? [] : [name.text]), ...named];
  return names.filter((one) => !HARMLESS.includes(one)).map((one) => `${one} of ${moduleSpecifier.text}`);
}

/** What `import(…)` or `require(…)` is about. */
function argumentOf(node: ts.Node): ts.Expression | undefined {
  if (!ts.isCallExpression(node)) return undefined;
  const isLoading =
    node.expression.kind === ts.SyntaxKind.ImportKeyword || node.expression.getText() === 'require';
  return isLoading ? node.arguments[0] : undefined;
}

function isSockets(node: ts.Expression): node is ts.StringLiteral {
  return ts.isStringLiteral(node) && SOCKETS.test(node.text);
}
