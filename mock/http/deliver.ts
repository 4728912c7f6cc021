import type { ServerResponse } from 'node:http';
import type { Outcome, RawReply, StreamReply } from '../engine/call.ts';

/** A reader of a stream that is behind by more than so many bytes is dropped. */
const MOST_UNREAD = 4 * 1024 * 1024;

/** Sends what a mock answers: at once, late, in part, not at all, or as a stream. */
export function deliver(response: ServerResponse, outcome: Outcome): void {
  if (outcome instanceof Promise) void outcome.then((reply) => send(response, reply));
  else send(response, outcome);
}

function send(response: ServerResponse, reply: RawReply | StreamReply): void {
  if (typeof reply.body === 'function') stream(response, reply as StreamReply);
  else deliverReply(response, reply as RawReply);
}

function deliverReply(response: ServerResponse, reply: RawReply): void {
  if (reply.delay === undefined) sendNow(response, reply);
  else {
    const timer = setTimeout(() => sendNow(response, reply), reply.delay);
    response.once('close', () => clearTimeout(timer));
  }
}

function sendNow(response: ServerResponse, { status, headers, body, cut }: RawReply): void {
  if (cut === 'dropped') {
    response.socket?.destroy();
    return;
  }
  // HTTP forbids a length where there is no body by definition.
  const length = status === 204 ? {} : { 'Content-Length': Buffer.byteLength(body) };
  response.writeHead(status, { ...headers, ...length });
  if (cut === 'truncated') {
    // The whole length is announced, and half of it comes.
    const bytes = Buffer.from(body);
    response.write(bytes.subarray(0, bytes.length >> 1), () => response.socket?.destroy());
  } else response.end(body);
}

function stream(response: ServerResponse, { status, headers, body }: StreamReply): void {
  response.writeHead(status, headers);
  response.flushHeaders();
  const stop = body(
    (text) => {
      if (response.destroyed) return;
      response.write(text);
      if (response.writableLength > MOST_UNREAD) response.destroy();
    },
    () => response.end(),
  );
  response.once('close', stop);
}
