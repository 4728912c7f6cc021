import type { Contestant } from './contestant.ts';

/** A `node:http` server that reads the body, parses it when there is one, and answers the same bytes. */
export const bareHttp: Contestant = {
  name: 'bare node:http',
  kind: 'limit',
  start: ({ file, port, samplesFile, operation }) => ({
    program: 'node',
    args: [file('labs/bench/servers/bare-http.ts'), String(port), samplesFile, operation],
  }),
};

/** One route of Express 5.3 behind `express.json()` that answers the same value. */
export const bareExpress: Contestant = {
  name: 'bare Express',
  kind: 'limit',
  start: ({ file, port, samplesFile, operation }) => ({
    program: 'node',
    args: [file('labs/bench/servers/bare-express.ts'), String(port), samplesFile, operation],
  }),
};

/** The smallest Express app there is. */
export const expressHello: Contestant = {
  name: 'Express hello',
  kind: 'limit',
  start: ({ file, port }) => ({
    program: 'node',
    args: [file('labs/bench/servers/express-hello.ts'), String(port)],
  }),
};
