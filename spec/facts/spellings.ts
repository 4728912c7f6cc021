import { inferred, type Known } from './known.ts';

/** A country whose mobile numbers have two spellings: with a digit that was put in later, and without it. */
interface Spelling extends Known {
  readonly says: string;
  readonly country: string;
  readonly digit: string;
  /** How many digits stand between the code of the country and that digit. */
  readonly after: number;
  /** What follows the code of the country in a mobile number without the digit. */
  readonly mobile: RegExp;
  /** A number as it is dialled within the country. */
  readonly national: RegExp;
  /** Of these the numbers that WhatsApp's own JIDs spell with the digit. */
  readonly jidHasDigit: RegExp;
}

const NINTH = 'guide: support.gupshup.io, 4407840924953';
const COUNTRIES = 'guide: support.whapi.cloud, numbers of different countries';

/** The countries of which this is known. Elsewhere two numbers are two people. */
export const SPELLINGS = {
  brazil: {
    says: 'A mobile number of Brazil is one with and without the ninth digit, a 9 after the area. JIDs of the areas 11 to 28 have it.',
    country: '55',
    digit: '9',
    after: 2,
    // What begins with 2 to 5 is a fixed line.
    mobile: /^[1-9][1-9][016-9]\d{7}$/,
    national: /^[1-9][1-9](9\d{8}|[2-9]\d{7})$/,
    jidHasDigit: /^([12]|\d\d[0-6])/,
    ...inferred(NINTH),
  },
  mexico: {
    says: 'A mobile number of Mexico is one with and without the 1 after 52. JIDs have it.',
    country: '52',
    digit: '1',
    after: 0,
    mobile: /^[1-9]\d{9}$/,
    national: /^[1-9]\d{9}$/,
    jidHasDigit: /^/,
    ...inferred(COUNTRIES),
  },
  argentina: {
    says: 'A mobile number of Argentina is one with and without the 9 after 54. JIDs have it.',
    country: '54',
    digit: '9',
    after: 0,
    mobile: /^[1-9]\d{9}$/,
    national: /^9?[1-9]\d{9}$/,
    jidHasDigit: /^/,
    ...inferred(COUNTRIES),
  },
} as const satisfies Record<string, Spelling>;

/** A number in both of its spellings, and whether WhatsApp's own JID is the longer one. */
export interface Spelled {
  readonly longer: string;
  readonly shorter: string;
  readonly jidIsLonger: boolean;
}

const ROWS: readonly Spelling[] = Object.values(SPELLINGS);

/** With the code of the country, which has two digits in all of them, and without the digit that was put in. */
const SHORTER = 12;

/** The spellings of a number in digits; undefined where it has but one, as far as is known. */
export function spellingsOf(number: string): Spelled | undefined {
  if (number.length !== SHORTER && number.length !== SHORTER + 1) return undefined;
  const row = ROWS.find(({ country }) => number.startsWith(country));
  if (row === undefined) return undefined;
  const at = row.country.length + row.after;
  const isLonger = number.length > SHORTER;
  if (isLonger && number[at] !== row.digit) return undefined;
  const shorter = isLonger ? number.slice(0, at) + number.slice(at + 1) : number;
  const national = shorter.slice(row.country.length);
  if (!row.mobile.test(national)) return undefined;
  const longer = shorter.slice(0, at) + row.digit + shorter.slice(at);
  return { longer, shorter, jidIsLonger: row.jidHasDigit.test(national) };
}

/** The other spelling of a number; undefined where it has but one. */
export function otherSpelling(number: string): string | undefined {
  const spelled = spellingsOf(number);
  return number === spelled?.longer ? spelled.shorter : spelled?.longer;
}

/** A number as it is dialled in the country of another one, with the code of that country; any other stays as it is. */
export function completeNumber(number: string, neighbour: string): string {
  const home = ROWS.find(({ country }) => neighbour.startsWith(country));
  return home?.national.test(number) ? home.country + number : number;
}
