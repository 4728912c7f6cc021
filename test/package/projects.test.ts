import { rm } from 'node:fs/promises';
import { describe, expect, inject, it, onTestFinished } from 'vitest';
import { toNpm } from '../../package/npm.ts';
import { createProject } from './project.ts';
import { run } from './run.ts';

const tarball = inject('tarball');

interface Project {
  /** A folder under `projects/`. */
  readonly template: string;
  /** What is installed beside the package. */
  readonly beside?: readonly string[];
  /** What the test run says at its end. */
  readonly says: RegExp;
  /** Left out, unless EVERY_PROJECT is set; docs/package.md tells how they ended. */
  readonly onDemand?: true;
}

const PROJECTS: readonly Project[] = [
  { template: 'esm-typescript', says: /read back: 3 members/ },
  { template: 'cjs-javascript', says: /read back: 3 members/ },
  { template: 'node-test', says: /pass 1\b/ },
  { template: 'jest', says: /2 passed, 2 total/ },
  { template: 'jest-jsdom', says: /2 passed, 2 total/ },
  { template: 'vitest', says: /Tests .*\d+ passed/ },
  { template: 'vitest', beside: ['vitest@3.2.4'], says: /Tests .*\d+ passed/ },
  { template: 'vitest', beside: ['vitest@5.1.2'], says: /Tests .*\d+ passed/, onDemand: true },
  { template: 'typescript', says: /typescript-5.4 nodenext: compiles.*typescript-7 bundler: compiles/s },
  {
    template: 'typescript',
    beside: ['typescript-5.9@npm:typescript@5.9.3', 'typescript-6@npm:typescript@6.0.3'],
    says: /typescript-5.9 nodenext: compiles.*typescript-6 bundler: compiles/s,
    onDemand: true,
  },
  { template: 'mocha', says: /1 passing/, onDemand: true },
  { template: 'bun', says: /1 pass\b/, onDemand: true },
  { template: 'deno', says: /1 passed/, onDemand: true },
  { template: 'pnpm', says: /filled: 2 groups/, onDemand: true },
  { template: 'yarn-pnp', says: /filled: 2 groups/, onDemand: true },
  { template: 'bundler', says: /read back: 2 members/, onDemand: true },
];

const chosen = PROJECTS.filter(({ onDemand }) => !onDemand || process.env.EVERY_PROJECT);

describe('a consumer test passes in an empty project with', () => {
  it.each(chosen)('$template $beside', async ({ template, beside = [], says }) => {
    const folder = await createProject(template, tarball, ...beside);
    onTestFinished(() => rm(folder, { recursive: true }));
    const { code, said } = await run(folder, ...toNpm('npm', 'test'));
    expect(said).toMatch(says);
    expect(code, said).toBe(0);
  });
});
