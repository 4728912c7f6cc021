import { createHmac } from 'node:crypto';
import { RULINGS, type Rulings } from './facts/index.ts';
import { payloadOf } from './payload.ts';

/** The JSON text of a delivery: without its signature, and with an empty one in its place. */
export interface Unsigned {
  readonly bare: string;
  readonly empty: string;
}

/** How a signature is made, where it is otherwise than by default. */
export type Signing = Partial<Pick<Rulings, 'webhook-signed-text' | 'webhook-signature-form'>>;

const { 'webhook-signed-text': ofText, 'webhook-signature-form': ofForm } = RULINGS;

/** What is signed. */
const TEXTS: Readonly<Record<Rulings['webhook-signed-text'], (unsigned: Unsigned) => string>> = {
  'without-signature': ({ bare }) => bare,
  'empty-signature': ({ empty }) => empty,
  'after-timestamp': ({ bare }) => `${JSON.parse(bare).timestamp}.${bare}`,
  data: ({ bare }) => JSON.stringify(payloadOf(JSON.parse(bare)) ?? ''),
};

/** How the HMAC is written. */
const FORMS = {
  'sha256-hex': { hash: 'sha256', prefix: 'sha256=', encoding: 'hex' },
  hex: { hash: 'sha256', prefix: '', encoding: 'hex' },
  base64: { hash: 'sha256', prefix: '', encoding: 'base64' },
  'sha256-base64': { hash: 'sha256', prefix: 'sha256=', encoding: 'base64' },
  'sha1-hex': { hash: 'sha1', prefix: 'sha1=', encoding: 'hex' },
  'sha512-hex': { hash: 'sha512', prefix: 'sha512=', encoding: 'hex' },
} as const satisfies Readonly<Record<Rulings['webhook-signature-form'], unknown>>;

/** The signature of a delivery: an HMAC with the secret, over what the rulings say, written as they say. */
export function toSignature(unsigned: Unsigned, secret: string, rulings: Signing): string {
  const { hash, prefix, encoding } = FORMS[rulings['webhook-signature-form'] ?? ofForm.choices[0]];
  const text = TEXTS[rulings['webhook-signed-text'] ?? ofText.choices[0]](unsigned);
  return `${prefix}${createHmac(hash, secret).update(text).digest(encoding)}`;
}

/** The signature within the text of a delivery. */
const SIGNATURE = /,\s*"signature"\s*:\s*"[^"]*"|"signature"\s*:\s*"[^"]*"\s*,/;

/** The text of a delivery as it came, without its signature. */
export function toUnsigned(text: string): Unsigned {
  return {
    bare: text.replace(SIGNATURE, ''),
    empty: text.replace(/("signature"\s*:\s*)"[^"]*"/, '$1""'),
  };
}
