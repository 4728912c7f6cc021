/** The order of the checks, on every operation. */
import { describe, expect, it } from 'vitest';
import { callsOn, type OperationCall } from '../adapters/calls.ts';
import { createClient, expectRefusal, TOKENS } from '../client.ts';

const NOWHERE = '120363000000000000@g.us';
const FIRST = { Authorization: `Bearer ${TOKENS.first}` };
const SECOND = { Authorization: `Bearer ${TOKENS.second}` };

// The device of the second account is connected, that of the first is not.
const { send, as } = await createClient();
const { jid } = await as('second').createGroup();
await as('first').post('/disconnect');

const ON_NOTHING = callsOn(NOWHERE);
const WITH_BODY = ON_NOTHING.filter(({ body }) => body !== undefined);
const WITH_PATH = ON_NOTHING.filter(({ path }) => path.includes(NOWHERE));

/** The same call on something that is no JID. */
function toNobody(call: OperationCall): OperationCall {
  return { ...call, path: call.path.replace(NOWHERE, 'nobody') };
}

describe('401 comes before 400', () => {
  it.each(WITH_BODY)('$id with a body that does not fit', async (call) => {
    expectRefusal(await send({ ...call, body: {} }), 401, 'UNAUTHORIZED');
  });

  it.each(WITH_PATH)('$id with a path that does not fit', async (call) => {
    expectRefusal(await send(toNobody(call)), 401, 'UNAUTHORIZED');
  });
});

describe('400 comes before 503', () => {
  it.each(WITH_BODY)('$id with a body that does not fit', async (call) => {
    // Everything of a new community but its name may be absent, so that an array has to do.
    expectRefusal(await send({ ...call, headers: FIRST, body: [] }), 400, 'VALIDATION_ERROR');
  });

  it.each(WITH_PATH)('$id with a path that does not fit', async (call) => {
    expectRefusal(await send({ ...toNobody(call), headers: FIRST }), 400, 'VALIDATION_ERROR');
  });

  it('updateGroup with two topics that differ', async () => {
    const body = { topic: 'a', description: 'b' };
    expectRefusal(await as('first').patch(`/groups/${NOWHERE}`, body), 400, 'VALIDATION_ERROR');
  });
});

describe('503 comes before 404', () => {
  it('is tried with all 17 operations', () => expect(ON_NOTHING).toHaveLength(17));

  it.each(ON_NOTHING)('$id', async (call) => {
    const answer = await send({ ...call, headers: FIRST });
    expectRefusal(answer, 503, 'DEVICE_NOT_READY', 'device-not-ready');
    expect(answer.body.error).toBe('WhatsApp session is not connected');
  });
});

it('a webhook that is not set is refused by a rule of its own', async () => {
  expectRefusal(await as('first').get('/webhook'), 404, 'NOT_FOUND', 'no-webhook');
});

describe('404 comes before 403', () => {
  it.each(WITH_PATH)('$id: nobody takes part in what is not there', async (call) => {
    expectRefusal(await send({ ...call, headers: SECOND }), 404, 'NOT_FOUND', 'no-such-group');
  });

  it('joinGroup with an unknown private invite', async () => {
    const call = ON_NOTHING.find(({ id }) => id === 'joinGroup');
    expectRefusal(await send({ ...call, headers: SECOND }), 404, 'NOT_FOUND');
  });
});

describe('403 for who does not take part', () => {
  it.each(callsOn(jid).filter(({ path }) => path.includes(jid)))('$id', async (call) => {
    await as('first').post('/connect');
    const answer = await send({ ...call, headers: FIRST });
    await as('first').post('/disconnect');
    expectRefusal(answer, 403, 'FORBIDDEN', 'not-a-participant');
  });
});
