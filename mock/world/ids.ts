import { LIMITS } from '../../spec/facts/index.ts';
import type { GroupJid, Lid, LinkCode, Phone, PrivateCode } from './state/id.ts';

/** Where everything random in a world comes from. The same seed gives the same values in the same order. */
export interface Ids {
  /** `120363` and twelve digits, as WhatsApp makes group JIDs today. */
  groupJid(): GroupJid;
  /** The letters and digits of an invite link. */
  inviteCode(): LinkCode;
  /** The letters and digits of a private invite, one of them replaced by a sign where that is wanted. */
  privateInviteCode(withSign?: boolean): PrivateCode;
  uuid(): string;
  /** The hidden id of a phone number: the same one whenever it is asked for. */
  lid(phone: Phone): Lid;
  /** From these two numbers the same ids go on. */
  readonly seed: number;
  readonly state: number;
}

/** A seed is a whole number from 0 to this. */
export const MOST_SEED = 2 ** 32 - 1;

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
/** Those of base64, and of base64 in URLs. */
const SIGNS = '+/-_';
const DIGITS = '0123456789';
const HEX = '0123456789abcdef';

/** Ids that follow from a seed, or go on from a `state` that they were in. */
export function createIds(seed: number, state = seed): Ids {
  const random = createRandom(state);
  const { next } = random;
  const text = (alphabet: string, length: number) => {
    const codes: number[] = [];
    for (let i = 0; i < length; i += 1) codes.push(alphabet.charCodeAt(Math.floor(next() * alphabet.length)));
    return String.fromCharCode(...codes);
  };
  return {
    groupJid: () => `120363${text(DIGITS, 12)}@g.us`,
    inviteCode: () => text(LETTERS, LIMITS['invite-code-length'].most),
    privateInviteCode: (withSign = false) => {
      const code = text(LETTERS, LIMITS['private-invite-code-length'].most);
      if (!withSign) return code;
      const at = Math.floor(next() * code.length);
      return code.slice(0, at) + text(SIGNS, 1) + code.slice(at + 1);
    },
    uuid: () =>
      `${text(HEX, 8)}-${text(HEX, 4)}-4${text(HEX, 3)}-${text('89ab', 1)}${text(HEX, 3)}-${text(HEX, 12)}`,
    lid: (phone) => `${100_000_000_000_000 + (hash(`${seed}/${phone}`) % 900_000_000_000_000)}@lid`,
    seed,
    get state() {
      return random.state;
    },
  };
}

/** Chance that follows from a seed: numbers from 0 up to 1. */
export interface Random {
  next(): number;
  /** A random of this seed goes on from here. */
  readonly state: number;
}

/** mulberry32: small, fast, and its whole state is one number. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  return {
    next() {
      state = (state + 0x6d2b79f5) >>> 0;
      let mixed = Math.imul(state ^ (state >>> 15), state | 1);
      mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
      return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
    },
    get state() {
      return state;
    },
  };
}

/** cyrb53: 53 well-spread bits of a text. */
function hash(text: string): number {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    high = Math.imul(high ^ code, 2_654_435_761);
    low = Math.imul(low ^ code, 1_597_334_677);
  }
  high = Math.imul(high ^ (high >>> 16), 2_246_822_507) ^ Math.imul(low ^ (low >>> 13), 3_266_489_909);
  low = Math.imul(low ^ (low >>> 16), 2_246_822_507) ^ Math.imul(high ^ (high >>> 13), 3_266_489_909);
  return 2 ** 32 * (0x1fffff & low) + (high >>> 0);
}
