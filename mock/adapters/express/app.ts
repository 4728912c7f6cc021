import type { RequestListener } from 'node:http';
import { createRequire } from 'node:module';
import type { Request } from 'express';
import type { Mock } from '../../mock.ts';
import type { Body } from '../node-http/collect-body.ts';
import { serve } from '../node-http/serve.ts';

/**
 * The mock as an Express app: it can be served, mounted or handed to supertest. All of them take it as a listener, so
 * that a user needs no types of Express, nor those of Node.
 */
export function createApp(mock: Mock): (request: object, response: object) => void {
  // Only now: loading Express takes longer than all else, and few mocks are mounted.
  const express: typeof import('express') = createRequire(import.meta.url)('express');
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.use((request, response) => {
    // An app that this one is mounted in may have read the body before, as JSON or into a buffer.
    const isRead = request.body !== undefined || request.readableEnded;
    serve(mock, request, response, isRead ? () => toBody(mock, request) : undefined);
  });
  const listener: RequestListener = app;
  return listener as (request: object, response: object) => void;
}

/** A body that was read before, as it would have been read here. */
function toBody(mock: Mock, request: Request): Body {
  const { method, url: target, headers, body } = request;
  if (body === undefined) return new Uint8Array();
  const limit = mock.intake.bodyLimit({ method, target, headers, wire: request });
  if (limit === 0) return 'not-read';
  try {
    const bytes = Buffer.isBuffer(body) ? body : Buffer.from(JSON.stringify(body));
    return bytes.length > limit ? 'too-large' : bytes;
  } catch (error) {
    // What is nested too deep for the stack is too deep for all else.
    if (error instanceof RangeError) return 'too-deep';
    throw error;
  }
}
