import { describe, expect, it } from 'vitest';
import type { Schema } from '../../../spec/index.ts';
import { FIRST, SECOND } from '../http/client.ts';
import { createReceiver, type Receiver } from './receiver.ts';
import { createStage, news, type Stage } from './stage.ts';

const THIRD = '5511777777777';
const AT = '2026-06-15T12:00:00Z';
const jidOf = (phone: string) => `${phone}@s.whatsapp.net`;

/** Both accounts are in a group; what each was told since the last time that was asked. */
async function createTold(members = [SECOND]) {
  const stage = await createStage();
  const receivers = { first: await createReceiver(), second: await createReceiver() };
  const { jid } = await stage.as('first').createGroup({ participants: members });
  for (const who of ['first', 'second'] as const) await stage.subscribe(who, receivers[who]);
  return { ...stage, jid, told: toldBy(stage, receivers), ...stage.as('first') };
}

function toldBy(stage: Stage, receivers: Record<'first' | 'second', Receiver>) {
  const seen = { first: 0, second: 0 };
  return async (who: 'first' | 'second') => {
    await stage.deliveries();
    const all = news(receivers[who]);
    const fresh = all.slice(seen[who]);
    seen[who] = all.length;
    return fresh;
  };
}

const info = (jid: string, sender: string | null, said: Partial<Schema<'GroupInfo'>>) => ({
  event: 'group.info',
  data: { jid, sender: sender === null ? null : jidOf(sender), timestamp: AT, ...said },
});

describe('group.joined tells an account', () => {
  it('of a group that it created, and of one that it was put into at creation: type new', async () => {
    const { createGroup, told, get } = await createTold();
    const { jid } = await createGroup({ participants: [SECOND] });
    const { group } = (await get(`/groups/${jid}`)).body;
    const data = { group, reason: '', type: 'new', sender: jidOf(FIRST) };
    expect(await told('first')).toEqual([{ event: 'group.joined', data }]);
    expect(await told('second')).toEqual([{ event: 'group.joined', data }]);
  });

  it('that it was added, and the others by group.info', async () => {
    const { post, told, get, jid } = await createTold([THIRD]);
    await post(`/groups/${jid}/participants`, { participants: [SECOND] });
    const { group } = (await get(`/groups/${jid}`)).body;
    expect(await told('second')).toEqual([
      { event: 'group.joined', data: { group, reason: '', type: '', sender: jidOf(FIRST) } },
    ]);
    expect(await told('first')).toEqual([info(jid, FIRST, { join: [jidOf(SECOND)], join_reason: '' })]);
  });

  it('that it joined by link: reason invite', async () => {
    const { as, told, inviteLink, jid } = await createTold([THIRD]);
    await as('second').post('/groups/join', { link: await inviteLink(jid) });
    expect(await told('second')).toMatchObject([
      { event: 'group.joined', data: { group: { jid }, reason: 'invite', type: '', sender: jidOf(SECOND) } },
    ]);
    expect(await told('first')).toEqual([
      info(jid, SECOND, { join: [jidOf(SECOND)], join_reason: 'invite' }),
    ]);
  });

  it('with the group as it was then, whatever became of it since', async () => {
    const { act, advance, told, jid } = await createTold([THIRD]);
    await act(FIRST, { do: 'add', group: jid, participants: [SECOND], after_seconds: 10 });
    await act(FIRST, { do: 'rename', group: jid, name: 'Later', after_seconds: 20 });
    await advance(60);
    expect(await told('second')).toMatchObject([
      { event: 'group.joined', data: { group: { name: 'Friends', members_count: 3 } } },
      { event: 'group.info', data: { name: 'Later', timestamp: '2026-06-15T12:00:20Z' } },
    ]);
  });

  it('of a community into which a linked group brought it', async () => {
    const { createCommunity, act, told } = await createTold([THIRD]);
    const { jid: parent_jid, announcement } = await createCommunity();
    const group = await act(FIRST, { do: 'create-group', name: 'Team', parent_jid });
    await told('second');
    await act(SECOND, { do: 'join', group });
    expect(await told('second')).toMatchObject([
      { event: 'group.joined', data: { group: { jid: group }, reason: 'invite' } },
      { event: 'group.joined', data: { group: { jid: parent_jid }, reason: 'linked_group_join' } },
      { event: 'group.joined', data: { group: { jid: announcement }, reason: 'linked_group_join' } },
    ]);
  });
});

describe('group.info tells the members', () => {
  it('who left; leaving differs from being removed by the sender only', async () => {
    const { act, told, jid, post } = await createTold([SECOND, THIRD]);
    await act(THIRD, { do: 'leave', group: jid });
    expect(await told('second')).toEqual([info(jid, THIRD, { leave: [jidOf(THIRD)] })]);
    await act(FIRST, { do: 'add', group: jid, participants: [THIRD] });
    await told('second');
    await post(`/groups/${jid}/participants`, { participants: [THIRD], action: 'remove' });
    expect(await told('second')).toEqual([info(jid, FIRST, { leave: [jidOf(THIRD)] })]);
  });

  it('their own removal, and nothing afterwards', async () => {
    const { post, patch, told, jid } = await createTold();
    await post(`/groups/${jid}/participants`, { participants: [SECOND], action: 'remove' });
    await patch(`/groups/${jid}`, { name: 'Without them' });
    const removal = info(jid, FIRST, { leave: [jidOf(SECOND)] });
    expect(await told('second')).toEqual([removal]);
    expect(await told('first')).toEqual([removal, info(jid, FIRST, { name: 'Without them' })]);
  });

  it('who was promoted and demoted; an heir is promoted by nobody', async () => {
    const { post, delete: leave, told, jid } = await createTold();
    for (const action of ['promote', 'demote'])
      await post(`/groups/${jid}/participants`, { participants: [SECOND], action });
    expect(await told('second')).toEqual([
      info(jid, FIRST, { promote: [jidOf(SECOND)] }),
      info(jid, FIRST, { demote: [jidOf(SECOND)] }),
    ]);
    await leave(`/groups/${jid}/leave`);
    expect(await told('second')).toEqual([
      info(jid, FIRST, { leave: [jidOf(FIRST)] }),
      info(jid, null, { promote: [jidOf(SECOND)] }),
    ]);
  });

  it.each([
    [{ name: 'Crew' }, { name: 'Crew' }],
    [{ topic: 'News' }, { topic: 'News' }],
    [{ announcement: true }, { announce: true }],
    [{ locked: true }, { locked: true }],
    [{ join_approval: true }, { join_approval: true }],
    [
      { name: 'Crew', locked: true },
      { name: 'Crew', locked: true },
    ],
  ])('the new value of %j', async (body, said) => {
    const { patch, told, jid } = await createTold();
    await patch(`/groups/${jid}`, body);
    expect(await told('second')).toEqual([info(jid, FIRST, said)]);
  });

  it('the timer, and nothing of a picture and of who may add members, for which there is no word', async () => {
    const { patch, put, post, told, jid } = await createTold();
    await patch(`/groups/${jid}`, { member_add_mode: 'admin' });
    await post(`/groups/${jid}/picture`, { image_base64: '/9j/4AAQ' });
    await put(`/groups/${jid}/ephemeral`, { duration_seconds: 86400 });
    expect(await told('second')).toEqual([info(jid, FIRST, { ephemeral_seconds: 86400 })]);
  });

  it('the new invite link', async () => {
    const { post, told, jid } = await createTold();
    const { invite_link } = (await post(`/groups/${jid}/invite/reset`)).body;
    expect(await told('second')).toEqual([info(jid, FIRST, { new_invite_link: invite_link })]);
  });

  it('what was linked and unlinked, on both sides and to the siblings', async () => {
    const { createCommunity, act, told, post, delete: unlink, jid } = await createTold();
    const { jid: community } = await createCommunity([SECOND]);
    const sibling = await act(FIRST, { do: 'create-group', name: 'A', parent_jid: community });
    await told('first');
    await post(`/communities/${community}/groups`, { group_jid: jid });
    await unlink(`/communities/${community}/groups`, { group_jid: jid });
    const sides = (kind: 'link' | 'unlink') => [
      info(community, FIRST, { [kind]: { type: 'sub_group', jid } }),
      info(jid, FIRST, { [kind]: { type: 'parent_group', jid: community } }),
      info(sibling, FIRST, { [kind]: { type: 'sibling_group', jid } }),
    ];
    expect(await told('first')).toEqual([...sides('link'), ...sides('unlink')]);
  });

  it('the end of a group', async () => {
    const { as, told } = await createTold();
    const { jid } = await as('second').createGroup({ participants: ['5500000000404'] });
    await told('second');
    await as('second').delete(`/groups/${jid}/leave`);
    expect(await told('second')).toEqual([
      info(jid, SECOND, { leave: [jidOf(SECOND)] }),
      info(jid, null, { delete: { reason: '' } }),
    ]);
  });

  it('people whose number is not known by their LID, here and everywhere', async () => {
    const { control, act, told, jid, get } = await createTold([THIRD]);
    await control('PATCH', `/people/${THIRD}`, { phone_known: false, lid: 'abcd@lid' });
    await act(FIRST, { do: 'promote', group: jid, participants: [THIRD] });
    await act(THIRD, { do: 'rename', group: jid, name: 'Mine' });
    const by = { jid, sender: 'abcd@lid', timestamp: AT };
    expect(await told('first')).toEqual([
      info(jid, FIRST, { promote: ['abcd@lid'] }),
      { event: 'group.info', data: { ...by, name: 'Mine' } },
    ]);
    const { participants } = (await get(`/groups/${jid}`)).body.group;
    expect(participants).toContainEqual({
      jid: 'abcd@lid',
      phone_number: '',
      is_admin: true,
      is_super_admin: false,
      lid: 'abcd@lid',
    });
    const theirs = await act(THIRD, { do: 'create-group', name: 'Theirs', participants: [FIRST] });
    expect((await get(`/groups/${theirs}`)).body.group.owner).toBe('abcd@lid');
    expect(await told('first')).toMatchObject([
      { data: { sender: 'abcd@lid', group: { owner: 'abcd@lid' } } },
    ]);
  });
});

describe('the session tells its own account', () => {
  it('that it was lost, came back, and was logged out; a ban shows as lost', async () => {
    const { post, control, told } = await createTold();
    const data = (status: string) => ({ jid: jidOf(FIRST), phone_number: FIRST, status });
    await post('/disconnect');
    await post('/connect');
    for (const device of ['logged_out', 'banned']) await control('PATCH', `/accounts/${FIRST}`, { device });
    expect(await told('first')).toEqual([
      { event: 'device.disconnected', data: data('disconnected') },
      { event: 'device.connected', data: data('connected') },
      { event: 'device.logged_out', data: data('logged_out') },
      { event: 'device.disconnected', data: data('banned') },
    ]);
    expect(await told('second')).toEqual([]);
  });
});

describe('nobody is told', () => {
  it('who asks to join, thinks better of it, or is turned away; the log says it', async () => {
    const { patch, act, told, events, jid } = await createTold();
    await patch(`/groups/${jid}`, { join_approval: true });
    await told('first');
    await act(THIRD, { do: 'ask', group: jid });
    await act(THIRD, { do: 'cancel', group: jid });
    await act(THIRD, { do: 'ask', group: jid });
    await act(FIRST, { do: 'reject', group: jid, participant: THIRD });
    expect(await told('first')).toEqual([]);
    const kinds = (await events(`?phone=${THIRD}`)).map(({ kind, told: to }) => [kind, to]);
    expect(kinds).toEqual(
      ['asked', 'request-cancelled', 'asked', 'request-rejected'].map((kind) => [kind, []]),
    );
  });
});
