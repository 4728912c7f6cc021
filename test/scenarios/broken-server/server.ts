import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createMock, type RawCall, type RawReply } from '../../../mock/index.ts';

/** One request on its way through a broken implementation. */
export interface Passing {
  call: RawCall;
  /** The JSON of the request; undefined where there is none. */
  sent: unknown;
  /** What a correct implementation answers; asking carries the request out. */
  answer: (call?: RawCall) => RawReply;
}

/** What a broken implementation answers instead: a reply, nothing at all, or a closed connection. */
export type Break = (passing: Passing) => RawReply | 'hang' | 'close';

/** An implementation that is wrong in one way, and the case whose promise it breaks. */
export interface Broken {
  is: string;
  create: () => Break;
  /** What of the suite is run, to save time. */
  only: string;
  /** The id of the case that must be among the failing ones. */
  caughtBy: string;
}

/** A mock with a fault of its own, and what a run needs to know of it. */
export interface BrokenServer {
  url: string;
  tokens: { first: string; second: string };
  close(): Promise<void>;
}

/** Serves a correct mock through something that breaks it. `create` is called once, so that a fault can remember. */
export async function serveBroken(create: () => Break): Promise<BrokenServer> {
  const mock = createMock();
  const corrupt = create();
  const server = createServer(async (request, response) => {
    const body = await readAll(request);
    const { method = '', url: target = '', headers } = request;
    const call: RawCall = { method, target, headers, body };
    const reply = corrupt({
      call,
      sent: parse(body),
      answer: (other = call) => mock.answer(other) as RawReply,
    });
    if (reply === 'hang') return;
    if (reply === 'close') request.socket.destroy();
    else response.writeHead(reply.status, reply.headers).end(reply.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const [first = '', second = ''] = mock.accounts.map(({ token }) => token);
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { url: `http://127.0.0.1:${port}`, tokens: { first, second }, close };
}

/** The same reply with another body. */
export function rewrite(reply: RawReply, change: (body: Record<string, unknown>) => unknown): RawReply {
  return { ...reply, body: JSON.stringify(change(JSON.parse(reply.body))) };
}

/** The same call with another JSON body. */
export function resend(call: RawCall, body: unknown): RawCall {
  return { ...call, body: Buffer.from(JSON.stringify(body)) };
}

/** Whether a request is by this method, on such a path. */
export function is({ call }: Passing, method: string, path: RegExp): boolean {
  return call.method === method && path.test(decodeURIComponent(call.target));
}

/** The participants of a body. */
export function rows(body: Record<string, unknown>): Record<string, unknown>[] {
  return Array.isArray(body.participants) ? body.participants : [];
}

async function readAll(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function parse(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString());
  } catch {
    return undefined;
  }
}
