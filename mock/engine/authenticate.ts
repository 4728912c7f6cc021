import { Problem } from '../problem.ts';
import { type Account, TOKEN } from '../tenants/account.ts';
import { headerOf, type RawHead } from './call.ts';

const HEADERS = { 'WWW-Authenticate': 'Bearer' };

/** The token of an Authorization header: `Bearer <token>`, the scheme in any case, or the bare token; '' for none. */
export function tokenOf(call: RawHead): string {
  return (
    headerOf(call, 'authorization')
      ?.trim()
      .replace(/^bearer\s+/i, '') ?? ''
  );
}

/** The account that a token was found to be that of. Throws a `Problem` that says why there is none. */
export function authenticate(token: string, account: Account | undefined): Account {
  if (account !== undefined) return account;
  if (token === '') {
    throw unauthorized(
      'missing-token',
      'Missing token: send it in the header "Authorization: Bearer <token>".',
    );
  }
  if (!TOKEN.test(token)) throw unauthorized('malformed-token', 'Invalid token: a token is a UUID v4.');
  throw unauthorized(
    'unknown-token',
    'Invalid token: nobody has it. The mock prints its tokens when it starts, and GET /__mock lists them.',
  );
}

function unauthorized(rule: string, message: string): Problem {
  return new Problem(401, rule, message, { headers: HEADERS });
}
