import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Case } from '../language/case.ts';
import type { Values } from '../language/templates.ts';
import { createDeliveryQueue, type DeliveryQueue, type ReceivedDelivery } from './delivery-queue.ts';
import { readText } from './read-text.ts';
import type { AccountName, Target } from './target.ts';

/** Receives the webhooks of the cases of a run. It listens from the first to the end of the run: a target that tries again what a case left behind is answered, and goes on to the next. */
export interface Receiver {
  /** An inbox for one case. Throws `ReceiverFailed` when it cannot listen. */
  open(): Promise<Inbox>;
  /** Ends it. */
  end(): Promise<void>;
}

/** The inbox of one case: a webhook for each account. */
export interface Inbox {
  /** The URLs of the webhooks, as `first.receiver` and so on. With `?answers=500,200` behind it the deliveries are answered so in turn, the last from then on; 0 ends the connection, and -1 leaves it without an answer. */
  readonly values: Values;
  /** The next delivery to the webhook of an account; undefined when none comes within so many milliseconds. */
  take(account: AccountName, within: number): Promise<ReceivedDelivery | undefined>;
  /** The ids of the deliveries that were taken as expected. */
  readonly taken: Set<unknown>;
  close(): void;
}

/** Nobody can be reached at the address of the receiver; the message says why and what to do. */
export class ReceiverFailed extends Error {
  override name = 'ReceiverFailed';
}

const ACCOUNTS = ['first', 'second', 'third'] as const;

/** A delivery that is longer is cut off, in bytes. */
const LONGEST_DELIVERY = 1024 * 1024;

/** So many deliveries to one webhook are kept, and so many characters of them; the target may have lost count. */
const MOST_DELIVERIES = 1000;
const MOST_CHARACTERS = 8 * LONGEST_DELIVERY;

/** So long a delivery may take to come in, in milliseconds. */
const SLOWEST_DELIVERY = 30_000;

/** So many connections are open at once; what comes in on all of them is held in memory. */
const MOST_CONNECTIONS = 64;

/** Whoever asks so looks whether anybody is there, and delivers nothing. */
const PROBES = ['GET', 'HEAD', 'OPTIONS'];

/** Whether a case takes a webhook receiver. */
export function needsReceiver({ needs = [] }: Case): boolean {
  return needs.includes('receiver');
}

/** A receiver that a target on this machine reaches on loopback, and any other at the URL that it was given. */
export function createReceiver({ receiver }: Pick<Target, 'receiver'>): Receiver {
  const boxes = new Map<string, DeliveryQueue>();
  let listening: Promise<Server> | undefined;
  return {
    async open() {
      listening ??= listen(receiver, (request, response) => receive(boxes, request, response));
      const server = await listening.catch((error: unknown) => {
        listening = undefined;
        throw error;
      });
      const base = receiver?.url.replace(/\/$/, '') ?? toUrl(server);
      const name = randomUUID();
      const own = new Map(ACCOUNTS.map((account) => [account, createDeliveryQueue()]));
      for (const [account, box] of own) boxes.set(`/${name}/${account}`, box);
      return {
        values: Object.fromEntries(
          ACCOUNTS.map((account) => [`${account}.receiver`, `${base}/${name}/${account}`]),
        ),
        take: async (account, within) => own.get(account)?.take(within),
        taken: new Set(),
        close() {
          for (const account of ACCOUNTS) boxes.delete(`/${name}/${account}`);
        },
      };
    },
    async end() {
      await close(await listening);
      listening = undefined;
    },
  };
}

async function receive(
  boxes: ReadonlyMap<string, DeliveryQueue>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  // Anybody may ask for anything here, such as `//`, which is no URL.
  const [path = '', query] = (request.url ?? '').split('?');
  // What stands before is the path of the URL that was given.
  const box = boxes.get(`/${path.split('/').slice(-2).join('/')}`);
  const text = await readText(request, LONGEST_DELIVERY);
  const { method = '', headers } = request;
  if (PROBES.includes(method)) {
    response.end();
    return;
  }
  const answers = (new URLSearchParams(query).get('answers') ?? '200').split(',').map(Number);
  const status = answers[Math.min(box?.count ?? 0, answers.length - 1)] ?? 200;
  // Answered before it is told: whoever waits for it goes on when the answer is out. A webhook of a case that is over is answered as well, so that nothing is tried again.
  if (box !== undefined && status === 0) response.destroy();
  else if (box === undefined || status !== -1)
    response.writeHead(box === undefined || !isStatus(status) ? 200 : status).end();
  if (box === undefined || box.count >= MOST_DELIVERIES) return;
  if (box.characters + text.length <= MOST_CHARACTERS) box.put({ method, text, headers });
}

function isStatus(status: number): boolean {
  return Number.isInteger(status) && status >= 200 && status <= 599;
}

function listen(
  given: Target['receiver'],
  answer: (request: IncomingMessage, response: ServerResponse) => Promise<void>,
): Promise<Server> {
  const port = given === undefined ? 0 : (given.port ?? portIn(given.url));
  const server = createServer({ requestTimeout: SLOWEST_DELIVERY }, (request, response) => {
    // It broke off, or was too long: there is nobody to answer.
    answer(request, response).catch(() => request.destroy());
  });
  server.maxConnections = MOST_CONNECTIONS;
  let hasTried = false;
  return new Promise((resolve, reject) => {
    server.on('error', (error: NodeJS.ErrnoException) => {
      // A machine may have IPv6 only.
      if (given === undefined && error.code === 'EADDRNOTAVAIL' && !hasTried) {
        hasTried = true;
        server.listen(port, '::1', () => resolve(server));
        return;
      }
      // After it listens, a connection that cannot be accepted is one too, and changes nothing.
      reject(
        new ReceiverFailed(
          `The webhook receiver cannot listen on port ${port}: ${error.message}. Free the port, or give another one with --receiver-port.`,
        ),
      );
    });
    // At a URL that was given it is reached from elsewhere.
    if (given === undefined) server.listen(port, '127.0.0.1', () => resolve(server));
    else server.listen(port, () => resolve(server));
  });
}

function portIn(url: string): number {
  const { port, protocol } = new URL(url);
  return port === '' ? (protocol === 'https:' ? 443 : 80) : Number(port);
}

function toUrl(server: Server): string {
  const { address, port } = server.address() as AddressInfo;
  return `http://${address.includes(':') ? `[${address}]` : address}:${port}`;
}

async function close(server: Server | undefined): Promise<void> {
  if (server === undefined) return;
  const ended = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeAllConnections();
  await ended;
}
