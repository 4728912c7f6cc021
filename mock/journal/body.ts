import { type ControlSchema, startOf } from '../../spec/index.ts';
import type { Phone } from '../world/index.ts';

/** Why there is no body although one was sent. */
export type Unreadable = NonNullable<ControlSchema<'JournalBody'>['unreadable']>;

/** A body as it is kept: in a memory of its own, so that nothing longer is held on to. */
export interface Kept {
  /** Bytes as Latin-1, or characters. */
  readonly text: string;
  readonly isBytes: boolean;
  /** The whole length. */
  readonly bytes: number;
  /** Whether only the start of it is kept. */
  readonly isCut: boolean;
}

/** Whose token a text is; undefined when nobody has it. */
export type Whose = (token: string) => Phone | undefined;

/** So much of a body is kept, in bytes or characters. */
export const LONGEST_KEPT = 16_384;

/** No body. */
export const NO_BODY: Kept = { text: '', isBytes: false, bytes: 0, isCut: false };

const TOKEN = /[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/gi;
const TOKEN_LENGTH = 36;

/** A request body, or its start, without tokens. */
export function keepBytes(body: Uint8Array, whose: Whose): Kept {
  const bytes = body.length;
  if (bytes === 0) return NO_BODY;
  const buffer = Buffer.isBuffer(body) ? body : Buffer.from(body.buffer, body.byteOffset, bytes);
  const isCut = bytes > LONGEST_KEPT;
  const read = buffer.toString('latin1', 0, isCut ? LONGEST_KEPT + TOKEN_LENGTH : bytes);
  return { text: clean(read, isCut, whose), isBytes: true, bytes, isCut };
}

/** A reply, or its start, without tokens. */
export function keepText(body: string, whose: Whose): Kept {
  if (body === '') return NO_BODY;
  const isCut = body.length > LONGEST_KEPT;
  const read = isCut ? body.slice(0, LONGEST_KEPT + TOKEN_LENGTH) : body;
  return { text: clean(read, isCut, whose), isBytes: false, bytes: Buffer.byteLength(body), isCut };
}

/** A body as it was sent; a character that the cut goes through is left out. */
export function textOf({ text, isBytes, isCut }: Kept): string {
  if (!isBytes) return text;
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(Buffer.from(text, 'latin1'), { stream: isCut });
}

/** The start of a text in a memory of its own: a slice would keep the whole of it alive. */
export function copyOf(text: string, length: number): string {
  return Buffer.from(startOf(text, length)).toString();
}

/** A text in which each token is replaced by the phone that it stands for. */
export function withoutTokens(text: string, whose: Whose): string {
  // Every token has this pair of characters and few texts have it: looking for it costs next to nothing.
  if (!text.includes('-4')) return text;
  return text.replace(TOKEN, (token) => whose(token) ?? token);
}

/** What was cut may end within a token, so its end goes too. */
function clean(read: string, isCut: boolean, whose: Whose): string {
  const text = withoutTokens(read, whose);
  return isCut ? copyOf(text, text.length - TOKEN_LENGTH) : text;
}
