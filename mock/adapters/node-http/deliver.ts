import type { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { isStream, type Outcome, type RawReply, type StreamReply, write } from '../../engine/call.ts';
import { toFaultOfMock } from '../../engine/error-reply.ts';
import { clearTimeout, setImmediate, setTimeout } from '../../real-timers.ts';
import { bitByBit } from './bit-by-bit.ts';
import { discardRest } from './discard-rest.ts';

/** A reader of a stream that is behind by more than so many bytes is dropped. */
const MOST_UNREAD = 4 * 1024 * 1024;

/** How long a reset comes after the last bytes, in milliseconds. */
const MOMENT = 20;

/** Where an answer goes, and whom its faults are told. */
interface Way {
  readonly response: ServerResponse;
  readonly onFault: (error: unknown) => void;
  /** Waits, once the answer is out, for the rest of a request whose body was not read. */
  readonly rest: ((then: () => void) => void) | undefined;
}

/**
 * Sends what a mock answers: at once, late, in part, not at all, or as a stream. What goes wrong with that is told to
 * `onFault` and becomes a 500, or the end of the connection where an answer is under way.
 */
export function deliver(
  response: ServerResponse,
  outcome: Outcome,
  onFault: (error: unknown) => void,
  hasRest = false,
): void {
  const way: Way = { response, onFault, rest: hasRest ? discardRest(response.req) : undefined };
  if (outcome instanceof Promise) {
    outcome.then(
      (reply) => send(way, reply),
      (error: unknown) => fail(way, error),
    );
  } else send(way, outcome);
}

function send(way: Way, reply: RawReply | StreamReply): void {
  try {
    if (isStream(reply)) stream(way, reply);
    else if (reply.delay === undefined) sendNow(way, reply);
    else sendLate(way, { ...reply, delay: undefined }, reply.delay);
  } catch (error) {
    fail(way, error);
  }
}

/** The last that can be done about a fault of the mock. */
function fail(way: Way, error: unknown): void {
  const { response, onFault } = way;
  onFault(error);
  try {
    if (response.headersSent) response.req.socket.destroy();
    else sendNow(way, write(toFaultOfMock(Date.now())));
  } catch (again) {
    onFault(again);
    response.req.socket.destroy();
  }
}

function sendLate(way: Way, reply: RawReply, delay: number): void {
  const timer = setTimeout(() => send(way, reply), delay);
  whenGone(way.response, () => clearTimeout(timer));
}

function sendNow(way: Way, { status, headers, body: text, bytes, bytesOver, cut, isReset }: RawReply): void {
  const { response, rest } = way;
  const hangUp = (socket: Socket) => (isReset ? reset(socket) : socket.destroy());
  if (cut === 'dropped') {
    onTurn(response, hangUp);
    return;
  }
  const body = bytes ?? text;
  response.writeHead(status, toHead(status, headers, Buffer.byteLength(body)));
  if (cut === 'truncated') truncate(way, Buffer.from(body), bytesOver, hangUp);
  else if (bytesOver !== undefined) sendSlowly(way, Buffer.from(body), bytesOver, () => response.end());
  else if (rest === undefined) response.end(body);
  else {
    // All of the answer goes out now; it is ended, and maybe the connection with it, when the other side could read it.
    response.write(body);
    response.flushHeaders();
    rest(() => {
      const { complete, socket } = response.req;
      response.end(complete ? undefined : () => socket.destroySoon());
    });
  }
}

/** Headers as names and values in turn, which is what Node writes with the least work, and the length behind them. */
function toHead(status: number, headers: RawReply['headers'], length: number): (string | number)[] {
  const head: (string | number)[] = [];
  for (const name in headers) head.push(name, headers[name] as string);
  // HTTP forbids a length where there is no body by definition.
  if (status !== 204) head.push('Content-Length', length);
  return head;
}

/** The whole length is announced, and half of it comes. */
function truncate(way: Way, bytes: Buffer, over: number | undefined, hangUp: (socket: Socket) => void): void {
  const { response } = way;
  const half = bytes.subarray(0, bytes.length >> 1);
  onTurn(response, (socket) => {
    response.flushHeaders();
    if (over !== undefined) sendSlowly(way, half, over, () => hangUp(socket));
    else response.write(half, () => hangUp(socket));
  });
}

/** The bytes come within so many milliseconds, one after the other. */
function sendSlowly({ response, onFault }: Way, bytes: Buffer, over: number, then: () => void): void {
  const gone = new AbortController();
  whenGone(response, () => gone.abort());
  response.flushHeaders();
  bitByBit(bytes, over, (bit) => response.write(bit), gone.signal).then(then, (error: unknown) => {
    if (!gone.signal.aborted) onFault(error);
  });
}

/** What was sent before is read in peace: bytes that come together with a reset are taken for an end in order by some. */
function reset(socket: Socket & { _parent?: Socket | null }): void {
  // A connection over TLS has no reset of its own: that of the one below it is used.
  setTimeout(() => setImmediate(() => (socket._parent ?? socket).resetAndDestroy()), MOMENT);
}

/** Acts when the answers to earlier requests of the connection are out: until then a response has no socket. */
function onTurn(response: ServerResponse, act: (socket: Socket) => void): void {
  if (response.socket !== null) act(response.socket);
  else response.once('socket', act);
}

function stream(way: Way, { status, headers, body }: StreamReply): void {
  const { response } = way;
  response.writeHead(status, headers);
  response.flushHeaders();
  const stop = body({
    write(text) {
      if (response.destroyed || response.writableEnded) return;
      response.write(text);
      if (response.writableLength > MOST_UNREAD) response.destroy();
    },
    end: () => void response.end(),
    fail: (error) => fail(way, error),
  });
  response.once('error', way.onFault);
  whenGone(response, stop);
}

/** Acts once, when a response is over or its connection is, which an answer that waits for its turn is not told. */
export function whenGone(response: ServerResponse, act: () => void): void {
  const { socket } = response.req;
  let isGone = false;
  const gone = () => {
    socket.off('close', gone);
    // The end of a connection tells both.
    if (!isGone) act();
    isGone = true;
  };
  // Each of many requests in one packet may wait.
  socket.setMaxListeners(0);
  socket.once('close', gone);
  response.once('close', gone);
}
