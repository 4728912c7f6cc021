import { createHash } from 'node:crypto';
import type { ApiDocument } from '../document.ts';

/** What a live gateway was seen to do, fact by fact. The names are those of `TABLE_FACTS` and `documentFacts`. */
export interface Calibration {
  /** The version of this format. */
  readonly calibration: 1;
  /** The version of wuts-mock. */
  readonly 'made-with': string;
  /** The document that it was made against, as `markOf` tells it. */
  readonly document: string;
  /** On which day it was made, such as `2026-11-29`. */
  readonly day: string;
  readonly settled: Readonly<Record<string, Settled>>;
  /** Answers outside all choices: they are kept and change nothing. */
  readonly unforeseen: Readonly<Record<string, Observed>>;
  /** Observations that do not go together: they change nothing. */
  readonly contradicted: Readonly<Record<string, Contradicted>>;
  /** What the gateway cannot show. */
  readonly unsettled: Readonly<Record<string, Unsettled>>;
}

/** How often something was seen, and the shortest evidence, without anything private. */
export interface Observed {
  readonly seen: number;
  readonly evidence: readonly string[];
}

/** A fact that the gateway showed, and what holds there. */
export interface Settled extends Observed {
  readonly answer: Answer;
}

/** Answers that do not go together. */
export interface Contradicted {
  readonly answers: readonly Answer[];
  readonly evidence: readonly string[];
}

/** Why a fact is not settled, and what would settle it. */
export interface Unsettled {
  readonly because: string;
  readonly needs?: string;
}

/** What holds for a fact: a word or a number, or an object such as `{ status: 409, error_code: CONFLICT }`. */
export type Answer = string | number | Readonly<Record<string, string | number>>;

/** A calibration that cannot be used; the message says where, what is wrong and what to do. */
export class CalibrationError extends Error {
  override name = 'CalibrationError';
}

/** The version and the hash of a document, such as `0.1.0 sha256:0123456789abcdef`. */
export function markOf({ raw }: ApiDocument): string {
  const hash = createHash('sha256').update(JSON.stringify(raw)).digest('hex');
  return `${raw.info.version} sha256:${hash.slice(0, 16)}`;
}
