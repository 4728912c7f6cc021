import type http from 'node:http';
import { createRequire } from 'node:module';
import { clearTimeout, setTimeout } from '../real-timers.ts';
import { MARK, TO_A_MOCK } from './marked.ts';
import type { Signed } from './sign.ts';
import { toSent } from './webhook-headers.ts';

/** One request to a receiver. */
export interface DeliveryAttempt extends Signed {
  /** Of the delivery. */
  readonly id: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** In seconds, for the whole of it. */
  readonly timeout: number;
  readonly signal: AbortSignal;
}

/** What the receiver answered, or why it did not. */
export interface DeliveryAnswer {
  readonly status: number | null;
  readonly error: string | null;
  /** Whether a mock answered, which takes no deliveries. */
  readonly isMock: boolean;
}

/** Sends deliveries and never rejects. Redirects are not followed. */
export interface Post {
  send(attempt: DeliveryAttempt): Promise<DeliveryAnswer>;
  /** Ends the connections that are kept. */
  close(): void;
}

/** So much of an answer is read, in bytes; the connection ends where it goes on. */
const MOST_READ = 64 * 1024;

/** A post over HTTP and HTTPS that keeps connections, and that keeps no process alive. */
export function createPost(): Post {
  const doors = new Map<string, Door>();
  return {
    async send(attempt) {
      const protocol = URL.canParse(attempt.url) ? new URL(attempt.url).protocol : '';
      const door = doors.get(protocol) ?? openDoor(protocol);
      if (door === undefined)
        return { status: null, error: `${attempt.url.slice(0, 100)} is no http(s) URL.`, isMock: false };
      doors.set(protocol, door);
      const first = await sendOnce(door, attempt);
      // A connection that was kept may have ended while the attempt went out: that tells nothing about the receiver.
      return first.stale && !attempt.signal.aborted ? sendOnce(door, attempt, true) : first;
    },
    close() {
      for (const { agent } of doors.values()) agent.destroy();
    },
  };
}

/** Where requests of a protocol go out. */
interface Door {
  readonly agent: http.Agent;
  readonly request: typeof http.request;
}

/** Undefined for a protocol that is neither. */
function openDoor(protocol: string): Door | undefined {
  if (protocol !== 'http:' && protocol !== 'https:') return undefined;
  // Loaded only here: most mocks deliver nothing over TLS.
  const { Agent, request }: typeof http = createRequire(import.meta.url)(`node:${protocol.slice(0, -1)}`);
  return { agent: new Agent({ keepAlive: true }), request };
}

function sendOnce(
  { agent, request }: Door,
  attempt: DeliveryAttempt,
  isFresh = false,
): Promise<DeliveryAnswer & { stale: boolean }> {
  return new Promise((resolve) => {
    const { url, timeout, signal } = attempt;
    let status: number | null = null;
    let isMock = false;
    let sent: http.ClientRequest | undefined;
    /** What counts is the status; what becomes of the rest of the answer does not. */
    const end = (error?: string, stale = false) => {
      clearTimeout(timer);
      resolve({ status, error: status === null ? (error ?? null) : null, isMock, stale });
    };
    const cut = (error?: string) => {
      end(error);
      sent?.destroy();
    };
    const timer = setTimeout(() => cut(`No answer within ${timeout} s.`), timeout * 1000).unref();
    try {
      const options = { method: 'POST', headers: withOwn(attempt), signal };
      sent = request(url, isFresh ? { ...options, agent: false } : { ...options, agent });
      sent.once('socket', (socket) => socket.unref());
      sent.once('response', (response) => {
        status = response.statusCode ?? null;
        isMock = response.headers['x-mock-rule'] === TO_A_MOCK;
        let read = 0;
        response.on('data', (chunk: Buffer) => {
          read += chunk.length;
          if (read > MOST_READ) cut();
        });
        for (const over of ['end', 'error', 'close']) response.once(over, () => end());
      });
      sent.on('error', (error: NodeJS.ErrnoException) => {
        end(error.message || error.code, status === null && isStale(error, sent));
      });
      // As bytes: Node would write the headers in the encoding of a text.
      sent.end(Buffer.from(attempt.text));
    } catch (error) {
      end(error instanceof Error ? error.message : String(error));
    }
  });
}

/** Whether a connection that was kept had ended by the time it was used again. */
function isStale({ code }: NodeJS.ErrnoException, sent: http.ClientRequest | undefined): boolean {
  return sent?.reusedSocket === true && (code === 'ECONNRESET' || code === 'EPIPE');
}

function withOwn({ id, headers, text, signature, signatureHeader }: DeliveryAttempt): Record<string, string> {
  return {
    'User-Agent': 'wuts-mock',
    ...toSent(headers, signatureHeader),
    // Of two headers with the same name, in any case, the later one counts: these are ours.
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Length': String(Buffer.byteLength(text)),
    [MARK]: id,
    ...(signature !== undefined && signatureHeader !== undefined && { [signatureHeader]: signature }),
  };
}
