import { toSignature } from '../../spec/index.ts';
import type { World } from '../world/index.ts';

/** What goes to a receiver: the JSON text, its signature when there is a secret, and the header for it. */
export interface Signed {
  readonly text: string;
  readonly signature: string | undefined;
  /** Missing where the signature stands in no header. */
  readonly signatureHeader: string | undefined;
}

/** Signs the JSON text of an envelope as the rulings say and puts the signature at its end. Without a secret it stays as it is. */
export function sign(bare: string, secret: string | undefined, rulings: World['rulings']): Signed {
  const header = rulings['webhook-signature-header'];
  const signatureHeader = header === 'none' ? undefined : header;
  if (secret === undefined || secret === '') return { text: bare, signature: undefined, signatureHeader };
  const withSignature = (value: string) => `${bare.slice(0, -1)},"signature":"${value}"}`;
  const signature = toSignature({ bare, empty: withSignature('') }, secret, rulings);
  return { text: withSignature(signature), signature, signatureHeader };
}
