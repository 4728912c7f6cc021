/** What no case sends: paths and methods by their bytes. */
import { describe, expect, it } from 'vitest';
import type { Message } from '../client.ts';
import { createVictim, type Verdict } from '../victim.ts';

const INVALID: Verdict = { status: 400, code: 'VALIDATION_ERROR', rule: 'does-not-fit-the-document' };
const UNKNOWN: Verdict = { status: 404, code: 'NOT_FOUND', rule: 'unknown-path' };
const WRONG_METHOD: Verdict = { status: 405, code: 'METHOD_NOT_ALLOWED', rule: 'wrong-method' };

const { mustRefuse, client, jid } = await createVictim();

function get(path: string, headers: Record<string, string> = {}): Message {
  return { method: 'GET', path, headers };
}

describe('percent-encoding that does not decode is 400', () => {
  it.each(['/groups/%E0%A4%A', '/groups/%', '/groups/%zz/invite', '/%C0%AF', '/groups/%FF%FE'])(
    '%s',
    async (path) => {
      await mustRefuse(get(path), INVALID);
      const { body } = await client.as('first').get(path);
      expect(body.validation).toEqual([
        {
          field: 'path',
          message: 'must be percent-encoded UTF-8',
          value: path.split('/').find((one) => one.includes('%')),
        },
      ]);
    },
  );
});

describe('a JID that is none is 400', () => {
  it.each([
    'nobody',
    '123@g.us',
    `${'1'.repeat(26)}@g.us`,
    '5511999999999@s.whatsapp.net',
    '__proto__',
    'constructor',
    '%00',
    '%20',
    '..%2F..',
    '120363039000000000',
    '120363039000000000%40G.US',
    '120363039000000000@g.us%0A',
  ])('%s', async (path) => {
    await mustRefuse(get(`/groups/${path}`), INVALID);
    await mustRefuse({ method: 'DELETE', path: `/groups/${path}/leave` }, INVALID);
    const { body } = await client.as('first').get(`/groups/${path}`);
    expect(body.validation).toMatchObject([{ field: 'jid' }]);
  });

  it('5000 digits', async () => {
    const path = `/groups/${'1'.repeat(5000)}@g.us`;
    await mustRefuse(get(path), INVALID);
    const { text } = await client.as('first').get(path);
    expect(text.length).toBeLessThan(1000);
  });

  it('while %40 is as good as @', async () => {
    const encoded = await client.as('first').get(`/groups/${jid.replace('@', '%40')}`);
    expect(encoded.body.group.jid).toBe(jid);
  });
});

describe('an unknown path is 404', () => {
  it.each([
    '/group',
    '/groups/',
    '//groups',
    '/groups//leave',
    '/groups/a/b/c',
    '/GROUPS',
    '/groups%2Fjoin',
    '/__proto__',
    '/constructor',
    '/groups/{jid}/__proto__',
    '/groups/{jid}/toString',
  ])('%s', (path) => mustRefuse(get(path), UNKNOWN));
});

describe('another method is 405, and Allow names those that there are', () => {
  it.each([
    ['GET', '/groups/join', 'POST'],
    ['DELETE', '/groups', 'GET, POST'],
    ['OPTIONS', '/groups', 'GET, POST'],
    ['PUT', '/groups/{jid}', 'GET, PATCH'],
    ['GET', '/groups/{jid}/participants', 'DELETE, POST'],
    ['POST', '/groups/{jid}/leave', 'DELETE'],
    ['PATCH', '/communities', 'POST'],
    ['POST', '/status', 'GET'],
  ])('%s %s', async (method, path, allow) => {
    await mustRefuse({ method, path }, WRONG_METHOD);
    const { headers } = await client.send({ method, path: path.replace('{jid}', jid) });
    expect(headers.allow).toBe(allow);
  });
});

describe('no token that is good is 401', () => {
  const good = '11111111-1111-4111-8111-111111111111';

  it.each([
    ['spaces', '   ', 'missing-token'],
    ['__proto__', 'Bearer __proto__', 'malformed-token'],
    ['a UUID of another version', `Bearer ${good.replace('-4', '-1')}`, 'malformed-token'],
    ['two tokens', `Bearer ${good} ${good}`, 'malformed-token'],
    ['nobody has it', 'Bearer 33333333-3333-4333-8333-333333333333', 'unknown-token'],
  ])('%s', async (_, Authorization, rule) => {
    const verdict: Verdict = { status: 401, code: 'UNAUTHORIZED', rule };
    await mustRefuse(get('/groups', { Authorization }), verdict);
    // It changes nothing either, whatever it asks for.
    await mustRefuse({ path: '/groups/{jid}/invite/reset', headers: { Authorization } }, verdict);
  });

  it.each(['token', 'access_token', 'Authorization', 'authorization'])('?%s= is ignored', async (name) => {
    const verdict: Verdict = { status: 401, code: 'UNAUTHORIZED', rule: 'missing-token' };
    await mustRefuse(get(`/groups?${name}=${good}`, { Authorization: '' }), verdict);
    const other = await client.as('second').get(`/status?${name}=${good}`);
    expect(other.body.data.phone_number).toBe('5511888888888');
  });
});
