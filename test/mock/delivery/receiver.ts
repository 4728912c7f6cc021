import { createHmac } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { onTestFinished } from 'vitest';
import type { EventBody } from '../../../mock/wire/event.ts';

/** One delivery, as it came in. */
export interface Received {
  text: string;
  body: EventBody;
  headers: IncomingHttpHeaders;
  url: string | undefined;
}

/** Somebody who receives webhooks on loopback, and writes down what came. */
export interface Receiver {
  url: string;
  readonly received: Received[];
  /** How many connections were made. */
  readonly connections: number;
}

/** How a receiver answers the nth delivery, counted from 0. */
export type Answering = (response: ServerResponse, nth: number, socket: Socket) => void;

/** A receiver that answers 200 unless told otherwise; it ends with the test. */
export async function createReceiver(answer: Answering = (response) => response.end()): Promise<Receiver> {
  const received: Received[] = [];
  let connections = 0;
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const text = Buffer.concat(chunks).toString('utf8');
    received.push({ text, body: JSON.parse(text), headers: request.headers, url: request.url });
    answer(response, received.length - 1, request.socket);
  });
  server.on('connection', () => {
    connections += 1;
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
  return {
    url,
    received,
    get connections() {
      return connections;
    },
  };
}

/** Answers with these statuses in turn, the last one from then on. */
export function answering(...statuses: number[]): Answering {
  return (response, nth) => {
    response.writeHead(statuses[Math.min(nth, statuses.length - 1)] ?? 200);
    response.end();
  };
}

/** The signature that a body should have: over its very bytes, with the signature cut out of them. */
export function signatureOf(text: string, secret: string): string {
  const signed = text.replace(/,"signature":"sha256=[0-9a-f]{64}"\}$/, '}');
  return `sha256=${createHmac('sha256', secret).update(signed, 'utf8').digest('hex')}`;
}
