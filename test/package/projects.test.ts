import { rm } from 'node:fs/promises';
import { describe, expect, inject, it, onTestFinished } from 'vitest';
import { createProject } from './project.ts';
import { run } from './run.ts';

const tarball = inject('tarball');

/** The templates under `projects/`, what is installed beside the package, and what the test run says at its end. */
const PROJECTS: readonly { template: string; beside: string[]; says: RegExp }[] = [
  { template: 'esm-typescript', beside: [], says: /read back: 3 members/ },
  { template: 'cjs-javascript', beside: [], says: /read back: 3 members/ },
  { template: 'node-test', beside: [], says: /pass 1\b/ },
  { template: 'jest', beside: [], says: /1 passed, 1 total/ },
  { template: 'jest-jsdom', beside: [], says: /2 passed, 2 total/ },
  { template: 'vitest', beside: [], says: /Tests .*\d+ passed/ },
  { template: 'vitest', beside: ['vitest@3.2.4'], says: /Tests .*\d+ passed/ },
];

describe('a consumer test passes in an empty project with', () => {
  it.each(PROJECTS)('$template $beside', async ({ template, beside, says }) => {
    const folder = await createProject(template, tarball, ...beside);
    onTestFinished(() => rm(folder, { recursive: true }));
    const { code, said } = await run(folder, 'npm', 'test');
    expect(said).toMatch(says);
    expect(code, said).toBe(0);
  });
});
