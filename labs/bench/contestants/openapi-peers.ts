import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Contestant, Place } from './contestant.ts';

/** The mocks that read an OpenAPI document. Each gets the settings under which it is fastest. */
export const openapiPeers: readonly Contestant[] = [
  {
    name: 'Prism 5.14.2',
    kind: 'openapi',
    packages: ['@stoplight/prism-cli@5.14.2'],
    start: ({ folder, port, document }) => ({
      program: 'node',
      args: [
        join(folder, 'node_modules/@stoplight/prism-cli/dist/index.js'),
        ...['mock', '-h', '127.0.0.1', '-p', String(port), '-v', 'silent', document],
      ],
    }),
  },
  {
    name: 'Mockoon 9.9.0',
    kind: 'openapi',
    packages: ['@mockoon/cli@9.9.0'],
    start: ({ folder, port, document }) => ({
      program: 'node',
      args: [
        join(folder, 'node_modules/@mockoon/cli/bin/run.js'),
        ...['start', '--data', document, '--port', String(port), '--hostname', '127.0.0.1', '-X'],
      ],
      env: { MOCKOON_DISABLE_TELEMETRY: '1' },
    }),
  },
  {
    name: 'openapi-backend 5.21.2',
    kind: 'openapi',
    packages: ['openapi-backend@5.21.2', 'express@5.3.0'],
    start: (place) => inFolder(place, 'openapi-backend'),
  },
  {
    name: 'Scalar 0.14.4',
    kind: 'openapi',
    packages: ['@scalar/mock-server@0.14.4', '@hono/node-server@1.19.19'],
    start: (place) => inFolder(place, 'scalar'),
  },
];

/** A script that lies where its packages are, so that it finds them. */
function inFolder({ file, folder, port, document }: Place, name: string) {
  const script = join(folder, `${name}.mjs`);
  copyFileSync(file(`labs/bench/servers/${name}.ts`), script);
  return { program: 'node', args: [script, String(port), document], cwd: folder } as const;
}
