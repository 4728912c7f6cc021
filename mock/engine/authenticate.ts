import { Problem } from '../problem.ts';
import type { Account, Worlds } from '../worlds.ts';

const UUID_V4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;
const HEADERS = { 'WWW-Authenticate': 'Bearer' };

/** The account of an Authorization header: `Bearer <token>`, the scheme in any case, or the bare token. */
export function authenticate(worlds: Worlds, authorization: string | undefined): Account {
  const token = authorization?.trim().replace(/^bearer\s+/i, '') ?? '';
  if (token === '') {
    throw unauthorized(
      'missing-token',
      'Missing token: send it in the header "Authorization: Bearer <token>".',
    );
  }
  if (!UUID_V4.test(token)) throw unauthorized('malformed-token', 'Invalid token: a token is a UUID v4.');
  const account = worlds.find(token.toLowerCase());
  if (account === undefined) {
    throw unauthorized(
      'unknown-token',
      'Invalid token: nobody has it. The mock prints its tokens when it starts.',
    );
  }
  return account;
}

function unauthorized(rule: string, message: string): Problem {
  return new Problem(401, rule, message, { headers: HEADERS });
}
