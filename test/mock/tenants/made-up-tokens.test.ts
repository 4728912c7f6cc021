/** What no call shows: how tokens are made up. */
import { describe, expect, it } from 'vitest';
import { createMock, type MockOptions } from '../../../mock/index.ts';

const GIVEN = 'abcdef01-5f0a-4d57-9a3e-2f6f0e8c4b11';
const UUID_V4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** What the control plane answers to a call with a token. */
function createPlane(options: MockOptions = {}) {
  const mock = createMock({ open: true, ...options });
  const tell = async (token: string, path: string, body: object) => {
    const answer = await mock.fetch(`http://127.0.0.1/__mock/worlds${path}`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
    return JSON.parse(await answer.text());
  };
  const tokensOf = async (body: object): Promise<string[]> => {
    const { accounts } = await tell(GIVEN, '', body);
    return accounts.map(({ token }: { token: string }) => token);
  };
  return { tell, tokensOf };
}

const headOf = (token: string) => token.split('-')[0];

describe('a token that is made up', () => {
  it('begins like the others that are made up for the same world, and is one of its own', async () => {
    const { tokensOf } = createPlane();
    const [first = '', ...others] = await tokensOf({ accounts: 4 });
    for (const token of [first, ...others]) expect(token).toMatch(UUID_V4);
    expect(others.map(headOf)).toEqual([headOf(first), headOf(first), headOf(first)]);
    expect(new Set([first, ...others]).size).toBe(4);
  });

  it('begins unlike those of another world', async () => {
    const { tokensOf } = createPlane();
    const [one = ''] = await tokensOf({});
    const [other = ''] = await tokensOf({});
    expect(headOf(one)).not.toBe(headOf(other));
  });

  it('begins like the one that is given for the world, wherever that stands', async () => {
    const { tokensOf } = createPlane();
    const accounts = [{ phone: '5511888888888' }, { phone: '5511999999999', token: GIVEN.toUpperCase() }];
    const [first = '', second] = await tokensOf({ accounts });
    expect(first).toMatch(/^abcdef01-/);
    expect(first).toMatch(UUID_V4);
    expect(second).toBe(GIVEN.toUpperCase());
  });

  it('begins like the first one of the world that an account is added to', async () => {
    const { tell } = createPlane();
    const { account } = await tell(GIVEN, '/mine/accounts', { phone: '5511888888888' });
    expect(account.token).toMatch(/^abcdef01-/);
    expect(account.token).toMatch(UUID_V4);
    expect(account.token).not.toBe(GIVEN);
  });

  it('follows from the seed of the mock', async () => {
    const [one, same] = [createPlane({ seed: 3 }), createPlane({ seed: 3 })];
    expect(await one.tokensOf({ accounts: 3 })).toEqual(await same.tokensOf({ accounts: 3 }));
  });
});
