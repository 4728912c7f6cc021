import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { noPosix } from '../missing.ts';
import { type Block, listPages, ROOT, readBlocks, toPattern } from './blocks.ts';
import { NOT_RUN } from './not-run.ts';
import { openTerminal, type Terminal } from './terminal.ts';

/** A line that starts the mock, and what shows that it is there. */
const STARTS = /^(npm ci && )?(npm start|npx wuts-mock)(?!.*--help)/;
const STARTED = /Try it:\n.*\n.*\S$/s;

/** The languages of examples/ that pages quote. */
const EXAMPLES = ['python', 'go', 'php', 'java'];

const pages = listPages().filter((page) => readBlocks(page).length > 0);
const all = pages.flatMap(readBlocks);

describe.skipIf(noPosix).each(pages)(`%s${noPosix}`, (page) => {
  it('shows what really happens when its blocks are pasted one after the other', {
    timeout: 300_000,
  }, async () => {
    const terminal = await openTerminal();
    onTestFinished(terminal.close);
    const blocks = readBlocks(page);
    const toFollow = blocks.filter(isFollowed);
    // A file that is written down comes before the mock that reads it.
    const first = toFollow.find(({ language }) => language !== 'yaml');
    if (first !== undefined && !STARTS.test(first.text))
      await terminal.serve('npx wuts-mock --seed 1', STARTED);
    for (const block of toFollow) await follow(block, shownAfter(blocks, block), terminal);
  });
});

it('the programs of all pages compile', { timeout: 120_000 }, async () => {
  const terminal = await openTerminal();
  onTestFinished(terminal.close);
  const programs = all.filter(({ language, text }) => language === 'ts' && !isCase(text));
  expect(programs.length).toBeGreaterThan(3);
  const files = programs.map(({ place, text }) => {
    const file = `${place.replace(/\W+/g, '-')}.ts`;
    terminal.write(file, text);
    return file;
  });
  const options =
    '--noEmit --strict --module nodenext --target es2023 --lib es2023,es2024.string,dom,dom.iterable --skipLibCheck --exactOptionalPropertyTypes --allowImportingTsExtensions';
  const { code, said } = await terminal.paste(`tsc ${options} --types node ${files.join(' ')}`);
  expect(code, said).toBe(0);
});

it.each(listPages())('%s has no fence that is not read', (page) => {
  const fences = readFileSync(join(ROOT, page), 'utf8').match(/^[\s>-]*(```|~~~)/gm) ?? [];
  expect(fences).toHaveLength(readBlocks(page).length * 2);
});

describe('the list of what is not run', () => {
  it.each(NOT_RUN)('$begins is on a page: $because', ({ begins }) => {
    expect(all.filter(({ text }) => text.startsWith(begins))).not.toEqual([]);
  });
});

describe('an answer that is shown with …', () => {
  const pattern = toPattern('{"a":1,…}\n{"b":[…]}');

  it('is one with anything in its place', () => {
    expect('{"a":1,"c":2}\n{"b":[]}').toMatch(pattern);
  });

  it('is no other one', () => {
    expect('{"a":2,"c":2}\n{"b":[]}').not.toMatch(pattern);
    expect('{"a":1,"c":2}\n{"b":[]} and more').not.toMatch(pattern);
  });
});

/** What is not followed is what another block prints, and what is not run. */
function isFollowed({ language, text }: Block): boolean {
  return !['', 'json'].includes(language) && !NOT_RUN.some(({ begins }) => text.startsWith(begins));
}

/** What a page says that a block prints. */
function shownAfter(blocks: readonly Block[], block: Block): string | undefined {
  const next = blocks[blocks.indexOf(block) + 1];
  return next !== undefined && ['', 'json'].includes(next.language) ? next.text : undefined;
}

async function follow(block: Block, shown: string | undefined, terminal: Terminal): Promise<void> {
  const { place, language, text } = block;
  if (language === 'ts' && isCase(text)) return isQuoted(place, text);
  if (language === 'ts') return runProgram(place, text, shown, terminal);
  if (language === 'yaml') return terminal.write(/^# (\S+\.yaml)\n/.exec(text)?.[1] ?? '', text);
  if (EXAMPLES.includes(language)) return isInExample(place, language, text);
  expect(language, `${place} is in a language that no test can follow`).toBe('sh');
  if (!STARTS.test(text)) return runLines(place, text, shown, terminal);
  const said = await terminal.serve(text, STARTED);
  if (shown !== undefined) expect(said, place).toMatch(toPattern(shown));
}

async function runLines(
  place: string,
  lines: string,
  shown: string | undefined,
  terminal: Terminal,
): Promise<void> {
  const pattern = shown === undefined ? undefined : toPattern(shown);
  const { code, said: whole } = await terminal.paste(lines, pattern);
  // How far a run is, which is told where it takes long.
  const said = whole.replaceAll(/^\d+\/\d+, .*\n/gm, '');
  if (pattern === undefined) {
    expect(code, `${place} ended with ${code} and said:\n${said}`).toBe(0);
    expect(said, place).not.toContain('"success":false');
  } else if (!pattern.test(said)) {
    // Side by side: a pattern of many lines cannot be read.
    expect(said, `${place} prints something else`).toBe(shown);
  }
}

/** A program whose first line names a file is kept there for what comes after it; any other is run. */
async function runProgram(
  place: string,
  text: string,
  shown: string | undefined,
  terminal: Terminal,
): Promise<void> {
  const [, name] = /^\/\/ (\S+\.ts)\n/.exec(text) ?? [];
  const isTest = text.includes("from 'wuts-mock/vitest'");
  const file = name ?? `${place.replace(/\W+/g, '-')}${isTest ? '.test' : ''}.ts`;
  terminal.write(file, text);
  if (name === undefined)
    await runLines(place, isTest ? `vitest run ${file}` : `tsx ${file}`, shown, terminal);
}

function isCase(text: string): boolean {
  return /^('[\w-]+': \[|told\()/.test(text);
}

/** What is shown in another language stands in its example, which a test runs. */
function isInExample(place: string, language: string, text: string): void {
  const folder = join(ROOT, 'examples', language);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const sources = files
    .filter((file) => /\.(py|go|php|java)$/.test(file))
    .map((file) => readFileSync(join(folder, file), 'utf8'));
  expect(sources.join('\n').includes(text), `${place} stands in no file of examples/${language}`).toBe(true);
}

/** A case is quoted from the suite. */
function isQuoted(place: string, text: string): void {
  const folder = join(ROOT, 'contracts/cases');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.ts'),
  );
  const source = files.map((file) => readFileSync(join(folder, file), 'utf8'));
  const flat = (code: string) => code.replace(/\s+/g, ' ');
  const found = flat(source.join('\n')).includes(flat(text.trim()));
  expect(found, `${place} stands in no file of contracts/cases`).toBe(true);
}
