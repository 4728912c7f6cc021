import { describe, expect, it } from 'vitest';
import { createMock, startMock, type WorldFile } from '../../../mock/index.ts';
import { createPlane, expectRefused, type Json, type Plane } from '../control/plane.ts';

/** A world that is made over HTTP, as it is then. */
async function make(world: WorldFile, more: object = {}) {
  const plane = await createPlane();
  const answer = await plane.control('POST', '/worlds', { name: 'own', seed: 1, ...more, world });
  expect(answer.status, JSON.stringify(answer.body)).toBe(201);
  const get = async (path: string) => (await plane.control('GET', `/worlds/own${path}`)).body;
  const { groups } = await get('/groups');
  const group = (name: string): Json =>
    groups.find(({ jid }: Json) => jid === answer.body.made[name]) ?? expect.fail(`no ${name}`);
  const roles = (name: string) =>
    Object.fromEntries(group(name).members.map(({ phone, role }: Json) => [phone, role]));
  return { plane, body: answer.body, get, group, roles };
}

const [ME, COLLEAGUE, RUI, LIA] = ['5511999999999', '5511888888888', '5511700000001', '5511700000002'];

describe('a world of its own', () => {
  it('has old groups, which were made when their JIDs say', async () => {
    const jid = '5511999999999-1400000000@g.us';
    const { body, get } = await make({ groups: { old: { jid } } });
    expect(body.made).toEqual({ old: jid });
    expect((await get('/groups')).groups).toMatchObject([{ jid, created_at: '2014-05-13T16:53:20Z' }]);
  });

  it('has groups addressed by LID, and names that are too long for anybody', async () => {
    const name = 'x'.repeat(101);
    const { group } = await make({
      groups: { team: { addressing_mode: 'lid', name } },
      communities: { town: { addressing_mode: 'lid' } },
    });
    expect(group('team')).toMatchObject({ addressing_mode: 'lid', name });
    expect(group('town-announcements')).toMatchObject({ addressing_mode: 'lid' });
  });

  it('has people by the spelling of its numbers, and finds them by another', async () => {
    const { roles, get } = await make({
      people: {
        rui: { phone: '5531987654321' },
        eva: { phone: '4915100000001', aliases: ['4915100000002'] },
      },
      groups: { team: { admins: ['553187654321'], members: ['4915100000002'] } },
    });
    expect(roles('team')).toEqual({ [ME]: 'creator', '5531987654321': 'admin', '4915100000001': 'member' });
    expect((await get('/people/553187654321')).person.phone).toBe('5531987654321');
  });

  it('may be empty, and has the usual accounts then', async () => {
    const { body } = await make({});
    expect(body.accounts.map(({ phone }: Json) => phone)).toEqual([ME, COLLEAGUE]);
    expect(body.made).toEqual({});
  });

  it('has its accounts with numbers, tokens, traits and devices', async () => {
    const token = '33333333-3333-4333-8333-333333333333';
    const { body, get } = await make({
      accounts: {
        boss: { phone: '5521900000000', token, name: 'The boss' },
        bot: { device: 'logged_out', addable_by: 'nobody' },
      },
    });
    expect(body.accounts).toMatchObject([
      { phone: '5521900000000', token, device: 'connected' },
      { phone: ME, device: 'logged_out' },
    ]);
    expect((await get('/people')).people).toMatchObject([{ name: 'The boss' }, { addable_by: 'nobody' }]);
  });

  it('has people by name, whose numbers are made up where they are not given', async () => {
    const { get } = await make({
      people: {
        rui: { name: 'Rui', contacts: ['lia', 'me', '5521900000009'], addable_by: 'contacts' },
        lia: { phone_known: false, blocked: ['colleague'], lid: '77@lid', always_refused: 408 },
        eva: { phone: RUI, on_whatsapp: false },
      },
    });
    expect((await get('/people')).people.slice(2)).toMatchObject([
      { phone: LIA, name: 'Rui', contacts: ['5511700000003', ME, '5521900000009'] },
      {
        phone: '5511700000003',
        blocked: [COLLEAGUE],
        lid: '77@lid',
        phone_known: false,
        always_refused: 408,
      },
      { phone: RUI, on_whatsapp: false },
    ]);
  });

  it('has groups with every setting and everybody in their role', async () => {
    const { group, roles } = await make({
      people: { rui: {}, lia: {} },
      groups: {
        team: {
          name: 'Launch',
          topic: 'Soon',
          announcement: true,
          locked: true,
          join_approval: true,
          member_add_mode: 'admin',
          ephemeral_seconds: 86400,
          picture: '/9j/own',
          creator: 'rui',
          admins: ['me'],
          members: ['lia', '5521900000009'],
        },
        bare: {},
      },
    });
    expect(group('team')).toMatchObject({
      name: 'Launch',
      topic: 'Soon',
      is_announce: true,
      is_locked: true,
      join_approval: true,
      member_add_mode: 'admin',
      ephemeral_seconds: 86400,
      picture_id: expect.any(String),
    });
    expect(roles('team')).toEqual({
      [RUI]: 'creator',
      [ME]: 'admin',
      [LIA]: 'member',
      '5521900000009': 'member',
    });
    expect(group('bare')).toMatchObject({ name: 'bare', picture_id: null });
    expect(roles('bare')).toEqual({ [ME]: 'creator' });
  });

  it('has those as members whom nobody may add: they came by the link', async () => {
    for (const join_approval of [false, true]) {
      const { roles, group } = await make({
        people: { rui: { addable_by: 'nobody' }, lia: { blocked: ['me'] } },
        groups: { team: { join_approval, admins: ['rui'], members: ['lia'] } },
      });
      expect(roles('team')).toEqual({ [ME]: 'creator', [RUI]: 'admin', [LIA]: 'member' });
      expect(group('team').join_requests).toEqual([]);
    }
  });

  it('has dead links, which the control plane tells', async () => {
    const { plane, group, body } = await make({ groups: { team: { dead_links: 2 } } });
    const { dead_links, invite_link, jid } = group('team');
    expect(new Set([...dead_links, invite_link]).size).toBe(3);
    const [, { token }] = body.accounts;
    const join = (link: string) =>
      plane.send({
        method: 'POST',
        path: '/groups/join',
        headers: { Authorization: token },
        body: { link },
      });
    for (const link of dead_links) expect((await join(link)).status).toBe(410);
    expect((await join(invite_link)).status).toBe(200);
    expect(jid).toBe(body.made.team);
  });

  it('has communities with requests, and groups inside by any admin of them', async () => {
    const { body, group, roles, get } = await make({
      people: { rui: {}, lia: {} },
      communities: {
        town: {
          join_approval: true,
          locked: true,
          picture: true,
          admins: ['colleague'],
          join_requests: ['lia'],
          groups: { north: { creator: 'colleague', members: ['rui'] }, south: {} },
        },
      },
    });
    expect(Object.keys(body.made)).toEqual(['town', 'town-announcements', 'north', 'south']);
    expect(group('north')).toMatchObject({ parent_jid: body.made.town });
    expect(roles('town-announcements')).toEqual({ [ME]: 'creator', [COLLEAGUE]: 'admin', [RUI]: 'member' });
    expect((await get('/join-requests')).join_requests).toMatchObject([
      { phone: LIA, group_jid: body.made.town },
    ]);
  });

  it('has its rulings and its clock; what is said beside it counts more', async () => {
    const world: WorldFile = {
      accounts: { one: {} },
      rulings: { 'not-participant': '404', 'subject-limit': 50 },
      clock: { now: '2030-01-01T00:00:00Z', frozen: false },
    };
    expect((await (await make(world)).get('')).world).toMatchObject({
      accounts: 1,
      frozen: false,
      now: expect.stringMatching(/^2030-01-01T00:0/),
      rulings: { 'not-participant': '404', 'subject-limit': 50 },
    });
    const more = { accounts: 3, rulings: { 'subject-limit': 9 }, now: '2031-01-01T00:00:00Z', frozen: true };
    expect((await (await make(world, more)).get('')).world).toMatchObject({
      accounts: 3,
      frozen: true,
      now: '2031-01-01T00:00:00Z',
      rulings: { 'not-participant': '404', 'subject-limit': 9 },
    });
  });

  it('is the same again from the same seed, and after a reset', async () => {
    const world: WorldFile = { people: { rui: {} }, groups: { team: { members: ['rui'], dead_links: 1 } } };
    const { plane, get } = await make(world);
    const before = await get('/groups');
    expect(await (await make(world)).get('/groups')).toEqual(before);
    const { jid } = before.groups[0];
    await plane.control('POST', `/worlds/own/people/${ME}/act`, { do: 'rename', group: jid, name: 'Else' });
    expect(await get('/groups')).not.toEqual(before);
    expect((await plane.control('POST', '/worlds/own/reset')).status).toBe(200);
    expect(await get('/groups')).toEqual(before);
  });
});

describe('the groups of a world by name', () => {
  const world: WorldFile = { groups: { team: {} } };

  it('are told by the kit, for a scenario, too, and after a restore', async () => {
    const mock = createMock({ seed: 1, scenario: 'waiting-room' });
    expect(Object.keys(mock.defaultWorld.made)).toEqual(['room']);
    const own = mock.world({ world });
    const { team } = own.made;
    expect(own.group(team ?? '')).toMatchObject({ name: 'team' });
    const saved = own.snapshot();
    own.reset();
    await own.seed({ scenario: 'full-group' });
    expect(Object.keys(own.made)).toEqual(['team', 'full']);
    own.restore(saved);
    expect(own.made).toEqual({ team });
  });

  it('are told by a mock that starts with them, and to whoever opens a world of it', async () => {
    await using mock = await startMock({
      port: 0,
      seed: 1,
      open: true,
      world: { accounts: { a: {}, b: {} }, ...world },
    });
    const { made } = mock.defaultWorld;
    expect(made).toEqual({ team: expect.stringMatching(/@g\.us$/) });
    const headers = { Authorization: '7d3b0c1e-5f0a-4d57-9a3e-2f6f0e8c4b11' };
    const { groups } = (await (await fetch(`${mock.url}/groups`, { headers })).json()) as Json;
    expect(groups).toMatchObject([{ jid: made.team }]);
  });
});

/** A world that is none, the place that is told, and how. */
const SHAPES: [field: string, says: RegExp, world: unknown][] = [
  ['', /must be an object/, []],
  ['', /has no property "gruops" \(did you mean "groups"\?\); there is accounts/, { gruops: {} }],
  ['groups.a', /did you mean "members"/, { groups: { a: { memebrs: [] } } }],
  ['groups', /cannot have "5x" in it, which must be a name/, { groups: { '5x': {} } }],
  ['people', /cannot have "__proto__" in it/, JSON.parse('{"people":{"__proto__":{}}}')],
  ['groups.a.members', /must be an array/, { groups: { a: { members: 3 } } }],
  ['groups.a.invite_link', /must be an invite link/, { groups: { a: { invite_link: 'AbCdEf' } } }],
  ['clock.now', /must be/, { clock: { now: '2026-02-30T00:00:00Z' } }],
  ['communities.a', /has no property/, { communities: { a: { announcement: true } } }],
];

/** A world that contradicts itself. */
const CONTRADICTIONS: typeof SHAPES = [
  [
    'groups.a.admins[0]',
    /is nobody in accounts or people \(did you mean "rui"\?\)/,
    { people: { rui: {} }, groups: { a: { admins: ['riu'] } } },
  ],
  ['groups.a.creator', /is nobody/, { groups: { a: { creator: 'x' } } }],
  ['people.rui.contacts[0]', /is nobody/, { people: { rui: { contacts: ['x'] } } }],
  ['people.me', /has the name of an account/, { people: { me: {} } }],
  ['people.b', /has the number of people\.a/, { people: { a: { phone: RUI }, b: { phone: RUI } } }],
  [
    'people.b',
    /has the number of people\.a/,
    { people: { a: { phone: '5511912345678' }, b: { phone: '551112345678' } } },
  ],
  [
    'communities.b.groups.a',
    /has the name of groups\.a/,
    { groups: { a: {} }, communities: { b: { groups: { a: {} } } } },
  ],
  ['communities.b', /has the name of/, { groups: { 'b-announcements': {} }, communities: { b: {} } }],
  [
    'groups.a.members[0]',
    /is in groups\.a\.admins\[0\] already/,
    { groups: { a: { admins: [RUI], members: [RUI] } } },
  ],
  [
    'groups.a.private_invites[1].code',
    /is the code of another private invite already/,
    {
      groups: { a: { private_invites: [RUI, LIA].map((person) => ({ person, code: 'aB3dE5fG7hJ9kL1m' })) } },
    },
  ],
  ['groups.a.members[0]', /is in groups\.a\.creator already/, { groups: { a: { members: ['me'] } } }],
  [
    'groups',
    /200000 is the most/,
    { groups: Object.fromEntries(Array.from({ length: 200 }, (_, n) => [`g${n}`, { full: true }])) },
  ],
  [
    'groups',
    /200000 is the most/,
    {
      rulings: { 'group-members-limit': 9000 },
      groups: Object.fromEntries(Array.from({ length: 23 }, (_, n) => [`g${n}`, { full: true }])),
    },
  ],
];

const JID = '120363039000000000@g.us';
const LINK = 'https://chat.whatsapp.com/AbCdEfGhIjKlMnOpQrStUv';

/** A world that the rules refuse. */
const RULES: [field: string, rule: string, world: WorldFile][] = [
  [
    'groups.a.members[0]',
    'row-404',
    { people: { rui: { on_whatsapp: false } }, groups: { a: { members: ['rui'] } } },
  ],
  ['groups.a.members[0]', 'row-408', { groups: { a: { members: ['5500000000408'] } } }],
  ['groups.a.join_requests[0]', 'join-approval-off', { groups: { a: { join_requests: [RUI] } } }],
  [
    'groups.a.join_requests[0]',
    'already-a-member',
    { groups: { a: { join_approval: true, members: [RUI], join_requests: [RUI] } } },
  ],
  [
    'groups.a.join_requests[0]',
    'join-approval-off',
    { groups: { a: { join_approval: true, join_requests: [{ person: RUI, added_by: 'me' }] } } },
  ],
  [
    'groups.a.join_requests[0]',
    'not-a-participant',
    { groups: { a: { join_approval: true, join_requests: [{ person: RUI, added_by: LIA }] } } },
  ],
  ['groups.team', 'name-too-long', { rulings: { 'subject-limit': 3 }, groups: { team: {} } }],
  ['groups.a.picture', 'not-a-jpeg', { groups: { a: { picture: 'GIF8' } } }],
  [
    'communities.a.groups.b',
    'not-a-participant',
    { communities: { a: { groups: { b: { creator: 'colleague' } } } } },
  ],
  ['communities.a.left[0]', 'creator-stays-in-community', { communities: { a: { left: ['me'] } } }],
  [
    'groups.a.members[1]',
    'row-500',
    { rulings: { 'group-members-limit': 2 }, groups: { a: { members: [RUI, LIA] } } },
  ],
  ['communities.b', 'jid-taken', { groups: { a: { jid: JID } }, communities: { b: { jid: JID } } }],
  [
    'communities.b',
    'jid-taken',
    { groups: { a: { invite_link: LINK } }, communities: { b: { invite_link: LINK } } },
  ],
  ['people.b', 'lid-taken', { people: { a: { lid: '7@lid' }, b: { lid: '7@lid' } } }],
  [
    'groups.a.full',
    'too-many-strangers',
    { rulings: { 'group-members-limit': 20_000 }, groups: { a: { full: true } } },
  ],
];

describe('a world file that is wrong', async () => {
  const plane: Plane = await createPlane();
  const told = (answer: Json) => answer.body.validation[0];

  it.each([
    ...SHAPES.map((shape) => [...shape, 400, 'does-not-fit-the-document'] as const),
    ...CONTRADICTIONS.map((one) => [...one, 422, 'world-contradicts-itself'] as const),
  ])('at "%s" is told that it %s, and no world is made', async (field, says, world, status, rule) => {
    const answer = await plane.control('POST', '/worlds', { name: 'none', world });
    expectRefused(answer, status, rule);
    expect(told(answer)).toMatchObject({ field: field === '' ? 'world' : `world.${field}` });
    expect(told(answer).message).toMatch(says);
    expect(() => createMock({ world: world as WorldFile })).toThrow(says);
    expect((await plane.control('GET', '')).body.worlds).toEqual(['default']);
  });

  it.each(RULES)('at "%s" is a 422 by %s', async (field, rule, world) => {
    const answer = await plane.control('POST', '/worlds', { name: 'none', world });
    expectRefused(answer, 422, rule);
    expect(told(answer)).toMatchObject({ field: `world.${field}` });
    expect(answer.body.error).toContain(`"${rule}"`);
    expect(() => createMock().world({ world })).toThrow(`(${rule})`);
    expect((await plane.control('GET', '')).body.worlds).toEqual(['default']);
  });

  it('by a ruling that is none, or beside a scenario, is refused as these are', async () => {
    const ruling = await plane.control('POST', '/worlds', { world: { rulings: { moon: 1 } } });
    expectRefused(ruling, 400, 'does-not-fit-the-document');
    const both = await plane.control('POST', '/worlds', { world: {}, scenario: 'school' });
    expectRefused(both, 400, 'does-not-fit-the-document');
    expectRefused(
      await plane.control('POST', '/worlds', { world: { accounts: { a: {}, b: {} } }, accounts: 1 }),
      422,
      'world-contradicts-itself',
    );
  });
});
