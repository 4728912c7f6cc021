import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { pathToFileURL } from 'node:url';
import { ENTRIES } from '../../package/entries.ts';
import { commandLine, entryFile } from '../built-package.ts';
import { freePort } from '../package/free-port.ts';
import { ROOT } from './blocks.ts';

/** The ports that the pages name, for which others stand here. */
const PORTS = ['4010', '8080'];

/** How long a line may take to say what a page shows. */
const PATIENCE = 90_000;

/** How long what happens in the background may take to be printed. */
const AFTERWARDS = 20_000;

/** A shell in an empty folder in which the package is installed, as far as it can tell. */
export interface Terminal {
  /** Keeps a text in a file of the folder. */
  write(file: string, text: string): void;
  /** Pastes a text and gives what it printed, once it has ended and, with a pattern, said what matches. */
  paste(text: string, until?: RegExp): Promise<{ code: number; said: string }>;
  /** Pastes a line that does not end by itself, and gives what it printed once that matches. Ends one from before. */
  serve(line: string, until: RegExp): Promise<string>;
  close(): Promise<void>;
}

/** Opens a terminal. npm and npx find the commands of the package. */
export async function openTerminal(): Promise<Terminal> {
  const folder = mkdtempSync(join(tmpdir(), 'wuts-docs-'));
  furnish(folder);
  const ports = await Promise.all(PORTS.map(async (shown) => ({ shown, real: String(await freePort()) })));
  const toReal = (text: string) => ports.reduce((now, { shown, real }) => now.replaceAll(shown, real), text);
  const toShown = (text: string) => ports.reduce((now, { shown, real }) => now.replaceAll(real, shown), text);
  const env = {
    PATH: `${join(folder, 'bin')}:${process.env.PATH}`,
    HOME: folder,
    PORT: toReal('8080'),
    NO_COLOR: '1',
  };
  const shells: Shell[] = [];
  const open = () => {
    const shell = openShell(folder, { ...env, MOCK_PORT: toReal('4010') });
    shells.push(shell);
    return shell;
  };
  const shell = open();
  let server: Shell | undefined;
  return {
    write: (file, text) => writeFileSync(join(folder, file), toReal(text)),
    async paste(text, until) {
      const from = shell.said().length;
      shell.child.stdin.write(`{\n${toReal(text)}\n} </dev/null\nprintf '\\n--ended %s--\\n' "$?"\n`);
      const since = () => shell.said().slice(from);
      await shell.until(() => ENDED.test(since()));
      const told = () => toShown(since().replace(ENDED, '')).trim();
      if (until !== undefined) await shell.until(() => until.test(told()), AFTERWARDS).catch(() => {});
      return { code: Number(ENDED.exec(since())?.[1]), said: told() };
    },
    async serve(line, until) {
      await server?.end();
      server = open();
      const { said } = server;
      server.child.stdin.write(`${toReal(line)}\n`);
      const told = () => toShown(said()).trim();
      await server.until(() => until.test(told()));
      return told();
    },
    async close() {
      for (const one of shells) await one.end();
    },
  };
}

const ENDED = /\n?--ended (\d+)--\n/;

/** What a shell is told first: curl shows no progress, and npm and npx do not ask a registry. */
const PRELUDE = `
exec 2>&1
curl() { command curl -sS "$@"; }
npx() { "$@"; }
npm() {
  case "$1" in
    ci) ;;
    start) shift; [ "$1" = -- ] && shift; wuts-mock "$@" ;;
    run) shift; [ "$1" = -s ] && shift; [ "$1" = contracts ] || return 9; shift; [ "$1" = -- ] && shift; wuts-contracts "$@" ;;
    *) return 9 ;;
  esac
}
`;

/** Puts into a folder what an installation of the package and a clone of the project give. */
function furnish(folder: string): void {
  const tsx = pathToFileURL(join(ROOT, 'node_modules/tsx/dist/loader.mjs')).href;
  const bins = {
    'wuts-mock': `node ${commandLine('wuts-mock')} --port "$MOCK_PORT" "$@"`,
    'wuts-contracts': `node ${commandLine('wuts-contracts')} "$@"`,
    tsx: `node --import ${tsx} "$@"`,
    tsc: `node ${ROOT}node_modules/typescript/bin/tsc "$@"`,
    vitest: `node ${ROOT}node_modules/vitest/vitest.mjs "$@"`,
  };
  mkdirSync(join(folder, 'bin'));
  for (const [name, line] of Object.entries(bins)) {
    writeFileSync(join(folder, 'bin', name), `#!/bin/sh\nexec ${line}\n`);
    chmodSync(join(folder, 'bin', name), 0o755);
  }
  const modules = join(folder, 'node_modules');
  mkdirSync(join(modules, 'wuts-mock'), { recursive: true });
  for (const name of ['vitest', '@types', 'openapi-fetch', 'express']) {
    symlinkSync(join(ROOT, 'node_modules', name), join(modules, name));
  }
  symlinkSync(join(ROOT, 'package'), join(modules, 'wuts-mock/package'));
  symlinkSync(dirname(entryFile('.')), join(modules, 'wuts-mock/built'));
  symlinkSync(join(ROOT, 'examples'), join(folder, 'examples'));
  symlinkSync(join(ROOT, 'test/docs/recording.har'), join(folder, 'recording.har'));
  const exports = Object.fromEntries(
    Object.entries(ENTRIES).map(([path, { source }]) => [
      path,
      { types: `./${source}`, default: `./built/${basename(entryFile(path))}` },
    ]),
  );
  writeFileSync(join(modules, 'wuts-mock/package.json'), JSON.stringify({ type: 'module', exports }));
  writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }\n');
}

interface Shell {
  readonly child: ChildProcessByStdio<Writable, Readable, null>;
  said(): string;
  /** Resolves once something is so after what was said. */
  until(isSo: () => boolean, patience?: number): Promise<void>;
  /** Ends it and all that it started. */
  end(): Promise<void>;
}

function openShell(cwd: string, env: Record<string, string>): Shell {
  const child = spawn('bash', [], { cwd, env, stdio: ['pipe', 'pipe', 'ignore'], detached: true });
  let text = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk.replaceAll('\r', '');
  });
  const closed = new Promise<void>((resolve) => child.once('close', () => resolve()));
  child.stdin.write(PRELUDE);
  return {
    child,
    said: () => text,
    async until(isSo, patience = PATIENCE) {
      const over = Date.now() + patience;
      while (!isSo()) {
        if (Date.now() > over) throw new Error(`It never said what the page shows. It said:\n${text}`);
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    },
    async end() {
      try {
        process.kill(-Number(child.pid), 'SIGKILL');
      } catch (error) {
        if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
      }
      await closed;
    },
  };
}
