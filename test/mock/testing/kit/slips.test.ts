/** What no call shows: what the programming interface is given and cannot take, so that no test tests nothing. */
import { afterAll, describe, expect, it } from 'vitest';
import { startMock } from '../../../../mock/index.ts';

const GUEST = '5511977777777';
const mock = await startMock({ port: 0 });
afterAll(() => mock.close());

describe('a group', () => {
  it.each([
    [undefined, 'undefined'],
    [7, '7'],
    ['nowhere', '"nowhere"'],
    [GUEST, `"${GUEST}"`],
  ])('is not looked for by %s', (jid, value) => {
    expect(() => mock.world().group(jid as never)).toThrow(`group must be the JID of a group, not ${value}.`);
  });

  it('that is well called may not be there', () => {
    expect(mock.world().group('120363000000000000@g.us')).toBeUndefined();
  });
});

describe('people', () => {
  it('are found by any name, and nobody is met', () => {
    const world = mock.world();
    const { jid, lid } = world.person(GUEST).traits();
    for (const phone of ['+55 11 97777-7777', '551177777777', jid, lid])
      expect(world.people({ phone })).toMatchObject([{ phone: GUEST }]);
    expect(world.people({ phone: '5511966666666' })).toEqual([]);
    expect(world.people()).toHaveLength(3);
  });

  it('are not called by what is no text', () => {
    expect(() =>
      mock
        .world()
        .person({} as never)
        .traits(),
    ).toThrow('a LID, not "[object Object]".');
  });

  it('see their events and calls by any name', () => {
    const world = mock.world();
    const guest = world.person(GUEST);
    guest.createsGroup('Crew', [world.phone]);
    for (const phone of ['551177777777', guest.traits().jid, guest.traits().lid])
      expect(world.events({ phone })).toHaveLength(1);
    expect(world.device(world.accounts[0]?.jid).state).toBe('connected');
  });
});
