/** What no case reads: the words and fields of the event log. */
import { describe, expect, it } from 'vitest';
import { FIRST, SECOND } from '../client.ts';
import { createStage } from '../delivery/stage.ts';

const THIRD = '5511777777777';

describe('the log of events', () => {
  it('says in words what happened, and in fields', async () => {
    const { as, events } = await createStage();
    const { post, createGroup } = as('second');
    const { jid } = await createGroup({ name: 'WUTS Launch', participants: [FIRST] });
    await post(`/groups/${jid}/participants`, { participants: [FIRST], action: 'promote' });
    expect((await events()).at(-1)).toEqual({
      sequence: 2,
      at: '2026-06-15T12:00:00Z',
      says: `${FIRST} was promoted by ${SECOND} in WUTS Launch`,
      kind: 'promoted',
      group_jid: jid,
      group_name: 'WUTS Launch',
      actor: SECOND,
      people: [FIRST],
      details: {},
      told: [FIRST, SECOND],
    });
  });

  it('has words for everything', async () => {
    const { as, act, advance, control, events } = await createStage();
    const { patch, createGroup, inviteLink } = as('first');
    const { jid: group } = await createGroup({ name: 'Crew', participants: [SECOND, THIRD] });
    await act(FIRST, { do: 'demote', group, participants: [SECOND] });
    await act(FIRST, { do: 'promote', group, participants: [SECOND] });
    await act(FIRST, { do: 'demote', group, participants: [SECOND] });
    await act(THIRD, { do: 'leave', group });
    await act(THIRD, { do: 'join', link: await inviteLink(group) });
    await act(FIRST, { do: 'remove', group, participants: [THIRD] });
    await act(FIRST, { do: 'add', group, participants: [THIRD] });
    await patch(`/groups/${group}`, { join_approval: true, topic: 'News' });
    const asker = '5511666666666';
    await act(asker, { do: 'ask', group });
    await act(asker, { do: 'cancel', group });
    await act(SECOND, { do: 'add', group, participants: [asker] });
    await act(FIRST, { do: 'reject', group, participant: asker });
    await act(asker, { do: 'ask', group });
    await act(FIRST, { do: 'approve', group, participant: asker });
    await act(FIRST, { do: 'reset-link', group });
    await act(SECOND, { do: 'rename', group, name: 'Late', after_seconds: 1 });
    await act(THIRD, { do: 'reset-link', group, after_seconds: 2 });
    await advance(2);
    await control('PATCH', `/accounts/${FIRST}`, { device: 'logged_out' });
    const lonely = await act(THIRD, { do: 'create-group', name: 'Alone' });
    await act(THIRD, { do: 'leave', group: lonely });
    expect((await events()).map(({ says }) => says)).toEqual([
      `${FIRST} created Crew with ${SECOND} and ${THIRD}`,
      `${SECOND} was promoted by ${FIRST} in Crew`,
      `${SECOND} was demoted by ${FIRST} in Crew`,
      `${THIRD} left Crew`,
      `${THIRD} joined Crew by an invite`,
      `${THIRD} was removed by ${FIRST} from Crew`,
      `${THIRD} was added by ${FIRST} to Crew`,
      `${FIRST} changed topic to "News" in Crew`,
      `${FIRST} changed join_approval to true in Crew`,
      `${asker} asked to join Crew`,
      `${asker} no longer asks to join Crew`,
      `${SECOND} asked to have ${asker} in Crew`,
      `${asker} was turned away from Crew by ${FIRST}`,
      `${asker} asked to join Crew`,
      `${asker} was let into Crew by ${FIRST}`,
      `${FIRST} reset the invite link of Crew`,
      `${SECOND} changed name to "Late" in Late`,
      `${THIRD} was to reset-link, which was refused: not-an-admin`,
      `The device of ${FIRST} is logged out now`,
      `${THIRD} created Alone`,
      `${THIRD} left Alone`,
      'Alone ended',
    ]);
  });

  it('says who came into a community, and how its groups are linked', async () => {
    const { as, act, events } = await createStage();
    const { jid: parent_jid } = await as('first').createCommunity();
    const group = await act(FIRST, { do: 'create-group', name: 'Team', parent_jid, participants: [SECOND] });
    const others = ['01', '02', '03', '04', '05', '06'].map((end) => `55119111111${end}`);
    await act(FIRST, { do: 'add', group, participants: others });
    await act(FIRST, { do: 'unlink', community: parent_jid, group });
    const said = (await events('?after=2')).map(({ says }) => says);
    const few = `${others.slice(0, 4).join(', ')} and 2 more`;
    expect(said).toEqual(
      expect.arrayContaining([
        `${SECOND} came into Neighbours with a linked group`,
        `${FIRST} linked ${group}, which is now the sub group of Neighbours`,
        `${FIRST} linked ${parent_jid}, which is now the parent group of Team`,
        `${few} were added by ${FIRST} to Team`,
        `${FIRST} unlinked ${group}, which was the sub group of Neighbours`,
      ]),
    );
  });

  it('is read on from a number, by group, by person and in pieces', async () => {
    const { as, act, events } = await createStage();
    const { jid } = await as('first').createGroup({ name: 'One', participants: [THIRD] });
    await as('second').createGroup({ name: 'Two' });
    for (const name of ['a', 'b', 'c']) await act(THIRD, { do: 'rename', group: jid, name });
    const numbers = async (query: string) => (await events(query)).map(({ sequence }) => sequence);
    expect(await numbers('')).toEqual([1, 2, 3, 4, 5]);
    expect(await numbers('?after=3')).toEqual([4, 5]);
    expect(await numbers('?after=1&limit=2')).toEqual([2, 3]);
    expect(await numbers('?limit=2')).toEqual([4, 5]);
    expect(await numbers(`?group=${jid}`)).toEqual([1, 3, 4, 5]);
    expect(await numbers(`?phone=${SECOND}`)).toEqual([2]);
    expect(await numbers(`?phone=${THIRD}`)).toEqual([1, 2, 3, 4, 5]);
  });

  it.each([
    '/events?limit=0',
    '/events?after=x',
    '/events?group=nobody',
    '/events?page=2',
    '/deliveries?state=lost',
    '/deliveries?settled_within=3600',
    '/stream?from=1',
  ])('refuses %s', async (path) => {
    const { control } = await createStage();
    expect(await control('GET', path)).toMatchObject({
      status: 400,
      body: { rule: 'does-not-fit-the-document', validation: [{}] },
    });
  });
});
