#!/usr/bin/env node
import { Command, InvalidArgumentError } from 'commander';
import { RULINGS } from '../spec/facts/index.ts';
import { DocumentError } from '../spec/index.ts';
import { BODY_BUDGET } from './adapters/node-http/body-budget.ts';
import { AccessError } from './control/access.ts';
import { onEnd } from './end.ts';
import type { Exchange } from './journal/entry.ts';
import { ScenarioError } from './scenarios/scenario.ts';
import { SCENARIOS } from './scenarios/scenarios.ts';
import { type RunningMock, type StartOptions, startMock } from './start.ts';
import { StateError } from './state-file/state-file.ts';
import { AccountError, type AccountOptions } from './tenants/account.ts';
import { WorldError } from './tenants/options.ts';
import { RulingError } from './world/index.ts';
import { readWorldFile, type WorldSource, WorldSourceError } from './world-file/source.ts';
import { WorldFileError } from './world-file/world-file.ts';

interface CliOptions {
  port: number;
  host: string;
  seed?: number;
  account?: AccountOptions[];
  ruling?: Record<string, string>;
  spec?: string;
  scenario?: string;
  world?: string;
  state?: string;
  open?: boolean;
  memory?: number;
  controlToken?: string;
  quiet?: boolean;
}

/** Errors of the user's making: their message says it all. */
const TOLD = [
  RulingError,
  DocumentError,
  AccountError,
  AccessError,
  ScenarioError,
  StateError,
  WorldError,
  WorldSourceError,
];

/** What looks like a token in a path; a log is no place for it. */
const TOKENS = /[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/gi;

/** So much of the log waits to be read, in bytes. */
const MOST_UNREAD = 1024 * 1024;

const EXAMPLES = `
Examples:
  wuts-mock
  wuts-mock --port 0 --seed 1                          the same answers in every run
  wuts-mock --account $TOKEN=5511977777777             the token that a client is configured with
  wuts-mock --scenario waiting-room --state wuts.json
  wuts-mock --seed 1 --world launch.yaml               people and groups of your own, see docs/worlds.md
  wuts-mock --open                                     any UUID v4 is the token of a world of its own
  wuts-mock --ruling undocumented-fields=omit          only what WUTS documents
`;

const MEMORY = `
Memory:
  The bodies of all requests that are being received take ${BODY_BUDGET / 1024 / 1024} MiB together at most.
  Beyond that the largest of them is answered 429 with Retry-After.
`;

const program = new Command('wuts-mock')
  .description('A stateful mock of the WUTS group and community endpoints.')
  .option('--port <number>', 'where to listen; 0 picks a free port', toWhole('a port', 65_535), 4010)
  .option('--host <host>', 'the address to listen on', '127.0.0.1')
  .option(
    '--seed <number>',
    'make every run the same: same ids, a clock that stands still',
    toWhole('a seed', 2 ** 32 - 1),
  )
  .option('--account <token=phone>', 'one more account in the default world (repeatable)', toAccount)
  .option('--ruling <name=value>', 'choose where WUTS is unknown (repeatable)', toRuling)
  .option('--spec <file>', 'another version of the OpenAPI document')
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
  .addHelpText('after', EXAMPLES + MEMORY + helpOnScenarios() + helpOnRulings())
  .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : 2));

// A reader that is gone, or a disk that is full, is no reason to end.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});

await run(program.parse().opts<CliOptions>());

async function run({ ruling, account, quiet, controlToken, world, ...options }: CliOptions): Promise<void> {
  const wanted: StartOptions = { ...options, rulings: ruling, accounts: account, controlToken };
  let source: WorldSource | undefined;
  if (!quiet) wanted.onExchange = log;
  let mock: RunningMock | undefined;
  let isOver = false;
  // Before anything is answered, so that all that is answered is saved.
  onEnd(() => {
    isOver = true;
    if (mock !== undefined) void end(mock);
  });
  try {
    source = world === undefined ? undefined : readWorldFile(world);
    mock = await startMock({ ...wanted, world: source?.world });
    // The very last net: whatever slipped through all others is told, and everybody is served on.
    for (const slip of ['uncaughtException', 'unhandledRejection'] as const) process.on(slip, tellFault);
    if (isOver) await end(mock);
    console.log(banner(mock));
  } catch (error) {
    const told = error instanceof WorldFileError && source?.explain(error);
    console.error(`wuts-mock: ${told || explain(error, options)}`);
    process.exit(2);
  }
}

function tellFault(error: unknown): void {
  console.error('wuts-mock: the mock itself is at fault, and goes on:', error);
}

async function end(mock: RunningMock): Promise<void> {
  try {
    await mock.close();
    process.exit(0);
  } catch (error) {
    console.error(`wuts-mock: ${error instanceof StateError ? error.message : String(error)}`);
    process.exit(1);
  }
}

function banner({ url, accounts, tenants }: RunningMock): string {
  const [first] = accounts;
  const made = Array.from(tenants.main.world.names, ([name, jid]) => `  group ${jid}  ${name}`);
  return [
    `WUTS mock on ${url}`,
    '',
    ...accounts.map(({ token, phone }) => `  token ${token}  device of ${phone}`),
    ...made,
    '',
    'Try it:',
    `  curl -H 'Authorization: Bearer ${first?.token}' ${url}/groups`,
    `  curl ${url}/__mock                 other people, time, faults`,
    `  ${url}/docs                        the API, to read in a browser`,
    '',
  ].join('\n');
}

/** Lines that nobody reads are left out once they pile up. */
function log(exchange: Exchange): void {
  if (process.stdout.writableLength < MOST_UNREAD) console.log(toLine(exchange));
}

/** Control characters of a hostile path must not reach the terminal. */
function toLine({ method, path, status, rule, fault }: Exchange): string {
  const line = [method, path, status, rule, fault].filter((part) => part !== undefined).join(' ');
  return line
    .replace(TOKENS, '<token>')
    .replace(/[^\x20-\x7e]/g, '?')
    .slice(0, 300);
}

function explain(error: unknown, { port, host }: { port: number; host: string }): string {
  if (error instanceof Error && TOLD.some((kind) => error instanceof kind)) return error.message;
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE') {
    return `Port ${port} on ${host} is in use. Choose another with --port, or let --port 0 pick a free one.`;
  }
  if (code === 'EACCES')
    return `Port ${port} on ${host} needs more rights. Choose one above 1023 with --port.`;
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND' || code === 'EAI_AGAIN') {
    return `The host "${host}" is no address of this machine. Leave --host out to listen on 127.0.0.1.`;
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
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
