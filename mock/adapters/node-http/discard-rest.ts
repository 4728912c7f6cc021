import type { IncomingMessage } from 'node:http';
import { clearTimeout, setTimeout } from '../../real-timers.ts';

/** So much of the rest of a request is read and thrown away, in bytes, and for so long after its answer, in milliseconds. */
const MOST_DISCARDED = 64 * 1024 * 1024;
const MOMENT = 1000;

const ENDS = ['end', 'close', 'error'];

/**
 * Throws away the rest of a request whose body nobody reads: who is still sending when the connection ends never sees
 * the answer. What is given back waits, once the answer is out, until nothing is left, or too much is.
 */
export function discardRest(request: IncomingMessage): (then: () => void) => void {
  let left = MOST_DISCARDED;
  let isOver = request.readableEnded || request.destroyed;
  let tell = () => {};
  const end = () => {
    if (isOver) return;
    isOver = true;
    tell();
  };
  request.on('data', (chunk: Buffer) => {
    left -= chunk.length;
    if (left >= 0) return;
    request.pause();
    end();
  });
  for (const event of ENDS) request.once(event, end);
  request.resume();
  return (then) => {
    if (isOver) {
      then();
      return;
    }
    const timer = setTimeout(end, MOMENT);
    tell = () => {
      clearTimeout(timer);
      then();
    };
  };
}
