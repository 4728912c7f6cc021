import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { PROVENANCES } from '../../spec/facts/index.ts';
import { type ApiDocument, loadDocument } from '../../spec/index.ts';
import type { Case, Provenance } from '../language/case.ts';
import { mustBeApart } from '../reports/report-files.ts';
import { chooseCases } from '../runner/choose-cases.ts';
import type { Subcommand, Write } from '../subcommand.ts';
import { CannotRun } from '../target/target.ts';
import { toArazzo, toWorkflow } from './arazzo.ts';
import { type Flows, toFlows } from './flows.ts';
import { toCollection, toFolder } from './postman.ts';

interface Options {
  /** true for standard output. */
  readonly arazzo?: string | true;
  readonly postman?: string | true;
  readonly only?: string[];
  readonly skip?: string[];
  readonly provenance?: Provenance[];
  readonly seed: number;
  readonly spec?: string;
}

/** Adds `export`, which writes the suite in the formats of others; `choose` gets what it does. */
export function addExportCommand(program: Command, choose: (run: Subcommand) => void): void {
  program
    .command('export')
    .description('write the cases as flows of Arazzo or Postman')
    .option('--arazzo [file]', 'an Arazzo 1.0 description, and the OpenAPI document beside it')
    .option('--postman [file]', 'a Postman collection 2.1')
    .option('--only <pattern>', 'only these cases (repeatable)', collect)
    .option('--skip <pattern>', 'not these cases (repeatable)', collect)
    .addOption(new Option('--provenance <mark...>', 'only promises that are known so').choices(PROVENANCES))
    .option('--seed <number>', 'the seed of the generated names', toWhole, 1)
    .option('--spec <file>', 'another version of the OpenAPI document')
    .addHelpText('after', EXAMPLES)
    .action((options: Options) => choose((write) => exportCases(options, write)));
}

const EXAMPLES = `
Examples:
  wuts-contracts export --arazzo flows.yaml --provenance documented
  wuts-contracts export --postman collection.json --only groups
  wuts-contracts export --arazzo > flows.yaml

What a format cannot say is left out, and counted with the reason.
`;

function exportCases(options: Options, write: Write): number {
  const { arazzo, postman, provenance, seed, spec } = options;
  if (arazzo === undefined && postman === undefined) {
    throw new CannotRun('Say what to write: --arazzo [file], --postman [file], or both.');
  }
  const written = [arazzo, postman].flatMap((to) => (to === undefined ? [] : toFile(to)));
  const beside = arazzo === undefined || toFile(arazzo) === '-' ? [] : [besideOf(toFile(arazzo))];
  mustBeApart([...written, ...beside], [spec]);
  const document = loadDocument(spec);
  const cases = chooseCases(options).filter((one) => provenance?.includes(one.provenance) !== false);
  if (cases.length === 0) {
    throw new CannotRun('No case matches --only, --skip and --provenance. See the ids with --list.');
  }
  if (arazzo !== undefined) writeArazzo(document, cases, seed, arazzo, write);
  if (postman !== undefined) {
    const flows = toFlows(document, cases, (one) => toFolder(document, one, seed));
    write(toFile(postman), `${JSON.stringify(toCollection(document, flows.flows), null, 2)}\n`);
    tell('a Postman collection', cases.length, flows);
  }
  return 0;
}

/** A description names its document by a place beside it, so that has to be there too. */
function writeArazzo(
  document: ApiDocument,
  cases: readonly Case[],
  seed: number,
  to: string | true,
  write: Write,
): void {
  // Loaded only here: most runs write no YAML.
  const { stringify }: typeof import('yaml') = createRequire(import.meta.url)('yaml');
  const flows = toFlows(document, cases, (one) => toWorkflow(document, one, seed));
  const file = toFile(to);
  const beside = besideOf(file);
  const description = toArazzo(document, flows.flows, `./${basename(beside)}`);
  const text = file.endsWith('.json')
    ? `${JSON.stringify(description, null, 2)}\n`
    : stringify(description, { lineWidth: 0, aliasDuplicateObjects: false });
  write(file, text);
  if (file === '-') console.error('Put the OpenAPI document beside it, as openapi.json.');
  else write(beside, `${JSON.stringify(document.raw, null, 2)}\n`);
  tell('Arazzo', cases.length, flows);
}

/** Where the document is written that a description in this file names. */
function besideOf(file: string): string {
  const name = file === '-' ? '' : `${basename(file).replace(/\.\w+$/, '')}.`;
  return join(dirname(file), `${name}openapi.json`);
}

function toFile(to: string | true): string {
  return to === true ? '-' : to;
}

/** Said beside the output, which may go to a program. */
function tell(format: string, asked: number, { flows, leftOut }: Flows<unknown>): void {
  const lines = leftOut.map(
    ({ reason, ids }) => `  ${String(ids.length).padStart(4)}  a case that ${reason}, such as ${ids[0]}`,
  );
  const end = lines.length === 0 ? '.' : `; ${asked - flows.length} are left out:`;
  console.error([`${flows.length} of ${asked} cases are written as ${format}${end}`, ...lines].join('\n'));
}

function collect(pattern: string, before: string[] = []): string[] {
  return [...before, pattern];
}

function toWhole(text: string): number {
  if (/^\d{1,10}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('It takes a whole number.');
}
