import ts from 'typescript';
import { RULINGS } from '../../spec/facts/index.ts';
import type { Law } from './law.ts';
import { BESIDE_ROOMS, nodesOf, placeOf, ROOMS, roomOf, type Source } from './source.ts';

const LONGEST = 250;
const LONGEST_MEAN = 100;

/** Names that say nothing about what is inside. */
const EMPTY_NAMES = /(^|-)(utils?|helpers?|commons?|managers?|services?|base)$/;

/** What gives a program the time, chance or the machine. */
const MACHINE = [
  'Date',
  'performance',
  'process',
  'globalThis',
  'crypto',
  'console',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'queueMicrotask',
  'Promise',
];

/** The parts of the mock to which time and chance are passed in. */
const PURE = ['mock/world/', 'mock/operations/', 'mock/wire/', 'mock/engine/'];

/** The laws about what stands on the page. */
export const PAGE_LAWS: readonly Law[] = [
  {
    says: `no source file has more than ${LONGEST} lines`,
    breaches: (sources) =>
      inRooms(sources)
        .filter((source) => linesOf(source) > LONGEST)
        .map((source) => `${source.path} has ${linesOf(source)} lines`),
    brokenBy: {
      files: {
        'spec/a.ts': 'a;\n'.repeat(251),
        'spec/b.ts': 'b;\n'.repeat(250),
        'labs/c.ts': 'c;\n'.repeat(300),
        'test/c.ts': '\n'.repeat(999),
      },
      told: ['spec/a.ts has 251 lines', 'labs/c.ts has 300 lines'],
    },
  },
  {
    says: `source files have fewer than ${LONGEST_MEAN} lines in the mean`,
    breaches: (sources) => {
      const lines = inRooms(sources).map(linesOf);
      const mean = lines.reduce((sum, one) => sum + one, 0) / lines.length;
      return mean < LONGEST_MEAN ? [] : [`${lines.length} files have ${Math.round(mean)} lines in the mean`];
    },
    brokenBy: {
      files: { 'spec/a.ts': 'a;\n'.repeat(190), 'mock/b.ts': 'b;\n'.repeat(10) },
      told: ['2 files have 100 lines in the mean'],
    },
  },
  {
    says: 'no file and no folder has a name that says nothing',
    breaches: (sources) =>
      sources
        .filter(({ path }) => namesIn(path).some((name) => EMPTY_NAMES.test(name)))
        .map(({ path }) => path),
    brokenBy: {
      files: {
        'mock/utils/a.ts': '',
        'mock/group-manager.ts': '',
        'test/helpers.ts': '',
        'mock/database.ts': '',
      },
      told: ['mock/utils/a.ts', 'mock/group-manager.ts', 'test/helpers.ts'],
    },
  },
  {
    says: 'names of files and folders are in kebab case',
    breaches: (sources) =>
      sources.filter(({ path }) => !/^([a-z0-9]+(-[a-z0-9]+)*[./])+tsx?$/.test(path)).map(({ path }) => path),
    brokenBy: {
      files: { 'spec/joinRequests.ts': '', 'spec/join_requests.ts': '', 'spec/join-requests.test.ts': '' },
      told: ['spec/joinRequests.ts', 'spec/join_requests.ts'],
    },
  },
  {
    says: 'every export has a doc comment, except where an index.ts exports again',
    breaches: (sources) =>
      inRooms(sources)
        .filter(({ path }) => !path.endsWith('/index.ts'))
        .flatMap((source) =>
          exportsOf(source)
            .filter((node) => ts.getJSDocCommentsAndTags(node).length === 0)
            .map((node) => placeOf(source, node)),
        ),
    brokenBy: {
      files: {
        'spec/a.ts':
          '/** Good. */\nexport const a = 1;\n// Not enough.\nexport type B = 1;\nexport function c() {}',
        'spec/b.ts': 'const b = 1;\nexport { b };\nexport default b;',
        'spec/index.ts': "export { a } from './a.ts';",
      },
      told: ['spec/a.ts:4', 'spec/a.ts:5', 'spec/b.ts:2', 'spec/b.ts:3'],
    },
  },
  {
    says: 'the world has no clock, no chance and no machine of its own',
    breaches: (sources) =>
      sources
        .filter(({ path }) => path.startsWith('mock/world/'))
        .flatMap((source) => find(source, (node) => isMachine(node) || isOneOf(node, ['Math.random']))),
    brokenBy: {
      files: {
        'mock/world/a.ts':
          'let a: Date;\nconst b = Math.random();\nconst c = world.process.crypto; // Date\nprocess.exit();',
        'mock/engine/b.ts': 'let a: Date;',
      },
      told: ['mock/world/a.ts:1 Date', 'mock/world/a.ts:2 Math.random', 'mock/world/a.ts:4 process'],
    },
  },
  {
    says: 'time and chance are passed in to the world, the operations, the wire and the engine',
    breaches: (sources) =>
      sources
        .filter(({ path }) => PURE.some((part) => path.startsWith(part)))
        .flatMap((source) =>
          find(source, (node) => isOneOf(node, ['Date.now', 'Math.random', 'process.env']) || isNow(node)),
        ),
    brokenBy: {
      files: {
        'mock/wire/a.ts': 'const a = new Date(0);\nconst b = new Date();\nconst c = Date.now();',
        'mock/engine/b.ts': 'const a = Math.random;\nconst { HOME } = process.env;',
        'mock/mock.ts': 'const a = Date.now();',
      },
      told: [
        'mock/wire/a.ts:2 new Date()',
        'mock/wire/a.ts:3 Date.now',
        'mock/engine/b.ts:1 Math.random',
        'mock/engine/b.ts:2 process.env',
      ],
    },
  },
  {
    says: 'each ruling is read in one place',
    breaches: (sources) => {
      const places = sources.filter(({ path }) => path.startsWith('mock/')).flatMap(readingsOf);
      return Object.keys(RULINGS).flatMap((name) => {
        const of = places.filter((one) => one.ruling === name).map(({ place }) => place);
        return of.length > 1 ? [`${name} is read at ${of.join(' and ')}`] : [];
      });
    },
    brokenBy: {
      files: {
        'mock/a.ts': "const a = world.rulings['empty-group'];\nconst b = rulings['subject-limit'];",
        'mock/b.ts': "function b() {\n  const name = 'empty-group';\n  return rulings[name];\n}",
      },
      told: ['empty-group is read at mock/a.ts:1 and mock/b.ts:3'],
    },
  },
];

function inRooms(sources: readonly Source[]): Source[] {
  const held: string[] = [...ROOMS, ...BESIDE_ROOMS];
  return sources.filter(({ path }) => held.includes(roomOf(path)));
}

function linesOf({ text }: Source): number {
  return text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
}

/** The folders of a path and its file, without what follows the first dot. */
function namesIn(path: string): string[] {
  return path.split('/').map((part) => part.split('.')[0] ?? '');
}

/** What a file exports: declarations, lists and defaults. What it takes from another file is told there. */
function exportsOf({ tree }: Source): ts.Node[] {
  return tree.statements.filter((node) => {
    if (ts.isExportDeclaration(node)) return node.moduleSpecifier === undefined;
    if (ts.isExportAssignment(node)) return true;
    const modifiers = ts.canHaveModifiers(node) ? ts.getModifiers(node) : undefined;
    return modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) === true;
  });
}

function find(source: Source, isMeant: (node: ts.Node) => boolean): string[] {
  return [...nodesOf(source.tree)]
    .filter(isMeant)
    .map((node) => `${placeOf(source, node)} ${node.getText(source.tree)}`);
}

/** A name of the machine itself; a property that has the same name is something else. */
function isMachine(node: ts.Node): boolean {
  if (!ts.isIdentifier(node) || !MACHINE.includes(node.text)) return false;
  const { parent } = node;
  const isProperty =
    ts.isPropertyAccessExpression(parent) ||
    ts.isPropertyAssignment(parent) ||
    ts.isPropertySignature(parent);
  return !(isProperty && parent.name === node);
}

function isOneOf(node: ts.Node, names: readonly string[]): boolean {
  return ts.isPropertyAccessExpression(node) && names.includes(node.getText());
}

function isNow(node: ts.Node): boolean {
  return ts.isNewExpression(node) && node.expression.getText() === 'Date' && !node.arguments?.length;
}

/** Where a file reads `rulings[…]`. A name that was computed can be any that its function mentions. */
function readingsOf(source: Source): { ruling: string; place: string }[] {
  return [...nodesOf(source.tree)].flatMap((node) => {
    if (!ts.isElementAccessExpression(node) || !/(^|\.)rulings$/.test(node.expression.getText())) return [];
    const argument = node.argumentExpression;
    const where = ts.isStringLiteral(argument) ? argument : ts.findAncestor(node, ts.isFunctionLike);
    const names = [...nodesOf(where ?? source.tree)].filter(ts.isStringLiteral).map(({ text }) => text);
    return [...new Set(names)].map((ruling) => ({ ruling, place: placeOf(source, node) }));
  });
}
