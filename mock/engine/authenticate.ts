import { Problem } from '../problem.ts';
import { type Account, TOKEN, type Worlds } from '../worlds.ts';

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
  if (!TOKEN.test(token)) throw unauthorized('malformed-token', 'Invalid token: a token is a UUID v4.');
  const account = worlds.find(token);
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
