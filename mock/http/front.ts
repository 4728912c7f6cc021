import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Outcome, RawCall } from '../engine/call.ts';
import { bodyLimitOf } from '../engine/read-body.ts';
import { collectBody } from './collect-body.ts';
import { deliver } from './deliver.ts';
import { refuseGarbage } from './garbage.ts';

/** WUTS's own limits. Source: `docs: Limits`. */
const LIMITS = {
  maxHeaderSize: 1024 * 1024,
  headersTimeout: 60_000,
  requestTimeout: 60_000,
  keepAliveTimeout: 65_000,
  // A request without a Host header is as good as any other here.
  requireHostHeader: false,
};

/** The server of a mock that stands alone: bare `node:http`, because Express costs most of a request. */
export function createFront(answer: (call: RawCall) => Outcome): Server {
  const serve = (request: IncomingMessage, response: ServerResponse) => {
    const { method = '', url: target = '', headers } = request;
    const onGone = (act: () => void) => void response.once('close', act);
    collectBody(request, bodyLimitOf(target), (body) =>
      deliver(response, answer({ method, target, headers, body, onGone })),
    );
  };
  const server = createServer(LIMITS, serve);
  // Node refuses every expectation but 100-continue, without a body; HTTP lets a server ignore them.
  server.on('checkExpectation', (request, response) => server.emit('request', request, response));
  refuseGarbage(server);
  return server;
}
