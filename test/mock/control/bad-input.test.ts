/** What no case sends: bad input of every kind to the control plane, and its texts. */
import { describe, expect, it } from 'vitest';
import { createPlane, expectRefused, operationsOfPlane } from './plane.ts';

const plane = await createPlane({ seed: 1 });

/** All that the control plane itself tells of the worlds. */
async function state() {
  const { body: worlds } = await plane.control('GET', '/worlds');
  const { body: people } = await plane.control('GET', '/worlds/default/people');
  return { worlds, people };
}

const before = await state();

const operations = operationsOfPlane();
const about = operations.filter(({ path, takesBody }) => path.includes('default') && !takesBody);
const taking = operations.filter(({ takesBody }) => takesBody);

describe.each(operations)('$id', ({ method, path, takesBody }) => {
  it('refuses a query parameter that it does not know', async () => {
    const answer = await plane.control(method, `${path}?no_such=1`, takesBody ? {} : undefined);
    expectRefused(answer, 400, 'does-not-fit-the-document');
    expect(answer.body.validation[0]).toMatchObject({ field: 'no_such', value: '1' });
    expect(await state()).toEqual(before);
  });
});

describe.each(about)('$id', ({ method, path }) => {
  it('of a world that is not there names those that are', async () => {
    const answer = await plane.control(method, path.replace('default', 'atlantis'));
    expectRefused(answer, 404, 'no-such-world');
    expect(answer.body.error).toContain('There is default');
  });
});

describe.each(taking)('$id', ({ method, path }) => {
  it('refuses a body that is no object, or no JSON, or not called so', async () => {
    expectRefused(await plane.control(method, path, '[1]'), 400, 'does-not-fit-the-document');
    expectRefused(await plane.control(method, path, '{"a":'), 400, 'malformed-json');
    expectRefused(await plane.control(method, path, undefined), 400, 'does-not-fit-the-document');
    const typed = { 'content-type': 'text/plain' };
    expectRefused(await plane.control(method, path, '{}', typed), 415, 'not-json-by-type');
    expect(await state()).toEqual(before);
  });

  it('refuses a property that it does not know', async () => {
    const answer = await plane.control(method, path, { no_such: true });
    expect(answer.status).toBe(400);
    expect(JSON.stringify(answer.body.validation)).toContain('no_such');
    expect(await state()).toEqual(before);
  });
});

describe('a path of the control plane', () => {
  it('that is not there is 404, and a method that it does not take 405', async () => {
    expectRefused(await plane.control('GET', '/nothing'), 404, 'unknown-path');
    const answer = await plane.control('DELETE', '/worlds/default/clock');
    expectRefused(answer, 405, 'wrong-method');
    expect(answer.headers.get('allow')).toBe('GET, PATCH');
  });

  it.each(['MINE', '-a', 'a_b', 'a'.repeat(64), '%00', '..%2f'])('names no world by %s', async (name) => {
    expectRefused(await plane.control('GET', `/worlds/${name}`), 400, 'does-not-fit-the-document');
  });

  it.each(['123', 'phone', '5511999999999@c.us', '1234567890123456'])(
    'names no person by %s',
    async (phone) => {
      const answer = await plane.control('GET', `/worlds/default/people/${phone}`);
      expectRefused(answer, 400, 'does-not-fit-the-document');
    },
  );

  it('tells "mine" what is wrong when nobody has the token', async () => {
    expectRefused(await plane.control('GET', '/worlds/mine'), 404, 'no-such-world');
  });
});

describe.each([
  [{ now: 'yesterday' }, 'now'],
  [{ advance_seconds: -1 }, 'advance_seconds'],
  [{ advance_seconds: '60' }, 'advance_seconds'],
  [{ frozen: 'yes' }, 'frozen'],
  [{}, 'body'],
])('the clock told %j', (body, field) => {
  it('says what is wrong and goes on as before', async () => {
    const answer = await plane.control('PATCH', '/worlds/default/clock', body);
    expectRefused(answer, 400, 'does-not-fit-the-document');
    expect(answer.body.validation[0].field).toBe(field);
    expect((await plane.control('GET', '/worlds/default/clock')).body.now).toBe('2026-06-15T12:00:00Z');
  });
});

describe.each([
  [{ do: 'dance' }, 'do'],
  [{ do: 'join' }, 'body'],
  [{ do: 'leave' }, 'group'],
  [{ do: 'leave', group: 'nowhere' }, 'group'],
  [{ do: 'add', group: '120363000000000000@g.us' }, 'participants'],
  [{ do: 'add', group: '120363000000000000@g.us', participants: [] }, 'participants'],
  [{ do: 'approve', group: '120363000000000000@g.us' }, 'participant'],
  [{ do: 'rename', group: '120363000000000000@g.us' }, 'name'],
  [{ do: 'set', group: '120363000000000000@g.us' }, 'body'],
  [{ do: 'set', group: '120363000000000000@g.us', ephemeral_seconds: 60 }, 'ephemeral_seconds'],
  [{ do: 'accept-invite', group: '120363000000000000@g.us' }, 'code'],
  [{ do: 'link', group: '120363000000000000@g.us' }, 'community'],
  [{ do: 'create-group', participants: [] }, 'name'],
  [{ do: 'leave', group: '120363000000000000@g.us', after_seconds: -1 }, 'after_seconds'],
])('somebody told to %j', (act, field) => {
  it('is told what is missing', async () => {
    const answer = await plane.control('POST', '/worlds/default/people/5511777777777/act', act);
    expectRefused(answer, 400, 'does-not-fit-the-document');
    expect(answer.body.validation.map((issue: { field: string }) => issue.field)).toContain(field);
  });
});

describe.each([
  [{ accounts: 0 }, 'accounts'],
  [{ accounts: [] }, 'accounts'],
  [{ accounts: [{ phone: '123' }] }, 'accounts'],
  [{ seed: -1 }, 'seed'],
  [{ name: 'No Such Name' }, 'name'],
  [{ ttl_seconds: 0 }, 'ttl_seconds'],
])('a world wanted with %j', (body, field) => {
  it('is not made', async () => {
    const answer = await plane.control('POST', '/worlds', body);
    expectRefused(answer, 400, 'does-not-fit-the-document');
    expect(JSON.stringify(answer.body.validation)).toContain(field);
    expect((await plane.control('GET', '/worlds')).body.worlds).toHaveLength(1);
  });
});

it.each([
  [{ accounts: 0 }, 'accounts', 'must be at least 1'],
  [{ accounts: 101 }, 'accounts', 'must be at most 100'],
  [{ accounts: [] }, 'accounts', 'must have at least 1 entry'],
  [{ accounts: 1.5 }, 'accounts', 'must be integer or array'],
  [{ accounts: [{ phone: '123' }] }, 'accounts[0].phone', 'must be a phone number of 10 to 15 digits'],
  [{ world: { groups: { a: { picture: '' } } } }, 'world.groups.a.picture', /at least 1 character/],
])('of a choice in %j the reason is told', async (body, field, message) => {
  const answer = await plane.control('POST', '/worlds', body);
  const said = typeof message === 'string' ? message : expect.stringMatching(message);
  expect(answer.body.validation).toEqual([{ field, message: said, value: expect.anything() }]);
});

describe('a world', () => {
  it.each([
    ['a ruling that is none', { rulings: { 'no-such': 1 } }, 400, 'does-not-fit-the-document'],
    ['a choice that is none', { rulings: { 'not-participant': '418' } }, 400, 'does-not-fit-the-document'],
    ['a name that is taken', { name: 'default' }, 409, 'world-cannot-be-made'],
    ['a name that stands for another', { name: 'mine' }, 409, 'name-taken'],
    [
      'a token that another world has',
      { accounts: [{ phone: '5511999999999', token: '11111111-1111-4111-8111-111111111111' }] },
      409,
      'account-cannot-be-made',
    ],
    [
      'a number twice',
      { accounts: [{ phone: '5511999999999' }, { phone: '5511999999999' }] },
      409,
      'account-cannot-be-made',
    ],
  ] as const)('with %s is not made', async (_, body, status, rule) => {
    expectRefused(await plane.control('POST', '/worlds', body), status, rule);
    expect((await plane.control('GET', '/worlds')).body.worlds).toHaveLength(1);
  });
});
