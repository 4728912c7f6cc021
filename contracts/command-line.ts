import { Command, InvalidArgumentError, Option } from 'commander';
import { readTextFile, readVersion } from '../spec/index.ts';
import { addCalibrateCommand } from './calibrate/command.ts';
import { addExportCommand } from './export/command.ts';
import { addHarCommand } from './har/command.ts';
import { NEEDS } from './language/needs.ts';
import { REPORTS, type ReportName } from './reports/index.ts';
import type { Subcommand } from './subcommand.ts';
import { CannotRun } from './target/target.ts';
import { addTargetOptions, collect, type TargetLine, toCount, toSeconds } from './target-options.ts';

/** What the command line asks for. Times in milliseconds. */
export interface CommandLine extends TargetLine {
  control?: string;
  controlToken?: string;
  mock?: boolean;
  only?: string[];
  skip?: string[];
  list?: boolean;
  plan?: boolean;
  strict?: boolean;
  calibration?: string;
  bail?: boolean;
  concurrency?: number;
  report?: ReportWanted[];
  /** A run that keeps fewer promises says too little. */
  minKept?: number;
  failOnSkip?: boolean;
  timeLimit?: number;
  config?: string;
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
  const program = addTargetOptions(new Command('wuts-contracts'))
    .description('Holds an implementation of the WUTS group and community endpoints to its contract.')
    .version(readVersion(), '--version')
    .option('--control <url>', 'the base URL of its control plane, such as http://127.0.0.1:4010/__mock')
    .addOption(
      new Option('--control-token <token>', 'the token of its control plane').env('WUTS_CONTROL_TOKEN'),
    )
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
    .option('--calibration <file>', 'what calibrate measured is a promise: hold it to that file')
    .option('--bail', 'stop at the first failure')
    .option('--min-kept <number>', 'fail when fewer promises are kept', toCount)
    .option('--fail-on-skip', 'fail when a case is skipped')
    .option('--time-limit <seconds>', 'end after so long, tidied up, with exit code 2', toSeconds)
    .option('--concurrency <number>', 'how many cases run side by side (4, or 12 with --mock)', toCount)
    .option(
      '--report <kind=file>',
      `${Object.keys(REPORTS).join(', ')}; - is standard output (repeatable)`,
      collect(toReport),
    )
    .option('--config <file>', 'a JSON file with these options by their long names')
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
  const calibrating = addCalibrateCommand(program, choose);
  const options = program.parse(args, { from: 'user' }).opts<CommandLine>();
  return subcommand === undefined ? options : { ...options, ...calibrating.opts<TargetLine>(), subcommand };
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

function toReport(text: string): ReportWanted {
  const [, name = '', file = ''] = /^([^=]*)=(.+)$/.exec(text) ?? [];
  if (Object.hasOwn(REPORTS, name)) return { name: name as ReportName, file };
  throw new InvalidArgumentError(`A report is written ${Object.keys(REPORTS).join('|')}=file.`);
}
