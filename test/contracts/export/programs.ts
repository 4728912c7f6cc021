import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { commandLine } from '../../built-package.ts';

/** How a program ended, and what it said. */
export interface Ended {
  code: number | null;
  said: string;
}

/** Runs a JavaScript program to its end. */
export function runProgram(program: string, ...args: string[]): Promise<Ended> {
  const child = spawn(process.execPath, [program, ...args]);
  return endOf(child);
}

/** Runs `wuts-contracts`. */
export function runCli(...args: string[]): Promise<Ended> {
  return endOf(spawn(process.execPath, [commandLine('wuts-contracts'), ...args]));
}

/** Runs `redocly`, which lints Arazzo and carries it out. */
export function runRedocly(...args: string[]): Promise<Ended> {
  return runProgram(createRequire(import.meta.url).resolve('@redocly/cli/bin/cli.js'), ...args);
}

/** Carries out an Arazzo description against an implementation. */
export function runRespect(
  description: string,
  url: string,
  inputs: object,
  ...options: string[]
): Promise<Ended> {
  const told = ['--server', `wuts=${url}`, '--input', JSON.stringify(inputs)];
  // The suite has more steps than respect goes by itself, and a machine may be busy.
  const bounds = ['--max-steps', '100000', '--execution-timeout', '540000'];
  return runRedocly('respect', description, ...told, ...bounds, ...options);
}

function endOf(child: ReturnType<typeof spawn>): Promise<Ended> {
  let said = '';
  const listen = (chunk: Buffer) => {
    said += chunk;
  };
  child.stdout?.on('data', listen);
  child.stderr?.on('data', listen);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, said }));
  });
}
