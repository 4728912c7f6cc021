import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { LOADED } from '../requests.ts';
import type { Samples } from '../samples.ts';
import type { Contestant } from './contestant.ts';

/** The mocks that read no OpenAPI document: they check nothing, and get their answers by hand. */
export const otherPeers: readonly Contestant[] = [
  {
    name: 'WireMock 3.13.2',
    kind: 'other',
    packages: ['wiremock@3.13.2'],
    start: ({ folder, port, scratch, samples }) => {
      mkdirSync(join(scratch, 'mappings'));
      writeFileSync(join(scratch, 'mappings', 'all.json'), JSON.stringify(toStubs(samples)));
      return {
        program: 'java',
        args: [
          ...['-jar', join(folder, 'node_modules/wiremock/build/wiremock-standalone-3.13.2.jar')],
          ...['--port', String(port), '--bind-address', '127.0.0.1', '--root-dir', scratch],
          ...['--no-request-journal', '--disable-banner'],
        ],
      };
    },
  },
  {
    name: 'json-server 0.17.4',
    kind: 'other',
    packages: ['json-server@0.17.4'],
    start: ({ folder, port, scratch, samples }) => {
      const database = join(scratch, 'db.json');
      writeFileSync(database, JSON.stringify(toDatabase(samples)));
      return {
        program: 'node',
        args: [
          join(folder, 'node_modules/json-server/lib/cli/bin.js'),
          ...['--quiet', '--host', '127.0.0.1', '--port', String(port), database],
        ],
        cwd: scratch,
      };
    },
  },
];

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

function toDatabase({ getGroup }: Samples): object {
  const { group } = JSON.parse(getGroup.body);
  return { groups: [{ id: group.jid, ...group }], participants: [] };
}
