import type { Phone } from '../world/index.ts';
import { type Account, type AccountOptions, TOKEN } from './account.ts';
import { AccountError } from './account-error.ts';
import type { Tenant } from './tenant.ts';

/** A number and its token. */
export interface TokenOf {
  readonly phone: Phone;
  readonly token: string;
}

/** Which token is that of which number in which world. */
export interface Tokens {
  /** The account of a token, in any case. */
  find(token: string): Account | undefined;
  /**
   * Accounts as they can be made, with tokens made up where none are given. Those of `holder` are free to it. What is made
   * up begins like `like`, or else like the first that is given, or made up: whoever spreads worlds over processes by how
   * a token begins keeps a world together. Throws an `AccountError`; nothing is changed either way.
   */
  check(wanted: readonly AccountOptions[], holder?: Tenant, like?: string): TokenOf[];
  /** Makes these the accounts of a world, instead of those that it had. */
  assign(tenant: Tenant, accounts: readonly TokenOf[]): void;
  /** Gives a world one account more. */
  add(tenant: Tenant, account: TokenOf): Account;
}

/** No tokens as yet; `makeToken` makes them up. */
export function createTokens(makeToken: () => string): Tokens {
  const accounts = new Map<string, Account>();

  const makeUp = (like: string | undefined) => {
    let token: string;
    // With a seed, those that a state file brought back come up again.
    do token = beginLike(like, makeToken());
    while (accounts.has(keyOf(token)));
    return token;
  };

  const add = (tenant: Tenant, { phone, token }: TokenOf): Account => {
    const account: Account = { token, phone, tenant };
    tenant.tokens.set(phone, token);
    accounts.set(keyOf(token), account);
    return account;
  };

  return {
    find: (token) => accounts.get(keyOf(token)),
    check(wanted, holder, like) {
      const phones = new Set<Phone>();
      const taken = new Set<string>();
      let first = like ?? wanted.find(({ token = '' }) => TOKEN.test(token))?.token;
      return wanted.map(({ phone, token = makeUp(first) }) => {
        first ??= token;
        if (!TOKEN.test(token)) throw new AccountError(`The token of ${phone} is no UUID v4.`);
        if (!/^\d{10,15}$/.test(phone))
          throw new AccountError(`A phone number has 10 to 15 digits, not "${phone}".`);
        const owner = accounts.get(keyOf(token));
        if ((owner !== undefined && owner.tenant !== holder) || taken.has(keyOf(token)))
          throw new AccountError(`The token of ${phone} is that of another account already.`);
        if (phones.has(phone)) throw new AccountError(`The number ${phone} has an account already.`);
        phones.add(phone);
        taken.add(keyOf(token));
        return { phone, token };
      });
    },
    assign(tenant, wanted) {
      for (const token of tenant.tokens.values()) accounts.delete(keyOf(token));
      tenant.tokens.clear();
      for (const account of wanted) add(tenant, account);
    },
    add,
  };
}

/** A token with the first group of another one. */
function beginLike(other: string | undefined, token: string): string {
  return other === undefined ? token : keyOf(other).slice(0, HEAD) + token.slice(HEAD);
}

/** The digits of a token's first group. */
const HEAD = 8;

function keyOf(token: string): string {
  return token.toLowerCase();
}
