import type { IncomingHttpHeaders } from 'node:http';
import type { Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import type { RawHead } from '../../engine/call.ts';
import type { Unreadable } from '../../journal/body.ts';
import type { BodyBudget } from './body-budget.ts';

/** What of a request is needed to read its body. */
type Incoming = Readable & { headers: IncomingHttpHeaders };

/** How a mock takes in bodies. */
export interface Intake {
  /** How large the body of a request with this head may be, in bytes; 0 where its head is reason enough to refuse it, or nothing reads its body. */
  bodyLimit(head: RawHead): number;
  readonly budget: BodyBudget;
}

/** The whole body of a request, or why there is none. */
export type Body = Uint8Array | Unreadable;

const NOTHING = new Uint8Array();

/** So many chunks are put together: a body in single bytes would take a hundred times its length. */
const CHUNKS_APART = 256;

/** How a body is read that came compressed. */
const DECODERS: Record<string, () => NodeJS.ReadWriteStream> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
};

/**
 * Hands over the whole body of a request, or why there is none; at once where the request announces no body, or where
 * its head tells that none is read. What is left of a body then is for whoever answers to throw away.
 */
export function collectBody(
  request: Incoming,
  head: RawHead,
  { bodyLimit, budget }: Intake,
  take: (body: Body) => void,
): void {
  const length = request.headers['content-length'];
  if (length === undefined ? request.headers['transfer-encoding'] === undefined : Number(length) === 0) {
    take(NOTHING);
    return;
  }
  const limit = bodyLimit(head);
  const encoding = request.headers['content-encoding']?.toLowerCase() ?? 'identity';
  const decoder = Object.hasOwn(DECODERS, encoding) ? DECODERS[encoding] : undefined;
  if (limit === 0) take('not-read');
  else if (Number(length) > limit) take('too-large');
  else if (encoding === 'identity') collect(request, request, limit, budget, take);
  else if (decoder === undefined) take('bad-encoding');
  else collect(request, request.pipe(decoder()) as unknown as Readable, limit, budget, take);
}

function collect(
  request: Incoming,
  source: Readable,
  limit: number,
  budget: BodyBudget,
  take: (body: Body) => void,
): void {
  let blocks: Buffer[] = [];
  let chunks: Buffer[] = [];
  let length = 0;
  let isOver = false;
  const end = (body: Body) => {
    if (isOver) return;
    isOver = true;
    blocks = [];
    chunks = [];
    if (source !== request) {
      request.unpipe();
      source.destroy();
    }
    try {
      take(body);
    } finally {
      share.release();
    }
  };
  const share = budget.open(() => end('over-budget'));
  source.on('data', (chunk: Buffer) => {
    if (isOver) return;
    length += chunk.length;
    if (length > limit) {
      end('too-large');
      return;
    }
    chunks.push(chunk);
    if (chunks.length === CHUNKS_APART) {
      blocks.push(Buffer.concat(chunks));
      chunks = [];
    }
    share.hold(chunk.length);
  });
  source.once('end', () => {
    const [first = NOTHING] = chunks;
    end(blocks.length === 0 && chunks.length < 2 ? first : Buffer.concat([...blocks, ...chunks], length));
  });
  source.once('error', () => end(source === request ? 'cut-off' : 'bad-encoding'));
  request.once('aborted', () => end('cut-off'));
}
