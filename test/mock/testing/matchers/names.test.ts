/** What no call shows: whom and which group a matcher is told, in every way to call them. */
import { describe, expect } from 'vitest';
import type { MockWorld } from '../../../../mock/index.ts';
import { createTest } from '../../../../mock/vitest.ts';

const it = createTest();
const GUEST = '5511977777777';
const STRANGER = '5511955555555';
const NO_GROUP = '120363000000000000@g.us';

const NAMES: Record<string, (world: MockWorld) => string | undefined> = {
  'a number': () => GUEST,
  'a formatted number': () => '+55 (11) 97777-7777',
  'another spelling': () => '551177777777',
  'a user JID': () => `${GUEST}@s.whatsapp.net`,
  'a user JID in another spelling': () => '551177777777@s.whatsapp.net',
  'a LID': (world) => world.person(GUEST).traits().lid,
};

const SLIPS: readonly [called: string, slip: never][] = [
  ['undefined', undefined as never],
  ['null', null as never],
  ['a number that is no text', 5511977777777 as never],
  ['an empty text', '' as never],
  ['a short number', '123' as never],
  ['a word', 'guest' as never],
];

/** A team in which an account promoted the guest, through the API. */
async function createTeam(world: MockWorld, url: string): Promise<string> {
  const post = async (path: string, body: object) => {
    const response = await fetch(url + path, {
      method: 'POST',
      headers: { Authorization: `Bearer ${world.token}`, 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
    return response.json() as Promise<{ group: { jid: string } }>;
  };
  const { jid } = (await post('/groups', { name: 'Team', participants: [GUEST] })).group;
  await post(`/groups/${jid}/participants`, { action: 'promote', participants: [GUEST] });
  return jid;
}

describe('a matcher', () => {
  it.for(Object.entries(NAMES))('finds a person by %s', async ([, nameIn], { world, mock }) => {
    const jid = await createTeam(world, mock.url);
    const name = nameIn(world) ?? '';
    expect(world).toHaveMember(jid, name);
    expect(world).toHaveAdmin(jid, name);
    expect(world).toHavePromoted(name, { group: jid, times: 1 });
    expect(() => expect(world).not.toHaveMember(jid, name)).toThrow(`${GUEST} is in "Team"`);
    expect(() => expect(world).not.toHaveAdmin(jid, name)).toThrow(`${GUEST} is admin of "Team"`);
    expect(() => expect(world).not.toHavePromoted(name)).toThrow('and was so 1 times');
    world.person(GUEST).leaves(jid);
    expect(world).not.toHaveMember(jid, name);
    expect(() => expect(world).toHaveMember(jid, name)).toThrow(`${GUEST} is not in "Team"`);
  });

  it('counts a promotion in a community once, which is one in its announcement group too', async ({
    world,
    mock,
  }) => {
    const community = world.person(world.phone).createsCommunity('All', [GUEST]);
    await fetch(`${mock.url}/groups/${community}/participants`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${world.token}`, 'Content-Type': 'application/json' },
      body: JSON.stringify({ action: 'promote', participants: [GUEST] }),
    });
    expect(world).toHavePromoted(GUEST, { times: 1 });
    expect(world).toHavePromoted(GUEST, { times: 1, group: community });
  });

  it('finds who promoted by any name of theirs', async ({ world, mock }) => {
    await createTeam(world, mock.url);
    const [account] = world.accounts;
    for (const by of [world.phone, account?.jid, account?.lid, '551199999999', '+55 11 99999-9999'])
      expect(world).toHavePromoted(GUEST, { by: by as string });
    expect(world).not.toHavePromoted(GUEST, { by: STRANGER });
  });

  it.for([STRANGER, `${STRANGER}@s.whatsapp.net`])(
    'knows that %s is in no group',
    async (name, { world, mock }) => {
      const jid = await createTeam(world, mock.url);
      const met = world.people();
      expect(world).not.toHaveMember(jid, name);
      expect(world).not.toHaveAdmin(jid, name);
      expect(world).not.toHavePromoted(name);
      expect(() => expect(world).toHaveMember(jid, name)).toThrow(`${name} is not in "Team" (${jid}).`);
      expect(() => expect(world).toHaveAdmin(jid, name)).toThrow(`${name} is no admin of "Team"`);
      expect(() => expect(world).toHavePromoted(name)).toThrow('and was so 0 times');
      expect(world.people()).toEqual(met);
    },
  );

  it.for(SLIPS)('refuses %s for a person, with and without `not`', async ([, slip], { world, mock }) => {
    const jid = await createTeam(world, mock.url);
    const { not } = expect(world);
    for (const claim of [
      () => expect(world).toHaveMember(jid, slip),
      () => not.toHaveMember(jid, slip),
      () => expect(world).toHaveAdmin(jid, slip),
      () => not.toHaveAdmin(jid, slip),
      () => expect(world).toHavePromoted(slip),
      () => not.toHavePromoted(slip),
      () => expect(world).toHavePromoted(GUEST, { by: slip }),
      () => not.toHavePromoted(GUEST, { by: slip }),
    ])
      expect(claim).toThrow(told('must be a phone number of 10 to 15 digits, a user JID or a LID', slip));
  });

  it.for([...SLIPS, ['a user JID', `${GUEST}@s.whatsapp.net` as never] as const])(
    'refuses %s for a group, with and without `not`',
    async ([, slip], { world, mock }) => {
      await createTeam(world, mock.url);
      const { not } = expect(world);
      for (const claim of [
        () => expect(world).toHaveMember(slip, GUEST),
        () => not.toHaveMember(slip, GUEST),
        () => expect(world).toHaveAdmin(slip, GUEST),
        () => not.toHaveAdmin(slip, GUEST),
        () => expect(world).toHavePromoted(GUEST, { group: slip }),
        () => not.toHavePromoted(GUEST, { group: slip }),
      ])
        expect(claim).toThrow(told('must be the JID of a group', slip));
    },
  );

  it('refuses a group that there never was, and a LID of nobody', async ({ world, mock }) => {
    const jid = await createTeam(world, mock.url);
    const { not } = expect(world);
    for (const claim of [
      () => expect(world).toHaveMember(NO_GROUP, GUEST),
      () => not.toHaveMember(NO_GROUP, GUEST),
      () => not.toHaveAdmin(NO_GROUP, GUEST),
      () => not.toHavePromoted(GUEST, { group: NO_GROUP }),
    ])
      expect(claim).toThrow(
        `There is no group ${NO_GROUP}, and there was none. The world has "Team" (${jid}).`,
      );
    expect(() => not.toHaveMember(jid, '1@lid')).toThrow('Nobody in this world has the LID 1@lid.');
  });

  it('knows that nobody is in a group that has ended', ({ world }) => {
    const jid = world.person(GUEST).createsGroup('Brief');
    world.person(GUEST).leaves(jid);
    expect(world).not.toHaveMember(jid, GUEST);
    expect(world).not.toHavePromoted(GUEST, { group: jid });
    expect(() => expect(world).toHaveMember(jid, GUEST)).toThrow(`${jid}, which has ended`);
  });

  it('refuses what it does not know of promotions', async ({ world, mock }) => {
    await createTeam(world, mock.url);
    const { not } = expect(world);
    expect(() => not.toHavePromoted(GUEST, { time: 1 } as object)).toThrow(
      'has no property "time" (did you mean "times"?); there is by, group, times.',
    );
    for (const times of [-1, 1.5, Number.NaN, '1', undefined] as number[])
      expect(() => not.toHavePromoted(GUEST, { times })).toThrow(
        told('times must be a whole number from 0', times),
      );
    for (const which of [null, GUEST] as never[])
      expect(() => not.toHavePromoted(GUEST, which)).toThrow(
        told('toHavePromoted takes an object with by, group, times', which),
      );
    expect(world).not.toHavePromoted(GUEST, { times: 0 });
  });
});

/** How an error tells what is wrong with a value, and the value. */
function told(wrong: string, value: unknown): string {
  return `${wrong}, not ${typeof value === 'string' ? JSON.stringify(value) : value}.`;
}
