/** What no call shows: the matchers for vitest. */
import { describe, expect } from 'vitest';
import type { MockWorld } from '../../../../mock/index.ts';
import { createTest } from '../../../../mock/vitest.ts';

const it = createTest();
const GUEST = '5511777777777';

/** The code under test. */
async function post(url: string, world: MockWorld, path: string, body: object) {
  const response = await fetch(url + path, {
    method: 'POST',
    headers: { Authorization: `Bearer ${world.token}`, 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  return JSON.parse(await response.text());
}

describe('a test', () => {
  const names = new Set<string>();

  it('has a world of its own', ({ world, mock }) => {
    names.add(world.name);
    expect(mock.tenants.get(world.name)).toBeDefined();
    expect(world.groups()).toEqual([]);
  });

  it('never meets that of another', ({ world }) => {
    expect(names).not.toContain(world.name);
    expect(world.groups()).toEqual([]);
  });
});

describe('the matchers', () => {
  it('know who is in a group, and say how it came that somebody is not', async ({ world, mock }) => {
    const { jid } = (await post(mock.url, world, '/groups', { name: 'Team', participants: [GUEST] })).group;
    expect(world).toHaveMember(jid, GUEST);
    expect(world).toHaveAdmin(jid, world.phone);
    expect(world).not.toHaveAdmin(jid, GUEST);
    expect(world).not.toHaveMember(jid, '5500000000403');
    await post(mock.url, world, `/groups/${jid}/participants`, { participants: ['5500000000403'] });
    expect(() => expect(world).toHaveMember(jid, '5500000000403')).toThrow(
      `5500000000403 is not in "Team" (${jid}). 5500000000403 was not added by ${world.phone} in ${jid} (row 403).`,
    );
    expect(() => expect(world).toHaveAdmin(jid, GUEST)).toThrow(`${GUEST} is member of "Team"`);
    expect(() => expect(world).not.toHaveMember(jid, GUEST)).toThrow(
      `${GUEST} is in "Team" (${jid}), as member.`,
    );
    expect(() => expect(world).toHaveMember('120363000000000000@g.us', GUEST)).toThrow(
      `The world has "Team" (${jid}).`,
    );
  });

  it('know who was promoted, and say what was done instead', async ({ world, mock }) => {
    const { jid } = (await post(mock.url, world, '/groups', { name: 'Team', participants: [world.phone] }))
      .group;
    await post(mock.url, world, `/groups/${jid}/participants`, { participants: [GUEST] });
    expect(() => expect(world).toHavePromoted(GUEST)).toThrow(
      `${GUEST} was to be promoted at least once, and was so 0 times. ${GUEST} was added by ${world.phone} in ${jid}.`,
    );
    await post(mock.url, world, `/groups/${jid}/participants`, { participants: [GUEST], action: 'promote' });
    expect(world).toHavePromoted(GUEST);
    expect(world).toHavePromoted(GUEST, { by: world.phone, group: jid, times: 1 });
    expect(() => expect(world).toHavePromoted(GUEST, { times: 2 })).toThrow(
      'promoted 2 times, and was so 1 times',
    );
    expect(() => expect(world).toHavePromoted(GUEST, { by: '5511888888888' })).toThrow('by 5511888888888');
  });

  it('know of faults that never struck', async ({ world, mock }) => {
    expect(world).toHaveNoUnansweredFaults();
    world.faults.next('leaveGroup', { status: 503 });
    await post(mock.url, world, '/groups', { name: 'Team', participants: [GUEST] });
    expect(() => expect(world).toHaveNoUnansweredFaults()).toThrow(
      /fault-1 for leaveGroup: struck 0 times.*\n.*createGroup/,
    );
  });

  it('know what was done where a group was made, also to somebody whose number is hidden', async ({
    world,
    mock,
  }) => {
    const participants = [GUEST, '5500000000403'];
    const { jid } = (await post(mock.url, world, '/groups', { name: 'Team', participants })).group;
    expect(() => expect(world).toHaveMember(jid, '5500000000403')).toThrow(
      `5500000000403 was not added by ${world.phone} in ${jid} (row 403).`,
    );
    expect(() => expect(world).toHavePromoted(GUEST)).toThrow(
      `${GUEST} was added by ${world.phone} in ${jid}.`,
    );
    const { community } = await post(mock.url, world, '/communities', { name: 'All', participants });
    expect(() => expect(world).toHaveMember(community.jid, '5500000000403')).toThrow(
      /not added by .* \(row 403\)/,
    );
  });

  it('know what was refused or never answered', async ({ world, mock }) => {
    const jid = world.person(GUEST).createsGroup('Theirs', [world.phone], { member_add_mode: 'admin' });
    const path = `/groups/${jid}/participants`;
    await post(mock.url, world, path, { participants: ['5511666666666'] });
    expect(() => expect(world).toHaveMember(jid, '5511666666666')).toThrow(
      /5511666666666 was not added by \d+ in \S+ \(answered 403 [a-z-]+\)\./,
    );
    world.faults.next('addGroupParticipants', { drop: 'before' });
    await post(mock.url, world, path, { participants: ['5511555555555'] }).catch(() => {});
    expect(() => expect(world).toHaveMember(jid, '5511555555555')).toThrow('(no answer came)');
  });

  it.for([
    { drop: 'after' as const },
    { status: 500, carried_out: true },
    { rows: [{ participant: GUEST, code: 400, carried_out: true }] },
  ])('know what was done, and told otherwise by %j', async (effect, { world, mock }) => {
    const { jid } = (await post(mock.url, world, '/groups', { name: 'Team', participants: [GUEST] })).group;
    world.faults.next('addGroupParticipants', effect);
    const body = { participants: [GUEST], action: 'promote' };
    await post(mock.url, world, `/groups/${jid}/participants`, body).catch(() => {});
    expect(world).toHavePromoted(GUEST, { by: world.phone, group: jid, times: 1 });
    expect(() => expect(world).not.toHaveAdmin(jid, GUEST)).toThrow(`then promoted by ${world.phone} in`);
  });

  it('know what was told to be done and was not', async ({ world, mock }) => {
    const { jid } = (await post(mock.url, world, '/groups', { name: 'Team', participants: [GUEST] })).group;
    world.faults.next('addGroupParticipants', { carried_out: false });
    await post(mock.url, world, `/groups/${jid}/participants`, { participants: [GUEST], action: 'promote' });
    expect(world).not.toHavePromoted(GUEST);
    expect(() => expect(world).toHaveAdmin(jid, GUEST)).toThrow(
      `then not promoted by ${world.phone} in ${jid} (answered 200 by fault-1)`,
    );
  });

  it('know who left through the API, and what WhatsApp did then', async ({ world, mock }) => {
    const { jid } = (await post(mock.url, world, '/groups', { name: 'Team', participants: [GUEST] })).group;
    const headers = { Authorization: `Bearer ${world.token}` };
    await fetch(`${mock.url}/groups/${jid}/leave`, { method: 'DELETE', headers });
    expect(() => expect(world).toHaveMember(jid, world.phone)).toThrow(
      `then removed by themselves in ${jid}`,
    );
    expect(() => expect(world).toHavePromoted(GUEST)).toThrow(`then promoted by WhatsApp in ${jid}`);
  });

  it.for(['Bearer nope', 'Bearer 33333333-3333-4333-8333-333333333333', ''])(
    'see a call that carried "%s", whose world nobody knows',
    async (Authorization, { world, mock }) => {
      expect(world).toConformToContract();
      await fetch(`${mock.url}/groups`, { headers: { Authorization } });
      expect(() => expect(world).toConformToContract()).toThrow('no-valid-token: listGroups');
      const later = mock.world();
      expect(later).toConformToContract();
      later.end();
      world.journal.clear();
      expect(world).toConformToContract();
    },
  );

  it('hold the consumer to the contract', async ({ world, mock }) => {
    await post(mock.url, world, '/groups', { name: 'Team', participants: [GUEST] });
    expect(world).toConformToContract();
    await post(mock.url, world, '/groups', { name: 'Team', participants: [GUEST], colour: 'red' });
    expect(() => expect(world).toConformToContract()).toThrow('unknown-property: createGroup');
  });
});
