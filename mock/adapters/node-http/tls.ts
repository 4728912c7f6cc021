import { createRequire } from 'node:module';

/** With what a server proves who it is, as PEM texts. */
export interface TlsOptions {
  readonly cert: string;
  readonly key: string;
}

/** A certificate or a key that cannot be used. */
export class TlsError extends Error {
  override name = 'TlsError';
}

/** Throws a `TlsError` unless the certificate can be read, and the key is its key. */
export function mustBePair({ cert, key }: TlsOptions): void {
  // Loaded only here, as Node takes a while for it and most mocks are served without.
  const tls: typeof import('node:tls') = createRequire(import.meta.url)('node:tls');
  try {
    tls.createSecureContext({ cert, key });
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new TlsError(
      `The certificate and the key cannot be used together: ${why}. Both are PEM texts, and the key is without a passphrase.`,
    );
  }
}
