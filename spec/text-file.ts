import { readFileSync } from 'node:fs';

/** How a text is encoded: in UTF-16, as PowerShell writes it, where its first bytes say so, and else in UTF-8. */
export function encodingOf(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
}

/** The text of a file, in UTF-8 or UTF-16; without a byte order mark. Throws what reading throws. */
export function readTextFile(file: URL | string): string {
  const bytes = readFileSync(file);
  return new TextDecoder(encodingOf(bytes)).decode(bytes);
}
