/** What no case shows: connections that end early, headers of struck calls, and the list of faults. */
import { request } from 'node:http';
import { performance } from 'node:perf_hooks';
import { describe, expect, it } from 'vitest';
import { createMock } from '../../../mock/index.ts';
import { expectRefusal, FIRST, SECOND, TOKENS } from '../client.ts';
import { createPlane, expectRefused, type Json, type Plane } from './plane.ts';

const THIRD = '5511777777777';

/** Scripts a fault in the default world; it must be taken. */
async function script(plane: Plane, body: object): Promise<Json> {
  const { status, body: made } = await plane.control('POST', '/worlds/default/faults', body);
  expect(status, JSON.stringify(made)).toBe(201);
  return made.fault;
}

async function list(plane: Plane, query = ''): Promise<Json> {
  return (await plane.control('GET', `/worlds/default/faults${query}`)).body.faults;
}

/** What comes over the wire when a connection ends early: its status line and headers, and the bytes so far. */
function listen(plane: Plane, method: string, path: string, body?: object) {
  return new Promise<{ status?: number; announced?: number; text: string; code?: string }>((resolve) => {
    const headers = { Authorization: `Bearer ${TOKENS.first}`, 'Content-Type': 'application/json' };
    const sent = request(plane.url + path, { method, headers, agent: false }, (response) => {
      let text = '';
      const { statusCode: status = 0, headers: got } = response;
      const announced = Number(got['content-length']);
      response.on('data', (chunk) => (text += chunk));
      response.once('end', () => resolve({ status, announced, text }));
      response.once('error', ({ code = '' }: NodeJS.ErrnoException) =>
        resolve({ status, announced, text, code }),
      );
    });
    sent.once('error', ({ code = '' }: NodeJS.ErrnoException) => resolve({ text: '', code }));
    sent.end(body === undefined ? undefined : JSON.stringify(body));
  });
}

describe('a fault that answers', () => {
  it('does so once, in the usual envelope, and says which fault it was', async () => {
    const plane = await createPlane({ seed: 1 });
    const { get } = plane.as('first');
    expect(await script(plane, { operation: 'listGroups', times: 1, status: 503 })).toEqual({
      id: 'fault-1',
      operation: 'listGroups',
      after: 0,
      times: 1,
      status: 503,
      headers: {},
      seen: 0,
      fired: 0,
      left: 1,
    });
    const struck = await get('/groups');
    expectRefusal(struck, 503, 'DEVICE_NOT_READY', 'scripted-fault');
    expect(struck.headers['x-mock-fault']).toBe('fault-1');
    const { status, headers } = await get('/groups');
    expect({ status, fault: headers['x-mock-fault'] }).toEqual({ status: 200, fault: undefined });
    expect(await list(plane)).toMatchObject([{ seen: 2, fired: 1, left: 0 }]);
  });

  it('has the code, the message and the headers that it was given', async () => {
    const plane = await createPlane({ seed: 1 });
    await script(plane, {
      status: 503,
      error_code: 'INTERNAL_ERROR',
      message: 'The gateway is too busy.',
      headers: { 'retry-after': '7', 'content-type': 'text/html' },
    });
    const { status, headers, text } = await plane.as('first').get('/groups');
    expect(status).toBe(503);
    expect(JSON.parse(text)).toEqual({
      success: false,
      error: 'The gateway is too busy.',
      error_code: 'INTERNAL_ERROR',
      timestamp: '2026-06-15T12:00:00Z',
    });
    expect(headers).toMatchObject({ 'retry-after': '7', 'content-type': 'text/html' });
  });

  it.each([
    [402, 'VALIDATION_ERROR'],
    [418, 'VALIDATION_ERROR'],
    [502, 'INTERNAL_ERROR'],
    [504, 'INTERNAL_ERROR'],
    [599, 'INTERNAL_ERROR'],
  ] as const)('with %i, which has no code of its own, has the one of its class', async (status, code) => {
    const plane = await createPlane({ seed: 1 });
    await script(plane, { status });
    expectRefusal(await plane.as('first').get('/groups'), status, code, 'scripted-fault');
  });

  it('with 503 is INTERNAL_ERROR where the document knows no device that could be the reason', async () => {
    const plane = await createPlane({ seed: 1 });
    await script(plane, { status: 503 });
    expectRefusal(await plane.as('first').get('/status'), 503, 'INTERNAL_ERROR', 'scripted-fault');
  });

  it.each([200, 202, 302])('with %i says success and nothing else', async (status) => {
    const plane = await createPlane({ seed: 1 });
    await script(plane, { operation: 'createGroup', status });
    const answer = await listen(plane, 'POST', '/groups', { name: 'Friends', participants: [SECOND] });
    expect(answer).toMatchObject({ status, text: '{"success":true}' });
    expect((await plane.as('first').get('/groups')).body.groups).toEqual([]);
  });

  it.each([204, 205, 304])('with %i has no body', async (status) => {
    const plane = await createPlane({ seed: 1 });
    await script(plane, { status });
    expect(await listen(plane, 'GET', '/groups')).toMatchObject({ status, text: '' });
  });

  it('is the answer whatever is wrong with the call', async () => {
    const plane = await createPlane({ seed: 1 });
    await script(plane, { status: 500 });
    const answer = await plane.as('first').post('/groups', { nonsense: true });
    expectRefusal(answer, 500, 'INTERNAL_ERROR', 'scripted-fault');
  });

  it('leaves calls without a token, and those that are no operation, alone', async () => {
    const plane = await createPlane({ seed: 1 });
    await script(plane, { status: 500 });
    expect((await plane.send({ path: '/groups' })).status).toBe(401);
    expect((await plane.as('first').get('/nothing')).status).toBe(404);
    expect(await list(plane)).toMatchObject([{ seen: 0 }]);
  });

  it('stays in its world', async () => {
    const plane = await createPlane({ seed: 1 });
    const { body } = await plane.control('POST', '/worlds', { seed: 2 });
    const headers = { Authorization: `Bearer ${body.accounts[0].token}` };
    await plane.control('POST', `/worlds/${body.world}/faults`, { status: 500 });
    expect((await plane.as('first').get('/groups')).status).toBe(200);
    expect((await plane.send({ path: '/groups', headers })).status).toBe(500);
  });
});

describe('a limit per window', () => {
  it('answers 429, and when to come again on the clock of the world', async () => {
    const plane = await createPlane({ seed: 1 });
    const { get } = plane.as('first');
    expect(await script(plane, { per_window: { calls: 2, seconds: 60 } })).toMatchObject({
      times: null,
      per_window: { calls: 2, seconds: 60 },
      status: 429,
      left: null,
    });
    expect((await get('/groups')).status).toBe(200);
    expect((await get('/status')).status).toBe(200);
    await plane.control('PATCH', '/worlds/default/clock', { advance_seconds: 45 });
    const struck = await get('/groups');
    expectRefusal(struck, 429, 'RATE_LIMITED', 'scripted-fault');
    expect(struck.headers['retry-after']).toBe('15');
  });
});

describe('a delay', () => {
  it('holds back the answer of a call that was carried out at once', async () => {
    const plane = await createPlane({ seed: 1 });
    const { jid } = await plane.as('first').createGroup();
    await script(plane, { operation: 'updateGroup', delay_ms: [1500, 1600] });
    const start = performance.now();
    let isAnswered = false;
    const slow = plane.as('first').patch(`/groups/${jid}`, { name: 'Others' });
    void slow.then(() => (isAnswered = true));
    await expect
      .poll(async () => (await plane.as('first').get(`/groups/${jid}`)).body.group.name, { interval: 10 })
      .toBe('Others');
    expect(isAnswered).toBe(false);
    const { status, headers } = await slow;
    expect(performance.now() - start).toBeGreaterThan(1490);
    expect({ status, fault: headers['x-mock-fault'], rule: headers['x-mock-rule'] }).toEqual({
      status: 200,
      fault: 'fault-1',
      rule: undefined,
    });
  });

  it('is over when the client goes away', async () => {
    const plane = await createPlane({ seed: 1 });
    await script(plane, { delay_ms: 120_000 });
    // Long enough for the call to arrive on a busy machine: else the fault waits for the next one.
    const signal = AbortSignal.timeout(1000);
    const headers = { Authorization: `Bearer ${TOKENS.first}` };
    await expect(fetch(`${plane.url}/groups`, { headers, signal })).rejects.toThrow();
    expect((await plane.as('first').get('/groups')).status).toBe(200);
  });
});

describe('a connection that ends early', () => {
  const wanted = { name: 'Friends', participants: [SECOND] };

  it('before the call is carried out, has no answer, and nothing is changed', async () => {
    const plane = await createPlane({ seed: 1 });
    await script(plane, { operation: 'createGroup', drop: 'before' });
    expect(await listen(plane, 'POST', '/groups', wanted)).toEqual({ text: '', code: 'ECONNRESET' });
    expect((await plane.as('first').get('/groups')).body.groups).toEqual([]);
  });

  it('after the call was carried out, has no answer either', async () => {
    const plane = await createPlane({ seed: 1 });
    await script(plane, { operation: 'createGroup', drop: 'after' });
    expect(await listen(plane, 'POST', '/groups', wanted)).toEqual({ text: '', code: 'ECONNRESET' });
    expect((await plane.as('first').get('/groups')).body.groups).toMatchObject([{ name: 'Friends' }]);
  });

  it('within the answer, has announced the whole length and sent half of it', async () => {
    const plane = await createPlane({ seed: 1 });
    await plane.as('first').createGroup({ name: 'Amigos do café' });
    const whole = await listen(plane, 'GET', '/groups');
    await script(plane, { truncate: true });
    const { status, announced, text, code } = await listen(plane, 'GET', '/groups');
    expect({ status, announced, code }).toEqual({
      status: 200,
      announced: whole.announced,
      code: 'ECONNRESET',
    });
    expect(Buffer.byteLength(text)).toBe(Math.floor((whole.announced ?? 0) / 2));
    expect(whole.text.startsWith(text)).toBe(true);
  });

  it('can be within a scripted answer', async () => {
    const plane = await createPlane({ seed: 1 });
    await script(plane, { status: 500, truncate: true });
    const { status, announced = 0, text } = await listen(plane, 'GET', '/groups');
    expect({ status, length: text.length }).toEqual({ status: 500, length: Math.floor(announced / 2) });
  });
});

describe('scripted rows', () => {
  const rows = (...each: [string, number][]) => ({
    rows: each.map(([participant, code]) => ({ participant, code })),
  });

  it('fail in whatever spelling the participant is named, and the others are carried out', async () => {
    const plane = await createPlane({ seed: 1 });
    const { createGroup, post } = plane.as('first');
    const { jid } = await createGroup({ participants: [FIRST] });
    await script(plane, rows([`${SECOND}@s.whatsapp.net`, 408]));
    const added = await post(`/groups/${jid}/participants`, {
      participants: ['+55 (11) 88888-8888', THIRD],
    });
    expect(added.headers['x-mock-fault']).toBe('fault-1');
    expect(added.body.participants.map(({ error }) => error)).toEqual([408, undefined]);
    expect((await plane.as('second').get(`/groups/${jid}`)).status).toBe(403);
  });

  it('can be named by a LID, and wait for a call that names them', async () => {
    const plane = await createPlane({ seed: 1 });
    const { body } = await plane.control('GET', `/worlds/default/people/${SECOND}`);
    const { createGroup, post } = plane.as('first');
    const { jid } = await createGroup({ participants: [FIRST] });
    expect(await script(plane, rows([body.person.lid, 401]))).toMatchObject({
      rows: [{ participant: SECOND, code: 401 }],
    });
    await post(`/groups/${jid}/participants`, { participants: [THIRD] });
    expect(await list(plane, '?unfired=true')).toHaveLength(1);
    const added = await post(`/groups/${jid}/participants`, { participants: [body.person.lid] });
    expect(added.body.participants).toMatchObject([{ error: 401 }]);
    expect(await list(plane, '?unfired=true')).toEqual([]);
  });
});

describe('the list of faults', () => {
  it('can be asked for those that are left over', async () => {
    const plane = await createPlane({ seed: 1 });
    await script(plane, { status: 500 });
    await script(plane, { status: 500, times: 2 });
    await script(plane, { status: 500, times: null, phone: SECOND });
    await script(plane, { delivery: 'duplicate', event: 'group.info' });
    await plane.as('first').get('/groups');
    await plane.as('first').get('/groups');
    const left = await list(plane, '?unfired=true');
    expect(left.map(({ id }: Json) => id)).toEqual(['fault-2', 'fault-3', 'fault-4']);
    expect(await list(plane)).toHaveLength(4);
  });

  it('loses one, or all', async () => {
    const plane = await createPlane({ seed: 1 });
    await script(plane, { status: 500 });
    await script(plane, { status: 501 });
    await script(plane, { status: 502 });
    const path = '/worlds/default/faults/fault-1';
    expect((await plane.control('GET', path)).body.fault).toMatchObject({ id: 'fault-1', status: 500 });
    expect((await plane.control('DELETE', path)).status).toBe(200);
    const gone = await plane.control('DELETE', path);
    expectRefused(gone, 404, 'no-such-fault');
    expect(gone.body.error).toBe('There is no fault "fault-1" in this world; there is fault-2, fault-3.');
    expect((await plane.as('first').get('/groups')).status).toBe(501);
    await plane.control('DELETE', '/worlds/default/faults');
    expect(await list(plane)).toEqual([]);
    expect((await plane.as('first').get('/groups')).status).toBe(200);
  });

  it('is empty after a reset', async () => {
    const plane = await createPlane({ seed: 1 });
    await script(plane, { status: 500 });
    await plane.control('POST', '/worlds/default/reset');
    expect(await list(plane)).toEqual([]);
  });

  it('takes a thousand and no more', () => {
    const { faults } = createMock({ seed: 1 }).defaultWorld;
    for (let n = 0; n < 1000; n += 1) faults.add({ delivery: 'drop' });
    expect(() => faults.add({ status: 500 })).toThrow(/at most 1000 faults.*\(too-many-faults\)/);
  });
});
