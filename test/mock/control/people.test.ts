/** What no case reads: people, join requests and accounts as the control plane tells them. */
import { describe, expect, it } from 'vitest';
import { FIRST, SECOND } from '../client.ts';
import { createPlane, expectRefused, type Plane } from './plane.ts';

const GUEST = '5511777777777';
const OTHER = '5511666666666';

/** A group of the first account, with these members. */
async function groupOn(plane: Plane, participants: string[] = [SECOND], options = {}) {
  return (await plane.as('first').createGroup({ participants, options })).jid;
}

/** Who is in a group, with their ranks, as the first account sees it. */
async function ranksOn(plane: Plane, jid: string): Promise<Record<string, string>> {
  const { group } = (await plane.as('first').get(`/groups/${jid}`)).body;
  return Object.fromEntries(
    group.participants.map(({ jid: user, is_admin, is_super_admin }) => [
      user.replace('@s.whatsapp.net', ''),
      is_super_admin ? 'creator' : is_admin ? 'admin' : 'member',
    ]),
  );
}

describe('another person', () => {
  it('asks to join where approval is on, and is approved, rejected or thinks better of it', async () => {
    const plane = await createPlane({ seed: 1 });
    const group = await groupOn(plane, [SECOND], { join_approval: true });
    expect(await plane.act(GUEST, { do: 'ask', group })).toMatchObject({ pending_approval: true });
    expect((await plane.control('GET', '/worlds/default/join-requests')).body.join_requests).toEqual([
      { group_jid: group, phone: GUEST, asked_at: '2026-06-15T12:00:00Z', added_by: null },
    ]);
    await plane.act(FIRST, { do: 'approve', group, participant: GUEST });
    expect(await ranksOn(plane, group)).toHaveProperty(GUEST, 'member');

    await plane.act(OTHER, { do: 'ask', group });
    await plane.act(OTHER, { do: 'cancel', group });
    expect(await plane.refusal(FIRST, { do: 'reject', group, participant: OTHER })).toBe('no-join-request');
    await plane.act(OTHER, { do: 'ask', group });
    await plane.act(FIRST, { do: 'reject', group, participant: OTHER });
    const waiting = await plane.control('GET', `/worlds/default/join-requests?group=${group}`);
    expect(waiting.body.join_requests).toEqual([]);
    expect(await ranksOn(plane, group)).not.toHaveProperty(OTHER);
  });

  it('promotes and demotes, adds and leaves', async () => {
    const plane = await createPlane();
    const { group } = await plane.act(GUEST, { do: 'create-group', name: 'Theirs', participants: [FIRST] });
    const { jid } = group;
    await plane.act(GUEST, { do: 'promote', group: jid, participants: [FIRST] });
    expect(await ranksOn(plane, jid)).toEqual({ [GUEST]: 'creator', [FIRST]: 'admin' });
    await plane.act(GUEST, { do: 'demote', group: jid, participants: [FIRST] });
    const { participants } = await plane.act(GUEST, {
      do: 'add',
      group: jid,
      participants: [OTHER, '5500000000403'],
    });
    expect(participants).toMatchObject([{ is_admin: false }, { error: 403, add_request: {} }]);
    await plane.act(GUEST, { do: 'leave', group: jid });
    expect(await ranksOn(plane, jid)).toEqual({ [FIRST]: 'admin', [OTHER]: 'member' });
  });

  it('renames the group, sets what can be set, and resets the link', async () => {
    const plane = await createPlane();
    const group = await groupOn(plane);
    const old = await plane.as('first').inviteLink(group);
    await plane.act(SECOND, { do: 'rename', group, name: 'Renamed' });
    const settings = {
      topic: 'News',
      locked: true,
      announcement: true,
      join_approval: true,
      member_add_mode: 'admin',
      ephemeral_seconds: 86400,
    };
    expect(await plane.refusal(SECOND, { do: 'set', group, ...settings })).toBe('not-an-admin');
    await plane.act(FIRST, { do: 'set', group, ...settings });
    await plane.act(FIRST, { do: 'set-picture', group, image_base64: '/9j/4AAQSkZJRg==' });
    await plane.act(FIRST, { do: 'reset-link', group });
    expect((await plane.as('first').get(`/groups/${group}`)).body.group).toMatchObject({
      name: 'Renamed',
      topic: 'News',
      is_locked: true,
      is_announce: true,
      join_approval: true,
      member_add_mode: 'admin',
      ephemeral_seconds: 86400,
      picture_id: expect.stringMatching(/^\d+$/),
    });
    expect(await plane.refusal(GUEST, { do: 'join', link: old })).toBe('invite-link-reset');
  });

  it('makes a community, and links and unlinks a group', async () => {
    const plane = await createPlane();
    const town = (await plane.act(GUEST, { do: 'create-community', name: 'Town', participants: [FIRST] }))
      .group.jid;
    const crew = (await plane.act(GUEST, { do: 'create-group', name: 'Crew' })).group.jid;
    await plane.act(GUEST, { do: 'link', community: town, group: crew });
    const inside = (await plane.act(GUEST, { do: 'create-group', name: 'Inside', parent_jid: town })).group;
    expect(inside.parent_jid).toBe(town);
    expect(await plane.refusal(FIRST, { do: 'unlink', community: town, group: crew })).toBe('not-an-admin');
    await plane.act(GUEST, { do: 'unlink', community: town, group: crew });
    const names = (await plane.as('first').get('/groups')).body.groups.map(({ name }) => name);
    expect(names).toEqual(['Town', 'Town']);
  });
});

describe('a trait', () => {
  it.each([
    ['not on WhatsApp', { on_whatsapp: false }, 404],
    ['blocked the one who adds', { blocked: [FIRST] }, 401],
    ['lets nobody add them', { addable_by: 'nobody' }, 403],
    ['lets contacts add them, of whom we are none', { addable_by: 'contacts', contacts: [OTHER] }, 403],
    ['lets contacts add them, of whom we are one', { addable_by: 'contacts', contacts: [FIRST] }, undefined],
    ['refuses always', { always_refused: 408 }, 408],
  ])('of somebody who %s decides about the row', async (_, traits, error) => {
    const plane = await createPlane();
    const changed = await plane.control('PATCH', `/worlds/default/people/${GUEST}`, traits);
    expect(changed.body.person).toMatchObject({ phone: GUEST, ...traits });
    const group = await groupOn(plane, [FIRST]);
    const { body } = await plane.as('first').post(`/groups/${group}/participants`, { participants: [GUEST] });
    expect(body.participants[0]?.error).toBe(error);
  });

  it('stays when another is changed, and goes when it is taken back', async () => {
    const plane = await createPlane();
    const path = `/worlds/default/people/${GUEST}`;
    await plane.control('PATCH', path, { name: 'Gil', always_refused: 402 });
    await plane.control('PATCH', path, { always_refused: null });
    expect((await plane.control('GET', path)).body.person).toMatchObject({
      name: 'Gil',
      always_refused: null,
    });
    expect(
      (await plane.control('GET', '/worlds/default/people')).body.people.map(
        ({ phone }: { phone: string }) => phone,
      ),
    ).toContain(GUEST);
  });

  it('may be another LID, by which the person is known from then on', async () => {
    const plane = await createPlane();
    const { lid } = (await plane.control('GET', `/worlds/default/people/${OTHER}`)).body.person;
    const taken = await plane.control('PATCH', `/worlds/default/people/${GUEST}`, { lid });
    expectRefused(taken, 409, 'lid-taken');
    await plane.control('PATCH', `/worlds/default/people/${GUEST}`, { lid: 'abcd@lid' });
    const group = await groupOn(plane, ['abcd@lid']);
    expect(await ranksOn(plane, group)).toHaveProperty(GUEST);
  });
});

describe('an account', () => {
  it('is made for a number, with a token that works', async () => {
    const plane = await createPlane();
    const group = await groupOn(plane, [GUEST]);
    const { status, body } = await plane.control('POST', '/worlds/default/accounts', { phone: GUEST });
    expect(status).toBe(201);
    const answer = await plane.send({ headers: { Authorization: `Bearer ${body.account.token}` } });
    expect(answer.body.groups).toMatchObject([{ jid: group }]);
    const listed = (await plane.control('GET', '/worlds/default/accounts')).body.accounts;
    expect(listed).toHaveLength(3);
    expectRefused(
      await plane.control('POST', '/worlds/default/accounts', { phone: GUEST }),
      409,
      'account-cannot-be-made',
    );
  });

  it('that is not there is refused, with those that are', async () => {
    const plane = await createPlane();
    const answer = await plane.control('PATCH', `/worlds/default/accounts/${GUEST}`, { device: 'connected' });
    expectRefused(answer, 404, 'no-such-account');
    expect(answer.body.error).toContain(FIRST);
  });
});
