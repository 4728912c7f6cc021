/** What no case compares: the text of each issue of a body that does not fit. */
import { describe, expect, it } from 'vitest';
import { createClient } from '../client.ts';

const client = await createClient({ seed: 1 });
const { jid } = await client.as('first').createGroup();

const PHONE = '5511777777777';
const PARTICIPANT = 'must be a phone number of 10 to 15 digits, a user JID or a LID';
const GROUP = 'must be a group JID of 15 to 25 digits and @g.us';
const PICTURE = 'must be a JPEG in base64, without a data: prefix';

type Row = [field: string, message: string, value: unknown];
type Case = [title: string, method: string, path: string, body: object, rows: Row[]];

const CASES: Case[] = [
  [
    'what is missing',
    'POST',
    '/groups',
    {},
    [
      ['name', 'is required', null],
      ['participants', 'is required', null],
    ],
  ],
  [
    'what is of another type',
    'POST',
    '/groups',
    { name: 7, participants: PHONE, options: true },
    [
      ['name', 'must be a string', 7],
      ['participants', 'must be an array', PHONE],
      ['options', 'must be an object', true],
    ],
  ],
  ['a body of another type', 'POST', '/groups', [1], [['body', 'must be an object', [1]]]],
  [
    'entries by their index',
    'POST',
    '/groups',
    { name: 'Friends', participants: [PHONE, null, 'nobody', '123'] },
    [
      ['participants[1]', 'must be a string', null],
      ['participants[2]', PARTICIPANT, 'nobody'],
      ['participants[3]', PARTICIPANT, '123'],
    ],
  ],
  [
    'properties of properties',
    'POST',
    '/groups',
    { name: 'Friends', participants: [PHONE], options: { parent_jid: 'x', locked: 'yes', community: null } },
    [
      ['options.locked', 'must be a boolean', 'yes'],
      ['options.community', 'must be a boolean', null],
      ['options.parent_jid', GROUP, 'x'],
    ],
  ],
  [
    'lengths',
    'POST',
    '/groups',
    { name: '', participants: [] },
    [
      ['name', 'must have at least 1 character', ''],
      ['name', 'must be more than spaces', ''],
      ['participants', 'must have at least 1 entry', []],
    ],
  ],
  [
    'a choice of values',
    'POST',
    '/groups/{jid}/participants',
    { participants: [PHONE], action: 'explode' },
    [['action', 'must be one of add, remove, promote, demote', 'explode']],
  ],
  [
    'a choice of numbers, which are never read from text',
    'PUT',
    '/groups/{jid}/ephemeral',
    { duration_seconds: '604800' },
    [
      ['duration_seconds', 'must be an integer', '604800'],
      ['duration_seconds', 'must be one of 0, 86400, 604800, 7776000', '604800'],
    ],
  ],
  [
    'a choice of properties',
    'POST',
    '/groups/join',
    { code: 'aB3dE5fG7hJ9kL1m' },
    [
      [
        'body',
        'must have link, or code with group_jid and inviter_jid, or invite_code with group_jid and inviter_jid',
        { code: 'aB3dE5fG7hJ9kL1m' },
      ],
    ],
  ],
  [
    'fields that contradict each other',
    'PATCH',
    '/groups/{jid}',
    { topic: 'a', description: 'b' },
    [['description', 'must be the same text as topic, or absent', 'b']],
  ],
  [
    'the path and the body together',
    'POST',
    '/groups/nobody/picture',
    { image_base64: 'data:,' },
    [
      ['jid', GROUP, 'nobody'],
      ['image_base64', PICTURE, 'data:,'],
    ],
  ],
  [
    'the path and the body of a community',
    'DELETE',
    '/communities/5/groups',
    { group_jid: 5 },
    [
      ['jid', GROUP, '5'],
      ['group_jid', 'must be a string', 5],
    ],
  ],
  [
    'a webhook',
    'POST',
    '/webhook',
    {
      webhook_url: 'http://example.com',
      enabled_events: ['group.info', 'Group Info'],
      retry_attempts: 11,
      timeout: 1.5,
      headers: { 'X-Count': 1 },
    },
    [
      ['webhook_url', 'must be an https URL, or an http URL of a loopback host', 'http://example.com'],
      ['enabled_events[1]', 'must be the name of an event such as group.info', 'Group Info'],
      ['retry_attempts', 'must be at most 10', 11],
      ['timeout', 'must be an integer', 1.5],
      ['headers.X-Count', 'must be a string', 1],
    ],
  ],
];

describe('validation names the field, the constraint and the value', () => {
  it.each(CASES)('%s', async (_, method, path, body, rows) => {
    const headers = { Authorization: 'Bearer 11111111-1111-4111-8111-111111111111' };
    const { text, body: answer } = await client.send({
      method,
      path: path.replace('{jid}', jid),
      headers,
      body,
    });
    expect(JSON.parse(text).error_code).toBe('VALIDATION_ERROR');
    const wanted = rows.map(([field, message, value]) => ({ field, message, value }));
    expect(byField(answer.validation)).toEqual(byField(wanted));
  });
});

describe('a large value is described, not repeated', () => {
  it.each<[string, object, unknown]>([
    ['a long text', { name: 'x'.repeat(101) }, `${'x'.repeat(100)}… (101 characters)`],
    ['a long array', { name: Array(11).fill(1) }, '(11 entries)'],
    [
      'a large object',
      {
        name: Object.fromEntries(
          Array(11)
            .fill(0)
            .map((_, i) => [i, i]),
        ),
      },
      '(11 properties)',
    ],
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

it('validation is there for single fields only', async () => {
  const refused = await client.as('first').get('/groups/120363000000000000@g.us');
  expect(refused.body).not.toHaveProperty('validation');
});

/** The order of the issues is no promise. */
function byField<T extends { field: string; message: string }>(issues: readonly T[] = []): T[] {
  return [...issues].sort((a, b) => (a.field + a.message < b.field + b.message ? -1 : 1));
}
