import ts from 'typescript';
import type { Law } from './law.ts';
import { nodesOf, placeOf, type Source } from './source.ts';

/** What only some systems have, in a test: their shells, links, pipes, and groups of processes. */
const POSIX = /'(sh|bash|mkfifo)'|\bsymlink(Sync)?\(|process\.kill\(-/;

/** The one file that knows how npm is started. */
const STARTER = 'package/npm.ts';

/** The laws about what differs between Linux, macOS and Windows. */
export const SYSTEM_LAWS: readonly Law[] = [
  {
    says: 'npm and npx, which are batch files on Windows, are started by toNpm, and nothing by a shell of the system',
    breaches: (sources) =>
      placesOf(
        sources.filter(({ path }) => path !== STARTER),
        (node) => isNpm(node) || isShell(node),
      ),
    brokenBy: {
      files: {
        'labs/a.ts': "start({ file: 'npm' });\nspawn('x', { shell: true });",
        [STARTER]: "join(folder, 'npm');",
        'package/a.ts': "execFile('npm', ['pack']);\nexecFile(...toNpm('npm', 'pack'));",
        'test/a.test.ts': "run(folder, 'npx', 'a');\nconst START: Npm = ['npx', 'a'];",
      },
      told: ['labs/a.ts:1', 'labs/a.ts:2', 'package/a.ts:1', 'test/a.test.ts:1'],
    },
  },
  {
    says: 'a URL of a file and its path are made of each other by node:url, because a path of Windows has a drive',
    breaches: (sources) => placesOf(sources, (node) => isPathOfUrl(node) || isUrlOfPath(node)),
    brokenBy: {
      files: {
        'spec/a.ts': "new URL('.', import.meta.url).pathname;\nnew URL(request.url).pathname;",
        'test/a.ts': `new URL(name, \`file://\${folder}\`);\n\`file: \${name}\`;`,
      },
      told: ['spec/a.ts:1', 'test/a.ts:1'],
    },
  },
  {
    says: 'a test that needs what Windows lacks is left out there by its name',
    breaches: (sources) =>
      sources
        .filter(({ path, text }) => path.endsWith('.test.ts') && POSIX.test(text))
        .filter(({ text }) => !/\bskipIf\(no(Posix|Haproxy|Full)\b/.test(text))
        .map(({ path }) => path),
    brokenBy: {
      files: {
        'test/a.test.ts': "spawn('sh', ['-c', command]);",
        'test/b.test.ts': "it.skipIf(noPosix)(name + noPosix, () => symlinkSync('a', 'b'));",
        'test/c.ts': "spawn('bash');",
      },
      told: ['test/a.test.ts'],
    },
  },
];

function placesOf(sources: readonly Source[], isBreach: (node: ts.Node) => boolean): string[] {
  return sources.flatMap((source) =>
    [...nodesOf(source.tree)].filter(isBreach).map((node) => placeOf(source, node)),
  );
}

function isNpm(node: ts.Node): boolean {
  if (!ts.isStringLiteral(node) || !/^np[mx](\.cmd)?$/.test(node.text)) return false;
  const { parent } = node;
  return ts.isCallExpression(parent)
    ? !/npm$/i.test(parent.expression.getText())
    : ts.isPropertyAssignment(parent);
}

function isShell(node: ts.Node): boolean {
  return ts.isPropertyAssignment(node) && node.getText() === 'shell: true';
}

function isPathOfUrl(node: ts.Node): boolean {
  return (
    ts.isPropertyAccessExpression(node) &&
    node.name.text === 'pathname' &&
    ts.isNewExpression(node.expression) &&
    node.expression.getText().includes('import.meta.url')
  );
}

function isUrlOfPath(node: ts.Node): boolean {
  return ts.isTemplateHead(node) && node.text.startsWith('file://');
}
