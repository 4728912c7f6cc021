import { accessSync, constants, existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { CannotRun } from '../target/target.ts';

/** Makes the folders of a file that is to be written later. Throws `CannotRun` when it could not be written then; `-` always can. */
export function mustBeWritable(file: string): void {
  if (file === '-') return;
  tryTo(file, () => {
    const folder = dirname(file);
    makeFolders(folder);
    if (!statSync(folder).isDirectory()) throw new Error(`${folder} is no folder`);
    const there = statSync(file, { throwIfNoEntry: false });
    if (there?.isDirectory()) throw new Error('it is a folder');
    accessSync(there === undefined ? folder : file, constants.W_OK);
  });
}

/** Throws `CannotRun` when two reports are to go to one place, or one over a file that the run `reads`; `-` is standard output. */
export function mustBeApart(files: readonly string[], reads: readonly (string | undefined)[] = []): void {
  const read = new Set(reads.flatMap((file) => (file === undefined ? [] : resolve(file))));
  const over = files.find((file) => file !== '-' && read.has(resolve(file)));
  if (over !== undefined)
    throw new CannotRun(`A report would replace ${over}, which this run reads. Give it a file of its own.`);
  const places = files.map((file) => (file === '-' ? file : resolve(file)));
  const shared = files.find((_, index) => places.lastIndexOf(places[index] ?? '') > index);
  if (shared === undefined) return;
  const place = shared === '-' ? 'standard output' : shared;
  throw new CannotRun(
    `Two reports go to ${place}, and one would spoil the other. Give each a file of its own.`,
  );
}

/** Writes a text into a file, whose folders are made; `-` is standard output. Throws `CannotRun`. */
export function writeText(file: string, text: string): void {
  if (file === '-') {
    process.stdout.write(text);
    return;
  }
  mustBeWritable(file);
  tryTo(file, () => writeFileSync(file, text));
}

/** One by one: with `recursive` Node 20 never comes back from where no folder can be, such as /proc. */
function makeFolders(folder: string): void {
  if (existsSync(folder)) return;
  makeFolders(dirname(folder));
  mkdirSync(folder);
}

function tryTo(file: string, act: () => void): void {
  try {
    act();
  } catch (error) {
    throw new CannotRun(
      `The report ${file} cannot be written: ${error instanceof Error ? error.message : error}. Name a file in a folder that you may write to.`,
    );
  }
}
