/** What no case sends: bodies by their bytes and headers, and input that is enormous or named as what objects have. */
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { createClient, type Message, TOKENS } from '../client.ts';
import { createVictim, type Verdict } from '../victim.ts';

const MIB = 1024 * 1024;
const JSON_TYPE = { 'Content-Type': 'application/json' };
const GOOD = { name: 'Friends', participants: ['5511777777777'] };
const GOOD_TEXT = JSON.stringify(GOOD);

const INVALID: Verdict = { status: 400, code: 'VALIDATION_ERROR', rule: 'does-not-fit-the-document' };
const MALFORMED: Verdict = { status: 400, code: 'VALIDATION_ERROR', rule: 'malformed-json' };
const TOO_DEEP: Verdict = { status: 400, code: 'VALIDATION_ERROR', rule: 'nested-too-deep' };
const TOO_LARGE: Verdict = { status: 413, code: 'PAYLOAD_TOO_LARGE', rule: 'body-too-large' };
const WRONG_TYPE: Verdict = { status: 415, code: 'UNSUPPORTED_MEDIA_TYPE', rule: 'not-json-by-type' };
const WRONG_ENCODING: Verdict = { status: 415, code: 'UNSUPPORTED_MEDIA_TYPE', rule: 'body-encoding' };

const { mustRefuse } = await createVictim();

function bytes(body: string | Uint8Array, headers: Record<string, string> = {}): Message {
  return { body: Buffer.from(body), headers: { ...JSON_TYPE, ...headers } };
}

describe('a body that is no JSON object', () => {
  it.each<[string, Message, Verdict]>([
    ['cut-off JSON', bytes('{"name":'), MALFORMED],
    ['a comma too many', bytes('{"name":"Friends",}'), MALFORMED],
    ['two values', bytes('{}{}'), MALFORMED],
    ['only spaces', bytes('   '), MALFORMED],
    ['single quotes', bytes("{'name':'Friends'}"), MALFORMED],
    ['not UTF-8', bytes(new Uint8Array([0x22, 0xff, 0x22])), MALFORMED],
    ['UTF-16', bytes(Buffer.from(GOOD_TEXT, 'utf16le')), MALFORMED],
    ['no body', {}, INVALID],
    ['an empty body', bytes(''), INVALID],
    ['an array', bytes('[1]'), INVALID],
    ['null', bytes('null'), INVALID],
    ['a string', bytes('"Friends"'), INVALID],
    ['a number', bytes('7'), INVALID],
    ['an array a million levels deep', bytes('['.repeat(MIB) + ']'.repeat(MIB)), TOO_DEEP],
    ['a name a million levels deep', bytes(`{"name":${'['.repeat(MIB)}${']'.repeat(MIB)}}`), TOO_DEEP],
  ])('%s', (_, message, verdict) => mustRefuse(message, verdict));
});

describe('a body over 8 MiB', () => {
  it.each<[string, Message, Verdict]>([
    ['8 MiB are read', bytes(JSON.stringify({ name: 'x'.repeat(8 * MIB - 11) })), INVALID],
    ['one byte more is not', bytes(JSON.stringify({ name: 'x'.repeat(8 * MIB - 10) })), TOO_LARGE],
    ['nor when it is no JSON', bytes(Buffer.alloc(9 * MIB)), TOO_LARGE],
    ['nor in gzip', bytes(gzipSync(Buffer.alloc(9 * MIB, ' ')), { 'Content-Encoding': 'gzip' }), TOO_LARGE],
  ])('%s', (_, message, verdict) => mustRefuse(message, verdict));
});

describe('a body that is not JSON by its headers', () => {
  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/jsonp',
    'application/json; charset=latin1',
    'json',
    ',;=',
    '__proto__',
  ])('%s', (type) => mustRefuse(bytes(GOOD_TEXT, { 'Content-Type': type }), WRONG_TYPE));

  it('no Content-Type', () => mustRefuse({ body: Buffer.from(GOOD_TEXT) }, WRONG_TYPE));

  it.each(['gzip', 'br', 'deflate', 'rot13'])('Content-Encoding %s', (encoding) =>
    mustRefuse(bytes(GOOD_TEXT, { 'Content-Encoding': encoding }), WRONG_ENCODING),
  );
});

describe('fields that are enormous or named as what objects have', () => {
  const many = Array.from({ length: 100_000 }, (_, index) => String(5_511_000_000_000 + index));
  const participants = '/groups/{jid}/participants';

  it.each<[string, object, Message?]>([
    ['__proto__ as participant', { ...GOOD, participants: ['__proto__'] }],
    ['constructor as participant', { ...GOOD, participants: ['constructor'] }],
    ['100 000 participants of a new group', { ...GOOD, participants: many }],
    ['100 000 bad participants', { ...GOOD, participants: many.map(() => 'x') }],
    ['100 000 participants of a community', { ...GOOD, participants: many }, { path: '/communities' }],
    ['100 000 to add', { participants: many }, { path: participants }],
    ['100 000 to remove', { participants: many }, { method: 'DELETE', path: participants }],
    ['constructor as action', { ...GOOD, action: 'constructor' }, { path: participants }],
    [
      'an event name of 7 MiB',
      { webhook_url: 'https://a.io', enabled_events: ['a.'.repeat(3.5 * MIB)] },
      { path: '/webhook' },
    ],
    ['a bad child group', { group_jid: 'constructor' }, { path: '/communities/{jid}/groups' }],
  ])('%s', (_, body, message) => mustRefuse({ ...message, body }, INVALID));

  it('the required fields in __proto__', () => mustRefuse(bytes(`{"__proto__":${GOOD_TEXT}}`), INVALID));
});

describe('input that only looks bad', () => {
  const headers = { ...JSON_TYPE, Authorization: `Bearer ${TOKENS.first}` };

  it.each(['application/json; charset=utf-8', 'APPLICATION/JSON', 'application/vnd.wuts+json'])(
    'is accepted as %s',
    async (type) => {
      const { send } = await createClient();
      const answer = await send({
        ...bytes(GOOD_TEXT, { ...headers, 'Content-Type': type }),
        method: 'POST',
      });
      expect(answer.status).toBe(201);
    },
  );

  it('is accepted in gzip', async () => {
    const { send } = await createClient();
    const message = bytes(gzipSync(GOOD_TEXT), { ...headers, 'Content-Encoding': 'gzip' });
    expect((await send({ ...message, method: 'POST' })).body.group.name).toBe('Friends');
  });

  it.each(['__proto__', 'constructor', 'toString', '<script>', "'; --", '🦜'.repeat(100)])(
    'may be a name: %s',
    async (name) => {
      const { as } = await createClient();
      const { jid } = await as('first').createGroup({ name });
      expect((await as('first').get(`/groups/${jid}`)).body.group.name).toBe(name);
    },
  );

  it('has no say over the mock by way of __proto__ and constructor', async () => {
    const { send, as } = await createClient();
    const evil = '"__proto__":{"polluted":1,"locked":true},"constructor":{"prototype":{"polluted":1}}';
    const message = bytes(`${GOOD_TEXT.slice(0, -1)},"options":{${evil}},${evil}}`, headers);
    const made = await send({ ...message, method: 'POST' });
    expect(made.body.group.is_locked).toBe(false);
    expect({}).not.toHaveProperty('polluted');

    const kept = '{"__proto__":"a","constructor":"b"}';
    const webhook = { webhook_url: 'https://example.com', enabled_events: ['group.info'] };
    const set = await as('first').post('/webhook', { ...webhook, headers: JSON.parse(kept) });
    expect(set.text).toContain(`"headers":${kept}`);
  });
});
