import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sealOf } from '../../../mock/tenants/snapshot.ts';
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
    const text = JSON.stringify({ snapshot: { ...saved, seal: sealOf(saved) } });
    expect(text.length).toBeGreaterThan(8 * 1024 * 1024);
    expect((await plane.control('PUT', '/worlds/default/snapshot', text)).status).toBe(200);
    expect((await snapshotOf(plane)).world.people).toHaveLength(60_002);
    const elsewhere = await plane.control('POST', '/worlds', text);
    expectRefused(elsewhere, 413, 'body-too-large');
    expect(elsewhere.body.error).toContain('8 MiB');
  });
});

describe('a snapshot that the mock wrote as 0.1.0', () => {
  const OLD: Json = JSON.parse(
    readFileSync(new URL('./fixtures/snapshot-0.1.0.json', import.meta.url), 'utf8'),
  );

  it('is taken over, its pending future and its faults included', async () => {
    const plane = await createPlane();
    expect((await plane.control('PUT', '/worlds/default/snapshot', { snapshot: OLD })).status).toBe(200);
    const { version, seal, accounts, world, faults } = await snapshotOf(plane);
    expect(version).toBe(2);
    expect(seal).toMatch(/^[0-9a-f]{64}$/);
    // What its webhooks are sent goes on at once.
    const { devices: _, counters: _counters, ...rest } = OLD.world;
    expect({ accounts, world }).toMatchObject({ accounts: OLD.accounts, world: { ...rest, names: [] } });
    expect(faults.faults.map(({ asked }: Json) => asked)).toMatchObject([
      { operation: 'leaveGroup', times: 1, status: 503, headers: { 'Retry-After': '7' } },
      { operation: 'getGroup', times: null, per_window: { calls: 1, seconds: 60 }, status: 429 },
      { operation: 'addGroupParticipants', rows: [{ participant: '5511666666666', code: 408 }] },
      { delivery: { delay_seconds: 3 }, event: 'device.connected' },
    ]);
    expect(faults.faults[1]).toMatchObject({ seen: 1, windows: OLD.faults.faults[1].windows });
    expect((await plane.control('GET', '/worlds/default/deliveries')).body.deliveries).toHaveLength(5);
    await plane.control('PATCH', '/worlds/default/clock', { advance_seconds: 7200 });
    const { groups } = (await plane.control('GET', '/worlds/default/groups')).body;
    expect(groups[0]).toMatchObject({ name: 'Team', topic: 'Later' });
    expect((await plane.as('first').delete(`/groups/${groups[0].jid}/leave`)).status).toBe(503);
  });

  it('may hold such faults in the version after it, too', async () => {
    const plane = await createPlane();
    await plane.control('PUT', '/worlds/default/snapshot', { snapshot: OLD });
    const taken = await snapshotOf(plane);
    const between = { ...taken, faults: OLD.faults };
    const snapshot = { ...between, seal: sealOf(between) };
    expect((await plane.control('PUT', '/worlds/default/snapshot', { snapshot })).status).toBe(200);
    expect(await snapshotOf(plane)).toEqual(taken);
  });

  it.each([
    ['a property is missing', (old: Json) => delete old.world.agenda, 'world.agenda', 'is missing'],
    ['a version is made up', (old: Json) => (old.version = 7), 'version', /^must be 2, or 1 without a seal/],
    ['it has a seal', (old: Json) => (old.seal = sealOf(old)), 'version', /^must be 2, or 1 without a seal/],
  ])('is refused when %s', async (_, change, place, says) => {
    const plane = await createPlane();
    const snapshot = structuredClone(OLD);
    change(snapshot);
    await expectNotTaken(plane, snapshot, place, says);
  });
});

/** A path in the snapshot, what it is set to, what is said of that although the seal is right, and of which place, if of another. */
const CROOKED: [path: string, value: unknown, says: string | RegExp, place?: string][] = [
  ['world.devices.0.webhook.events.0', '__proto__', /^must be the name of an event/],
  [
    'world.devices.0.webhook.headers',
    Object.fromEntries(Array.from({ length: 51 }, (_, n) => [`X-${n}`, 'x'])),
    'must have at most 50 entries',
  ],
  ['world.agenda', undefined, 'is missing'],
  ['world.clock.now', 253_402_300_800_000, /^must be millis/],
  ['world.groups.0.createdAt', -62_135_596_800_001, /^must/],
  ['world.agenda.0.act.group', undefined, 'is missing'],
  ['world.agenda.0.act.do', 'constructor', /^must be one of join/],
  ['world.groups.0.members.0.phone', '5511000000000', /not in people/, 'world.groups[0]'],
  ['world.groups.1.members.0.phone', 'COPY', 'is there twice', 'world.groups[1].members[1]'],
  ['world.groups.0.parent', '120363000000000000@g.us', /^is no community/],
  [
    'world.groups.1.community.announcementGroup',
    '120363000000000000@g.us',
    /^has no announcement/,
    'world.groups[1].community',
  ],
  ['world.people.0.lid', 'COPY', 'have a LID twice', 'world.people'],
  ['world.devices.0.groups', [], /^are not those/],
  ['accounts.0.phone', '5511000000000', /^has no device/],
  ['world.rulings.moon', 1, /There is no ruling "moon"/, 'world.rulings'],
  [
    'faults.faults.0.asked.headers',
    { 'bad header': 'x' },
    /must be a name that HTTP allows$/,
    'faults.faults[0].asked.headers',
  ],
  ['faults.faults.0.asked', { after: 1 }, /^says nothing that happens/, 'faults.faults[0].asked.body'],
  ['faults.faults.0.asked', null, 'must be an object', 'faults.faults[0].asked.body'],
  ['faults.made', 0, /above made/, 'faults.faults[0].id'],
];

describe('a snapshot that is broken', async () => {
  const { plane } = await createBusyPlane();
  const saved = await snapshotOf(plane);

  it('by any change is refused for its seal', async () => {
    for (const path of ['world.groups.0.settings.name', 'world.clock.now', 'faults.made', 'seal']) {
      const broken = structuredClone(saved);
      put(broken, path.split('.'), path === 'seal' ? undefined : 7);
      await expectNotTaken(plane, broken, 'seal', /^does not fit the world and the faults/);
    }
    expect(await snapshotOf(plane)).toEqual(saved);
  });

  it.each(CROOKED)(
    'at %s is refused though it is sealed, and nothing changes',
    async (path, value, says, place = path.replace(/\.(\d+)/g, '[$1]')) => {
      const broken = structuredClone(saved);
      put(broken, path.split('.'), value);
      broken.seal = sealOf(broken);
      await expectNotTaken(plane, broken, place, says);
      expect(await snapshotOf(plane)).toEqual(saved);
    },
  );

  it.each([
    ['of another format', { format: 'wuts-mock state' }, 'format'],
    ['without a world', { world: undefined }, 'world'],
    ['with a version in words', { version: 'two' }, 'version'],
  ])('%s does not fit the document', async (_, change, place) => {
    const answer = await plane.control('PUT', '/worlds/default/snapshot', {
      snapshot: { ...saved, ...change },
    });
    expectRefused(answer, 400, 'does-not-fit-the-document');
    expect(answer.body.validation).toMatchObject([{ field: `snapshot.${place}` }]);
  });

  it('by the token of two accounts is refused, and nothing changes', async () => {
    const accounts = saved.accounts.map((one: Json) => ({ ...one, token: SECOND }));
    const answer = await plane.control('PUT', '/worlds/default/snapshot', {
      snapshot: { ...saved, accounts },
    });
    expectRefused(answer, 409, 'account-cannot-be-made');
    expect(await snapshotOf(plane)).toEqual(saved);
  });

  it('not by those who write its properties in another order', async () => {
    const reversed = JSON.parse(JSON.stringify(saved), (_, value) =>
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).reverse())
        : value,
    );
    expect((await plane.control('PUT', '/worlds/default/snapshot', { snapshot: reversed })).status).toBe(200);
    expect(await snapshotOf(plane)).toEqual(saved);
  });
});

async function expectNotTaken(
  plane: Plane,
  snapshot: Json,
  place: string,
  says: string | RegExp,
): Promise<void> {
  const answer = await plane.control('PUT', '/worlds/default/snapshot', { snapshot });
  expectRefused(answer, 422, 'snapshot-not-taken');
  const [issue] = answer.body.validation;
  expect(issue.field).toBe(`snapshot.${place}`);
  if (typeof says === 'string') expect(issue.message).toBe(says);
  else expect(issue.message).toMatch(says);
}

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
