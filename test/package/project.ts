import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { mustRun } from './run.ts';

const TEMPLATES = fileURLToPath(new URL('./projects/', import.meta.url));

/** Installs packages into a copy of a template outside of this project. It is thrown away after the test. */
export async function createProject(template: string, ...packages: string[]): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), `wuts-mock-${template}-`));
  onTestFinished(() => rm(folder, { recursive: true }));
  await cp(join(TEMPLATES, template), folder, { recursive: true });
  await mustRun(
    folder,
    'npm',
    'install',
    '--save-dev',
    '--prefer-offline',
    '--no-audit',
    '--no-fund',
    ...packages,
  );
  return folder;
}
