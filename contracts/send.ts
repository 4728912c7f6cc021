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
  const deadline = performance.now() + timeout;
  try {
    return await exchange(request, deadline);
  } catch (error) {
    if (error instanceof TooLate) throw new NoAnswer(`no answer within ${timeout} ms`);
    throw new NoAnswer(`no answer: ${explain(error)}`);
  }
}

/** The deadline of an exchange has passed. */
class TooLate extends Error {
  override name = 'TooLate';
}

async function exchange(request: Request, deadline: number, isRetry = false): Promise<Answer> {
  const url = new URL(request.url);
  const { open, agent } = url.protocol === 'https:' ? SCHEMES['https:'] : SCHEMES['http:'];
  const text = request.body;
  const body = text === undefined ? undefined : Buffer.from(text);
  const headers = { ...request.headers, ...(body === undefined ? {} : { 'Content-Length': body.length }) };
  const sent = open(url, { method: request.method, headers, agent });
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise<Answer>((resolve, reject) => {
      timer = setTimeout(() => {
        reject(new TooLate());
        sent.destroy();
      }, deadline - performance.now());
      sent.once('response', (response) => readAnswer(response, resolve, reject));
      sent.on('error', reject);
      sent.end(body);
    });
  } catch (error) {
    // The target may have closed an idle connection just then: that says nothing about it.
    const isStale =
      sent.reusedSocket && error instanceof Error && 'code' in error && error.code === 'ECONNRESET';
    if (isStale && !isRetry) return exchange(request, deadline, true);
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

function readAnswer(
  response: IncomingMessage,
  resolve: (answer: Answer) => void,
  reject: (error: Error) => void,
): void {
  const chunks: Buffer[] = [];
  let length = 0;
  response.on('data', (chunk: Buffer) => {
    chunks.push(chunk);
    length += chunk.length;
    if (length > LONGEST_ANSWER) response.destroy(new Error('the answer does not end'));
  });
  response.once('error', reject);
  response.once('end', () => {
    const text = Buffer.concat(chunks).toString();
    const headers = Object.fromEntries(
      Object.entries(response.headers).map(([name, value]) => [name, String(value)]),
    );
    resolve({ status: response.statusCode ?? 0, headers, text, body: parse(text) });
  });
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
