import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Outcome, RawCall, RawReply, StreamReply } from '../engine/call.ts';
import { bodyLimitOf, type Unreadable } from '../engine/read-body.ts';
import { collectBody } from '../http/collect-body.ts';

/** Asks a mock as `fetch` asks a server, without a port. */
export type MockFetch = (input: Request | URL | string, init?: RequestInit) => Promise<Response>;

/** A `fetch` that leads to a mock, whatever the host of the URL. A dropped connection rejects, as it does with a server. */
export function createFetch(answer: (call: RawCall) => Outcome): MockFetch {
  return async (input, init) => {
    const request = new Request(input, init);
    const { pathname, search } = new URL(request.url);
    const headers = Object.fromEntries(request.headers);
    const body = await readBody(request, headers, bodyLimitOf(pathname));
    request.signal.throwIfAborted();
    const { method, signal } = request;
    const onGone = (act: () => void) => signal.addEventListener('abort', act, { once: true });
    const reply = await answer({ method, target: pathname + search, headers, body, onGone });
    signal.throwIfAborted();
    return typeof reply.body === 'function'
      ? toStream(reply as StreamReply, signal)
      : toResponse(reply as RawReply, request);
  };
}

async function readBody(
  request: Request,
  headers: Record<string, string>,
  limit: number,
): Promise<Uint8Array | Unreadable> {
  if (request.body === null) return new Uint8Array();
  const bytes = Buffer.from(await request.arrayBuffer());
  headers['content-length'] ??= String(bytes.length);
  const source = Object.assign(Readable.from([bytes]), { headers });
  return new Promise((resolve) => collectBody(source, limit, resolve));
}

async function toResponse(
  { status, headers, body, delay, cut }: RawReply,
  { method, signal }: Request,
): Promise<Response> {
  if (delay !== undefined) await sleep(delay, undefined, { signal });
  if (cut === 'dropped') throw new TypeError('fetch failed', { cause: new Error('other side closed') });
  const length = status === 204 ? {} : { 'Content-Length': String(Buffer.byteLength(body)) };
  const all = { ...headers, ...length };
  // A `Response` has a body only where HTTP lets it have one.
  if (cut === undefined) {
    const hasNone = body === '' || method === 'HEAD';
    return new Response(hasNone ? null : body, { status, headers: all });
  }
  const half = new ReadableStream({
    start(controller) {
      const bytes = new TextEncoder().encode(body);
      controller.enqueue(bytes.subarray(0, bytes.length >> 1));
    },
    pull(controller) {
      controller.error(new TypeError('terminated', { cause: new Error('other side closed') }));
    },
  });
  return new Response(half, { status, headers: all });
}

function toStream({ status, headers, body }: StreamReply, signal: AbortSignal): Response {
  let stop = () => {};
  const stream = new ReadableStream({
    start(controller) {
      const encoder = new TextEncoder();
      stop = body(
        (text) => controller.enqueue(encoder.encode(text)),
        () => controller.close(),
      );
      signal.addEventListener('abort', () => {
        stop();
        controller.error(signal.reason);
      });
    },
    cancel: () => stop(),
  });
  return new Response(stream, { status, headers });
}
