/** What a new world takes over from its mock. */
import { describe, expect, it } from 'vitest';
import { createMock, type MockOptions } from '../../../mock/index.ts';
import { TOKENS } from '../client.ts';

const FRIENDS = { name: 'Friends', participants: ['5511777777777'] };

/** The group that is made with a token. */
async function makeGroup({ fetch }: ReturnType<typeof createMock>, token = '') {
  const response = await fetch('http://mock/groups', {
    method: 'POST',
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
    body: JSON.stringify(FRIENDS),
  });
  return JSON.parse(await response.text()).group;
}

const OPENED = '99999999-9999-4999-8999-999999999999';

/** A world that is there at start, one that is made, and one that opens by itself, by a token of each. */
const WORLDS: readonly [string, (mock: ReturnType<typeof createMock>) => string | undefined][] = [
  ['the default world', () => TOKENS.first],
  ['a world that is made', (mock) => mock.world().token],
  ['a world that opens by itself', () => OPENED],
];

const mockWith = (options: MockOptions) => createMock({ open: true, ...options });

describe.each(WORLDS)('%s', (_, tokenIn) => {
  it('has the rulings of the mock', async () => {
    const mock = mockWith({ rulings: { 'undocumented-fields': 'omit' } });
    expect(await makeGroup(mock, tokenIn(mock))).not.toHaveProperty('is_community');
  });

  it('has the seed of the mock, and a clock that stands still', async () => {
    const make = () => {
      const mock = mockWith({ seed: 7 });
      return makeGroup(mock, tokenIn(mock));
    };
    const group = await make();
    expect(group.created_at).toBe('2026-06-15T12:00:00Z');
    expect(await make()).toEqual(group);
  });
});

it('what a world is given counts more', async () => {
  const mock = mockWith({ seed: 7, rulings: { 'undocumented-fields': 'omit' } });
  const world = mock.world({ rulings: { 'undocumented-fields': 'include' }, frozen: false });
  const group = await makeGroup(mock, world.token);
  expect(group).toHaveProperty('is_community');
  const running = await mock.fetch(`http://mock/__mock/worlds/${world.name}/clock`);
  expect(JSON.parse(await running.text())).toMatchObject({ frozen: false });
});
