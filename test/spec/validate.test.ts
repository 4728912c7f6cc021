import { describe, expect, it } from 'vitest';
import { loadControlDocument } from '../../spec/document.ts';
import { createValidator } from '../../spec/validate.ts';
import { operation, wuts } from './wuts.ts';

const validator = createValidator(wuts);

const GROUP = {
  jid: '120363039000000000@g.us',
  name: 'WUTS Launch',
  owner: '5511999999999@s.whatsapp.net',
  created_at: '2026-06-15T12:00:00Z',
  is_announce: false,
  is_locked: false,
  join_approval: false,
  members_count: 1,
};

const ERROR = { success: false, error: 'no', error_code: 'FORBIDDEN', timestamp: '2026-06-15T12:00:00Z' };

describe('a body that fits', () => {
  it.each([
    ['createGroup', { name: 'A', participants: ['5511999999999'] }],
    ['createGroup', { name: 'A', participants: ['+55 (11) 99999-9999', 'abcd@lid'], options: {} }],
    ['createGroup', { name: 'A', participants: ['5511999999999'], unknown: { anything: true } }],
    ['createCommunity', { name: 'A' }],
    ['createCommunity', { name: 'A', participants: [] }],
    ['joinGroup', { link: 'AbCdEfGhIjKlMnOpQrStUv' }],
    ['joinGroup', { invite_code: 'x', group_jid: '5511999999999-1400000000@g.us', inviter_jid: 'abcd@lid' }],
    ['updateGroup', { topic: '' }],
    ['setGroupEphemeral', { duration_seconds: 0 }],
    ['listGroups', 'whatever, since it takes none'],
  ])('is accepted by %s: %j', (id, body) => {
    expect(validator.body(operation(id), body)).toEqual([]);
  });
});

describe('an enormous body', () => {
  it.each([
    ['4 million bad participants', 'createGroup', { name: 'A', participants: Array(4e6).fill('x') }],
    ['4 million numbers', 'addGroupParticipants', { participants: Array(4e6).fill(1) }],
    ['4 million entries', 'createGroup', Array(4e6).fill(1)],
    ['a picture of 8 million wrong characters', 'setGroupPicture', { image_base64: '!'.repeat(8e6) }],
    [
      'arrays in arrays',
      'createGroup',
      { name: nested(1e5), participants: nested(1e5), options: nested(1e5) },
    ],
  ])('is explained quickly and briefly: %s', (_, id, body) => {
    const start = performance.now();
    const issues = validator.body(operation(id), body);
    expect(performance.now() - start).toBeLessThan(2000);
    expect(issues.length).toBeGreaterThan(0);
    expect(issues.length).toBeLessThanOrEqual(100);
    expect(JSON.stringify(issues).length).toBeLessThan(20_000);
  });

  it('a hundred thousand properties that nobody knows are told by the first', () => {
    const control = loadControlDocument();
    const operation = control.operations.find(({ id }) => id === 'createAccount');
    if (operation === undefined) throw new Error('There is no createAccount.');
    const body = Object.fromEntries(Array.from({ length: 100_000 }, (_, n) => [`unknown${n}`, 0]));
    expect(createValidator(control).body(operation, body)).toHaveLength(1);
  });

  it('is told to be too long first', () => {
    const body = { participants: Array(4e6).fill('5511999999999') };
    expect(validator.body(operation('addGroupParticipants'), body)).toEqual([
      { field: 'participants', message: 'must have at most 1024 entries', value: '(4000000 entries)' },
    ]);
  });
});

describe('parameters', () => {
  it('fit, or are named', () => {
    const read = (jid?: string) => validator.parameters(operation('getGroup').parameters, () => jid);
    expect(read(GROUP.jid)).toEqual({ issues: [], values: { jid: GROUP.jid } });
    const message = 'must be a group JID of 15 to 25 digits and @g.us';
    expect(read('join').issues).toEqual([{ field: 'jid', message, value: 'join' }]);
    expect(read().issues).toEqual([{ field: 'jid', message: 'is required', value: null }]);
  });
});

describe('a reply', () => {
  it.each([
    ['updateGroup', 200, { success: true, group: GROUP }],
    ['updateGroup', 200, { success: true, group: { ...GROUP, parent_jid: null, undocumented: 1 } }],
    ['createCommunity', 201, { success: true, community: {} }],
    ['updateGroup', 403, ERROR],
    ['updateGroup', 401, { success: false, error: 'Invalid token' }],
  ])('fits %s %i: %j', (id, status, body) => {
    expect(validator.reply(operation(id), status, body)).toEqual([]);
  });

  it.each([
    ['updateGroup', 200, { success: false, group: GROUP }, 'success', 'must be true', false],
    [
      'updateGroup',
      200,
      { success: true, group: { ...GROUP, parent_jid: 5 } },
      'group.parent_jid',
      'must be GroupJid or null',
      5,
    ],
    [
      'updateGroup',
      200,
      { success: true, group: { ...GROUP, members_count: -1 } },
      'group.members_count',
      'must be at least 0',
      -1,
    ],
    [
      'createGroup',
      201,
      { success: true, group: { ...GROUP, participants: [{ jid: 'x' }] } },
      'group.participants[0].phone_number',
      'is required',
      null,
    ],
    ['updateGroup', 403, { ...ERROR, error_code: 'GONE' }, 'error_code', 'must be "FORBIDDEN"', 'GONE'],
    ['updateGroup', 403, { ...ERROR, timestamp: 'now' }, 'timestamp', 'must be a date-time', 'now'],
    ['getStatus', 418, {}, 'status', 'must be one of 200, 401, 429, 500', 418],
  ])('does not fit %s %i: %j', (id, status, body, field, message, value) => {
    expect(validator.reply(operation(id), status, body)).toContainEqual(
      expect.objectContaining({ field, message, value }),
    );
  });

  it('names the codes there are, in one issue', () => {
    const issues = validator.reply(operation('updateGroup'), 403, { ...ERROR, error_code: 'NOPE' });
    expect(issues).toHaveLength(2);
    expect(issues[0]?.message).toMatch(
      /^must be one of VALIDATION_ERROR, DEVICE_NOT_READY, .*INTERNAL_ERROR$/,
    );
  });

  it('says how the schema that does not fit is known', () => {
    const issues = validator.reply(operation('updateGroup'), 403, { ...ERROR, error_code: 'GONE', error: 1 });
    expect(issues.map(({ field, provenance }) => [field, provenance])).toEqual([
      ['error', 'documented'],
      ['error_code', 'assumed'],
    ]);
  });

  it('for no operation is an error, and a refused token one without code and time', () => {
    expect(validator.reply(undefined, 401, { success: false, error: 'Invalid token' })).toEqual([]);
    expect(validator.reply(undefined, 404, { ...ERROR, error_code: 'NOT_FOUND' })).toEqual([]);
    const issues = validator.reply(undefined, 404, { success: true });
    expect(issues.map(({ field }) => field)).toEqual(['error', 'error_code', 'timestamp', 'success']);
  });

  it('is checked to its end, however long', () => {
    const groups: unknown[] = Array(3000).fill(GROUP);
    groups[2500] = { ...GROUP, name: 5 };
    expect(validator.reply(operation('listGroups'), 200, { success: true, groups })).toEqual([
      { field: 'groups[2500].name', message: 'must be a string', value: 5, provenance: 'documented' },
    ]);
  });
});

function nested(depth: number): unknown {
  let value: unknown = 'x';
  for (let level = 0; level < depth; level++) value = [value];
  return value;
}
