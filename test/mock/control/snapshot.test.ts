import { describe, expect, it } from 'vitest';
import { createPlane, expectRefused, type Json, type Plane } from './plane.ts';

const FIRST = '11111111-1111-4111-8111-111111111111';
const SECOND = '22222222-2222-4222-8222-222222222222';

async function snapshotOf(plane: Plane, world = 'default'): Promise<Json> {
  const { status, body } = await plane.control('GET', `/worlds/${world}/snapshot`);
  expect(status, JSON.stringify(body)).toBe(200);
  return body.snapshot;
}

/** A world with a bit of everything, its future included. */
async function createBusyPlane(): Promise<{ plane: Plane; group: string; community: string }> {
  const plane = await createPlane({ seed: 3 });
  const first = plane.as('first');
  const { jid: group } = await first.createGroup({ options: { join_approval: true } });
  const { jid: community } = await first.createCommunity(['5511888888888']);
  await first.post(`/communities/${community}/groups`, { group_jid: group });
  await first.post(`/groups/${group}/participants`, { participants: ['5500000000403'] });
  await first.post(`/groups/${group}/invite/reset`);
  await plane.control('POST', '/worlds/default/faults', { operation: 'leaveGroup', status: 503 });
  await first.post('/webhook', { webhook_url: 'https://example.com', enabled_events: ['device.connected'] });
  await plane.act('5511666666666', { do: 'ask', group });
  await plane.act('5511777777777', { do: 'leave', group, after_seconds: 3600 });
  await plane.act('5511999999999', {
    do: 'set',
    group,
    topic: 'Later',
    after_seconds: 7200,
  });
  return { plane, group, community };
}

describe('a snapshot', () => {
  it('brings a world back as it was, its pending future included', async () => {
    const { plane, group } = await createBusyPlane();
    const saved = await snapshotOf(plane);
    const first = plane.as('first');
    const before = (await first.get(`/groups/${group}`)).text;

    await first.patch(`/groups/${group}`, { name: 'Changed' });
    await plane.control('PATCH', '/worlds/default/clock', { advance_seconds: 10_000 });
    expect((await first.get(`/groups/${group}`)).body.group).toMatchObject({ topic: 'Later' });

    expect((await plane.control('PUT', '/worlds/default/snapshot', { snapshot: saved })).body).toEqual({
      success: true,
    });
    expect(await snapshotOf(plane)).toEqual(saved);
    expect((await first.get(`/groups/${group}`)).text).toBe(before);
    await plane.control('PATCH', '/worlds/default/clock', { advance_seconds: 3600 });
    const { body } = await first.get(`/groups/${group}`);
    expect(body.group.participants.map(({ jid }) => jid)).not.toContain('5511777777777@s.whatsapp.net');
    await plane.control('PATCH', '/worlds/default/clock', { advance_seconds: 3600 });
    expect((await first.get(`/groups/${group}`)).body.group.topic).toBe('Later');
  });

  it('brings faults back with what they have done so far', async () => {
    const plane = await createPlane({ seed: 3 });
    const fault = { operation: 'listGroups', status: 503, times: 2 };
    await plane.control('POST', '/worlds/default/faults', fault);
    await plane.control('POST', '/worlds/default/faults', {
      operation: 'getGroup',
      probability: 0.5,
      status: 500,
    });
    const statuses = async (times: number) => {
      const seen: number[] = [];
      for (let n = 0; n < times; n += 1) {
        seen.push((await plane.as('first').get('/groups')).status);
        seen.push((await plane.as('first').get('/groups/120363000000000000@g.us')).status);
      }
      return seen;
    };
    expect((await statuses(1))[0]).toBe(503);
    const saved = await snapshotOf(plane);
    const after = await statuses(20);
    expect(new Set(after)).toEqual(new Set([503, 200, 404, 500]));
    await plane.control('PUT', '/worlds/default/snapshot', { snapshot: saved });
    expect(await statuses(20)).toEqual(after);
  });

  it('moves a world, tokens and all, once nobody else holds them', async () => {
    const { plane, group } = await createBusyPlane();
    const saved = await snapshotOf(plane);
    await plane.control('POST', '/worlds', { name: 'other' });
    const before = await snapshotOf(plane, 'other');

    const refused = await plane.control('PUT', '/worlds/other/snapshot', { snapshot: saved });
    expectRefused(refused, 409, 'account-cannot-be-made');
    expect(await snapshotOf(plane, 'other')).toMatchObject({ accounts: before.accounts });

    const fresh = { ...saved, accounts: saved.accounts.slice() };
    fresh.accounts[0] = { phone: '5511999999999', token: 'aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa' };
    fresh.accounts[1] = { phone: '5511888888888', token: 'bbbbbbbb-bbbb-4bbb-8bbb-bbbbbbbbbbbb' };
    expect((await plane.control('PUT', '/worlds/other/snapshot', { snapshot: fresh })).status).toBe(200);
    const headers = { Authorization: 'aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa' };
    const moved = await plane.send({ path: `/groups/${group}`, headers });
    expect(moved.text).toBe((await plane.as('first').get(`/groups/${group}`)).text);
    const old = { Authorization: before.accounts[0].token };
    expect((await plane.send({ headers: old })).status).toBe(401);
  });

  it('is undone by a reset, which brings the tokens of the start back', async () => {
    const plane = await createPlane({ seed: 3 });
    const { body } = await plane.control('POST', '/worlds', { name: 'other', accounts: 1, seed: 9 });
    const saved = await snapshotOf(plane, 'other');
    await plane.control('DELETE', '/worlds/other');
    await plane.control('PUT', '/worlds/default/snapshot', { snapshot: saved });
    expect((await plane.as('first').get('/groups')).status).toBe(401);
    expect((await plane.control('GET', '/worlds/default')).body.world).toMatchObject({
      seed: 9,
      accounts: 1,
    });

    // While another world holds a token of the start, the start cannot come back.
    const taken = { accounts: [{ phone: '5511000000000', token: FIRST }] };
    await plane.control('POST', '/worlds', { name: 'thief', ...taken });
    expectRefused(await plane.control('POST', '/worlds/default/reset'), 409, 'account-cannot-be-made');
    expect(await snapshotOf(plane)).toEqual(saved);

    await plane.control('DELETE', '/worlds/thief');
    expect((await plane.control('POST', '/worlds/default/reset')).status).toBe(200);
    expect((await plane.as('first').get('/groups')).status).toBe(200);
    expect((await plane.send({ headers: { Authorization: body.accounts[0].token } })).status).toBe(401);
  });

  it('is taken as it is answered', async () => {
    const { plane } = await createBusyPlane();
    const { body } = await plane.control('GET', '/worlds/default/snapshot');
    expect((await plane.control('PUT', '/worlds/default/snapshot', body)).status).toBe(200);
  });

  it('may be larger than any other body', { timeout: 60_000 }, async () => {
    const plane = await createPlane({ seed: 3 });
    const saved = await snapshotOf(plane);
    for (let n = 0; n < 60_000; n += 1) {
      const phone = String(5_521_000_000_000 + n);
      const person = { ...saved.world.people[0], phone, lid: `${phone}@lid` };
      saved.world.people.push(person);
    }
    const text = JSON.stringify({ snapshot: saved });
    expect(text.length).toBeGreaterThan(8 * 1024 * 1024);
    expect((await plane.control('PUT', '/worlds/default/snapshot', text)).status).toBe(200);
    expect((await snapshotOf(plane)).world.people).toHaveLength(60_002);
    const elsewhere = await plane.control('POST', '/worlds', text);
    expectRefused(elsewhere, 413, 'body-too-large');
    expect(elsewhere.body.error).toContain('8 MiB');
  });
});

/** A place in the snapshot, by its path; what it is set to; and where and how that is told. */
const BROKEN: [what: string, path: string, value: unknown, status: number, field: string, says: RegExp][] = [
  ['another format', 'format', 'wuts-mock state', 400, 'format', /must be "wuts-mock world"/],
  ['an unknown version', 'version', 2, 400, 'version', /must be 1, the version of snapshots/],
  ['no world', 'world', undefined, 400, 'world', /is required/],
  ['no agenda', 'world.agenda', undefined, 400, 'world.agenda', /is required/],
  ['a part that nobody knows', 'world.moon', [], 400, 'world', /has no property "moon"/],
  ['groups that are no list', 'world.groups', {}, 400, 'world.groups', /must be an array/],
  ['a clock without a time', 'world.clock.now', 'noon', 400, 'world.clock.now', /must be a number/],
  ['a time that no clock shows', 'world.clock.now', 9e15, 400, 'world.clock.now', /must be at most/],
  [
    'a role that is none',
    'world.groups.0.members.0.role',
    'boss',
    400,
    'world.groups[0].members[0].role',
    /must be one of/,
  ],
  [
    'a JID that is none',
    'world.groups.0.jid',
    'group',
    400,
    'world.groups[0].jid',
    /must be the JID of a group/,
  ],
  [
    'an act without its group',
    'world.agenda.0.act.group',
    undefined,
    400,
    'world.agenda[0].act.group',
    /is required/,
  ],
  [
    'a setting that is missing',
    'world.groups.0.settings.topic',
    undefined,
    400,
    'world.groups[0].settings.topic',
    /is required/,
  ],
  [
    'a member whom nobody knows',
    'world.groups.0.members.0.phone',
    '5511000000000',
    422,
    'world.groups[0].members[0].phone',
    /is nobody in people/,
  ],
  [
    'an owner whom nobody knows',
    'world.groups.0.owner',
    '5511000000000',
    422,
    'world.groups[0].owner',
    /is nobody in people/,
  ],
  [
    'a parent that is not there',
    'world.groups.0.parent',
    '120363000000000000@g.us',
    422,
    'world.groups[0].parent',
    /is no community that has this group/,
  ],
  [
    'a linked group that is not there',
    'world.groups.1.community.linked.0',
    '120363000000000000@g.us',
    422,
    'world.groups[1].community.linked[0]',
    /is no group with this community as its parent/,
  ],
  [
    'an announcement group that is not there',
    'world.groups.1.community.announcementGroup',
    '120363000000000000@g.us',
    422,
    'world.groups[1].community.announcementGroup',
    /is no announcement group/,
  ],
  [
    'a community without what makes one',
    'world.groups.1.community',
    null,
    422,
    'world.groups[1].community',
    /does not go with the kind/,
  ],
  [
    'a link that leads elsewhere',
    'world.groups.0.inviteCode',
    'AAAAAAAAAAAAAAAAAAAAAA',
    422,
    'world.groups[0].inviteCode',
    /is not that of this group/,
  ],
  ['a group that is there twice', 'world.groups.0.jid', 'COPY', 422, 'world.groups[1].jid', /is there twice/],
  ['a LID of two people', 'world.people.0.lid', 'COPY', 422, 'world.people[1].lid', /is there twice/],
  [
    'a device in a group that it is not in',
    'world.devices.1.groups.0',
    '120363000000000000@g.us',
    422,
    'world.devices[1].groups[0]',
    /is no group that the number is a member of/,
  ],
  [
    'a device that lacks a group',
    'world.devices.0.groups',
    [],
    422,
    'world.devices[0].groups',
    /lacks 120363/,
  ],
  [
    'an account without a device',
    'accounts.0.phone',
    '5511000000000',
    422,
    'accounts[0].phone',
    /has no device/,
  ],
  [
    'a future out of order',
    'world.agenda.0.at',
    1_900_000_000_000,
    422,
    'world.agenda[1].at',
    /is before the entry above it/,
  ],
  [
    'more happenings than were counted',
    'world.counters.happenings',
    1,
    422,
    'world.counters.happenings',
    /is below/,
  ],
];

describe('a snapshot that is broken', async () => {
  const { plane } = await createBusyPlane();
  const saved = await snapshotOf(plane);

  it.each(BROKEN)('by %s is refused, and nothing changes', async (_, path, value, status, field, says) => {
    const broken = structuredClone(saved);
    put(broken, path.split('.'), value);
    const answer = await plane.control('PUT', '/worlds/default/snapshot', { snapshot: broken });
    const rule = status === 400 ? 'does-not-fit-the-document' : 'snapshot-contradicts-itself';
    expectRefused(answer, status, rule);
    const issue = answer.body.validation.find((one: Json) => one.field === `snapshot.${field}`);
    expect(issue?.message, JSON.stringify(answer.body.validation)).toMatch(says);
    expect(await snapshotOf(plane)).toEqual(saved);
  });

  it('by a ruling that is none is refused, and nothing changes', async () => {
    const broken = { ...saved, world: { ...saved.world, rulings: { 'no-such': 1 } } };
    expectRefused(
      await plane.control('PUT', '/worlds/default/snapshot', { snapshot: broken }),
      400,
      'no-such-ruling',
    );
    expect(await snapshotOf(plane)).toEqual(saved);
  });

  it('by the token of two accounts is refused, and nothing changes', async () => {
    const accounts = saved.accounts.map((one: Json) => ({ ...one, token: SECOND }));
    const answer = await plane.control('PUT', '/worlds/default/snapshot', {
      snapshot: { ...saved, accounts },
    });
    expectRefused(answer, 409, 'account-cannot-be-made');
    expect(await snapshotOf(plane)).toEqual(saved);
  });
});

/** Sets a value; undefined takes it away, and COPY takes that of the next entry. */
function put(where: Json, path: string[], value: unknown): void {
  const name = path.at(-1) ?? '';
  const place = path.slice(0, -1).reduce((one, step) => one[step], where);
  if (value === undefined) delete place[name];
  else if (value === 'COPY') {
    const list = path.slice(0, -2).reduce((one, step) => one[step], where);
    place[name] = list[Number(path.at(-2)) + 1][name];
  } else place[name] = value;
}
