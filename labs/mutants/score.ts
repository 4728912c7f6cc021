import { REASONS } from './survivors.ts';

/** As much of Stryker's JSON report as is used here. */
export interface MutationReport {
  readonly files: Readonly<Record<string, { readonly source: string; readonly mutants: readonly Mutant[] }>>;
}

interface Mutant {
  readonly mutatorName: string;
  readonly replacement?: string;
  /** Lines and columns count from 1. */
  readonly location: {
    readonly start: { readonly line: number; readonly column: number };
    readonly end: { readonly line: number; readonly column: number };
  };
  readonly status: string;
}

/** What became of the mutants of one file. */
export interface Row {
  readonly file: string;
  readonly mutants: number;
  /** Those that some case reaches. */
  readonly reached: number;
  readonly killed: number;
}

/** A mutant that no case notices, and why nobody outside could; undefined when no reason is known. */
export interface Survivor {
  readonly file: string;
  /** The line of code, without its indentation. */
  readonly line: string;
  /** What stands there and what the mutant makes of it. */
  readonly change: string;
  readonly because: string | undefined;
}

/** How a mutant ends that is noticed: a case fails, the mock hangs, or it does not even start. */
const KILLED = new Set(['Killed', 'Timeout', 'RuntimeError']);
const UNREACHED = new Set(['NoCoverage', 'CompileError']);

/** A row for each file of a report, by name. */
export function toRows({ files }: MutationReport): Row[] {
  return Object.entries(files)
    .map(([file, { mutants: all }]) => ({ file, mutants: all.filter(({ status }) => status !== 'Ignored') }))
    .map(({ file, mutants }) => ({
      file,
      mutants: mutants.length,
      reached: mutants.filter(({ status }) => !UNREACHED.has(status)).length,
      killed: mutants.filter(({ status }) => KILLED.has(status)).length,
    }))
    .sort((a, b) => (a.file < b.file ? -1 : 1));
}

/** How many of the mutants that are reached are killed, in percent; 100 where none is reached. */
export function scoreOf(rows: readonly Row[]): number {
  const { reached, killed } = sum(rows);
  return reached === 0 ? 100 : (100 * killed) / reached;
}

/** The mutants of a report that survived, with their reasons. */
export function toSurvivors({ files }: MutationReport): Survivor[] {
  return Object.entries(files).flatMap(([file, { source, mutants }]) => {
    const lines = source.split('\n');
    return mutants
      .filter(({ status }) => status === 'Survived')
      .map((mutant): Survivor => {
        const { start } = mutant.location;
        const line = lines[start.line - 1]?.trim() ?? '';
        const change = `${original(lines, mutant)} → ${oneLine(mutant.replacement ?? mutant.mutatorName)}`;
        const known = REASONS.find(
          (one) =>
            one.file.test(file) &&
            one.code.test(`${enclosing(lines, start.line)}\n${line}`) &&
            (one.change ?? /^/).test(change),
        );
        return { file, line, change, because: known?.because };
      });
  });
}

/** The rows of all files together. */
export function sum(rows: readonly Row[]): Row {
  const add = (pick: (row: Row) => number) => rows.reduce((total, row) => total + pick(row), 0);
  return {
    file: 'all',
    mutants: add(({ mutants }) => mutants),
    reached: add(({ reached }) => reached),
    killed: add(({ killed }) => killed),
  };
}

/** The line that begins the declaration around a line. */
function enclosing(lines: readonly string[], number: number): string {
  return lines.slice(0, number).findLast((line) => /^(export |function |const )/.test(line)) ?? '';
}

function original(lines: readonly string[], { location: { start, end } }: Mutant): string {
  const first = lines[start.line - 1] ?? '';
  if (start.line === end.line) return oneLine(first.slice(start.column - 1, end.column - 1));
  return oneLine(`${first.slice(start.column - 1)} ${lines.slice(start.line, end.line).join(' ')}`);
}

function oneLine(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return line.length > 80 ? `${line.slice(0, 80)}…` : line;
}
