import { createHmac } from 'node:crypto';

/** What goes to a receiver: the JSON text, and its signature when there is a secret. */
export interface Signed {
  readonly text: string;
  readonly signature: string | undefined;
}

/** Signs the JSON text of an envelope with HMAC-SHA256 and puts the signature at its end. Without a secret it stays as it is. */
export function sign(envelope: string, secret: string | undefined): Signed {
  if (secret === undefined || secret === '') return { text: envelope, signature: undefined };
  const signature = `sha256=${createHmac('sha256', secret).update(envelope).digest('hex')}`;
  return { text: `${envelope.slice(0, -1)},"signature":"${signature}"}`, signature };
}
