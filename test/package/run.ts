import { execFile } from 'node:child_process';

/** How a command ended, and what it said on both streams. */
export interface Ended {
  readonly code: number;
  readonly said: string;
}

/** Runs a command in a folder as a user would: nothing of this run of vitest is known to it. */
export function run(folder: string, command: string, args: readonly string[]): Promise<Ended> {
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(VITEST|NODE_ENV|NODE_OPTIONS|npm_|TEST$)/i.test(name)),
  );
  return new Promise((resolve) => {
    execFile(command, args, { cwd: folder, env, timeout: 280_000 }, (error, stdout, stderr) => {
      const code = typeof error?.code === 'number' ? error.code : error === null ? 0 : -1;
      resolve({ code, said: `${stdout}${stderr}` });
    });
  });
}

/** Runs a command that has to succeed, and gives what it said; throws that otherwise. */
export async function mustRun(folder: string, command: string, args: readonly string[]): Promise<string> {
  const { code, said } = await run(folder, command, args);
  if (code !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${code} and said:\n${said}`);
  return said;
}
