/** What no case compares: the text of each issue of a body that does not fit. */
import { describe, expect, it } from 'vitest';
import { createClient, TOKENS } from '../client.ts';

const client = await createClient({ seed: 1 });
const { jid } = await client.as('first').createGroup();

const PHONE = '5511777777777';
const PARTICIPANT = 'must be a phone number of 10 to 15 digits, a user JID or a LID';
const GROUP = 'must be a group JID of 15 to 25 digits and @g.us';

/** A call, its body, and what is told of it: the field, the constraint and the value. */
const CASES: [call: string, body: object, ...told: string[]][] = [
  ['POST /groups', {}, 'name is required: null', 'participants is required: null'],
  [
    'POST /groups',
    { name: 7, participants: PHONE, options: true },
    'name must be a string: 7',
    `participants must be an array: "${PHONE}"`,
    'options must be an object: true',
  ],
  ['POST /groups', [1], 'body must be an object: [1]'],
  [
    'POST /groups',
    { name: 'Friends', participants: [PHONE, null, 'nobody', '123'] },
    'participants[1] must be a string: null',
    `participants[2] ${PARTICIPANT}: "nobody"`,
    `participants[3] ${PARTICIPANT}: "123"`,
  ],
  [
    'POST /groups',
    { name: 'Friends', participants: [PHONE], options: { parent_jid: 'x', locked: 'yes', community: null } },
    'options.locked must be a boolean: "yes"',
    'options.community must be a boolean: null',
    `options.parent_jid ${GROUP}: "x"`,
  ],
  [
    'POST /groups',
    { name: '', participants: [] },
    'name must have at least 1 character: ""',
    'name must be more than spaces: ""',
    'participants must have at least 1 entry: []',
  ],
  [
    'POST /groups/{jid}/participants',
    { participants: [PHONE], action: 'explode' },
    'action must be one of add, remove, promote, demote: "explode"',
  ],
  [
    'PUT /groups/{jid}/ephemeral',
    { duration_seconds: '604800' },
    'duration_seconds must be an integer: "604800"',
    'duration_seconds must be one of 0, 86400, 604800, 7776000: "604800"',
  ],
  [
    'POST /groups/join',
    { code: 'aB3dE5fG7hJ9kL1m' },
    'body must have link, or code with group_jid and inviter_jid, or invite_code with group_jid and inviter_jid: {"code":"aB3dE5fG7hJ9kL1m"}',
  ],
  [
    'PATCH /groups/{jid}',
    { topic: 'a', description: 'b' },
    'description must be the same text as topic, or absent: "b"',
  ],
  [
    'PATCH /groups/{jid}',
    { nmae: 'A' },
    'body must have name, or topic, or description, or announcement, or locked, or join_approval, or member_add_mode: {"nmae":"A"}',
  ],
  [
    'POST /groups/nobody/picture',
    { image_base64: 'data:,' },
    `jid ${GROUP}: "nobody"`,
    'image_base64 must be a JPEG in base64, without a data: prefix: "data:,"',
  ],
  ['DELETE /communities/5/groups', { group_jid: 5 }, `jid ${GROUP}: "5"`, 'group_jid must be a string: 5'],
  [
    'POST /webhook',
    { webhook_url: 'http://example.com', enabled_events: ['group.info'] },
    'webhook_url must be an https URL, or an http URL of a loopback host: "http://example.com"',
  ],
  [
    'POST /webhook',
    {
      webhook_url: 'ftp://example.com',
      enabled_events: ['group.info', 'Group Info'],
      retry_attempts: 11,
      timeout: 1.5,
      headers: { 'X-Count': 1 },
    },
    'webhook_url must be an https URL, or an http URL of a loopback host: "ftp://example.com"',
    'enabled_events[1] must be the name of an event such as group.info: "Group Info"',
    'retry_attempts must be at most 10: 11',
    'timeout must be an integer: 1.5',
    'headers.X-Count must be a string: 1',
  ],
];

describe('validation names the field, the constraint and the value', () => {
  it.each(CASES)('%s %j', async (call, sent, ...wanted) => {
    const [method = '', path = ''] = call.replace('{jid}', jid).split(' ');
    const headers = { Authorization: `Bearer ${TOKENS.first}` };
    const { text, body: answer } = await client.send({ method, path, headers, body: sent });
    expect(JSON.parse(text).error_code).toBe('VALIDATION_ERROR');
    const issues = answer.validation ?? [];
    const told = issues.map(({ field, message, value }) => `${field} ${message}: ${JSON.stringify(value)}`);
    // The order of the issues is no promise.
    expect(told.sort()).toEqual(wanted.sort());
  });
});

describe('a large value is described, not repeated', () => {
  it.each<[string, object, unknown]>([
    ['a long text', { name: 'x'.repeat(101) }, `${'x'.repeat(100)}… (101 characters)`],
    ['a long array', { name: Array(11).fill(1) }, '(11 entries)'],
    ['a large object', { name: { ...Array(11).fill(0) } }, '(11 properties)'],
    ['a deep value', { name: [[['deep']]] }, [['(1 entry)']]],
    ['100 000 participants', { participants: Array(100_000).fill(PHONE) }, '(100000 entries)'],
  ])('%s', async (_, change, value) => {
    const good = { name: 'Friends', participants: [PHONE] };
    const { body } = await client.as('first').post('/groups', { ...good, ...change });
    expect(body.validation?.map((issue) => issue.value)).toEqual([value]);
  });

  it('and a hundred issues are enough', async () => {
    const { body } = await client
      .as('first')
      .post('/groups', { name: 'Friends', participants: Array(1000).fill('x') });
    expect(body.validation).toHaveLength(100);
  });
});
