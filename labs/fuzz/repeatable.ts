import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Shot } from './shot.ts';

const FOLDER = fileURLToPath(new URL('../../node_modules/.cache/fuzz/', import.meta.url));

/** Keeps shots in a file, and says where: `--replay` fires them again. It holds no token. */
export function writeRepeatable(shots: readonly Shot[], seed: number, nth: number): string {
  mkdirSync(FOLDER, { recursive: true });
  const file = `${FOLDER}seed-${seed}-failure-${nth}.json`;
  writeFileSync(file, `${JSON.stringify(shots, undefined, 1)}\n`);
  return relative(process.cwd(), file);
}

/** The shots of such a file. Throws when there are none in it. */
export function readRepeatable(file: string): readonly Shot[] {
  const shots: unknown = JSON.parse(readFileSync(file, 'utf8'));
  if (!Array.isArray(shots) || shots.some((one) => !Array.isArray(one?.messages))) {
    throw new Error(`The file ${file} holds no shots: give one that a failed run has named.`);
  }
  return shots;
}
