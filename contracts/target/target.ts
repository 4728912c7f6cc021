import { BlockList, isIP } from 'node:net';
import type { ApiDocument, Calibration, OperationId } from '../../spec/index.ts';
import type { Case } from '../language/case.ts';
import type { Need } from '../language/needs.ts';

/** The accounts that a target can have. */
export type AccountName = 'first' | 'second' | 'third';

/** The tokens of a set of accounts that know of each other's groups. */
export interface Tokens {
  readonly first: string;
  readonly second?: string | undefined;
  readonly third?: string | undefined;
}

/** An implementation of WUTS, and what the suite may do with it. */
export interface Target {
  /** The base URL. */
  readonly url: string;
  readonly tokens: Tokens;
  /** More such sets, as complete as the first. Cases are spread over all of them, so that nobody's list of groups grows long. */
  readonly moreTokens?: readonly Tokens[] | undefined;
  /** Phone numbers that may be added to groups, 10 to 15 digits each. */
  readonly participants?: readonly string[] | undefined;
  /** What the target can do beyond the public API. */
  readonly has?: readonly Need[] | undefined;
  /** Its control plane, as `spec/control.yaml` describes it: the base URL, and what `X-Control-Token` must say. */
  readonly control?: { readonly url: string; readonly token?: string | undefined } | undefined;
  /** The world of its control plane that the tokens belong to, where a case has one of its own. */
  readonly world?: string | undefined;
  /**
   * Where it reaches the receiver of the suite, when that is not loopback: the URL that webhooks are set to, and the port
   * to listen on where that is not the one of the URL.
   */
  readonly receiver?: { readonly url: string; readonly port?: number | undefined } | undefined;
  /** The operations that it implements, when not all. */
  readonly operations?: readonly OperationId[] | undefined;
  /** On a host that is not loopback nothing is changed without this. */
  readonly allowChanges?: boolean | undefined;
  /** It is thrown away afterwards, so nothing needs to be tidied up, and every promise must be kept. */
  readonly disposable?: boolean | undefined;
}

/** How a run goes. Times in milliseconds. */
export interface RunOptions {
  /** Generated values follow from it; random unless given. */
  readonly seed?: number | undefined;
  /** Only cases whose id matches one of these; `*` stands for anything. */
  readonly only?: readonly string[] | undefined;
  /** Not the cases whose id matches one of these. */
  readonly skip?: readonly string[] | undefined;
  /** Stop at the first failure. */
  readonly bail?: boolean | undefined;
  /** Differences from inferred promises fail too. */
  readonly strict?: boolean | undefined;
  /** How many cases run side by side. */
  readonly concurrency?: number | undefined;
  /** How long an answer may take. */
  readonly timeout?: number | undefined;
  /** How long all waits together may take that a target asks for with 429. */
  readonly waitLimit?: number | undefined;
  /** The certificate of an authority that is trusted too, as PEM. */
  readonly ca?: string | undefined;
  /** The wait between two changes on a host that is not loopback. */
  readonly pace?: number | undefined;
  /** The most changes on a host that is not loopback. */
  readonly maxChanges?: number | undefined;
  /** A file with another version of the document. */
  readonly spec?: string | undefined;
  /** The document itself, when it is read already. */
  readonly document?: ApiDocument | undefined;
  /** What a live gateway was seen to do is a promise: a file that `wuts-contracts calibrate` made, or what is in it. */
  readonly calibration?: string | Calibration | undefined;
  /** What is held instead of the suite, when a calibration is read already. */
  readonly cases?: readonly Case[] | undefined;
  /** Is told of each answer how many milliseconds it took. */
  readonly onAnswer?: ((milliseconds: number) => void) | undefined;
  /** Ends the run early; what was made is tidied up. */
  readonly signal?: AbortSignal | undefined;
}

/** The run cannot start; the message says why and what to do. */
export class CannotRun extends Error {
  override name = 'CannotRun';
}

/** What holds for a run unless its options say otherwise. */
export const DEFAULTS = { timeout: 10_000, waitLimit: 120_000, pace: 0, maxChanges: 200 } as const;

const LOOPBACK = new BlockList();
LOOPBACK.addSubnet('127.0.0.0', 8, 'ipv4');
LOOPBACK.addAddress('::1', 'ipv6');

/**
 * Whether a URL says itself that it leads to this machine: by `localhost` or by a loopback address, however they are
 * spelt. A name that merely resolves to one does not, nor does 0.0.0.0, which is an address to listen on.
 */
export function isLoopback({ url }: Pick<Target, 'url'>): boolean {
  const host = new URL(url).hostname;
  const known = KNOWN_HOSTS.get(host) ?? isLoopbackHost(host.replace(/^\[|\]$/g, ''));
  KNOWN_HOSTS.set(host, known);
  return known;
}

/** Every request asks, and a run has a handful of hosts. */
const KNOWN_HOSTS = new Map<string, boolean>();

function isLoopbackHost(host: string): boolean {
  const family = isIP(host);
  if (family === 0) return /^localhost\.?$/.test(host);
  return LOOPBACK.check(host, family === 4 ? 'ipv4' : 'ipv6');
}

/** Why a text cannot be the base URL of anything that the suite asks; undefined when it can. The text itself is not told: it may hold a secret. */
export function faultOfUrl(text: string): string | undefined {
  if (!URL.canParse(text) || !/^https?:$/.test(new URL(text).protocol))
    return 'it is no URL such as http://127.0.0.1:4010';
  const { username, password, search, hash } = new URL(text);
  if (username !== '' || password !== '')
    return 'it holds a user name or a password, which WUTS does not take: leave them out';
  return search === '' && hash === '' ? undefined : 'it goes on behind its path with ? or #: leave that out';
}

/** Throws `CannotRun` when a request to the target could not be made at all. */
export function mustBeSendable(target: Target): void {
  const { url, control, receiver } = target;
  const urls = { '--url': url, '--control': control?.url, '--receiver': receiver?.url };
  for (const [option, given] of Object.entries(urls)) {
    const fault = given === undefined ? undefined : faultOfUrl(given);
    if (fault !== undefined) throw new CannotRun(`The URL given with ${option} cannot be used: ${fault}.`);
  }
  const secrets = tokensOf(target).flatMap(({ first, second, third }) => [
    ['--token', first],
    ['--second-token', second],
    ['--third-token', third],
  ]);
  for (const [option, secret] of [...secrets, ['--control-token', control?.token]]) {
    // A header has no line breaks, and what stands at its ends is not sent.
    if (secret === undefined || /^[\x21-\x7e]+( +[\x21-\x7e]+)*$/.test(secret)) continue;
    throw new CannotRun(
      `The token given with ${option} cannot be sent in a header: it ${secret === '' ? 'is empty' : 'has a line break, a space at an end, or a character that is not ASCII'}. Give it as the service shows it.`,
    );
  }
}

/** The tokens of every set of accounts. */
export function tokensOf({ tokens, moreTokens = [] }: Target): readonly Tokens[] {
  return [tokens, ...moreTokens];
}

/** The needs that a target meets: what it says, what its tokens and numbers give. */
export function needsMet({ tokens, participants = [], has = [], receiver }: Target): Set<Need> {
  const met = new Set<Need>(has);
  if (receiver !== undefined) met.add('receiver');
  if (tokens.second !== undefined) met.add('second-account');
  if (tokens.third !== undefined) met.add('third-account');
  const numbers: Need[] = ['one-number', 'two-numbers', 'three-numbers'];
  for (const need of numbers.slice(0, participants.length)) met.add(need);
  return met;
}
