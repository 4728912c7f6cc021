import { Readable } from 'node:stream';
import { isStream, type RawHead, type RawReply, type StreamReply, write } from '../../engine/call.ts';
import { toFaultOfMock } from '../../engine/error-reply.ts';
import { sleep } from '../../real-timers.ts';
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
  const { delay, cut } = reply;
  if (delay !== undefined) await sleep(delay, undefined, { signal: request.signal });
  if (cut === 'dropped') throw new TypeError('fetch failed', { cause: new Error('other side closed') });
  try {
    return respond(reply, request);
  } catch (error) {
    onFault(error);
    return respond(write(toFaultOfMock(Date.now())), request);
  }
}

function respond({ status, headers, body, cut }: RawReply, { method }: Request): Response {
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
