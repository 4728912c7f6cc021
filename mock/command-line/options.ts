import { Command, InvalidArgumentError } from 'commander';
import { RULINGS } from '../../spec/facts/index.ts';
import { readVersion } from '../../spec/index.ts';
import { BODY_BUDGET } from '../adapters/node-http/body-budget.ts';
import { SCENARIOS } from '../scenarios/scenarios.ts';
import type { AccountOptions } from '../tenants/account.ts';
import { MOST_SEED } from '../world/index.ts';

/** What the command line was told. */
export interface CommandLine {
  port: number;
  host?: string;
  basePath?: string;
  cors?: true | string[];
  cert?: string;
  key?: string;
  seed?: number;
  account?: AccountOptions[];
  ruling?: Record<string, string>;
  spec?: string;
  calibration?: string;
  watch?: boolean;
  stub?: string[];
  scenario?: string;
  world?: string;
  state?: string;
  open?: boolean;
  memory?: number;
  controlToken?: string;
  quiet?: boolean;
  json?: boolean;
  readyFile?: string[];
}

const EXAMPLES = `
Examples:
  wuts-mock
  wuts-mock --port 0 --seed 1                          the same answers in every run
  wuts-mock --account $TOKEN=5511977777777             the token that a client is configured with
  wuts-mock --scenario waiting-room --state wuts.json
  wuts-mock --seed 1 --world launch.yaml               people and groups of your own, see docs/worlds.md
  wuts-mock --open                                     any UUID v4 is the token of a world of its own
  wuts-mock --stub messages.yaml                       what a bot also calls, see docs/stubs.md
  wuts-mock --ruling undocumented-fields=omit          only what WUTS documents
`;

const MEMORY = `
Memory:
  The bodies of all requests that are being received take ${BODY_BUDGET / 1024 / 1024} MiB together at most.
  Beyond that the largest of them is answered 429 with Retry-After.
`;

/** Reads the command line; what cannot be read is told, with exit code 2. */
export function readCommandLine(): CommandLine {
  const options = program.parse().opts<CommandLine>();
  if (options.watch && options.spec === undefined && options.calibration === undefined)
    program.error('error: --watch takes files over that change: give --spec or --calibration with it.');
  return options;
}

const program = new Command('wuts-mock')
  .description('A stateful mock of the WUTS group and community endpoints.')
  .option('--port <number>', 'where to listen; 0 picks a free port', toWhole('a port', 65_535), 4010)
  .option('--host <host>', 'the address to listen on (default: 127.0.0.1, or ::1 where IPv6 is all there is)')
  .option('--base-path <path>', 'what stands before every path of the API, such as /api/v1')
  .option(
    '--cors [origin]',
    'let web pages call the API: of this origin (repeatable), or of every one',
    toOrigins,
  )
  .option('--cert <file>', 'serve over TLS: the certificate, in PEM')
  .option('--key <file>', 'the key of the certificate, in PEM')
  .option(
    '--seed <number>',
    'make every run the same: same ids, a clock that stands still',
    toWhole('a seed', MOST_SEED),
  )
  .option('--account <token=phone>', 'one more account in the default world (repeatable)', toAccount)
  .option('--ruling <name=value>', 'choose where WUTS is unknown (repeatable)', toRuling)
  .option('--spec <file>', 'another version of the OpenAPI document')
  .option(
    '--calibration <file>',
    'do as a live gateway was seen to do, by a file of wuts-contracts calibrate',
  )
  .option('--watch', 'take --spec and --calibration over when the files change; every world stays')
  .option('--stub <file>', 'what answers other paths, such as those of messages (repeatable)', toFiles)
  .option('--scenario <name>', 'what the default world starts with')
  .option(
    '--world <file>',
    'people and groups of your own that the default world starts with, in YAML or JSON',
  )
  .option('--state <file>', 'load all worlds from this file, and save them there')
  .option('--open', 'give any token that nobody has a world of its own')
  .option(
    '--memory <MiB>',
    "what all worlds together may take (default: about half of Node's heap)",
    toWhole('a memory', 1_048_576, 1),
  )
  .option('--control-token <token>', 'what X-Control-Token must say to use /__mock beyond loopback')
  .option('--quiet', 'do not print a line per request')
  .option('--json', 'print what is ready as one line of JSON')
  .option('--ready-file <file>', 'write the same to this file once the mock is ready (repeatable)', toFiles)
  .option('--version', 'print the version')
  .on('option:version', () => {
    console.log(readVersion());
    process.exit(0);
  })
  .addHelpText('after', EXAMPLES + MEMORY + helpOnScenarios() + helpOnRulings())
  .configureOutput({ outputError: (text, write) => write(text.replace(/\n$/, `${hintFor(text)}\n`)) })
  .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : 2));

/** PowerShell takes a bare `--` for itself, so that what follows `npm start` never comes here as it was. */
function hintFor(says: string): string {
  const isLost = says.includes('too many arguments') && process.env.npm_lifecycle_event === 'start';
  return isLost ? ' In PowerShell, quote the dashes: npm start "--" --seed 1' : '';
}

function toWhole(what: string, most: number, least = 0): (text: string) => number {
  return (text) => {
    const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
    if (value >= least && value <= most) return value;
    throw new InvalidArgumentError(`${what} is a whole number from ${least} to ${most}.`);
  };
}

function toRuling(text: string, before: Record<string, string> = {}): Record<string, string> {
  const { left, right } = split(text, 'a ruling is written name=value.');
  return { ...before, [left]: right };
}

function toOrigins(text: string | undefined, before: true | string[] = []): true | string[] {
  return text === undefined || before === true ? true : [...before, text];
}

function toFiles(text: string, before: string[] = []): string[] {
  return [...before, text];
}

function toAccount(text: string, before: AccountOptions[] = []): AccountOptions[] {
  const { left, right } = split(text, 'an account is written token=phone.');
  return [...before, { token: left, phone: right }];
}

function split(text: string, hint: string): { left: string; right: string } {
  const [, left, right] = /^([^=]+)=(.*)$/s.exec(text) ?? [];
  if (left === undefined || right === undefined) throw new InvalidArgumentError(hint);
  return { left, right };
}

function helpOnScenarios(): string {
  const lines = Object.entries(SCENARIOS).map(([name, { says }]) => `  ${name}\n      ${says}`);
  return `\nScenarios:\n${lines.join('\n')}\n`;
}

function helpOnRulings(): string {
  const lines = Object.entries(RULINGS).map(([name, { decides, choices }]) => {
    const values = 'byDefault' in choices ? `a number (${choices.byDefault})` : choices.join(' | ');
    return `  ${name}\n      ${decides}\n      ${values}`;
  });
  return `\nRulings, the default first:\n${lines.join('\n')}\n`;
}
