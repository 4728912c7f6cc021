import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

interface Lock {
  packages: Record<string, { dev?: boolean; hasInstallScript?: boolean; integrity?: string }>;
}

const read = (file: string) => readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');
const { packages }: Lock = JSON.parse(read('package-lock.json'));
const manifest: Record<'dependencies' | 'devDependencies', Record<string, string>> & {
  scripts: Record<string, string>;
} = JSON.parse(read('package.json'));

/** What a user installs with us, by its place in node_modules. */
const runTime = Object.entries(packages).filter(([path, { dev }]) => path !== '' && dev !== true);

describe('the packages that a user installs with us', () => {
  it('are found, all that package.json names among them', () => {
    const names = runTime.map(([path]) => path.replace('node_modules/', ''));
    expect(names).toEqual(expect.arrayContaining(Object.keys(manifest.dependencies)));
  });

  it('run nothing when they are installed', () => {
    expect(runTime.filter(([, { hasInstallScript }]) => hasInstallScript).map(([path]) => path)).toEqual([]);
  });

  it('are what they were when they were locked', () => {
    expect(
      runTime.filter(([, { integrity }]) => !integrity?.startsWith('sha512-')).map(([path]) => path),
    ).toEqual([]);
  });

  it.each(Object.keys(manifest.dependencies))('%s is justified where the decisions are', (name) => {
    const page = read('docs/decisions/run-time-dependencies.md');
    expect(page).toMatch(new RegExp(`^\\| (.*, )?${name}[ ,]`, 'm'));
  });
});

it('every version is pinned, those of the labs too', () => {
  const labs: Pick<typeof manifest, 'dependencies'> = JSON.parse(read('labs/package.json'));
  const versions = Object.entries({
    ...manifest.dependencies,
    ...manifest.devDependencies,
    ...labs.dependencies,
  });
  expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
});

it('we run nothing either when somebody installs us', () => {
  const hooks = [
    'preinstall',
    'install',
    'postinstall',
    'prepare',
    'prepublish',
    'preprepare',
    'postprepare',
  ];
  expect(Object.keys(manifest.scripts).filter((name) => hooks.includes(name))).toEqual([]);
});
