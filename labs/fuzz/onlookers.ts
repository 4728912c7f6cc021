import { connect } from 'node:net';
import { readAnswers } from './answer.ts';
import { fill } from './bytes.ts';
import type { Places } from './shot.ts';

/** Those who wait for a call, or follow what happens, while others shoot. */
export interface Onlookers {
  /** Who was sent away without reason; nothing when all is well. */
  complaints(): string[];
  leave(): void;
}

interface Seat {
  readonly path: string;
  /** A stream goes on for ever, a wait gets an answer, and who sits with a world that may end is sent away with it. */
  readonly lasts: 'for ever' | 'until answered' | 'as the world';
  /** Whether what comes is left unread. */
  readonly isDeaf?: boolean;
}

const SEATS: readonly Seat[] = [
  { path: '/__mock/worlds/default/stream', lasts: 'for ever' },
  { path: '/__mock/worlds/default/journal?wait_for=60&jid=120363999999999998@g.us', lasts: 'until answered' },
  { path: '/__mock/worlds/default/journal?wait_for=60&phone=5500000000001', lasts: 'until answered' },
  { path: '/__mock/worlds/{{world}}/journal?wait_for=60&phone=5500000000001', lasts: 'as the world' },
  { path: '/__mock/worlds/{{world}}/stream', lasts: 'as the world', isDeaf: true },
];

/** Has some look on at the two worlds of a scene, each over a connection of their own. */
export function lookOn(url: string, places: Places): Onlookers {
  const seated = SEATS.map((seat) => sit(url, seat, places));
  return {
    complaints: () => seated.flatMap(({ complaint }) => complaint() ?? []),
    leave: () => {
      for (const { leave } of seated) leave();
    },
  };
}

function sit(url: string, { path, lasts, isDeaf = false }: Seat, places: Places) {
  const { hostname, port } = new URL(url);
  const socket = connect({ host: hostname, port: Number(port) }).on('error', () => {});
  const parts: Buffer[] = [];
  let isOver = false;
  if (!isDeaf) socket.on('data', (part) => parts.push(part));
  socket.once('close', () => {
    isOver = true;
  });
  socket.write(`GET ${fill(path, places)} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`);
  return {
    complaint: () => {
      if (!isOver || lasts === 'as the world') return undefined;
      const received = Buffer.concat(parts);
      const isAnswered = readAnswers(received, ['GET']).answers[0]?.status === 200;
      if (lasts === 'until answered' && isAnswered) return undefined;
      return `GET ${path} was sent away: ${JSON.stringify(received.toString('latin1').slice(-200))}`;
    },
    leave: () => socket.destroy(),
  };
}
