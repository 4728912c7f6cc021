/** The manifests of the examples, read by what reads them for users. There is no container engine and no cluster here. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { noCompose, noKubectl, noKubernetes } from '../../missing.ts';
import { FOLDER, MANIFESTS } from './manifests.ts';

function ask(file: string, ...args: string[]) {
  const { stdout, stderr, status } = spawnSync(file, args, { encoding: 'utf8' });
  return { stdout, stderr, status };
}

/** Version 1.31 is the first that numbers the pods of a set from 1. */
const VERSIONS = ['1.31', '1.37'];

it.skipIf(noCompose).each(['container', 'many-processes'])(
  `Docker Compose takes examples/%s/compose.yaml${noCompose}`,
  (folder) => {
    const ended = ask(
      'docker-compose',
      '-f',
      join(FOLDER, '..', folder, 'compose.yaml'),
      'config',
      '--quiet',
    );
    expect(ended).toEqual({ stdout: '', stderr: '', status: 0 });
  },
);

it.skipIf(noKubernetes).each(VERSIONS)(
  `Kubernetes %s knows all of kubernetes.yaml${noKubernetes}`,
  (version) => {
    const ended = ask(
      'kubernetes-validate',
      '--strict',
      '--quiet',
      '-k',
      version,
      join(FOLDER, 'kubernetes.yaml'),
    );
    expect(ended).toEqual({ stdout: '', stderr: '', status: 0 });
  },
);

it.skipIf(noKubectl)(
  `kubectl puts the configuration and the secret where kubernetes.yaml looks for them${noKubectl}`,
  () => {
    const { stdout, stderr } = ask('kubectl', 'kustomize', FOLDER);
    expect(stderr).toBe('');
    const names = [...stdout.matchAll(/^ +name: ((?:balancer|wuts)-\w{10})$/gm)].map(([, name]) => name);
    expect([names.length, new Set(names).size]).toEqual([4, 2]);
    expect(stdout).not.toContain('image: wuts-mock');
  },
);

describe.each(Object.entries(MANIFESTS))('%s', (_, { mocks, options, balancer }) => {
  it('tells haproxy.cfg of every mock that it starts, under the name that stands there', () => {
    const config = readFileSync(`${FOLDER}haproxy.cfg`, 'utf8');
    const servers = [...config.matchAll(/^ *server (\S+) "\$\{(\w+)-/gm)];
    expect(mocks).toEqual(servers.map(([, name]) => name));
    expect(balancer).toEqual({
      BALANCER: ':4010',
      ...Object.fromEntries(servers.map(([, name, variable]) => [variable, `${name}:4010`])),
    });
  });

  it('starts the mocks as the test of a rolling restart does', () => {
    expect(options).toEqual(['--open', '--quiet', '--state=/data/wuts.json', '--control-token=for-tests']);
  });
});
