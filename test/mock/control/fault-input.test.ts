/** What no case sends: faults that cannot be, and the text of each refusal. */
import { describe, expect, it } from 'vitest';
import { createPlane, expectRefused, type Json } from './plane.ts';

const plane = await createPlane({ seed: 1 });
const PATH = '/worlds/default/faults';

/** What is said about which field of which body. */
const REFUSED: readonly [field: string, message: string | RegExp, body: object][] = [
  ['body', /says nothing that happens: give preset, status, body, /, { operation: 'listGroups' }],
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
  ['body', /message without/, { drop: 'before', message: 'No' }],
  ['body', /headers without/, { truncate: true, headers: { a: 'b' } }],
  ['body', /error_code or message for a status below 400/, { status: 200, error_code: 'OOPS' }],
  ['body', /below 400/, { status: 204, message: 'No' }],
  ['headers', /a name that HTTP allows/, { status: 500, headers: { 'a b': 'c' } }],
  ['headers.a', 'must be printable ASCII', { status: 500, headers: { a: 'b\r\nc: d' } }],
  ['headers.a', 'must be printable ASCII', { status: 500, headers: { a: 'é' } }],
  ['headers', /cannot have/, { status: 500, headers: { 'Content-Length': '1' } }],
  ['headers', /cannot have/, { status: 500, headers: { 'x-mock-rule': 'a' } }],
  ['delay_ms', /must be/, { delay_ms: 120_001 }],
  ['delay_ms', /must be/, { delay_ms: [2] }],
  ['drop', 'must be one of before, after', { drop: 'now' }],
  ['body', /drop beside status/, { drop: 'after', status: 500 }],
  ['body', /drop beside truncate/, { drop: 'after', truncate: true }],
  ['body', /has no body/, { status: 204, truncate: true }],
  ['truncate', 'must be true', { truncate: false }],
  ['rows', 'must have at least 1 entry', { rows: [] }],
  ['rows[0].code', 'must be an integer', { rows: [{ participant: '5511777777777', code: 4.5 }] }],
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
  ['delivery', 'must be one of duplicate, duplicate-with-new-id, reorder, drop', { delivery: 'sing' }],
  ['delivery.delay_seconds', 'is required', { delivery: {} }],
  ['body', /delivery beside/, { delivery: 'drop', action: 'add' }],
  ['body', /delivery beside/, { delivery: 'drop', carried_out: false }],
  ['body', /delivery beside/, { delivery: 'drop', entries: 0 }],
  ['action', 'must be one of add, remove, promote, demote', { action: 'kick', status: 500 }],
  ['body', /action for this operation/, { operation: 'listGroups', action: 'add', status: 500 }],
  ['group', 'must be the JID of a group', { group: '5511999999999', status: 500 }],
  ['participant', /phone number/, { participant: 'Ana', status: 500 }],
  ['from', /must be a time such as/, { from: 'now', status: 500 }],
  ['until', /must be a time such as/, { until: '2026-02-30T00:00:00Z', status: 500 }],
  ['body', 'cannot have body beside body_base64: an answer has one body', { body: {}, body_base64: 'AA==' }],
  ['body_base64', 'must be base64', { body_base64: 'A-' }],
  ['body', /a body, truncate or bytes_over_ms for a status of 204/, { status: 204, body: 'x' }],
  ['body', /has no body/, { status: 304, body_base64: 'AA==' }],
  ['body', /has no body/, { status: 205, bytes_over_ms: 5 }],
  ['body', /message beside a body: it is answered as it is/, { status: 500, body: 1, error_code: 'A' }],
  ['body', /message beside a body/, { status: 500, body_base64: '', message: 'A' }],
  ['body', /message without status or per_window/, { body: {}, message: 'A' }],
  ['body', /carried_out true without a status or a body: that is/, { carried_out: true }],
  ['body', /carried_out true without/, { carried_out: true, delay_ms: 5 }],
  ['body', /operation that only tells something/, { operation: 'getGroup', carried_out: false }],
  ['body', /drop beside carried_out: it says itself/, { drop: 'after', carried_out: false }],
  ['body', /a dropped connection has no answer/, { drop: 'after', body: {} }],
  ['body', /a dropped connection has no answer/, { drop: 'after', entries: 0 }],
  ['body', /a dropped connection has no answer/, { drop: 'before', bytes_over_ms: 5 }],
  ['body', 'cannot have close without drop or truncate', { status: 500, close: 'rst' }],
  ['close', 'must be one of fin, rst', { drop: 'before', close: 'reset' }],
  ['body', /entries beside status or a body/, { status: 200, entries: 0 }],
  ['body', /entries beside status or a body/, { body: {}, entries: 0, carried_out: true }],
  ['body', /entries for this operation: they are/, { operation: 'leaveGroup', entries: 0 }],
  ['body', /rows beside status or a body unless/, { body: {}, rows: [{ code: 403 }] }],
  ['body', /rows beside status or a body unless/, { status: 500, carried_out: false, rows: [{ code: 403 }] }],
  [
    'body',
    /per_window does something else/,
    { per_window: { calls: 1, seconds: 1 }, drop: 'after', message: 'A' },
  ],
  ['rows[0]', /is as without a fault/, { rows: [{}] }],
  ['rows[0].code', /must be at most/, { rows: [{ code: 1e15 }] }],
  ['rows[0]', /is as without a fault/, { rows: [{ carried_out: true }] }],
  [
    'rows[0]',
    'cannot have add_request without a code',
    { rows: [{ add_request: true, carried_out: false }] },
  ],
  ['rows[0]', /who is in needs no invite/, { rows: [{ code: 400, carried_out: true, add_request: true }] }],
  ['delay_ms', /milliseconds up to 120000, two of them/, { delay_ms: { median: 0, sigma: 1 } }],
  ['delay_ms', /must be|cannot have/, { delay_ms: { median: 5 } }],
  ['delay_ms', /must be|cannot have/, { delay_ms: { p101: 5 } }],
  ['bytes_over_ms', /must be/, { bytes_over_ms: -1 }],
  ['body', 'cannot have event without delivery', { event: 'group.info', status: 500 }],
  ['event', /group\.info/, { event: 'group.sung', delivery: 'drop' }],
  [
    'body',
    /has no property "time" \(did you mean "times"\?\); there is preset, operation/,
    { status: 500, time: 1 },
  ],
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
    ['participant', /a LID that nobody here has/, { participant: '1@lid', status: 500 }],
    ['body_base64', /whole base64 with its padding/, { body_base64: 'A' }],
    ['delay_ms', /must not be shorter at a higher/, { delay_ms: { p9: 50, p50: 20 } }],
    ['bytes_over_ms', /must not be shorter/, { bytes_over_ms: { 'p99.9': 1, p99: 2 } }],

    [
      'until',
      /must be after from, which is 2026-06-15T12:00:00Z/,
      { from: '2026-06-15T12:00:00Z', until: '2026-06-15T12:00:00Z', status: 500 },
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
