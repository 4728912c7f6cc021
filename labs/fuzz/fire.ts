import { connect, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { readAnswers } from './answer.ts';
import { patienceNow } from './patience.ts';
import type { Delivery } from './shot.ts';

/** What came of some bytes. */
export interface Echo {
  readonly received: Buffer;
  /** `refused`: nobody took the connection. `hangs`: nobody ended it in time. */
  readonly end: 'closed' | 'reset by us' | 'refused' | 'hangs';
  /** Whether something came while the rest of the request was held back. */
  readonly isEarly: boolean;
}

/** After so long a silence nobody waits for more of bytes that may be half a request. */
const SILENCE = 60;

/** A late reader begins after so many milliseconds. */
const LATE = 300;

/** Sends bytes to a server over connections of their own, and listens until those end. */
export function fire(
  url: string,
  bytes: readonly Buffer[],
  delivery: Delivery,
  isWhole: boolean,
  patience = patienceNow(),
): Promise<Echo[]> {
  const { copies = 1 } = delivery;
  return Promise.all(Array.from({ length: copies }, () => fireOnce(url, bytes, delivery, isWhole, patience)));
}

async function fireOnce(
  url: string,
  parts: readonly Buffer[],
  delivery: Delivery,
  isWhole: boolean,
  patience: number,
): Promise<Echo> {
  const [bytes = Buffer.alloc(0), ...ahead] = [...parts].reverse();
  const { hostname, port } = new URL(url);
  const socket = connect({ host: hostname, port: Number(port), allowHalfOpen: true });
  const received: Buffer[] = [];
  let isConnected = false;
  let [wasReset, isEarly] = [false, false];
  socket.on('data', (part) => received.push(part));
  socket.on('end', () => socket.end());
  socket.on('error', () => {});
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  const connected = new Promise<void>((resolve) => socket.once('connect', () => resolve()));
  await Promise.race([connected, closed]);
  isConnected = !socket.destroyed;

  if (isConnected) {
    for (const [n, part] of ahead.reverse().entries()) {
      socket.write(part);
      await Promise.race([answered(socket, received, n + 1, patience), closed]);
    }
    if (delivery.reads !== undefined) socket.pause();
    const size = Math.max(1, Math.ceil(bytes.length / delivery.pieces));
    for (let at = 0; at < bytes.length && !socket.destroyed; at += size) {
      socket.write(bytes.subarray(at, at + size));
      if (delivery.pause > 0) await wait(delivery.pause);
    }
    if (delivery.ending === 'half-close') socket.end();
    if (delivery.reads !== undefined) await wait(LATE);
    if (delivery.reads === 'late') socket.resume();
    if (delivery.ending === 'reset' || delivery.reads === 'never') {
      await wait(5);
      wasReset = true;
      socket.resetAndDestroy();
    }
    if (delivery.hold !== undefined) await Promise.race([held(socket, delivery.hold), closed]);
    isEarly = received.length > 0;
    if (!isWhole) await Promise.race([silence(received), closed]).then(() => socket.end());
  }
  const isOver = await Promise.race([closed.then(() => true), timeOver(closed, delivery, patience)]);
  if (!isOver) socket.destroy();
  const end = !isConnected ? 'refused' : wasReset ? 'reset by us' : isOver ? 'closed' : 'hangs';
  return { received: Buffer.concat(received), end, isEarly };
}

/** Until there are so many answers, or nobody waits any longer. */
async function answered(
  socket: Socket,
  received: readonly Buffer[],
  wanted: number,
  patience: number,
): Promise<void> {
  const count = () => readAnswers(Buffer.concat(received), []).answers.length;
  for (let waited = 0; count() < wanted && waited < patience; waited += SILENCE) await held(socket, SILENCE);
}

/** Until something is received, or the time is over. */
async function held(socket: Socket, milliseconds: number): Promise<void> {
  const over = new AbortController();
  const end = () => over.abort();
  socket.once('data', end);
  await wait(milliseconds, undefined, { signal: over.signal }).catch(() => {});
  socket.off('data', end);
}

async function silence(received: readonly Buffer[]): Promise<void> {
  let before = -1;
  while (received.length !== before) {
    before = received.length;
    await wait(SILENCE);
  }
}

/** False after a while, unless what is waited for happens first. */
function timeOver(closed: Promise<void>, { copies = 1 }: Delivery, patience: number): Promise<boolean> {
  return new Promise((resolve) => {
    // Many at once are served one after the other.
    const timer = setTimeout(() => resolve(false), copies === 1 ? patience : 2 * patience);
    void closed.then(() => clearTimeout(timer));
  });
}
