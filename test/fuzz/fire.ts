import { connect } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import type { Delivery } from './shot.ts';

/** What came of some bytes. */
export interface Echo {
  readonly received: Buffer;
  /** `refused`: nobody took the connection. `hangs`: nobody ended it in time. */
  readonly end: 'closed' | 'reset by us' | 'refused' | 'hangs';
}

/** How long a whole request may take, and how long the other side may leave the connection open afterwards. */
const PATIENCE = 10_000;

/** After so long a silence nobody waits for more of bytes that may be half a request. */
const SILENCE = 60;

/** Sends bytes to a server over a connection of their own, and listens until it ends. */
export async function fire(url: string, bytes: Buffer, delivery: Delivery, isWhole: boolean): Promise<Echo> {
  const { hostname, port } = new URL(url);
  const socket = connect({ host: hostname, port: Number(port), allowHalfOpen: true });
  const received: Buffer[] = [];
  let isConnected = false;
  let wasReset = false;
  socket.on('data', (part) => received.push(part));
  socket.on('end', () => socket.end());
  socket.on('error', () => {});
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  const connected = new Promise<void>((resolve) => socket.once('connect', () => resolve()));
  await Promise.race([connected, closed]);
  isConnected = !socket.destroyed;

  if (isConnected) {
    const size = Math.max(1, Math.ceil(bytes.length / delivery.pieces));
    for (let at = 0; at < bytes.length && !socket.destroyed; at += size) {
      socket.write(bytes.subarray(at, at + size));
      if (delivery.pause > 0) await wait(delivery.pause);
    }
    if (delivery.ending === 'half-close') socket.end();
    if (delivery.ending === 'reset') {
      await wait(5);
      wasReset = true;
      socket.resetAndDestroy();
    }
    if (!isWhole) await Promise.race([silence(received), closed]).then(() => socket.end());
  }
  const isOver = await Promise.race([closed.then(() => true), patience(closed)]);
  if (!isOver) socket.destroy();
  const end = !isConnected ? 'refused' : wasReset ? 'reset by us' : isOver ? 'closed' : 'hangs';
  return { received: Buffer.concat(received), end };
}

async function silence(received: readonly Buffer[]): Promise<void> {
  let before = -1;
  while (received.length !== before) {
    before = received.length;
    await wait(SILENCE);
  }
}

/** False after a while, unless what is waited for happens first. */
function patience(closed: Promise<void>): Promise<boolean> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(false), PATIENCE);
    void closed.then(() => clearTimeout(timer));
  });
}
