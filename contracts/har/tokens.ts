import { createSecretScrub, type Scrub } from '../target/scrub.ts';
import type { Entry } from './archive.ts';

/** What an Authorization header carries: `Bearer <token>`, the scheme in any case, or the bare token. */
export function tokenIn(authorization: string): string {
  return authorization.trim().replace(/^bearer(\s+|$)/i, '');
}

/** The Authorization header of a call. */
export function authorizationOf({ headers }: Entry): string | undefined {
  return headers.find(({ name }) => name === 'authorization')?.value;
}

const SECRET_HEADERS = ['authorization', 'proxy-authorization', 'cookie', 'x-api-key', 'token'];

/** A shorter secret is none, and taking it out would leave holes in every word. */
const SHORTEST = 6;

/** Takes everything secret out of what is said of recorded calls: what any Authorization or Cookie header or query holds. */
export function createArchiveScrub(entries: readonly Entry[]): Scrub {
  const secrets = [...new Set(entries.flatMap(secretsOf))].sort((a, b) => b.length - a.length);
  return createSecretScrub(secrets.map((secret) => [secret, '$TOKEN']));
}

function secretsOf({ headers, url }: Entry): string[] {
  const sent = headers.filter(({ name }) => SECRET_HEADERS.includes(name)).map(({ value }) => value.trim());
  const parts = sent.flatMap((value) => value.split(/[\s;=,]+/)).filter((part) => !/^[a-z]+$/i.test(part));
  return [...sent, ...sent.map(tokenIn), ...parts, ...url.searchParams.values(), url.password].filter(
    (secret) => secret.length >= SHORTEST,
  );
}
