import { type Command, InvalidArgumentError } from 'commander';
import { loadDocument } from '../../spec/index.ts';
import { mustBeApart } from '../reports/report-files.ts';
import type { Subcommand, Write } from '../subcommand.ts';
import { CannotRun } from '../target/target.ts';
import { readArchive } from './archive.ts';
import { checkArchive } from './check-archive.ts';
import { formatHarReport, toHarReport } from './report.ts';

interface Options {
  readonly basePath?: string;
  readonly host?: string;
  readonly strict?: boolean;
  readonly spec?: string;
  /** Where a JSON report goes; `-` is standard output. */
  readonly report?: string;
}

/** Adds `har`, which holds the recorded calls of a consumer to the contract; `choose` gets what it does. */
export function addHarCommand(program: Command, choose: (run: Subcommand) => void): void {
  program
    .command('har <file>')
    .description('say which recorded calls of a consumer break the contract')
    .option('--base-path <path>', 'what stands before /groups in the paths (found by looking)', toBasePath)
    .option('--host <host>', 'only the calls to this host')
    .option('--strict', 'fail on what differs from inferred facts too')
    .option('--spec <file>', 'another version of the OpenAPI document')
    .option('--report <json=file>', 'a JSON report; - is standard output', toReportFile)
    .addHelpText('after', EXAMPLES)
    .action((file: string, options: Options) => choose((write) => checkFile(file, options, write)));
}

const EXAMPLES = `
Examples:
  wuts-contracts har recording.har
  wuts-contracts har recording.har --host api.wuts.com.br --strict --report json=-

Exit code: 0 no call breaks the contract, 1 some do, 2 the file could not be checked.
`;

function checkFile(file: string, { spec, strict, report: to, ...aim }: Options, write: Write): number {
  mustBeApart(to === undefined ? [] : [to], [file, spec]);
  const document = loadDocument(spec);
  const checked = checkArchive(readArchive(file), document, aim);
  if (checked.calls.length === 0) throw new CannotRun(tellNothing(file, checked.others, aim));
  const report = toHarReport(checked, { file, document, strict });
  // A report on standard output is to be read by a program: what is for people goes elsewhere.
  if (to === '-') console.error(formatHarReport(report));
  else console.log(formatHarReport(report));
  if (to !== undefined) write(to, `${JSON.stringify(report, null, 2)}\n`);
  return report.failed > 0 ? 1 : 0;
}

function tellNothing(file: string, entries: number, { basePath, host }: Options): string {
  const under = basePath === undefined ? '' : ` under ${basePath}`;
  const on = host === undefined ? '' : ` on ${host}`;
  return `None of the ${entries} entries of ${file} goes to a path of the document, such as /groups,${under}${on} so there is nothing to check. Record calls to WUTS, or correct --base-path and --host.`;
}

function toBasePath(text: string): string {
  const path = text.replace(/\/+$/, '');
  return path === '' || path.startsWith('/') ? path : `/${path}`;
}

function toReportFile(text: string): string {
  const file = /^json=(.+)$/.exec(text)?.[1];
  if (file !== undefined) return file;
  throw new InvalidArgumentError('A report is written json=file here.');
}
