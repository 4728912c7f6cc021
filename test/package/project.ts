import { cp, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { toNpm } from '../../package/npm.ts';
import { mustRun } from './run.ts';

const TEMPLATES = fileURLToPath(new URL('./projects/', import.meta.url));

/** Installs packages into a copy of a template outside of this project, and gives its folder. */
export async function createProject(template: string, ...packages: string[]): Promise<string> {
  // Vite cannot be in such a folder; everything else can.
  const odd = template === 'vitest' ? '' : 'a#b 50% ';
  const folder = await mkdtemp(join(tmpdir(), `wuts-mock-${odd}${template}-`));
  await cp(join(TEMPLATES, template), folder, { recursive: true });
  await mustRun(
    folder,
    ...toNpm('npm', 'install', '--save-dev', '--prefer-offline', '--no-audit', '--no-fund', ...packages),
  );
  return folder;
}
