import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createRequire } from 'node:module';
import { refuseGarbage } from './garbage.ts';
import { type Served, serve } from './serve.ts';
import type { TlsOptions } from './tls.ts';

/** WUTS's own limits. Source: `docs: Limits`. */
const LIMITS = {
  maxHeaderSize: 1024 * 1024,
  headersTimeout: 60_000,
  requestTimeout: 60_000,
  keepAliveTimeout: 65_000,
  // A request without a Host header is as good as any other here.
  requireHostHeader: false,
};

/** The server of a mock that stands alone, over TLS where it is given: bare `node:http`, because Express costs most of a request. */
export function createFront(mock: Served, tls?: TlsOptions): Server {
  const listener = (request: IncomingMessage, response: ServerResponse) => serve(mock, request, response);
  const server =
    tls === undefined
      ? createServer(LIMITS, listener)
      : https().createServer({ ...LIMITS, cert: tls.cert, key: tls.key }, listener);
  // Who asks whether to send a body is told to only where it is going to be read.
  server.on('checkContinue', (request, response) => {
    const { method = '', url: target = '', headers } = request;
    if (mock.intake.bodyLimit({ method, target, headers, wire: request }) > 0) response.writeContinue();
    server.emit('request', request, response);
  });
  // Node refuses every expectation but 100-continue, without a body; HTTP lets a server ignore them.
  server.on('checkExpectation', (request, response) => server.emit('request', request, response));
  refuseGarbage(server, mock.onFault);
  // For example when there are no more files to open: who came in vain is told by the system, and the others are served.
  server.on('error', (error) => {
    if (server.listening) mock.onFault(error);
  });
  return server;
}

/** Loaded only here: most mocks are served without TLS. */
function https(): typeof import('node:https') {
  return createRequire(import.meta.url)('node:https');
}
