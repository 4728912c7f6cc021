import {
  type AgentOptions,
  Agent as HttpAgent,
  request as httpRequest,
  type IncomingMessage,
} from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import { pipeline, type Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { rootCertificates } from 'node:tls';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { isChange, type Request } from './client.ts';
import { helpWith } from './connection.ts';
import { parseJson } from './json.ts';
import { createPatience, HeldBack } from './patience.ts';
import { readText } from './read-text.ts';
import { DEFAULTS, isLoopback, type RunOptions, type Target } from './target.ts';

/** What came back. `body` is undefined when the text is no JSON, or nested more than 64 levels deep. */
export interface Answer {
  readonly status: number;
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  readonly body: unknown;
}

/** The target gave no answer that can be used; the message says what it did instead. */
export class NoAnswer extends Error {
  override name = 'NoAnswer';
  /** `help` is a sentence on what to do about it, where there is one. */
  readonly help: string;
  constructor(message: string, help = '') {
    super(message);
    this.help = help;
  }
}

/**
 * Sends a request; redirects are not followed. Throws `NoAnswer` when the connection drops, or when the answer is not
 * whole in time or too long. Throws `HeldBack`, and sends nothing, when the request may not leave. An answer with 429 is
 * waited out, unless that is what is expected.
 */
export type Send = (request: Request, expected?: readonly number[]) => Promise<Answer>;

/** An answer longer than this is none of WUTS, in bytes. */
const LONGEST_ANSWER = 16 * 1024 * 1024;

/** The encodings that a body may have though nobody asked for any. */
const DECODERS: Readonly<Record<string, () => NodeJS.ReadWriteStream & Readable>> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
};

/** The status of a target that wants to be asked later. */
const TOO_MANY_REQUESTS = 429;

/**
 * The one way out of a run: whatever is sent goes through it. To a host that is not this machine it lets nothing but
 * plain reading pass unless the target allows changes, and then no more than `maxChanges`, `pace` milliseconds apart.
 */
export function createSender(
  { allowChanges = false }: Pick<Target, 'allowChanges'>,
  options: RunOptions,
): Send {
  const {
    timeout = DEFAULTS.timeout,
    pace = DEFAULTS.pace,
    maxChanges = DEFAULTS.maxChanges,
    onAnswer,
  } = options;
  const connections = createConnections(options.ca);
  const patience = createPatience(options.waitLimit ?? DEFAULTS.waitLimit, options.signal);
  let left = maxChanges;
  let next = Promise.resolve();

  const mayLeave = async ({ method, url }: Request) => {
    const { host } = new URL(url);
    if (!allowChanges)
      throw new HeldBack(`${method} changes something, and --allow-changes was not given for ${host}`);
    if (left <= 0) throw new HeldBack(`the ${maxChanges} changes of --max-changes are used up`);
    left -= 1;
    const mine = next;
    next = next.then(() => sleep(pace));
    await mine;
  };

  const ask = async (request: Request, times: Times): Promise<Answer> => {
    const start = performance.now();
    try {
      return await exchange(connections, request, start + timeout, times);
    } catch (error) {
      if (error instanceof TooLate) throw new NoAnswer(`no answer within ${timeout} ms`);
      throw new NoAnswer(`no answer: ${explain(error)}`, helpWith(error, request.url));
    } finally {
      onAnswer?.(performance.now() - start);
    }
  };

  return async (request, expected = []) => {
    const isGuarded = isChange(request) && !isLoopback(request);
    if (isGuarded) await mayLeave(request);
    for (let before = 0; ; before++) {
      await patience.ready();
      const answer = await ask(request, isGuarded ? 'once' : 'again');
      if (answer.status !== TOO_MANY_REQUESTS || expected.includes(TOO_MANY_REQUESTS)) return answer;
      patience.note(answer, before);
    }
  };
}

/** By which agents the requests of a run reach a host. */
interface Connections {
  /** The options of a request to a URL that say how it gets there; `once` takes a connection of its own. */
  to(url: URL, times: 'once' | 'again'): object;
}

/** Since Node 24.5 an agent follows HTTP_PROXY, HTTPS_PROXY and NO_PROXY. */
interface Proxied extends AgentOptions {
  readonly proxyEnv?: NodeJS.ProcessEnv;
}

/** Connections that are kept; to this machine always direct. `ca` is trusted beside what is always trusted. */
function createConnections(ca: string | undefined, env: NodeJS.ProcessEnv = process.env): Connections {
  const trusted = ca === undefined ? {} : { ca: [...rootCertificates, ca] };
  const make = (own: Proxied) => ({
    'http:': new HttpAgent(own),
    'https:': new HttpsAgent({ ...own, ...trusted }),
  });
  const direct = make({ keepAlive: true });
  const [kept, single] = [
    make({ keepAlive: true, proxyEnv: env } as Proxied),
    make({ proxyEnv: env } as Proxied),
  ];
  return {
    to(url, times) {
      const scheme = url.protocol === 'https:' ? 'https:' : 'http:';
      if (isLoopback({ url: url.href }))
        return times === 'once' ? { ...trusted, agent: false } : { agent: direct[scheme] };
      return { agent: (times === 'once' ? single : kept)[scheme] };
    },
  };
}

/** The deadline of an exchange has passed. */
class TooLate extends Error {
  override name = 'TooLate';
}

/** What is sent once takes a connection of its own, which cannot have gone stale, so it never has to be sent again. */
type Times = 'once' | 'again';

// fetch does the same at more than twice the cost, of which a suite has thousands.
async function exchange(
  connections: Connections,
  request: Request,
  deadline: number,
  times: Times,
): Promise<Answer> {
  const url = new URL(request.url);
  const open = url.protocol === 'https:' ? httpsRequest : httpRequest;
  const options = connections.to(url, times);
  const { body } = request;
  const length = body === undefined ? {} : { 'Content-Length': Buffer.byteLength(body) };
  const headers = { ...request.headers, ...length };
  const sent = open(url, { method: request.method, headers, ...options });
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise<Answer>((resolve, reject) => {
      timer = setTimeout(() => {
        reject(new TooLate());
        sent.destroy();
      }, deadline - performance.now());
      sent.once('response', (response) => readAnswer(response).then(resolve, reject));
      sent.on('error', reject);
      // A target may answer before it has read a long body, and then close: the kept connection fails when nobody waits for it.
      sent.once('socket', (socket) => {
        if (socket.listenerCount('error', ignore) === 0) socket.on('error', ignore);
      });
      sent.end(body);
    });
  } catch (error) {
    // The target may have closed an idle connection just then: that says nothing about it.
    const isStale =
      sent.reusedSocket && error instanceof Error && 'code' in error && error.code === 'ECONNRESET';
    if (isStale && times === 'again') return exchange(connections, request, deadline, 'once');
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

function ignore(): void {}

async function readAnswer(response: IncomingMessage): Promise<Answer> {
  const text = await readText(decode(response), LONGEST_ANSWER);
  const headers = Object.fromEntries(
    Object.entries(response.headers).map(([name, value]) => [name, String(value)]),
  );
  return { status: response.statusCode ?? 0, headers, text, body: parseJson(text) };
}

function decode(response: IncomingMessage): Readable {
  const create = DECODERS[response.headers['content-encoding']?.toLowerCase() ?? ''];
  if (create === undefined) return response;
  // What breaks off ends the decoder as well, and that is told where the text is read.
  return pipeline(response, create(), () => {});
}

function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = 'code' in error ? ` (${error.code})` : '';
  return `${error.message || error.name}${code}`;
}
