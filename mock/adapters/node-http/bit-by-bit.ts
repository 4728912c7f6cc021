import { sleep } from '../../real-timers.ts';

/** A timer is not set for less, in milliseconds. */
const SHORTEST = 10;

/** Hands on bytes in bits of the same length, the last of them so many milliseconds after the start. Rejects when it is aborted. */
export async function bitByBit(
  bytes: Uint8Array,
  milliseconds: number,
  take: (bit: Uint8Array) => unknown,
  signal: AbortSignal,
): Promise<void> {
  const count = Math.max(1, Math.min(bytes.length, Math.floor(milliseconds / SHORTEST)));
  for (let n = 0; n < count; n += 1) {
    await sleep(milliseconds / count, undefined, { signal });
    take(
      bytes.subarray(Math.floor((bytes.length * n) / count), Math.floor((bytes.length * (n + 1)) / count)),
    );
  }
}
