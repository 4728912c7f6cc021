import type { RequestListener } from 'node:http';
import { createRequire } from 'node:module';
import type { ErrorRequestHandler, Request, Response } from 'express';
import { BODY_LIMIT, bodyLimitOf, SNAPSHOT_LIMIT, type Unreadable } from '../engine/read-body.ts';
import { deliver } from '../http/deliver.ts';
import type { Mock } from '../mock.ts';

/**
 * The mock as an Express app: it can be served, mounted or handed to supertest. All of them take it as a listener, so
 * that a user needs no types of Express.
 */
export function createApp(mock: Mock): RequestListener {
  // Only now: loading Express takes longer than all else, and few mocks are mounted.
  const express: typeof import('express') = createRequire(import.meta.url)('express');
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  const readUsual = express.raw({ type: () => true, limit: BODY_LIMIT });
  const readSnapshot = express.raw({ type: () => true, limit: SNAPSHOT_LIMIT });
  app.use((request, response, next) => {
    const read = bodyLimitOf(request.url) === BODY_LIMIT ? readUsual : readSnapshot;
    read(request, response, next);
  });
  app.use((request, response) => answer(mock, request, response, toBytes(request.body)));
  app.use(((error, request, response, _next) => {
    answer(mock, request, response, toUnreadable(error));
  }) satisfies ErrorRequestHandler);
  return app;
}

function answer(mock: Mock, request: Request, response: Response, body: Uint8Array | Unreadable): void {
  const { method, url, headers } = request;
  const onGone = (act: () => void) => void response.once('close', act);
  deliver(response, mock.answer({ method, target: url, headers, body, onGone }));
}

/** An app that this one is mounted in may have read the body as JSON before. */
function toBytes(body: unknown): Uint8Array {
  if (body === undefined) return new Uint8Array();
  return Buffer.isBuffer(body) ? body : Buffer.from(JSON.stringify(body));
}

/** What body-parser could not do, by the type of its error. */
function toUnreadable(error: unknown): Unreadable {
  const type = typeof error === 'object' && error !== null && 'type' in error ? error.type : undefined;
  if (type === 'entity.too.large') return 'too-large';
  return type === 'request.aborted' || type === 'request.size.invalid' ? 'cut-off' : 'bad-encoding';
}
