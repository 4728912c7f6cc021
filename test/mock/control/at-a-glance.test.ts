/** What no case reads: groups in one line, what is due, and what the rules say before anybody acts. */
import { describe, expect, it } from 'vitest';
import { FIRST, SECOND } from '../client.ts';
import { createStage } from '../delivery/stage.ts';
import { createPlane, type Plane } from './plane.ts';

const GUEST = '5511777777777';
const PRIVATE = '5500000000403';

const look = async (plane: Plane, path: string) =>
  (await plane.control('GET', `/worlds/default${path}`)).body;

describe('the lines of groups', () => {
  it('tell of each group what a list shows, and of a person what they are in it', async () => {
    const plane = await createPlane({ seed: 1 });
    const { jid } = await plane
      .as('first')
      .createGroup({ name: 'Team', participants: [SECOND], options: { join_approval: true } });
    const { group: community } = await plane.act(FIRST, { do: 'create-community', name: 'Town' });
    await plane.act(GUEST, { do: 'ask', group: jid });
    const { groups } = await look(plane, '/group-lines');
    expect(groups).toMatchObject([
      {
        jid,
        name: 'Team',
        kind: 'group',
        parent_jid: null,
        members: 2,
        join_approval: true,
        join_requests: 1,
        role: null,
      },
      { jid: community.jid, kind: 'community' },
      { kind: 'announcement', parent_jid: community.jid, announcement: true },
    ]);
    const roleOf = async (phone: string) =>
      (await look(plane, `/group-lines?phone=${phone}`)).groups.map((one: { role: string }) => one.role);
    expect(await roleOf(FIRST)).toEqual(['creator', 'creator', 'creator']);
    expect(await roleOf(SECOND)).toEqual(['member']);
    expect(await roleOf(GUEST)).toEqual(['asked']);
    expect(await roleOf('5511666666666')).toEqual([]);
    expect((await look(plane, `/group-lines?group=${jid}`)).groups).toHaveLength(1);
    expect(
      (await plane.control('GET', '/worlds/default/group-lines?group=120363000000000000@g.us')).status,
    ).toBe(404);
  });
});

describe('what is due', () => {
  it('is told the soonest first, until it is over', async () => {
    const plane = await createPlane({ seed: 1 });
    const { jid } = await plane.as('first').createGroup();
    expect((await look(plane, '/due')).due).toEqual([]);
    const { participants } = await plane.act(FIRST, { do: 'add', group: jid, participants: [PRIVATE] });
    const { code, expires_at: at } = participants[0].add_request;
    await plane.act(GUEST, { do: 'join', group: jid, after_seconds: 60 });
    const act = {
      at: '2026-06-15T12:01:00Z',
      kind: 'act',
      phone: GUEST,
      group_jid: jid,
      what: 'join',
      code: null,
      inviter: null,
    };
    const invite = {
      at,
      kind: 'private-invite',
      phone: PRIVATE,
      group_jid: jid,
      what: null,
      code,
      inviter: FIRST,
    };
    expect((await look(plane, '/due')).due).toEqual([act, invite]);
    await plane.control('PATCH', '/worlds/default/clock', { advance_seconds: 60 });
    expect((await look(plane, '/due')).due).toEqual([invite]);
    await plane.control('PATCH', '/worlds/default/clock', { now: at });
    expect((await look(plane, '/due')).due).toEqual([]);
  });

  it('has the deliveries that wait', async () => {
    const plane = await createPlane({ seed: 1 });
    const webhook = { webhook_url: 'http://127.0.0.1:1/hook', enabled_events: ['group.joined'] };
    await plane.as('first').post('/webhook', webhook);
    await plane.control('POST', '/worlds/default/faults', { delivery: { delay_seconds: 30 } });
    await plane.as('first').createGroup();
    expect((await look(plane, '/due')).due).toMatchObject([
      { at: '2026-06-15T12:00:30Z', kind: 'delivery', phone: FIRST, what: 'group.joined' },
    ]);
  });
});

describe('the rules, when they are asked', () => {
  const may = async (plane: Plane, phone: string, ...acts: object[]) => {
    const { status, body } = await plane.control('POST', `/worlds/default/people/${phone}/may`, { acts });
    expect(status, JSON.stringify(body)).toBe(200);
    return body.answers;
  };

  it('answer for each act as they would if it were done', async () => {
    const plane = await createPlane({ seed: 1 });
    const group = (await plane.as('first').createGroup({ participants: [SECOND] })).jid;
    const rename = { do: 'rename', group, name: 'New' };
    await plane.act(FIRST, { do: 'set', group, locked: true });
    expect(await may(plane, FIRST, rename, { do: 'add', group, participants: [GUEST, PRIVATE] })).toEqual([
      { allowed: true, rule: null, says: null, pending_approval: false, rows: [] },
      {
        allowed: true,
        rule: null,
        says: null,
        pending_approval: false,
        rows: [
          { code: null, says: null },
          { code: 403, says: 'lets nobody add them but those whom their privacy names' },
        ],
      },
    ]);
    const [refused] = await may(plane, SECOND, rename);
    const { body } = await plane.control('POST', `/worlds/default/people/${SECOND}/act`, rename);
    expect(refused).toMatchObject({ allowed: false, rule: body.rule, says: body.error });
    await plane.act(FIRST, { do: 'set', group, join_approval: true });
    expect(await may(plane, GUEST, { do: 'join', group })).toMatchObject([
      { allowed: true, pending_approval: true },
    ]);
    await plane.control('PATCH', `/worlds/default/people/${GUEST}`, { on_whatsapp: false });
    expect(await may(plane, GUEST, { do: 'join', group })).toMatchObject([
      { allowed: false, rule: 'not-on-whatsapp' },
    ]);
  });

  it('change nothing: neither the world, nor whom it knows, nor the ids that follow', async () => {
    const everything = async (isAsked: boolean) => {
      const plane = await createPlane({ seed: 1 });
      const group = (await plane.as('first').createGroup()).jid;
      const acts = [
        { do: 'reset-link', group },
        { do: 'create-group', name: 'A', participants: [GUEST] },
        { do: 'create-community', name: 'B' },
        { do: 'add', group, participants: [PRIVATE, GUEST] },
        { do: 'leave', group },
      ];
      if (isAsked) expect(await may(plane, FIRST, ...acts)).toHaveLength(acts.length);
      await plane.as('first').createGroup({ name: 'Next' });
      return (await look(plane, '/snapshot')).snapshot;
    };
    expect(await everything(true)).toEqual(await everything(false));
  });
});

describe('a delivery', () => {
  it('is taken by the mock itself where that is its webhook, and is sent once more when it is asked for', async () => {
    const stage = await createStage();
    await stage.subscribe('first', { url: `${stage.url}/__mock/receiver` });
    await stage.as('first').createGroup();
    const [sent] = await stage.deliveries();
    expect(sent).toMatchObject({
      state: 'delivered',
      attempts: [{ status: 200 }],
      signature: expect.stringMatching(/^sha256=/),
    });
    expect((await stage.control('POST', `/deliveries/${sent?.sequence}/redeliver`)).status).toBe(200);
    const [, again] = await stage.deliveries();
    const { id, event, payload, signature } = sent ?? {};
    expect(again).toMatchObject({ id, event, payload, signature, sequence: 2, state: 'delivered' });
    expect((await stage.control('POST', '/deliveries/99/redeliver')).status).toBe(404);
  });

  it('to any other path of a mock is still refused', async () => {
    const stage = await createStage();
    await stage.subscribe('first', { url: `${stage.url}/__mock/receiver/` });
    await stage.as('first').createGroup();
    expect(await stage.deliveries()).toMatchObject([
      { state: 'failed', reason: expect.stringContaining('leads to a mock') },
    ]);
  });
});
