import { readFileSync } from 'node:fs';

/** The text of a file in UTF-8 or, where its first bytes say so, in UTF-16, as PowerShell writes it; without a byte order mark. Throws what reading throws. */
export function readTextFile(file: string): string {
  const bytes = readFileSync(file);
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : 'utf-8';
  return new TextDecoder(encoding).decode(bytes);
}
