/** What no case sends: faults that cannot be, and the text of each refusal. */
import { describe, expect, it } from 'vitest';
import { createPlane, expectRefused, type Json } from './plane.ts';

const plane = await createPlane({ seed: 1 });
const PATH = '/worlds/default/faults';

/** What is said about which field of which body. */
const REFUSED: readonly [field: string, message: string | RegExp, body: object][] = [
  ['body', /says nothing that happens: give status, /, { operation: 'listGroups' }],
  ['operation', /listGroups/, { operation: 'listGroup', status: 500 }],
  ['operation', /must be all/, { operation: 'toString', status: 500 }],
  ['status', 'must be at least 200', { status: 199 }],
  ['status', 'must be at most 599', { status: 600 }],
  ['status', 'must be an integer', { status: '503' }],
  ['phone', 'must be a phone number of 10 to 15 digits', { phone: 'Ana', status: 500 }],
  ['times', 'must be at least 1', { times: 0, status: 500 }],
  ['times', 'must be an integer or null', { times: 1.5, status: 500 }],
  ['after', 'must be at least 0', { after: -1, status: 500 }],
  ['probability', 'must be > 0', { probability: 0, status: 500 }],
  ['probability', 'must be at most 1', { probability: 1.1, status: 500 }],
  ['per_window.seconds', 'is required', { per_window: { calls: 1 } }],
  ['per_window.seconds', 'must be at least 1', { per_window: { calls: 1, seconds: 0 } }],
  ['error_code', /upper case/, { status: 500, error_code: 'oops' }],
  ['body', /without status or per_window/, { delay_ms: 1, error_code: 'OOPS' }],
  ['body', /message or headers without/, { drop: 'before', message: 'No' }],
  ['body', /headers without/, { truncate: true, headers: { a: 'b' } }],
  ['body', /error_code or message for a status below 400/, { status: 200, error_code: 'OOPS' }],
  ['body', /below 400/, { status: 204, message: 'No' }],
  ['headers', /a name that HTTP allows/, { status: 500, headers: { 'a b': 'c' } }],
  ['headers.a', /control/, { status: 500, headers: { a: 'b\r\nc: d' } }],
  ['headers', /cannot have/, { status: 500, headers: { 'Content-Length': '1' } }],
  ['headers', /cannot have/, { status: 500, headers: { 'x-mock-rule': 'a' } }],
  ['delay_ms', /must be/, { delay_ms: 120_001 }],
  ['delay_ms', /must be/, { delay_ms: [2] }],
  ['drop', 'must be one of before, after', { drop: 'now' }],
  ['body', /drop beside status/, { drop: 'after', status: 500 }],
  ['body', /drop beside status or per_window/, { drop: 'before', per_window: { calls: 1, seconds: 1 } }],
  ['body', /drop beside truncate/, { drop: 'after', truncate: true }],
  ['body', /has no body/, { status: 204, truncate: true }],
  ['truncate', 'must be true', { truncate: false }],
  ['rows', 'must have at least 1 entry', { rows: [] }],
  ['rows[0].code', /401/, { rows: [{ participant: '5511777777777', code: 418 }] }],
  ['rows[0].participant', /phone number/, { rows: [{ participant: 'Ana', code: 403 }] }],
  [
    'body',
    /they are for all or one of createGroup, /,
    { operation: 'listGroups', rows: [{ participant: '5511777777777', code: 403 }] },
  ],
  ['body', /rows beside status/, { status: 500, rows: [{ participant: '5511777777777', code: 403 }] }],
  ['body', /both choose/, { probability: 0.5, per_window: { calls: 1, seconds: 1 } }],
  ['body', /delivery beside/, { delivery: 'drop', status: 500 }],
  ['body', /delivery beside/, { delivery: 'drop', operation: 'listGroups' }],
  ['delivery', /must be/, { delivery: 'sing' }],
  ['delivery', /must be|is required/, { delivery: {} }],
  ['body', 'cannot have event without delivery', { event: 'group.info', status: 500 }],
  ['event', /group\.info/, { event: 'group.sung', delivery: 'drop' }],
  ['body', /has no property "time" \(did you mean "times"\?\); there is operation/, { status: 500, time: 1 }],
  ['body', 'must NOT have fewer than 1 properties', {}],
];

describe('a fault that is none', () => {
  it.each(REFUSED)('is refused: %s %s', async (field, message, body) => {
    const answer = await plane.control('POST', PATH, body);
    expectRefused(answer, 400, 'does-not-fit-the-document');
    const messages = answer.body.validation
      .filter((one: Json) => one.field.startsWith(field))
      .map((one: Json) => one.message);
    expect(messages, JSON.stringify(answer.body.validation)).toContainEqual(
      typeof message === 'string' ? message : expect.stringMatching(message),
    );
    expect((await plane.control('GET', PATH)).body.faults).toEqual([]);
  });

  it.each([
    [
      'headers',
      /at most 8192 characters together/,
      { status: 500, headers: { a: 'x'.repeat(4096), b: 'x'.repeat(4096) } },
    ],
    ['rows[0].participant', /a LID that nobody here has/, { rows: [{ participant: '1@lid', code: 403 }] }],
  ])('is refused though its schema allows it: %s', async (field, message, body) => {
    const answer = await plane.control('POST', PATH, body);
    expectRefused(answer, 422, 'fault-cannot-strike');
    expect(answer.body.validation[0].field).toBe(field);
    expect(answer.body.error).toMatch(message);
    expect((await plane.control('GET', PATH)).body.faults).toEqual([]);
  });
});

it('a fault that delays takes its two bounds in any order', async () => {
  const own = await createPlane({ seed: 1 });
  expect((await own.control('POST', PATH, { delay_ms: [2, 1] })).status).toBe(201);
  expect((await own.as('first').get('/groups')).status).toBe(200);
});

describe('the id of a fault', () => {
  it('has a form', async () => {
    const answer = await plane.control('GET', `${PATH}/first`);
    expectRefused(answer, 400, 'does-not-fit-the-document');
    expect(answer.body.validation).toEqual([
      { field: 'fault', message: 'must be the id of a fault', value: 'first' },
    ]);
  });

  it('is that of a fault of this world', async () => {
    const answer = await plane.control('GET', `${PATH}/fault-1`);
    expectRefused(answer, 404, 'no-such-fault');
    expect(answer.body.error).toBe('There is no fault "fault-1" in this world; there is none.');
  });

  it('can be asked for only as left over or not', async () => {
    expectRefused(await plane.control('GET', `${PATH}?unfired=maybe`), 400, 'does-not-fit-the-document');
  });
});
