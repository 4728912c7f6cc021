/** What no case reads: the journal of calls. */
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it, vi } from 'vitest';
import { parseArchive } from '../../../contracts/har/archive.ts';
import { createMock } from '../../../mock/index.ts';
import { FIRST, SECOND, TOKENS } from '../client.ts';
import { createPlane, expectRefused, type Json, type Plane } from './plane.ts';

const PATH = '/worlds/default/journal';

async function read(plane: Plane, query = ''): Promise<Json> {
  const { status, body } = await plane.control('GET', `${PATH}${query}`);
  expect(status, JSON.stringify(body)).toBe(200);
  return body;
}

describe('the journal', () => {
  it('tells of each call what was asked, by whom, and what was answered', async () => {
    const plane = await createPlane({ seed: 1 });
    const wanted = { name: 'Friends', participants: [SECOND] };
    const { body: reply } = await plane.as('first').post('/groups', wanted);
    const { calls, near_misses, last_sequence } = await read(plane);
    expect({ near_misses, last_sequence }).toEqual({ near_misses: [], last_sequence: 1 });
    expect(calls).toEqual([
      {
        sequence: 1,
        at: '2026-06-15T12:00:00Z',
        method: 'POST',
        path: '/groups',
        query: '',
        operation: 'createGroup',
        phone: FIRST,
        status: 201,
        rule: null,
        fault: null,
        stub: null,
        events: [1],
        request: {
          headers: expect.objectContaining({
            authorization: `Bearer ${FIRST}`,
            'content-type': 'application/json',
          }),
          body: wanted,
          bytes: Buffer.byteLength(JSON.stringify(wanted)),
          cut: false,
        },
        reply: {
          headers: { 'Content-Type': 'application/json; charset=utf-8' },
          body: reply,
          bytes: Buffer.byteLength(JSON.stringify(reply)),
          cut: false,
        },
      },
    ]);
  });

  it('tells the query and the headers, and nothing of secrets', async () => {
    const mock = createMock({ seed: 1 });
    const [token] = TOKENS.first.split(' ').slice(-1);
    const long = Object.fromEntries(Array.from({ length: 60 }, (_, n) => [`x-${n}`, 'a'.repeat(100)]));
    for (const more of [{ Cookie: 'secret', 'X-Api-Key': 'secret', 'X-Seen-By': `${token}` }, long])
      await mock.fetch(`http://mock/groups?a=1&token=secret&b=${token}`, {
        headers: { Authorization: TOKENS.first, ...more },
      });
    const [one, other] = mock.defaultWorld.journal.calls();
    expect(one?.query).toBe(`a=1&token=…&b=${FIRST}`);
    expect(one?.request.headers).toMatchObject({
      authorization: `Bearer ${FIRST}`,
      cookie: '…',
      'x-api-key': '…',
      'x-seen-by': FIRST,
    });
    expect(Object.keys(other?.request.headers ?? {})).toHaveLength(40);
    const told = JSON.stringify([mock.defaultWorld.journal.calls(), mock.defaultWorld.journal.har()]);
    expect(told).not.toMatch(/secret/);
    expect(told).not.toContain(token);
  });

  it('is an HTTP archive that the suite holds to the contract', async () => {
    const mock = createMock({ seed: 1 });
    const headers = { Authorization: TOKENS.first, 'Content-Type': 'application/json' };
    const body = JSON.stringify({ name: 'Crew', participants: [SECOND] });
    await mock.fetch('http://mock/groups?a=1', { method: 'POST', headers, body });
    mock.defaultWorld.faults.next('listGroups', { drop: 'before' });
    await mock.fetch('http://mock/groups', { headers }).catch(() => undefined);
    await mock.fetch('http://mock/groups', { method: 'POST', headers, body: '{"name":1}' });
    const archive = JSON.stringify(mock.defaultWorld.journal.har());
    const entries = parseArchive(archive, 'journal');
    expect(entries.map(({ method, url, answer }) => [method, url.search, answer?.status])).toEqual([
      ['POST', '?a=1', 201],
      ['GET', '', undefined],
      ['POST', '', 400],
    ]);
    expect(entries[0]?.body).toBe(body);
    expect(JSON.parse(entries[0]?.answer?.text ?? '')).toMatchObject({ group: { name: 'Crew' } });
  });

  it('tells rules and faults apart', async () => {
    const plane = await createPlane({ seed: 1 });
    await plane.control('POST', '/worlds/default/faults', { status: 500 });
    await plane.control('POST', '/worlds/default/faults', { drop: 'after', operation: 'getStatus' });
    const { get } = plane.as('first');
    await get('/groups');
    await get('/groups/120363039000000000@g.us');
    await expect(get('/status')).rejects.toThrow();
    await plane.send({ path: '/groups' });
    const { calls } = await read(plane);
    expect(
      calls.map(({ status, phone, rule, fault, reply }: Json) => [
        status,
        phone,
        rule,
        fault,
        reply.bytes > 0,
      ]),
    ).toEqual([
      [500, FIRST, 'scripted-fault', 'fault-1', true],
      [404, FIRST, 'no-such-group', null, true],
      [0, FIRST, null, 'fault-2', false],
      [401, null, 'missing-token', null, true],
    ]);
  });

  it('holds no token, wherever it was written', async () => {
    const plane = await createPlane({ seed: 1 });
    const { post, get } = plane.as('first');
    const { jid } = await plane.as('first').createGroup({ name: TOKENS.second });
    await get(`/groups/${TOKENS.first}?token=${TOKENS.first}`);
    await post('/groups', { name: 7, participants: [TOKENS.second.toUpperCase()] });
    const escaped = `{"name":"${TOKENS.second.replace('2', '\\u0032')}","participants":["${SECOND}"]}`;
    const headers = { Authorization: TOKENS.first, 'Content-Type': 'application/json' };
    await plane.send({ method: 'POST', headers, body: Buffer.from(escaped) });
    await post('/webhook', {
      webhook_url: 'https://example.com/hook',
      enabled_events: ['group.info'],
      headers: { Authorization: `Bearer ${TOKENS.second}` },
    });
    const journal = await read(plane);
    const text = JSON.stringify(journal).toLowerCase();
    expect(text).not.toContain(TOKENS.first);
    expect(text).not.toContain(TOKENS.second);
    expect(journal.calls[0].request.body.name).toBe(SECOND);
    expect(journal.calls[1]).toMatchObject({ path: `/groups/${FIRST}`, status: 400 });
    expect(journal.calls[3].request.body.name).toBe(SECOND);
    expect((await get(`/groups/${jid}`)).body.group.name).toBe(TOKENS.second);
  });

  it('has the calls of its own world; those of nobody are in the default one', async () => {
    const plane = await createPlane({ seed: 1 });
    const { body } = await plane.control('POST', '/worlds', { seed: 2 });
    await plane.as('first').get('/groups');
    await plane.send({ path: '/status', headers: { Authorization: body.accounts[0].token } });
    await plane.send({ path: '/groups', headers: { Authorization: 'Bearer nonsense' } });
    expect((await read(plane)).calls.map(({ status }: Json) => status)).toEqual([200, 401]);
    const other = await plane.control('GET', `/worlds/${body.world}/journal`);
    expect(other.body.calls).toMatchObject([{ sequence: 1, operation: 'getStatus' }]);
    const mine = await plane.control('GET', '/worlds/mine/journal', undefined, {
      Authorization: body.accounts[0].token,
    });
    expect(mine.body).toEqual(other.body);
  });

  it('has a body that was no JSON as text, one that was too long by its start, and none that was not read', async () => {
    const plane = await createPlane({ seed: 1 });
    const headers = { Authorization: `Bearer ${TOKENS.first}`, 'Content-Type': 'application/json' };
    const send = (body: Buffer) => plane.send({ method: 'POST', headers, body });
    await send(Buffer.from('{"name":'));
    await send(Buffer.from(`{"name":"${'a'.repeat(50_000)}"}`));
    await send(Buffer.alloc(8 * 1024 * 1024 + 1, ' '));
    const { calls } = await read(plane);
    expect(calls[0].request).toMatchObject({ body: '{"name":', bytes: 8, cut: false });
    expect(calls[1].request).toMatchObject({ bytes: 50_011, cut: true });
    expect(calls[1].request.body).toBe(`{"name":"${'a'.repeat(16_384 - 9)}`);
    expect(calls[2]).toMatchObject({
      status: 413,
      request: { body: null, bytes: 0, cut: false, unreadable: 'too-large' },
    });
  });

  it('is emptied, and empty after a reset', async () => {
    const plane = await createPlane({ seed: 1 });
    await plane.as('first').get('/groups');
    expect((await plane.control('DELETE', PATH)).status).toBe(200);
    expect(await read(plane)).toMatchObject({ calls: [], near_misses: [], last_sequence: 1 });
    await plane.as('first').get('/groups');
    await plane.control('POST', '/worlds/default/reset');
    expect(await read(plane)).toMatchObject({ calls: [], last_sequence: 0 });
  });
});

describe('looking something up', () => {
  it('takes what is wanted together, and pages on', async () => {
    const plane = await createPlane({ seed: 1 });
    const { jid } = await plane.as('first').createGroup({ participants: [SECOND] });
    await plane.as('first').get(`/groups/${jid}`);
    await plane.as('second').get(`/groups/${jid}`);
    await plane.as('second').get('/groups');
    const sequences = async (query: string) =>
      (await read(plane, query)).calls.map(({ sequence }: Json) => sequence);
    expect(await sequences(`?jid=${jid}`)).toEqual([1, 2, 3, 4]);
    expect(await sequences(`?phone=${SECOND}`)).toEqual([1, 3, 4]);
    expect(await sequences(`?phone=${SECOND}&operation=getGroup&status=200&method=get`)).toEqual([3]);
    expect(await sequences('?limit=2')).toEqual([3, 4]);
    expect(await sequences('?limit=2&after=1')).toEqual([2, 3]);
  });

  it('finds a participant that was named by LID', async () => {
    const plane = await createPlane({ seed: 1 });
    const { body } = await plane.control('GET', `/worlds/default/people/${SECOND}`);
    await plane.as('first').createGroup({ participants: [body.person.lid] });
    expect((await read(plane, `?phone=${SECOND}`)).calls).toHaveLength(1);
  });

  it('says what comes closest when nothing matches', async () => {
    const plane = await createPlane({ seed: 1 });
    await plane.as('first').get('/groups');
    const { calls, near_misses } = await read(plane, '?operation=createGroup');
    expect(calls).toEqual([]);
    expect(near_misses).toMatchObject([
      { call: { sequence: 1 }, differs: 'operation is listGroups, not createGroup.' },
    ]);
  });

  it.each([
    ['operation=createGroops', 'operation', /createGroup/],
    ['operation=toString', 'operation', /createGroup/],
    ['status=ok', 'status', /integer/],
    ['status=600', 'status', /at most 599/],
    ['phone=ana', 'phone', /10 to 15 digits/],
    ['jid=friends', 'jid', /JID of a group/],
    ['after=-1', 'after', /at least 0/],
    ['limit=0', 'limit', /at least 1/],
    ['limit=1001', 'limit', /at most 1000/],
    ['wait_for=61', 'wait_for', /at most 60/],
    ['method=%20', 'method', /an HTTP method/],
    ['waitfor=1', 'waitfor', /is no parameter; there is operation, status/],
  ])('by %s is refused', async (query, field, message) => {
    const plane = await createPlane({ seed: 1 });
    const answer = await plane.control('GET', `${PATH}?${query}`);
    expectRefused(answer, 400, 'does-not-fit-the-document');
    expect(answer.body.validation).toMatchObject([{ field, message: expect.stringMatching(message) }]);
  });
});

describe('waiting for a call', () => {
  it('answers as soon as it comes', async () => {
    const plane = await createPlane({ seed: 1 });
    const start = performance.now();
    const waited = read(plane, '?operation=createGroup&wait_for=30');
    await sleep(50);
    await plane.as('first').get('/groups');
    await plane.as('first').createGroup();
    const { calls } = await waited;
    expect(calls).toMatchObject([{ sequence: 2, operation: 'createGroup' }]);
    expect(performance.now() - start).toBeLessThan(15_000);
  });

  it('answers at once when it was there already', async () => {
    const plane = await createPlane({ seed: 1 });
    await plane.as('first').get('/groups');
    expect((await read(plane, '?operation=listGroups&wait_for=30')).calls).toHaveLength(1);
  });

  it('tells who waits at this moment, and the call that comes closest', async () => {
    const plane = await createPlane({ seed: 1 });
    const waits = async () => (await read(plane, '?limit=1')).waits;
    const waited = read(plane, '?operation=createGroup&status=201&wait_for=30');
    await vi.waitFor(async () => expect(await waits()).toHaveLength(1));
    expect(await waits()).toEqual([{ wanted: { operation: 'createGroup', status: 201 }, nearest: null }]);
    await plane.as('first').get('/groups');
    expect(await waits()).toMatchObject([
      {
        nearest: {
          call: { operation: 'listGroups' },
          differs: expect.stringMatching(/^operation is listGroups/),
        },
      },
    ]);
    await plane.as('first').createGroup();
    expect((await waited).waits).toEqual([]);
  });

  it('tells near misses when the time is over', async () => {
    const plane = await createPlane({ seed: 1 });
    const waited = read(plane, '?operation=createGroup&wait_for=0.3');
    await plane.as('first').get('/groups');
    expect(await waited).toMatchObject({
      calls: [],
      near_misses: [{ differs: 'operation is listGroups, not createGroup.' }],
    });
  });

  it.each([
    ['reset', 'POST', '/reset'],
    ['ended', 'DELETE', ''],
  ])('is over when the world is %s', async (_, method, path) => {
    const plane = await createPlane({ seed: 1 });
    const { body } = await plane.control('POST', '/worlds', { name: 'other' });
    expect(body.world).toBe('other');
    const waited = plane.control('GET', '/worlds/other/journal?wait_for=60');
    await sleep(100);
    await plane.control(method, `/worlds/other${path}`);
    expect(await waited).toMatchObject({ status: 200, body: { calls: [], near_misses: [] } });
  });

  it('is over when the client goes away, and everybody else is served', async () => {
    const plane = await createPlane({ seed: 1 });
    const gone = Array.from({ length: 20 }, () =>
      fetch(`${plane.url}/__mock${PATH}?wait_for=60`, { signal: AbortSignal.timeout(100) }),
    );
    const results = await Promise.allSettled(gone);
    expect(results.every(({ status }) => status === 'rejected')).toBe(true);
    await plane.as('first').get('/groups');
    expect((await read(plane)).calls).toHaveLength(1);
  });
});
