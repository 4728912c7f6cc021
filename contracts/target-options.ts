import { type Command, InvalidArgumentError, Option } from 'commander';
import { readTextFile } from '../spec/index.ts';
import { isNeed, NEEDS, type Need } from './language/needs.ts';
import { CannotRun, isLoopback, mustBeSendable, type Target } from './target/target.ts';

/** What a command line says of a target, and of how it is asked. Times in milliseconds. */
export interface TargetLine {
  url?: string;
  token?: string;
  secondToken?: string;
  thirdToken?: string;
  participant?: string[];
  has?: Need[];
  receiver?: string;
  receiverPort?: number;
  seed?: number;
  timeout?: number;
  waitLimit?: number;
  /** The certificate of an authority, as PEM. */
  cafile?: string;
  spec?: string;
  allowChanges?: boolean;
  maxChanges?: number;
  pace?: number;
}

/** Adds the options that say what is asked, and how. */
export function addTargetOptions(command: Command): Command {
  return command
    .addOption(new Option('--url <url>', 'the base URL of the implementation').env('WUTS_URL'))
    .addOption(new Option('--token <token>', 'the token of an account').env('WUTS_TOKEN'))
    .addOption(new Option('--second-token <token>', 'the token of a second account').env('WUTS_SECOND_TOKEN'))
    .addOption(new Option('--third-token <token>', 'the token of a third account').env('WUTS_THIRD_TOKEN'))
    .option('--participant <phone>', 'a number that may be used (repeatable)', collect(toPhone))
    .option('--has <need>', 'what the target can do beyond its public API (repeatable)', collect(toNeed))
    .option(
      '--receiver <url>',
      'where a target on another host reaches the webhook receiver of this run, such as http://192.0.2.7:9000',
    )
    .option('--receiver-port <number>', 'the port it listens on, behind a tunnel (that of the URL)', toCount)
    .option('--seed <number>', 'repeat the generated values of a run', toWhole)
    .option('--timeout <ms>', 'how long an answer may take (10000)', toMilliseconds)
    .option(
      '--wait-limit <seconds>',
      'how long all waits together may take that 429 asks for (120)',
      toSeconds,
    )
    .option('--cafile <file>', 'the certificate of an authority that is trusted too, in PEM', toCertificate)
    .option('--spec <file>', 'another version of the OpenAPI document')
    .option('--allow-changes', 'change things on a host that is not this machine')
    .option('--max-changes <number>', 'the most changes there (200)', toWhole)
    .option('--pace <ms>', 'the wait between two changes there (0)', toMilliseconds);
}

/** The target that a command line names. Throws `CannotRun` when it names none that can be asked. */
export function toTarget(line: TargetLine): Target {
  if (line.url === undefined)
    throw new CannotRun('Say what to hold to the contract: --url URL --token TOKEN, or --mock.');
  if (line.token === undefined)
    throw new CannotRun('Give the token of an account: --token TOKEN, or WUTS_TOKEN.');
  const target: Target = {
    url: line.url,
    tokens: { first: line.token, second: line.secondToken, third: line.thirdToken },
    participants: line.participant,
    has: line.has,
    receiver: line.receiver === undefined ? undefined : { url: line.receiver, port: line.receiverPort },
    allowChanges: line.allowChanges,
  };
  mustBeSendable(target);
  if (line.has?.includes('receiver') && line.receiver === undefined && !isLoopback(target))
    throw new CannotRun(
      '--has receiver is for a target on this machine: give the URL at which another host reaches it with --receiver.',
    );
  return target;
}

/** Gathers what is given several times. */
export function collect<T>(read: (text: string) => T): (text: string, before?: T[]) => T[] {
  return (text, before = []) => [...before, read(text)];
}

/** A phone number, in digits. */
export function toPhone(text: string): string {
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
export function toSeconds(text: string): number {
  const wait = toCount(text) * 1000;
  if (wait < 2 ** 31) return wait;
  throw new InvalidArgumentError('It takes seconds, at most 2147483.');
}

/** A whole number from 1. */
export function toCount(text: string): number {
  if (/^[1-9]\d{0,9}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('It takes a whole number from 1.');
}
