import { Readable } from 'node:stream';
import { isStream, type RawHead, type RawReply, type StreamReply, write } from '../../engine/call.ts';
import { toFaultOfMock } from '../../engine/error-reply.ts';
import { sleep } from '../../real-timers.ts';
import { bitByBit } from '../node-http/bit-by-bit.ts';
import { type Body, collectBody, type Intake } from '../node-http/collect-body.ts';
import type { Served } from '../node-http/serve.ts';

/** Asks a mock as `fetch` asks a server, without a port. */
export type MockFetch = (input: Request | URL | string, init?: RequestInit) => Promise<Response>;

/** A reader of a stream that is behind by so many bytes is dropped. */
const MOST_UNREAD = 4 * 1024 * 1024;

/** A `fetch` that leads to a mock, whatever the host of the URL. A dropped connection rejects, as it does with a server. */
export function createFetch({ answer, intake, onFault }: Served): MockFetch {
  return async (input, init) => {
    const request = new Request(input, init);
    const { pathname, search } = new URL(request.url);
    const { method, signal } = request;
    const onGone = (act: () => void) => signal.addEventListener('abort', act, { once: true });
    const headers = Object.fromEntries(request.headers);
    const head: RawHead = { method, target: pathname + search, headers, onGone };
    const body = await readBody(request, head, intake);
    signal.throwIfAborted();
    const reply = await answer({ ...head, body });
    signal.throwIfAborted();
    return isStream(reply) ? toStream(reply, signal, onFault) : toResponse(reply, request, onFault);
  };
}

async function readBody(request: Request, head: RawHead, intake: Intake): Promise<Body> {
  if (request.body === null) return new Uint8Array();
  // How long it is is not known before it is there.
  const headers = { ...head.headers, 'transfer-encoding': 'chunked' };
  const source = Object.assign(Readable.fromWeb(request.body as never), { headers });
  // What went wrong with it is told by the body that is not there.
  source.on('error', () => {});
  const body = await new Promise<Body>((resolve) => collectBody(source, head, intake, resolve));
  source.destroy();
  return body;
}

async function toResponse(reply: RawReply, request: Request, onFault: Served['onFault']): Promise<Response> {
  const { delay, cut, isReset } = reply;
  if (delay !== undefined) await sleep(delay, undefined, { signal: request.signal });
  if (cut === 'dropped') throw new TypeError('fetch failed', { cause: endOf(isReset) });
  try {
    return respond(reply, request);
  } catch (error) {
    onFault(error);
    return respond(write(toFaultOfMock(Date.now())), request);
  }
}

function respond(
  { status, headers, body: text, bytes, bytesOver, cut, isReset }: RawReply,
  { method, signal }: Request,
): Response {
  const body = bytes ?? new TextEncoder().encode(text);
  const length = status === 204 ? {} : { 'Content-Length': String(body.length) };
  const all = { ...headers, ...length };
  // A `Response` has a body only where HTTP lets it have one.
  const hasNone = body.length === 0 || method === 'HEAD';
  if (cut === undefined && (bytesOver === undefined || hasNone))
    return new Response(hasNone ? null : new Uint8Array(body), { status, headers: all });
  const sent = cut === undefined ? body : body.subarray(0, body.length >> 1);
  const end = (controller: ReadableStreamDefaultController) => {
    if (cut === undefined) controller.close();
    else controller.error(new TypeError('terminated', { cause: endOf(isReset) }));
  };
  const source = {
    start(controller: ReadableStreamDefaultController<Uint8Array>) {
      if (bytesOver === undefined) controller.enqueue(sent);
      else
        bitByBit(sent, bytesOver, (bit) => controller.enqueue(bit), signal).then(
          () => end(controller),
          (error) => controller.error(error),
        );
    },
    pull(controller: ReadableStreamDefaultController<Uint8Array>) {
      if (bytesOver === undefined) end(controller);
    },
  };
  return new Response(new ReadableStream(source), { status, headers: all });
}

/** How a connection ended, as `fetch` tells it. */
function endOf(isReset: boolean | undefined): Error {
  return isReset === true
    ? Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' })
    : new Error('other side closed');
}

function toStream(
  { status, headers, body }: StreamReply,
  signal: AbortSignal,
  onFault: Served['onFault'],
): Response {
  let stop = () => {};
  const source = {
    start(controller: ReadableStreamDefaultController<Uint8Array>) {
      const encoder = new TextEncoder();
      let isOver = false;
      const end = (act: () => void) => {
        if (isOver) return;
        isOver = true;
        stop();
        act();
      };
      stop = body({
        write(text) {
          if (isOver) return;
          controller.enqueue(encoder.encode(text));
          if ((controller.desiredSize ?? 0) <= 0)
            end(() => controller.error(new Error('The stream is not read.')));
        },
        end: () => end(() => controller.close()),
        fail: (error) => {
          onFault(error);
          end(() => controller.error(error));
        },
      });
      signal.addEventListener('abort', () => end(() => controller.error(signal.reason)));
    },
    cancel: () => stop(),
  };
  const stream = new ReadableStream(source, new ByteLengthQueuingStrategy({ highWaterMark: MOST_UNREAD }));
  return new Response(stream, { status, headers });
}
