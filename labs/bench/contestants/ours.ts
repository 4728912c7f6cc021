import type { Contestant } from './contestant.ts';

/** The stand-alone server, as `wuts-mock` starts it. */
export const standAlone: Contestant = {
  name: 'wuts-mock',
  kind: 'ours',
  stateful: true,
  start: ({ cli, port }) => ({ program: 'node', args: [cli, '--port', String(port), '--quiet'] }),
};

/** The Express app of the mock, mounted in the app of a user. */
export const mounted: Contestant = {
  name: 'wuts-mock in Express',
  kind: 'ours',
  stateful: true,
  start: ({ file, port }) => ({
    program: 'node',
    args: [file('labs/bench/servers/mounted.ts'), String(port)],
  }),
};
