import type { IncomingHttpHeaders } from 'node:http';
import type { Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import type { Unreadable } from '../engine/read-body.ts';

/** What of a request is needed to read its body. */
type Incoming = Readable & { headers: IncomingHttpHeaders };

/** How long the rest of a refused request is waited for, in milliseconds. */
const MOMENT = 1000;

const NOTHING = new Uint8Array();

/** How a body is read that came compressed. */
const DECODERS: Record<string, () => NodeJS.ReadWriteStream> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
};

/** Hands over the whole body of a request of up to `limit` bytes, or why there is none; at once where the request announces no body. */
export function collectBody(
  request: Incoming,
  limit: number,
  take: (body: Uint8Array | Unreadable) => void,
): void {
  const { headers } = request;
  if (headers['content-length'] === undefined && headers['transfer-encoding'] === undefined) {
    take(NOTHING);
    return;
  }
  if (Number(headers['content-length']) > limit) {
    refuse(request, 'too-large', take);
    return;
  }
  const encoding = headers['content-encoding']?.toLowerCase() ?? 'identity';
  if (encoding === 'identity') {
    collect(request, request, limit, take);
    return;
  }
  const decoder = Object.hasOwn(DECODERS, encoding) ? DECODERS[encoding] : undefined;
  if (decoder === undefined) refuse(request, 'bad-encoding', take);
  else collect(request, request.pipe(decoder()) as unknown as Readable, limit, take);
}

function collect(
  request: Incoming,
  source: Readable,
  limit: number,
  take: (body: Uint8Array | Unreadable) => void,
): void {
  const chunks: Buffer[] = [];
  let length = 0;
  let isOver = false;
  const end = (body: Uint8Array | Unreadable) => {
    if (isOver) return;
    isOver = true;
    if (source !== request) {
      request.unpipe();
      source.destroy();
    }
    if (typeof body === 'string') refuse(request, body, take);
    else take(body);
  };
  source.on('data', (chunk: Buffer) => {
    length += chunk.length;
    if (length > limit) end('too-large');
    else if (!isOver) chunks.push(chunk);
  });
  source.once('end', () =>
    end(chunks.length === 1 && chunks[0] !== undefined ? chunks[0] : Buffer.concat(chunks)),
  );
  source.once('error', () => end(source === request ? 'cut-off' : 'bad-encoding'));
  request.once('aborted', () => end('cut-off'));
}

/**
 * Says why there is no body, once the rest of the request has been read and thrown away: who is still sending when the
 * connection ends never sees the answer. Nobody is waited for longer than a moment.
 */
function refuse(request: Readable, why: Unreadable, take: (body: Unreadable) => void): void {
  let isTold = false;
  const tell = () => {
    if (isTold) return;
    isTold = true;
    clearTimeout(timer);
    take(why);
  };
  const timer = setTimeout(tell, MOMENT);
  for (const end of ['end', 'close', 'error']) request.once(end, tell);
  if (request.readableEnded || request.destroyed) tell();
  else request.resume();
}
