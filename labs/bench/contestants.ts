import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { LOADED, type Loaded } from './requests.ts';
import type { Samples } from './samples.ts';

/** What a contestant is compared as: ours, a mock that reads OpenAPI documents, another mock, or what Node itself can do. */
export type Kind = 'ours' | 'openapi' | 'other' | 'limit';

/** Where and with what a contestant is started. */
export interface Place {
  readonly port: number;
  /** Where its packages are installed. */
  readonly folder: string;
  /** An empty folder of this start alone. */
  readonly scratch: string;
  /** The file with the document for the peers. */
  readonly document: string;
  /** The file with the samples. */
  readonly samplesFile: string;
  readonly samples: Samples;
  /** What is loaded. */
  readonly operation: Loaded;
  /** The JavaScript of a source file. */
  file(source: string): string;
  /** The command line of the mock. */
  readonly cli: string;
}

/** A server that takes part. */
export interface Contestant {
  readonly name: string;
  readonly kind: Kind;
  /** `name@version`, installed into a folder of their own. */
  readonly packages?: readonly string[];
  /** Keeps state, so that what is loaded has to be made first. */
  readonly stateful?: boolean;
  /** `node`, the Node under test, unless given. */
  readonly program?: 'java';
  args(place: Place): readonly string[];
}

/** The stand-alone server, as `wuts-mock` starts it. */
export const standAlone: Contestant = {
  name: 'wuts-mock',
  kind: 'ours',
  stateful: true,
  args: ({ cli, port }) => [cli, '--port', String(port), '--quiet'],
};

/** The Express app of the mock, mounted in the app of a user. */
export const mounted: Contestant = {
  name: 'wuts-mock in Express',
  kind: 'ours',
  stateful: true,
  args: ({ file, port }) => [file('labs/bench/servers/mounted.ts'), String(port)],
};

/** A `node:http` server that reads the body, parses it when there is one, and answers the same bytes. */
export const bareHttp: Contestant = {
  name: 'bare node:http',
  kind: 'limit',
  args: ({ file, port, samplesFile, operation }) => [
    file('labs/bench/servers/bare-http.ts'),
    String(port),
    samplesFile,
    operation,
  ],
};

/** One route of Express 5.3 behind `express.json()` that answers the same value. */
export const bareExpress: Contestant = {
  name: 'bare Express',
  kind: 'limit',
  args: ({ file, port, samplesFile, operation }) => [
    file('labs/bench/servers/bare-express.ts'),
    String(port),
    samplesFile,
    operation,
  ],
};

/** The smallest Express app there is. */
export const expressHello: Contestant = {
  name: 'Express hello',
  kind: 'limit',
  args: ({ file, port }) => [file('labs/bench/servers/express-hello.ts'), String(port)],
};

/** A mock that reads the OpenAPI document and keeps no state. */
export const prism: Contestant = {
  name: 'Prism 5.14.2',
  kind: 'openapi',
  packages: ['@stoplight/prism-cli@5.14.2'],
  args: ({ folder, port, document }) => [
    join(folder, 'node_modules/@stoplight/prism-cli/dist/index.js'),
    ...['mock', '-h', '127.0.0.1', '-p', String(port), '-v', 'silent', document],
  ],
};

/** A mock that reads no OpenAPI document: it checks nothing, and gets its answers by hand. */
export const wireMock: Contestant = {
  name: 'WireMock 3.13.2',
  kind: 'other',
  packages: ['wiremock@3.13.2'],
  program: 'java',
  args: ({ folder, port, scratch, samples }) => {
    mkdirSync(join(scratch, 'mappings'));
    writeFileSync(join(scratch, 'mappings', 'all.json'), JSON.stringify(toStubs(samples)));
    return [
      ...['-jar', join(folder, 'node_modules/wiremock/build/wiremock-standalone-3.13.2.jar')],
      ...['--port', String(port), '--bind-address', '127.0.0.1', '--root-dir', scratch],
      ...['--no-request-journal', '--disable-banner'],
    ];
  },
};

function toStubs(samples: Samples): object {
  const mappings = LOADED.map((operation) => {
    const { method, route, status, contentType, body } = samples[operation];
    return {
      request: { method, urlPathPattern: route.replace(':jid', '[^/]+') },
      response: { status, headers: { 'Content-Type': contentType }, body },
    };
  });
  return { mappings };
}
