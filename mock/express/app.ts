import type { RequestListener } from 'node:http';
import { createRequire } from 'node:module';
import type { Request, Response } from 'express';
import { bodyLimitOf, type Unreadable } from '../engine/read-body.ts';
import { collectBody } from '../http/collect-body.ts';
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
  app.use((request, response) => {
    const take = (body: Uint8Array | Unreadable) => answer(mock, request, response, body);
    // An app that this one is mounted in may have read the body before, as JSON or into a buffer.
    if (request.body !== undefined || request.readableEnded) take(toBytes(request.body));
    else collectBody(request, bodyLimitOf(request.url), take);
  });
  return app;
}

function answer(mock: Mock, request: Request, response: Response, body: Uint8Array | Unreadable): void {
  const { method, url, headers } = request;
  const onGone = (act: () => void) => void response.once('close', act);
  deliver(response, mock.answer({ method, target: url, headers, body, onGone }));
}

function toBytes(body: unknown): Uint8Array {
  if (body === undefined) return new Uint8Array();
  return Buffer.isBuffer(body) ? body : Buffer.from(JSON.stringify(body));
}
