import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { openSync } from 'node:fs';
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, inject, it, onTestFinished } from 'vitest';
import { parse } from 'yaml';
import { noPosix } from '../missing.ts';
import { freePort } from './free-port.ts';
import { createProject } from './project.ts';

const FOLDER = fileURLToPath(new URL('../../examples/ci/', import.meta.url));

/** A job of an example, as far as a shell can run it: its variables, and each script in a shell of its own. */
interface Job {
  readonly env: Record<string, string>;
  readonly scripts: readonly string[];
}

/** How each service writes a job down, and which of its scripts run when all is well. */
const SERVICES: Readonly<Record<string, (text: string, name: string) => Job>> = {
  'github-actions.yml': (text, name) => {
    const { env, steps } = parse(text).jobs[name];
    const runs = steps.filter((step: { run?: string; if?: string }) => step.run && step.if === undefined);
    return { env, scripts: runs.map((step: { run: string }) => step.run) };
  },
  // One shell runs them all.
  'gitlab-ci.yml': (text, name) => {
    const { variables, script } = parse(text)[name];
    return { env: variables, scripts: [script.join('\n')] };
  },
};

/** A project with an implementation and a consumer, installed once; each job runs in a copy. */
let project: string;

beforeAll(async () => {
  project = await createProject('ci', inject('tarball'));
});
afterAll(() => rm(project, { recursive: true }));

describe.skipIf(noPosix).each(Object.entries(SERVICES))(`examples/ci/%s${noPosix}`, (file, toJob) => {
  it('verifies an implementation, and keeps a report', async () => {
    const { folder, code, said } = await runJob(file, toJob, 'verify-my-implementation');
    expect(code, said).toBe(0);
    expect(said).toMatch(/\n\d+ passed, 0 failed, \d+ skipped\n/);
    expect(await readFile(join(folder, 'wuts-contracts.xml'), 'utf8')).toContain('<testsuite');
    expect(await readFile(join(folder, 'wuts-contracts.html'), 'utf8')).toContain('<html');
    expect(await readFile(join(folder, 'wuts-contracts.sarif'), 'utf8')).toContain('"version": "2.1.0"');
  });

  it('fails when the implementation does not keep the contract', async () => {
    const { code, said } = await runJob(file, toJob, 'verify-my-implementation', { BROKEN: 'yes' });
    expect(said).toContain('does not tell the phone number of the account');
    expect(code).not.toBe(0);
  });

  it('tests a consumer against the mock', async () => {
    const { folder, code, said } = await runJob(file, toJob, 'test-my-consumer');
    expect(code, said).toBe(0);
    expect(said).toMatch(/pass 1\n/);
    expect(await readFile(join(folder, 'wuts-mock.log'), 'utf8')).toContain('POST /groups 201');
  });
});

/** Runs the scripts of a job in a project that has the package, until one fails; ends what they left running. */
async function runJob(
  file: string,
  toJob: (text: string, name: string) => Job,
  name: string,
  more: Record<string, string> = {},
): Promise<{ folder: string; code: number; said: string }> {
  const port = String(await freePort());
  const text = (await readFile(join(FOLDER, file), 'utf8')).replaceAll(/\b(8080|4010)\b/g, port);
  const { env, scripts } = toJob(text, name);
  const folder = await mkdtemp(join(tmpdir(), 'wuts-mock-job-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  await cp(project, folder, { recursive: true, verbatimSymlinks: true });
  const log = join(folder, 'job.log');
  const { PATH, HOME } = process.env;
  let code = 0;
  for (const script of scripts) {
    const out = openSync(log, 'a');
    const shell = spawn('bash', ['-e', '-o', 'pipefail', '-c', script], {
      cwd: folder,
      // What npm would ask the registry beside the job is no part of it.
      env: { PATH, HOME, npm_config_audit: 'false', npm_config_fund: 'false', ...env, ...more },
      stdio: ['ignore', out, out],
      detached: true,
    });
    onTestFinished(() => end(Number(shell.pid)));
    [code] = await once(shell, 'exit');
    if (code !== 0) break;
  }
  return { folder, code, said: await readFile(log, 'utf8') };
}

/** Ends a shell and all that it started, where anything of it is left. */
function end(group: number): void {
  try {
    process.kill(-group, 'SIGKILL');
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}
