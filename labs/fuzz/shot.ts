import type { Json } from '../../test/spec/schema.ts';

/** Who a request says it is from: the names stand for tokens, so that no file holds one. */
export type Place =
  | 'first'
  | 'second'
  | 'third'
  | 'group'
  | 'linked'
  | 'community'
  | 'announcement'
  | 'link'
  | 'private-code'
  | 'world'
  | 'port';

/** What stands behind each `{{place}}` of a shot. */
export type Places = Readonly<Record<Place, string>>;

/** A part of a body: text in UTF-8 or bytes, also many times over, or a saved world with some changes. */
export type Part =
  | { text: string; times?: number }
  | { base64: string; times?: number }
  | { saved: readonly Change[] };

/** A change of what was saved, at a fraction of all its places: the JSON value there is replaced, or one is put beside it under a key. Without a value it is left out. */
export interface Change {
  readonly at: number;
  readonly put?: Json;
  readonly key?: string;
}

/** How the end of a body is told. `none` tells nothing, a number is a Content-Length whether true or not. */
export type Framing = 'length' | 'none' | number | { chunks: number };

/** One request, as data. Strings may hold `{{place}}`. */
export interface Message {
  readonly method: string;
  readonly target: string;
  readonly version?: string;
  /** In Latin-1. A Host and, in the last one, `Connection: close` are added. */
  readonly headers: readonly (readonly [string, string])[];
  readonly body: readonly Part[];
  readonly framing: Framing;
}

/** A change of the bytes that are sent: at a fraction of them, some are left out and others put in. */
export interface Scratch {
  readonly at: number;
  readonly drop: number;
  readonly put: string;
}

/** How the bytes go out. */
export interface Delivery {
  /** In how many pieces, with how many milliseconds between them. */
  readonly pieces: number;
  readonly pause: number;
  /** Which fraction of the bytes goes out at all. */
  readonly upTo: number;
  readonly ending: 'wait' | 'half-close' | 'reset';
  /** Over how many connections at once; one unless given. */
  readonly copies?: number;
  /** For how many milliseconds the rest of a request is held back, unless an answer comes. */
  readonly hold?: number;
  /** Whether the answer is read only after a while, or never. */
  readonly reads?: 'late' | 'never';
}

/** What is sent over one connection, and what is known of the answer beforehand. */
export interface Shot {
  /** Where it comes from, in words. */
  readonly name: string;
  readonly messages: readonly Message[];
  readonly scratches: readonly Scratch[];
  readonly delivery: Delivery;
  /** `refusal`: it is wrong by construction, so it has to be 4xx. `fit`: it fits the document, so it is not 400. `cut`: a fault may end the connection at any place. `early`: it is refused before its body has come. */
  readonly expects: 'refusal' | 'fit' | 'cut' | 'early' | 'anything';
  /** Of what is wrong by construction: the statuses that alone are right; every one of 400 and more unless given. */
  readonly refusedWith?: readonly number[];
  /** So many of the messages are answered, one after the other, before the others are sent all at once; none unless given. */
  readonly ahead?: number;
  /** Instead of messages: what is changed in a state file, from which a mock of its own is started. */
  readonly state?: readonly Change[];
  /** Whether the throw-away world is of no use to the next shots. */
  readonly spoils?: boolean;
}

/** All at once. */
export const AT_ONCE: Delivery = { pieces: 1, pause: 0, upTo: 1, ending: 'wait' };

const JSON_TYPE = ['Content-Type', 'application/json'] as const;

/** A request of somebody with a JSON body, if any. */
export function message(
  method: string,
  target: string,
  body: readonly Part[] = [],
  who: 'first' | 'second' | 'third' = 'first',
): Message {
  const headers: (readonly [string, string])[] = [['Authorization', `Bearer {{${who}}}`]];
  if (body.length > 0) headers.push(JSON_TYPE);
  return { method, target, headers, body, framing: body.length > 0 ? 'length' : 'none' };
}

/** A shot of one request that goes out as it should. */
export function shotOf(name: string, one: Message, expects: Shot['expects'] = 'anything'): Shot {
  return { name, messages: [one], scratches: [], delivery: AT_ONCE, expects };
}

/** Whether the bytes of a shot are whole HTTP requests, as far as it knows. */
export function isWhole(shot: Shot): boolean {
  const { upTo, ending, reads } = shot.delivery;
  return isLegible(shot) && upTo === 1 && ending === 'wait' && reads !== 'never';
}

/** Whether a server reads the requests that were meant, as far as they come. */
export function isLegible({ messages, scratches }: Shot): boolean {
  return scratches.length === 0 && messages.every(isFramed);
}

/** Whether the end of a request is where it says. */
function isFramed({ framing, body, headers }: Message): boolean {
  const isTold = headers.some(([name]) => /^(transfer-encoding|content-length)$/i.test(name));
  return !isTold && typeof framing !== 'number' && (framing !== 'none' || body.length === 0);
}

/** Whether a shot should change nothing: it is wrong by construction, or only asks. */
export function isQuiet(shot: Shot): boolean {
  return shot.spoils !== true && (shot.expects === 'refusal' || shot.expects === 'early' || onlyAsks(shot));
}

/** Whether a shot is of such methods alone as change nothing. */
export function onlyAsks(shot: Shot): boolean {
  return isLegible(shot) && shot.messages.every(({ method }) => SAFE.includes(method));
}

/** Methods that change nothing. */
export const SAFE: readonly string[] = ['GET', 'HEAD', 'OPTIONS'];
