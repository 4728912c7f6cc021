/** What no case reads: people, join requests and accounts as the control plane tells them. */
import { describe, expect, it } from 'vitest';
import { FIRST, membersOf, SECOND } from '../client.ts';
import { createPlane, expectRefused, type Plane } from './plane.ts';

const GUEST = '5511777777777';
const OTHER = '5511666666666';

/** A group of the first account, with these members. */
async function groupOn(plane: Plane, participants: string[] = [SECOND], options = {}) {
  return (await plane.as('first').createGroup({ participants, options })).jid;
}

describe('another person', () => {
  it('who asks to join is told of until somebody decides', async () => {
    const plane = await createPlane({ seed: 1 });
    const group = await groupOn(plane, [SECOND], { join_approval: true });
    const waiting = async (query = '') =>
      (await plane.control('GET', `/worlds/default/join-requests${query}`)).body.join_requests;
    expect(await plane.act(GUEST, { do: 'ask', group })).toMatchObject({ pending_approval: true });
    const asked = { group_jid: group, phone: GUEST, asked_at: '2026-06-15T12:00:00Z', added_by: null };
    expect(await waiting()).toEqual([asked]);
    expect(await waiting(`?group=${group}`)).toEqual([asked]);
    expect(await waiting(`?group=${await groupOn(plane)}`)).toEqual([]);
    await plane.act(FIRST, { do: 'reject', group, participant: GUEST });
    expect(await waiting()).toEqual([]);
    expect(await plane.refusal(FIRST, { do: 'reject', group, participant: GUEST })).toBe('no-join-request');
  });

  it('is not found by the digits of a LID, which are no phone number', async () => {
    const plane = await createPlane();
    const { group } = await plane.act(GUEST, { do: 'create-group', name: 'Theirs', participants: [FIRST] });
    const { body } = await plane.control('GET', `/worlds/default/people/${FIRST}`);
    const digits = body.person.lid.replace('@lid', '');
    const { participants } = await plane.act(GUEST, { do: 'add', group: group.jid, participants: [digits] });
    expect(participants).toMatchObject([{ error: 404 }]);
    const stranger = String(BigInt(digits) + 1n);
    const added = await plane.act(GUEST, { do: 'add', group: group.jid, participants: [stranger] });
    expect(added.participants).not.toHaveProperty('0.error');
  });

  it('who adds is told the row of each', async () => {
    const plane = await createPlane();
    const { group } = await plane.act(GUEST, { do: 'create-group', name: 'Theirs', participants: [FIRST] });
    const add = { do: 'add', group: group.jid, participants: [OTHER, '5500000000403'] };
    const { participants } = await plane.act(GUEST, add);
    expect(participants).toMatchObject([{ is_admin: false }, { error: 403, add_request: {} }]);
  });

  it('sets everything that can be set', async () => {
    const plane = await createPlane();
    const group = await groupOn(plane);
    const settings = {
      topic: 'News',
      join_approval: true,
      member_add_mode: 'admin',
      ephemeral_seconds: 86400,
    };
    const set = { do: 'set', group, ...settings, locked: true, announcement: true };
    expect(await plane.refusal(SECOND, set)).toBe('not-an-admin');
    await plane.act(FIRST, set);
    const read = (await plane.as('first').get(`/groups/${group}`)).body.group;
    expect(read).toMatchObject({ ...settings, is_locked: true, is_announce: true });
  });
});

describe('an act that is only tried', () => {
  const ACTS = '/worlds/default/people';

  it('tells what it would lead to, with the events, and changes nothing', async () => {
    const plane = await createPlane({ seed: 1 });
    const group = await groupOn(plane);
    const look = async () => [
      (await plane.control('GET', '/worlds/default/snapshot')).body,
      (await plane.control('GET', '/worlds/default/events')).body,
    ];
    const before = await look();
    const add = { do: 'add', group, participants: [OTHER, OTHER, '5500000000403'] };
    const tried = await plane.act(FIRST, { ...add, dry_run: true });
    const leave = await plane.act(SECOND, { do: 'leave', group, dry_run: true });
    const found = await plane.act(FIRST, {
      do: 'create-community',
      name: 'Town',
      participants: [],
      dry_run: true,
    });
    expect(await look()).toEqual(before);
    expect(found.group).toMatchObject({ name: 'Town', is_community: true });
    expect(leave.events).toMatchObject([{ kind: 'left', people: [SECOND] }]);
    expect(tried.group.members_count).toBe(3);
    expect(tried.events).toMatchObject([{ kind: 'joined', people: [OTHER] }]);
    const { events, ...said } = tried;
    expect(events).toHaveLength(1);
    expect(await plane.act(FIRST, add)).toEqual(said);
  });

  it('names the rule that would refuse it', async () => {
    const plane = await createPlane();
    const group = await groupOn(plane);
    const set = { do: 'set', group, announcement: true, dry_run: true };
    expect(await plane.refusal(SECOND, set)).toBe('not-an-admin');
  });

  it('is not tried later', async () => {
    const plane = await createPlane();
    const leave = { do: 'leave', group: await groupOn(plane), dry_run: true, after_seconds: 1 };
    const { status, body } = await plane.control('POST', `${ACTS}/${SECOND}/act`, leave);
    expect([status, body.validation]).toMatchObject([
      400,
      [{ message: 'cannot have dry_run beside after_seconds' }],
    ]);
  });
});

describe('a trait', () => {
  it('stays when another is changed, and goes when it is taken back', async () => {
    const plane = await createPlane();
    const path = `/worlds/default/people/${GUEST}`;
    await plane.control('PATCH', path, { name: 'Gil', always_refused: 408 });
    const group = await groupOn(plane, [GUEST]);
    const row = await plane.as('first').post(`/groups/${group}/participants`, { participants: [GUEST] });
    expect(row.body.participants[0]?.error).toBe(408);
    await plane.control('PATCH', path, { always_refused: null });
    const wanted = { phone: GUEST, name: 'Gil', always_refused: null };
    expect((await plane.control('GET', path)).body.person).toMatchObject(wanted);
    const { people } = (await plane.control('GET', '/worlds/default/people')).body;
    expect(people).toContainEqual(expect.objectContaining(wanted));
  });

  it('may be another LID, by which the person is known from then on', async () => {
    const plane = await createPlane();
    const { lid } = (await plane.control('GET', `/worlds/default/people/${OTHER}`)).body.person;
    const taken = await plane.control('PATCH', `/worlds/default/people/${GUEST}`, { lid });
    expectRefused(taken, 409, 'lid-taken');
    await plane.control('PATCH', `/worlds/default/people/${GUEST}`, { lid: 'abcd@lid' });
    const group = await groupOn(plane, ['abcd@lid']);
    expect(await membersOf(plane.as('first'), group)).toContain(GUEST);
  });
});

describe('a number with two spellings', () => {
  const [LONG, SHORT] = ['5511912345678', '551112345678'];

  it('is one person in every path, and in what the journal is asked for', async () => {
    const plane = await createPlane();
    const group = await groupOn(plane, [SHORT]);
    const look = async (path: string) => (await plane.control('GET', `/worlds/default${path}`)).body;
    const { person } = await look(`/people/${SHORT}`);
    expect(person).toMatchObject({ phone: LONG, aliases: [SHORT] });
    for (const name of [LONG, `${SHORT}@s.whatsapp.net`, person.lid, encodeURIComponent(`+${SHORT}`)])
      expect((await look(`/people/${name}`)).person).toEqual(person);
    expect((await look(`/events?phone=${SHORT}`)).events).toMatchObject([{ people: [FIRST, LONG] }]);
    expect((await look(`/journal?phone=${LONG}`)).calls).toMatchObject([{ operation: 'createGroup' }]);
    expect(await plane.act(SHORT, { do: 'leave', group })).toMatchObject({ group: { members_count: 1 } });
  });

  it('has one account, and none that is another', async () => {
    const plane = await createPlane();
    const make = (phone: string) => plane.control('POST', '/worlds/default/accounts', { phone });
    expect((await make(SHORT)).body.account).toMatchObject({ phone: SHORT });
    expectRefused(await make(LONG), 409, 'account-cannot-be-made');
    const { body } = await plane.control('GET', `/worlds/default/accounts/${LONG}`);
    expect(body.account.phone).toBe(SHORT);
  });

  it('has one account in a new world, and leaves the usual numbers that are others free', async () => {
    const plane = await createPlane();
    const make = (accounts: object[], more = {}) => plane.control('POST', '/worlds', { accounts, ...more });
    const both = [{ phone: LONG }, { phone: SHORT }];
    const refused = await make(both);
    expectRefused(refused, 409, 'account-cannot-be-made');
    expect(refused.body.error).toBe(`${SHORT} is another spelling of ${LONG}, which has an account already.`);
    expect((await make(both, { rulings: { 'number-spelling': 'as-given' } })).status).toBe(201);
    const world = { accounts: { ana: { phone: '551199999999' }, rui: {} } };
    const { body } = await plane.control('POST', '/worlds', { world });
    expect(body.accounts.map(({ phone }: { phone: string }) => phone)).toEqual([
      '551199999999',
      '5511888888888',
    ]);
  });

  it('is no number that others have as well', async () => {
    const plane = await createPlane();
    const is = (phone: string, aliases: string[] | null) =>
      plane.control('PATCH', `/worlds/default/people/${phone}`, { aliases });
    expect((await is(GUEST, [OTHER])).body.person.aliases).toEqual([OTHER]);
    expectRefused(await is(SECOND, [OTHER]), 409, 'number-taken');
    expectRefused(await is(SECOND, [FIRST]), 409, 'number-taken');
    await plane.control('GET', `/worlds/default/people/${LONG}`);
    expectRefused(await is(SECOND, [SHORT]), 409, 'number-taken');
    const { snapshot } = (await plane.control('GET', '/worlds/default/snapshot')).body;
    await plane.control('PUT', '/worlds/default/snapshot', { snapshot });
    expectRefused(await is(SECOND, [OTHER]), 409, 'number-taken');
    expect((await is(GUEST, null)).body.person.aliases).toEqual([]);
    expect((await is(SECOND, [OTHER])).status).toBe(200);
  });

  it('is nobody by a LID that nobody has', async () => {
    const plane = await createPlane();
    expectRefused(await plane.control('GET', '/worlds/default/people/1@lid'), 404, 'no-such-person');
  });
});

describe('somebody who changes their number', () => {
  it('is told so in words, keeps who knows and blocks them, and stays so in a snapshot', async () => {
    const plane = await createPlane({ seed: 1 });
    const group = await groupOn(plane, [GUEST]);
    const path = '/worlds/default/people';
    await plane.control('PATCH', `${path}/${SECOND}`, { contacts: [GUEST], blocked: [GUEST] });
    const { lid } = (await plane.control('GET', `${path}/${GUEST}`)).body.person;
    const act = { do: 'change-number', number: OTHER };
    expect((await plane.act(GUEST, { ...act, dry_run: true })).events).toMatchObject([{ group_jid: group }]);
    await plane.act(GUEST, act);
    const { snapshot } = (await plane.control('GET', '/worlds/default/snapshot')).body;
    expect((await plane.control('PUT', '/worlds/default/snapshot', { snapshot })).status).toBe(200);
    expect((await plane.control('GET', `${path}/${lid}`)).body.person).toMatchObject({ phone: OTHER, lid });
    expect((await plane.control('GET', `${path}/${GUEST}`)).body.person).toMatchObject({
      on_whatsapp: false,
    });
    expect((await plane.control('GET', `${path}/${SECOND}`)).body.person).toMatchObject({
      contacts: [OTHER],
      blocked: [OTHER],
    });
    expect(await membersOf(plane.as('first'), group)).toContain(OTHER);
    const { events } = (await plane.control('GET', `/worlds/default/events?group=${group}`)).body;
    expect(events.at(-1)).toMatchObject({
      kind: 'renumbered',
      people: [OTHER],
      details: { from: GUEST },
      says: expect.stringContaining(`${GUEST} has the number ${OTHER} now in`),
    });
  });
});

describe('a group that is changed from outside', () => {
  const change = (plane: Plane, jid: string, body: object) =>
    plane.control('PATCH', `/worlds/default/groups/${jid}`, body);

  it('calls people by LID, in snapshots and in what is only tried as well', async () => {
    const plane = await createPlane({ seed: 1 });
    const group = await groupOn(plane);
    expect((await change(plane, group, { addressing_mode: 'lid' })).body.group).toMatchObject({
      jid: group,
      addressing_mode: 'lid',
      members: [{ phone: FIRST }, { phone: SECOND }],
    });
    const { snapshot } = (await plane.control('GET', '/worlds/default/snapshot')).body;
    await change(plane, group, { addressing_mode: 'pn' });
    await plane.control('PUT', '/worlds/default/snapshot', { snapshot });
    const add = { do: 'add', group, participants: [OTHER], dry_run: true };
    expect((await plane.act(FIRST, add)).participants).toMatchObject([
      { jid: expect.stringMatching(/@lid$/), phone_number: `${OTHER}@s.whatsapp.net` },
    ]);
  });

  it('has a name that is longer than anybody could make it, and which others can read and replace', async () => {
    const plane = await createPlane({ seed: 1 });
    const group = await groupOn(plane);
    const name = 'A name from elsewhere. '.repeat(40).trim();
    expect((await change(plane, group, { name })).body.group.name).toBe(name);
    const { snapshot } = (await plane.control('GET', '/worlds/default/snapshot')).body;
    expect((await plane.control('PUT', '/worlds/default/snapshot', { snapshot })).status).toBe(200);
    expect((await plane.as('first').get(`/groups/${group}`)).body.group.name).toBe(name);
    const { events } = (await plane.control('GET', `/worlds/default/events?group=${group}`)).body;
    expect(events.at(-1)).toMatchObject({
      actor: null,
      says: expect.stringMatching(/^WhatsApp changed name/),
    });
    expect((await plane.as('first').patch(`/groups/${group}`, { name: 'Ours' })).body.group.name).toBe(
      'Ours',
    );
  });

  it('is one that there is', async () => {
    const plane = await createPlane();
    expectRefused(await change(plane, '120363000000000000@g.us', { name: 'x' }), 404, 'no-such-group');
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

  it('gets a webhook by no call of the API, and tells where it leads', async () => {
    const plane = await createPlane();
    const at = `/worlds/default/accounts/${FIRST}`;
    expect((await plane.control('GET', at)).body.account.webhook_url).toBeNull();
    const webhook = { webhook_url: 'http://app:3000/hook', enabled_events: ['group.info'] };
    const { body } = await plane.control('PATCH', at, { webhook });
    expect(body.account.webhook_url).toBe(webhook.webhook_url);
    expect((await plane.control('GET', '/worlds/default/journal')).body.calls).toEqual([]);
    expect(await plane.as('first').get('/webhook')).toMatchObject({ body: { webhook } });
    const elsewhere = { webhook: { ...webhook, webhook_url: 'ftp://example.com' } };
    for (const refused of [elsewhere, {}])
      expect((await plane.control('PATCH', at, refused)).status).toBe(400);
  });

  it('that is not there is refused, with those that are', async () => {
    const plane = await createPlane();
    const answer = await plane.control('PATCH', `/worlds/default/accounts/${GUEST}`, { device: 'connected' });
    expectRefused(answer, 404, 'no-such-account');
    expect(answer.body.error).toContain(FIRST);
  });
});
