import { Agent as HttpAgent, request as httpRequest, type IncomingMessage } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import type { Request } from './client.ts';

/** What came back. `body` is undefined when the text is no JSON. */
export interface Answer {
  readonly status: number;
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  readonly body: unknown;
}

/** The target gave no answer; the message says what it did instead. */
export class NoAnswer extends Error {
  override name = 'NoAnswer';
}

/** An answer longer than this is no answer of WUTS, in bytes. */
const LONGEST_ANSWER = 64 * 1024 * 1024;

const SCHEMES = {
  'http:': { open: httpRequest, agent: new HttpAgent({ keepAlive: true }) },
  'https:': { open: httpsRequest, agent: new HttpsAgent({ keepAlive: true }) },
};

/**
 * Sends a request; redirects are not followed. Throws `NoAnswer` when the connection drops, or when the answer is not
 * whole within `timeout` milliseconds. (fetch does the same at more than twice the cost, of which a suite has thousands.)
 */
export async function send(request: Request, timeout: number): Promise<Answer> {
  const signal = AbortSignal.timeout(timeout);
  try {
    return await exchange(request, signal);
  } catch (error) {
    if (signal.aborted) throw new NoAnswer(`no answer within ${timeout} ms`);
    throw new NoAnswer(`no answer: ${explain(error)}`);
  }
}

async function exchange(request: Request, signal: AbortSignal, isRetry = false): Promise<Answer> {
  const url = new URL(request.url);
  const { open, agent } = url.protocol === 'https:' ? SCHEMES['https:'] : SCHEMES['http:'];
  const body = request.body === undefined ? undefined : Buffer.from(request.body);
  const headers = { ...request.headers, ...(body === undefined ? {} : { 'Content-Length': body.length }) };
  const sent = open(url, { method: request.method, headers, agent, signal });
  try {
    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      sent.once('response', resolve);
      sent.once('error', reject);
      sent.end(body);
    });
    return await readAnswer(response);
  } catch (error) {
    // The target may have closed an idle connection just then: that says nothing about it.
    const isStale =
      sent.reusedSocket && error instanceof Error && 'code' in error && error.code === 'ECONNRESET';
    if (isStale && !isRetry) return exchange(request, signal, true);
    throw error;
  }
}

async function readAnswer(response: IncomingMessage): Promise<Answer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of response) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > LONGEST_ANSWER) throw new Error('the answer does not end');
  }
  const text = Buffer.concat(chunks).toString();
  const headers = Object.fromEntries(
    Object.entries(response.headers).map(([name, value]) => [name, String(value)]),
  );
  return { status: response.statusCode ?? 0, headers, text, body: parse(text) };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = 'code' in error ? ` (${error.code})` : '';
  return `${error.message || error.name}${code}`;
}
