import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { onTestFinished, vi } from 'vitest';
import { commandLine } from '../../built-package.ts';

/** How a process ended. */
export interface End {
  code: number | null;
  signal: NodeJS.Signals | null;
  stdout: string;
  stderr: string;
}

/** A command that runs until it ends or is told to, but never longer than a test. */
export interface Run {
  child: ChildProcessByStdio<null, Readable, Readable>;
  /** What it has printed so far. */
  stdout(): string;
  /** Resolves once it has printed something that matches. */
  until(pattern: RegExp): Promise<RegExpExecArray>;
  ended: Promise<End>;
}

/** Starting a process takes its time on a busy machine. */
const LONGEST = 60_000;
vi.setConfig({ testTimeout: LONGEST });

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

/** Starts the mock by its command. */
export function startCli(...options: string[]): Run {
  return run(process.execPath, [commandLine('wuts-mock'), ...options]);
}

/** Starts the suite by its command. */
export function startContracts(...options: string[]): Run {
  return run(process.execPath, [commandLine('wuts-contracts'), ...options]);
}

/** A mock on a port of its own choice until the test is finished, and its URL. */
export async function serve(...options: string[]): Promise<Run & { url: string }> {
  const cli = startCli('--port', '0', ...options);
  onTestFinished(async () => {
    cli.child.kill('SIGKILL');
    await cli.ended;
  });
  const [, url = ''] = await cli.until(/^WUTS mock on (https?:\S+)\n.*curl/s);
  return { ...cli, url };
}

export function run(command: string, options: string[]): Run {
  const child = spawn(command, options, {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: LONGEST,
    killSignal: 'SIGKILL',
  });
  let [stdout, stderr] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const ended = new Promise<End>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => resolve({ code, signal, stdout, stderr }));
  });
  const until = (pattern: RegExp) =>
    new Promise<RegExpExecArray>((resolve, reject) => {
      const look = () => {
        const found = pattern.exec(stdout);
        if (found !== null) resolve(found);
      };
      look();
      child.stdout.on('data', look);
      child.on('close', () => reject(new Error(`It ended without ${pattern}: ${stdout}${stderr}`)));
    });
  return { child, stdout: () => stdout, until, ended };
}

/** A file with this text. */
export function temporary(text: string): string {
  const directory = mkdtempSync(join(tmpdir(), 'wuts-cli-'));
  const file = join(directory, 'openapi.yaml');
  writeFileSync(file, text);
  return file;
}
