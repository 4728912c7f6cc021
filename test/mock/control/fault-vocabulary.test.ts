/** What no case plays: what each word of a fault does to a call, whatever the operation. */
import { describe, expect, it } from 'vitest';
import { createMock } from '../../../mock/index.ts';
import type { ControlBody } from '../../../spec/index.ts';
import { dump, FIRST, SECOND, TOKENS } from '../client.ts';
import { createPlane, type Json, type Plane } from './plane.ts';

const [THIRD, FOURTH] = ['5511777777777', '5511666666666'];
const JPEG = '/9j/4AAQ';

type NewFault = ControlBody<'createFault'>;

async function script(plane: Plane, body: NewFault): Promise<Json> {
  const { status, body: made } = await plane.control('POST', '/worlds/default/faults', body);
  expect(status, JSON.stringify(made)).toBe(201);
  return made.fault;
}

/** A group of the first account with the third and fourth person in it, of whom the fourth is an admin, and a community. */
async function createScene() {
  const plane = await createPlane({ seed: 1 });
  const { createGroup, createCommunity, post } = plane.as('first');
  const { jid } = await createGroup({ participants: [THIRD, FOURTH] });
  await post(`/groups/${jid}/participants`, { participants: [FOURTH], action: 'promote' });
  const community = await createCommunity();
  return { plane, jid, community: community.jid };
}

type Scene = Awaited<ReturnType<typeof createScene>>;

type Method = 'post' | 'patch' | 'put' | 'delete';

/** A call of each operation that changes groups, which goes well. */
const CHANGES = {
  createGroup: () => ['post', '/groups', { name: 'New', participants: [SECOND] }],
  createCommunity: () => ['post', '/communities', { name: 'New', participants: [SECOND] }],
  updateGroup: ({ jid }) => ['patch', `/groups/${jid}`, { name: 'Other', locked: true }],
  addGroupParticipants: ({ jid }) => ['post', `/groups/${jid}/participants`, { participants: [SECOND] }],
  removeGroupParticipants: ({ jid }) => ['delete', `/groups/${jid}/participants`, { participants: [THIRD] }],
  resetGroupInviteLink: ({ jid }) => ['post', `/groups/${jid}/invite/reset`],
  leaveGroup: ({ jid }) => ['delete', `/groups/${jid}/leave`],
  setGroupEphemeral: ({ jid }) => ['put', `/groups/${jid}/ephemeral`, { duration_seconds: 86_400 }],
  setGroupPicture: ({ jid }) => ['post', `/groups/${jid}/picture`, { image_base64: JPEG }],
  addCommunityParticipants: ({ community }) => [
    'post',
    `/communities/${community}/participants`,
    { participants: [SECOND] },
  ],
  linkGroup: ({ community, jid }) => ['post', `/communities/${community}/groups`, { group_jid: jid }],
  setWebhook: () => [
    'post',
    '/webhook',
    { webhook_url: 'https://x.example/', enabled_events: ['group.info'] },
  ],
} satisfies Partial<
  Record<NonNullable<NewFault['operation']>, (scene: Scene) => [Method, path: string, body?: object]>
>;

describe.each(Object.keys(CHANGES) as (keyof typeof CHANGES)[])('%s', (operation) => {
  async function play(fault: NewFault) {
    const scene = await createScene();
    const before = await dump(scene.plane);
    await script(scene.plane, { operation, ...fault });
    const [method, path, body] = CHANGES[operation](scene);
    const answer = await scene.plane.as('first')[method as Method](path as string, body as object);
    return { answer, isSame: JSON.stringify(await dump(scene.plane)) === JSON.stringify(before) };
  }

  it.each<[NewFault, boolean]>([
    [{ status: 500, carried_out: true }, false],
    [{ status: 500 }, true],
    [{ status: 201, carried_out: false }, true],
    [{ body: { anything: true }, carried_out: true }, false],
  ])('%j answers so, and is done unless nothing is changed: %s', async (fault, unchanged) => {
    const { answer, isSame } = await play(fault);
    expect(answer.status).toBe(fault.status ?? 200);
    expect(answer.headers).toMatchObject({ 'x-mock-fault': 'fault-1', 'x-mock-rule': 'scripted-fault' });
    expect(isSame).toBe(unchanged);
  });

  it('answers as if it were done, and does nothing', async () => {
    const { answer, isSame } = await play({ carried_out: false });
    expect(answer.status, answer.text).toBeLessThan(300);
    expect(answer.body).toMatchObject({ success: true });
    expect(answer.headers['x-mock-rule']).toBeUndefined();
    expect(answer.headers['x-mock-fault']).toBe('fault-1');
    expect(isSame).toBe(true);
  });
});

describe('an answer that is given', () => {
  it.each<[NewFault, { status: number; type: string; text: string }]>([
    [
      { status: 502, body: '<html>Bad Gateway</html>', headers: { 'content-type': 'text/html' } },
      { status: 502, type: 'text/html', text: '<html>Bad Gateway</html>' },
    ],
    [
      { body: 'upstream timed out' },
      { status: 200, type: 'text/plain; charset=utf-8', text: 'upstream timed out' },
    ],
    [{ body: '' }, { status: 200, type: 'text/plain; charset=utf-8', text: '' }],
    [
      { status: 422, body: { detail: [1, null] } },
      { status: 422, type: 'application/json; charset=utf-8', text: '{"detail":[1,null]}' },
    ],
    [{ body: null }, { status: 200, type: 'application/json; charset=utf-8', text: 'null' }],
    [{ body: false }, { status: 200, type: 'application/json; charset=utf-8', text: 'false' }],
    [{ body: 0 }, { status: 200, type: 'application/json; charset=utf-8', text: '0' }],
  ])('%j', async (fault, { status, type, text }) => {
    const plane = await createPlane({ seed: 1 });
    await script(plane, fault);
    const headers = { Authorization: TOKENS.first };
    const response = await fetch(`${plane.url}/groups`, { headers });
    expect({
      status: response.status,
      type: response.headers.get('content-type'),
      text: await response.text(),
    }).toEqual({ status, type, text });
  });

  it('may be any bytes, and the journal tells them', async () => {
    const mock = createMock({ seed: 1 });
    mock.defaultWorld.faults.add({ status: 503, body_base64: 'AP/+gA==' });
    const headers = { Authorization: TOKENS.first };
    const response = await mock.fetch('http://mock/groups', { headers });
    expect(Buffer.from(await response.arrayBuffer()).toString('hex')).toBe('00fffe80');
    expect(response.headers.get('content-type')).toBe('application/octet-stream');
    expect(mock.defaultWorld.journal.calls()[0]?.reply).toMatchObject({ bytes: 4 });
  });

  it('is given beyond a window too, and says when to come again', async () => {
    const plane = await createPlane({ seed: 1 });
    await script(plane, { per_window: { calls: 0, seconds: 60 }, body: 'slow down' });
    const answer = await plane.as('first').get('/groups');
    expect({ status: answer.status, text: answer.text, again: answer.headers['retry-after'] }).toEqual({
      status: 429,
      text: 'slow down',
      again: '60',
    });
  });

  it('is no reason to carry out what the rules refuse', async () => {
    const { plane, jid } = await createScene();
    await script(plane, { status: 500, carried_out: true });
    expect((await plane.as('second').patch(`/groups/${jid}`, { name: 'Other' })).status).toBe(500);
    expect((await plane.as('first').get(`/groups/${jid}`)).body.group.name).toBe('Friends');
  });
});

describe('a pretended creation', () => {
  it('tells a group that nobody has, whose JID no later group gets', async () => {
    const { plane } = await createScene();
    const { createGroup, get } = plane.as('first');
    await script(plane, { operation: 'createGroup', carried_out: false });
    const pretended = await createGroup({ name: 'Ghost', participants: [SECOND] });
    expect(pretended).toMatchObject({ name: 'Ghost', members_count: 2 });
    expect((await get(`/groups/${pretended.jid}`)).status).toBe(404);
    expect((await createGroup({ name: 'Real' })).jid).not.toBe(pretended.jid);
  });

  it('waits for a call that changes something', async () => {
    const { plane, jid } = await createScene();
    await script(plane, { carried_out: false });
    expect((await plane.as('first').get('/groups')).headers['x-mock-fault']).toBeUndefined();
    const renamed = await plane.as('first').patch(`/groups/${jid}`, { name: 'Other' });
    expect(renamed.body.group.name).toBe('Other');
    expect((await plane.as('first').get(`/groups/${jid}`)).body.group.name).toBe('Friends');
  });

  it('is refused as the real one is', async () => {
    const { plane, jid } = await createScene();
    await script(plane, { carried_out: false });
    expect((await plane.as('second').patch(`/groups/${jid}`, { name: 'Other' })).status).toBe(403);
  });
});

/** What is done to whom, and what a row of each tells when it is not done although it says so. */
const ROWS = [
  { action: 'add', who: SECOND, told: { is_admin: false }, before: undefined },
  { action: 'promote', who: THIRD, told: { is_admin: true }, before: { is_admin: false } },
  { action: 'demote', who: FOURTH, told: { is_admin: false }, before: { is_admin: true } },
  { action: 'remove', who: THIRD, told: { is_admin: false }, before: { is_admin: false } },
] as const;

describe.each(ROWS)('the row of $action', ({ action, who, told, before }) => {
  async function play(row: NonNullable<NewFault['rows']>[number], more: NewFault = {}) {
    const { plane, jid } = await createScene();
    const { get, post } = plane.as('first');
    await script(plane, { action, rows: [row], ...more });
    const { body } = await post(`/groups/${jid}/participants`, { participants: [who], action });
    const { participants } = (await get(`/groups/${jid}`)).body.group;
    return { row: body.participants[0], after: participants.find((one) => one.jid.startsWith(who)) };
  }

  it.each([400, 451, 0, -1, 999, 2_147_483_647])('fails with %i, and nothing is done', async (code) => {
    const { row, after } = await play({ participant: who, code });
    expect(row?.error).toBe(code);
    expect(row?.add_request).toBeUndefined();
    if (before === undefined) expect(after).toBeUndefined();
    else expect(after).toMatchObject(before);
  });

  it('fails, and it is done all the same', async () => {
    const { row, after } = await play({ code: 408, carried_out: true });
    expect(row?.error).toBe(408);
    if (action === 'remove') expect(after).toBeUndefined();
    else expect(after).toMatchObject(told);
  });

  it('tells success, and nothing is done', async () => {
    const { row, after } = await play({ participant: who, carried_out: false });
    expect(row).toMatchObject({ jid: `${who}@s.whatsapp.net`, ...told });
    expect(row?.error).toBeUndefined();
    if (before === undefined) expect(after).toBeUndefined();
    else expect(after).toMatchObject(before);
  });

  it('is that of the participant of the fault, or of whoever is named', async () => {
    expect((await play({ code: 400 }, { participant: who })).row?.error).toBe(400);
    expect((await play({ code: 400 }, { participant: FIRST, times: 1 })).row?.error).toBeUndefined();
    expect((await play({ code: 400 })).row?.error).toBe(400);
  });
});

describe('the private invite of a row', () => {
  it.each<[number, boolean | undefined, boolean]>([
    [403, undefined, true],
    [403, false, false],
    [403, true, true],
    [400, undefined, false],
    [400, true, true],
    [421, false, false],
  ])('with %i and add_request %s is there: %s', async (code, add_request, isThere) => {
    const { plane, jid } = await createScene();
    const row = { participant: SECOND, code, ...(add_request === undefined ? {} : { add_request }) };
    await script(plane, { rows: [row] });
    const { post } = plane.as('first');
    const { body } = await post(`/groups/${jid}/participants`, { participants: [SECOND] });
    const [told] = body.participants;
    expect({ error: told?.error, isThere: told?.add_request !== undefined }).toEqual({
      error: code,
      isThere,
    });
    if (!isThere) return;
    const code_ = told?.add_request?.code;
    const joined = await plane
      .as('second')
      .post('/groups/join', { code: code_, group_jid: jid, inviter_jid: `${FIRST}@s.whatsapp.net` });
    expect(joined.status, joined.text).toBe(200);
  });
});

describe('rows of a new group', () => {
  it('tell a member who is none, and one by a code of any kind', async () => {
    const { plane } = await createScene();
    await script(plane, {
      operation: 'createGroup',
      rows: [
        { participant: SECOND, carried_out: false },
        { participant: THIRD, code: 451 },
      ],
    });
    const { createGroup, get } = plane.as('first');
    const made = await createGroup({ participants: [SECOND, THIRD, FOURTH] });
    const told = made.participants.map(({ jid, error }) => [jid.slice(0, 13), error]);
    expect(told).toEqual([
      [FIRST, undefined],
      [FOURTH, undefined],
      [SECOND, undefined],
      [THIRD, 451],
    ]);
    const { participants } = (await get(`/groups/${made.jid}`)).body.group;
    expect(participants.map(({ jid }) => jid.slice(0, 13))).toEqual([FIRST, FOURTH]);
  });

  it('are there with a 500 after the deed', async () => {
    const { plane } = await createScene();
    await script(plane, { operation: 'createGroup', status: 500, carried_out: true, rows: [{ code: 403 }] });
    const { post, get } = plane.as('first');
    expect((await post('/groups', { name: 'Late', participants: [SECOND] })).status).toBe(500);
    const { groups } = (await get('/groups')).body;
    expect(groups.find(({ name }) => name === 'Late')).toMatchObject({ members_count: 1 });
  });
});

describe('a list', () => {
  it.each([0, 1, 2])('has %i entries once, and all of them after that', async (entries) => {
    const { plane, jid } = await createScene();
    const { get } = plane.as('first');
    const [list, group] = [await get('/groups'), await get(`/groups/${jid}`)];
    await script(plane, { entries, operation: 'listGroups' });
    await script(plane, { entries, operation: 'getGroup' });
    expect((await get('/groups')).body.groups).toEqual(list.body.groups.slice(0, entries));
    const { participants, members_count } = (await get(`/groups/${jid}`)).body.group;
    expect(participants).toEqual(group.body.group.participants.slice(0, entries));
    expect(members_count).toBe(3);
    expect((await get('/groups')).text).toBe(list.text);
    expect((await get(`/groups/${jid}`)).text).toBe(group.text);
  });

  it('is waited for: other answers pass', async () => {
    const { plane } = await createScene();
    await script(plane, { entries: 0 });
    expect((await plane.as('first').get('/status')).headers['x-mock-fault']).toBeUndefined();
    expect((await plane.as('first').get('/groups')).body.groups).toEqual([]);
  });

  it('that is asked for by one who may not is refused as ever', async () => {
    const { plane, jid } = await createScene();
    await script(plane, { entries: 0 });
    expect((await plane.as('second').get(`/groups/${jid}`)).status).toBe(403);
  });
});

describe('a fault of one group', () => {
  it('strikes every call that names it, however it is named, and no other', async () => {
    const { plane, jid, community } = await createScene();
    const { get, patch, post, inviteLink } = plane.as('first');
    const other = await plane.as('first').createGroup({ name: 'Other' });
    const links = [await inviteLink(jid), await inviteLink(other.jid)] as const;
    await plane.as('first').post(`/groups/${jid}/participants`, { participants: [SECOND] });
    await script(plane, { group: jid, status: 500, times: null });
    await script(plane, { group: community, status: 501, times: null });
    const answers = [
      await get(`/groups/${jid}`),
      await get(`/groups/${encodeURIComponent(jid)}`),
      await patch(`/groups/${jid}`, { name: 'Other' }),
      await post(`/communities/${other.jid}/groups`, { group_jid: jid }),
      await plane.as('second').post('/groups/join', { link: links[0] }),
      await plane.as('second').post('/groups/join', { link: links[0].slice(links[0].lastIndexOf('/') + 1) }),
      await post('/groups', { name: 'In it', participants: [SECOND], options: { parent_jid: community } }),
      await get('/groups'),
      await get(`/groups/${other.jid}`),
      await plane.as('second').post('/groups/join', { link: links[1] }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([500, 500, 500, 500, 500, 500, 501, 200, 200, 200]);
  });

  it('strikes a private invite to it', async () => {
    const { plane, jid } = await createScene();
    const { post } = plane.as('first');
    await script(plane, { rows: [{ code: 403 }] });
    const { participants } = (await post(`/groups/${jid}/participants`, { participants: [SECOND] })).body;
    const code = participants[0]?.add_request?.code;
    await script(plane, { group: jid, operation: 'joinGroup', status: 500 });
    const join = { code, group_jid: jid, inviter_jid: `${FIRST}@s.whatsapp.net` };
    expect((await plane.as('second').post('/groups/join', join)).status).toBe(500);
    expect((await plane.as('second').post('/groups/join', join)).status).toBe(200);
  });
});

describe('a fault of one person', () => {
  it.each([SECOND, `${SECOND}@s.whatsapp.net`, '+55 (11) 88888-8888'])(
    'strikes calls that name %s',
    async (id) => {
      const { plane, jid } = await createScene();
      const { post } = plane.as('first');
      await script(plane, { participant: SECOND, status: 500 });
      const add = (...participants: string[]) => post(`/groups/${jid}/participants`, { participants });
      expect((await add(THIRD)).status).toBe(200);
      expect((await add(THIRD, id)).status).toBe(500);
    },
  );
});

it('is all saved and taken again', async () => {
  const { plane, jid } = await createScene();
  const all: NewFault[] = [
    { group: jid, participant: `${SECOND}@s.whatsapp.net`, action: 'promote', carried_out: false },
    {
      status: 500,
      carried_out: true,
      rows: [{ code: -5, carried_out: true }],
      delay_ms: { median: 5, sigma: 1 },
    },
    { body: [1, { a: null }], bytes_over_ms: { p50: 1, 'p99.9': 2 }, truncate: true, close: 'rst' },
    { body_base64: 'AAE=', status: 503 },
    { entries: 0, from: '2026-06-15T12:00:00Z', until: '2026-06-15T13:00:00+01:00' },
    { delivery: 'duplicate-with-new-id', group: jid, per_window: { calls: 1, seconds: 5 } },
  ];
  for (const one of all.with(4, { ...all[4], until: '2026-06-15T14:00:00+01:00' })) await script(plane, one);
  const path = '/worlds/default/snapshot';
  const { body } = await plane.control('GET', path);
  const told = (await plane.control('GET', '/worlds/default/faults')).body.faults;
  await plane.control('DELETE', '/worlds/default/faults');
  const taken = await plane.control('PUT', path, { snapshot: body.snapshot });
  expect(taken.status, JSON.stringify(taken.body)).toBe(200);
  expect((await plane.control('GET', '/worlds/default/faults')).body.faults).toEqual(told);
});
