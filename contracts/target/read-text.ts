import type { Readable } from 'node:stream';

/** Less is not worth allocating, in bytes. */
const LEAST = 4096;

/** The text that comes, as UTF-8. Ends it and throws when it is longer than so many bytes, or breaks off. */
export function readText(stream: Readable, longest: number): Promise<string> {
  return new Promise((resolve, reject) => {
    // One buffer that grows: pieces of a byte each would take a hundred times as much memory as their bytes.
    let kept = Buffer.allocUnsafe(LEAST);
    let length = 0;
    stream.on('data', (piece: Buffer) => {
      const whole = length + piece.length;
      if (whole > longest) {
        stream.destroy(new Error(`it is longer than ${longest} bytes`));
        return;
      }
      if (whole > kept.length) kept = Buffer.concat([kept], Math.max(whole, 2 * kept.length));
      piece.copy(kept, length);
      length = whole;
    });
    let isWhole = false;
    stream.once('end', () => {
      isWhole = true;
      resolve(kept.toString('utf8', 0, length));
    });
    stream.once('error', reject);
    stream.once('close', () => isWhole || reject(new Error('it breaks off')));
  });
}
