import { Command, InvalidArgumentError, Option } from 'commander';
import { readVersion } from '../spec/index.ts';
import { addExportCommand } from './export/command.ts';
import { addHarCommand } from './har/command.ts';
import { isNeed, NEEDS, type Need } from './language/needs.ts';
import { REPORTS, type ReportName } from './reports/index.ts';
import type { Subcommand } from './subcommand.ts';
import { CannotRun } from './target/target.ts';
import { readTextFile } from './target/text-file.ts';

/** What the command line asks for. Times in milliseconds. */
export interface CommandLine {
  url?: string;
  token?: string;
  secondToken?: string;
  thirdToken?: string;
  participant?: string[];
  has?: Need[];
  control?: string;
  controlToken?: string;
  receiver?: string;
  receiverPort?: number;
  mock?: boolean;
  only?: string[];
  skip?: string[];
  list?: boolean;
  plan?: boolean;
  strict?: boolean;
  bail?: boolean;
  seed?: number;
  concurrency?: number;
  timeout?: number;
  spec?: string;
  report?: ReportWanted[];
  /** A run that keeps fewer promises says too little. */
  minKept?: number;
  failOnSkip?: boolean;
  timeLimit?: number;
  waitLimit?: number;
  /** The certificate of an authority, as PEM. */
  cafile?: string;
  config?: string;
  allowChanges?: boolean;
  maxChanges?: number;
  pace?: number;
  /** What is done instead of a run. */
  subcommand?: Subcommand;
}

/** A report and where it goes; `-` is standard output. */
export interface ReportWanted {
  name: ReportName;
  file: string;
}

/** Reads the arguments behind the program's name, and the file of `--config` before them. Ends the process on a bad option. */
export function parseCommandLine(args: readonly string[]): CommandLine {
  const { config } = parse(args);
  return config === undefined ? parse(args) : parse([...readConfig(config), ...args]);
}

function parse(args: readonly string[]): CommandLine {
  let subcommand: Subcommand | undefined;
  const program = new Command('wuts-contracts')
    .description('Holds an implementation of the WUTS group and community endpoints to its contract.')
    .version(readVersion(), '--version')
    .addOption(new Option('--url <url>', 'the base URL of the implementation').env('WUTS_URL'))
    .addOption(new Option('--token <token>', 'the token of an account').env('WUTS_TOKEN'))
    .addOption(new Option('--second-token <token>', 'the token of a second account').env('WUTS_SECOND_TOKEN'))
    .addOption(new Option('--third-token <token>', 'the token of a third account').env('WUTS_THIRD_TOKEN'))
    .option('--participant <phone>', 'a number that may be used (repeatable)', collect(toPhone))
    .option('--has <need>', 'what the target can do beyond its public API (repeatable)', collect(toNeed))
    .option('--control <url>', 'the base URL of its control plane, such as http://127.0.0.1:4010/__mock')
    .addOption(
      new Option('--control-token <token>', 'the token of its control plane').env('WUTS_CONTROL_TOKEN'),
    )
    .option(
      '--receiver <url>',
      'where a target on another host reaches the webhook receiver of this run, such as http://192.0.2.7:9000',
    )
    .option('--receiver-port <number>', 'the port it listens on, behind a tunnel (that of the URL)', toCount)
    .addOption(
      new Option('--mock', 'start the mock and hold it to every promise').conflicts(OF_ANOTHER_TARGET),
    )
    .option(
      '--only <pattern>',
      'only these cases, such as roles or invites/reset* (repeatable)',
      collect(String),
    )
    .option('--skip <pattern>', 'not these cases (repeatable)', collect(String))
    .option('--list', 'print the cases and end')
    .option('--plan', 'print what would be done and end, without a request')
    .option('--strict', 'fail on differences from inferred promises too')
    .option('--bail', 'stop at the first failure')
    .option('--min-kept <number>', 'fail when fewer promises are kept', toCount)
    .option('--fail-on-skip', 'fail when a case is skipped')
    .option('--time-limit <seconds>', 'end after so long, tidied up, with exit code 2', toSeconds)
    .option('--seed <number>', 'repeat the generated values of a run', toWhole)
    .option('--concurrency <number>', 'how many cases run side by side (4)', toCount)
    .option('--timeout <ms>', 'how long an answer may take (10000)', toMilliseconds)
    .option(
      '--wait-limit <seconds>',
      'how long all waits together may take that 429 asks for (120)',
      toSeconds,
    )
    .option('--cafile <file>', 'the certificate of an authority that is trusted too, in PEM', toCertificate)
    .option('--spec <file>', 'another version of the OpenAPI document')
    .option(
      '--report <kind=file>',
      `${Object.keys(REPORTS).join(', ')}; - is standard output (repeatable)`,
      collect(toReport),
    )
    .option('--config <file>', 'a JSON file with these options by their long names')
    .option('--allow-changes', 'change things on a host that is not this machine')
    .option('--max-changes <number>', 'the most changes there (200)', toWhole)
    .option('--pace <ms>', 'the wait between two changes there (0)', toMilliseconds)
    .addHelpText('after', EXAMPLES)
    .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : 2))
    // Without a subcommand it is a run. What stands behind one is its own.
    .action(() => {})
    .enablePositionalOptions();
  const choose = (chosen: Subcommand) => {
    subcommand = chosen;
  };
  addHarCommand(program, choose);
  addExportCommand(program, choose);
  const options = program.parse(args, { from: 'user' }).opts<CommandLine>();
  return subcommand === undefined ? options : { ...options, subcommand };
}

/** What says where another target is, and what it can do. */
const OF_ANOTHER_TARGET = ['url', 'participant', 'has', 'control', 'receiver'];

const EXAMPLES = `
Examples:
  wuts-contracts --mock
  wuts-contracts --url http://127.0.0.1:8080 --token $TOKEN --second-token $SECOND_TOKEN --participant 5511900000001
  wuts-contracts --url https://wuts.example --token $TOKEN                 reads only
  wuts-contracts --url https://wuts.example --token $TOKEN --allow-changes --plan
  wuts-contracts --url http://127.0.0.1:8080 --token $TOKEN --report junit=junit.xml --report html=report.html

The needs of --has:
${Object.entries(NEEDS)
  .map(([name, means]) => `  ${name.padEnd(18)}${means}`)
  .join('\n')}

Exit code: 0 the contract is kept, 1 it is broken, 2 it could not be run, or not as far as was asked for.
`;

/** The options of a config file as arguments. Throws `CannotRun`. */
function readConfig(file: string): string[] {
  let config: unknown;
  try {
    config = JSON.parse(readTextFile(file));
  } catch (error) {
    throw new CannotRun(
      `The config file ${file} cannot be read: ${error instanceof Error ? error.message : error}.`,
    );
  }
  if (typeof config !== 'object' || config === null || Array.isArray(config)) {
    throw new CannotRun(
      `The config file ${file} is no JSON object of options such as {"url": "http://127.0.0.1:4010"}.`,
    );
  }
  return Object.entries(config).flatMap(([name, value]) => {
    if (value === false) return [];
    if (value === true) return [`--${name}`];
    return [value].flat().map((one) => `--${name}=${one}`);
  });
}

function collect<T>(read: (text: string) => T): (text: string, before?: T[]) => T[] {
  return (text, before = []) => [...before, read(text)];
}

function toPhone(text: string): string {
  const digits = text.replace(/[\s()+-]/g, '');
  if (/^\d{10,15}$/.test(digits)) return digits;
  throw new InvalidArgumentError('A phone number has 10 to 15 digits.');
}

function toNeed(text: string): Need {
  if (isNeed(text)) return text;
  throw new InvalidArgumentError(`The needs are ${Object.keys(NEEDS).join(', ')}.`);
}

function toCertificate(file: string): string {
  let text: string;
  try {
    text = readTextFile(file);
  } catch (error) {
    throw new InvalidArgumentError(`It cannot be read: ${error instanceof Error ? error.message : error}.`);
  }
  if (text.includes('-----BEGIN CERTIFICATE-----')) return text;
  throw new InvalidArgumentError('It takes a file in PEM, with a line -----BEGIN CERTIFICATE-----.');
}

function toWhole(text: string): number {
  if (/^\d{1,10}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('It takes a whole number.');
}

/** A timer takes no more, and would fire at once. */
function toMilliseconds(text: string): number {
  const wait = toWhole(text);
  if (wait < 2 ** 31) return wait;
  throw new InvalidArgumentError('It takes milliseconds, at most 2147483647.');
}

/** A number of seconds that a timer takes, in milliseconds. */
function toSeconds(text: string): number {
  const wait = toCount(text) * 1000;
  if (wait < 2 ** 31) return wait;
  throw new InvalidArgumentError('It takes seconds, at most 2147483.');
}

function toCount(text: string): number {
  if (/^[1-9]\d{0,9}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('It takes a whole number from 1.');
}

function toReport(text: string): ReportWanted {
  const [, name = '', file = ''] = /^([^=]*)=(.+)$/.exec(text) ?? [];
  if (Object.hasOwn(REPORTS, name)) return { name: name as ReportName, file };
  throw new InvalidArgumentError(`A report is written ${Object.keys(REPORTS).join('|')}=file.`);
}
