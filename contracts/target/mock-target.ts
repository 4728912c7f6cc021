import type { Target } from './target.ts';

/** So many sets of accounts: reading lists that hold the groups of every case would cost more than all else. */
const SETS = 36;

/** The tokens of each set. */
const TOKENS = Array.from({ length: SETS }, (_, set) =>
  [1, 2, 3].map((place) => `c0de${String(10 * set + place).padStart(4, '0')}-0000-4000-8000-000000000000`),
);

/** The accounts that a mock needs to be the target of `toMockTarget`. A number ends as the first group of its token does. */
export const MOCK_ACCOUNTS: readonly { token: string; phone: string }[] = TOKENS.flat().map((token) => ({
  token,
  phone: `551170000${token.slice(4, 8)}`,
}));

/** A mock at a URL as a target that has everything, and must keep everything. */
export function toMockTarget(url: string): Target {
  const [tokens = { first: '' }, ...moreTokens] = TOKENS.map(([first = '', second, third]) => ({
    first,
    second,
    third,
  }));
  return {
    url,
    tokens,
    moreTokens,
    participants: ['5511900000001', '5511900000002', '5511900000003'],
    has: [
      'magic-numbers',
      'invented-numbers',
      'disconnecting',
      'webhook',
      'receiver',
      'people',
      'clock',
      'faults',
      'rulings',
    ],
    control: { url: `${url}/__mock` },
    disposable: true,
  };
}
