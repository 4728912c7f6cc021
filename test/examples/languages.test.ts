/** The examples in other languages, run where the language is there. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { commandLine } from '../built-package.ts';
import { noPosix } from '../missing.ts';

/** A folder of `examples/`, what shows that its language is there, how it is tested, and what that says at its end. */
const LANGUAGES: readonly { folder: string; needs: string; tests: string; says: RegExp }[] = [
  {
    folder: 'python',
    needs: 'python3 -m pytest --version',
    tests: 'python3 -B -m pytest -q -p no:cacheprovider',
    says: /^5 passed in/m,
  },
  { folder: 'go', needs: 'go version', tests: 'go test -count=1 ./...', says: /^ok\s/m },
  {
    folder: 'php',
    needs: 'phpunit --version',
    tests: 'phpunit --no-configuration --do-not-cache-result .',
    says: /^OK \(3 tests, 4 assertions\)/m,
  },
  {
    folder: 'java',
    needs: 'mvn --version',
    tests: 'mvn --batch-mode test',
    says: /^\[INFO\] Tests run: 3, Failures: 0, Errors: 0, Skipped: 0$/m,
  },
];

describe.skipIf(noPosix).each(LANGUAGES)(`examples/$folder${noPosix}`, ({ folder, needs, tests, says }) => {
  const isThere = !noPosix && spawnSync('sh', ['-c', needs]).status === 0;

  it.skipIf(!isThere)(`passes (left out without: ${needs})`, { timeout: 300_000 }, () => {
    const cwd = fileURLToPath(new URL(`../../examples/${folder}/`, import.meta.url));
    const env = { ...process.env, WUTS_MOCK: `${process.execPath} ${commandLine('wuts-mock')}` };
    const { status, stdout, stderr } = spawnSync('sh', ['-c', tests], { cwd, env, encoding: 'utf8' });
    expect(status, stdout + stderr).toBe(0);
    expect(stdout).toMatch(says);
  });
});
