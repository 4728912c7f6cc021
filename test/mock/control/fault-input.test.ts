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
  ['error_code', /without status or per_window/, { delay_ms: 1, error_code: 'OOPS' }],
  ['message', /means nothing without/, { drop: 'before', message: 'No' }],
  ['headers', /means nothing without/, { truncate: true, headers: { a: 'b' } }],
  ['error_code', 'is for errors, and 200 is none', { status: 200, error_code: 'OOPS' }],
  ['message', 'is for errors, and 204 is none', { status: 204, message: 'No' }],
  ['headers', /names that HTTP/, { status: 500, headers: { 'a b': 'c' } }],
  ['headers.a', /control/, { status: 500, headers: { a: 'b\r\nc: d' } }],
  [
    'headers',
    /at most 8192 characters together/,
    { status: 500, headers: { a: 'x'.repeat(4096), b: 'x'.repeat(4096) } },
  ],
  ['headers', /cannot have/, { status: 500, headers: { 'Content-Length': '1' } }],
  ['headers', /cannot have/, { status: 500, headers: { 'x-mock-rule': 'a' } }],
  ['delay_ms', /must be/, { delay_ms: 120_001 }],
  ['delay_ms', 'must go from the shorter to the longer', { delay_ms: [2, 1] }],
  ['delay_ms', /must be/, { delay_ms: [2] }],
  ['drop', 'must be one of before, after', { drop: 'now' }],
  ['drop', /does not go with status/, { drop: 'after', status: 500 }],
  ['drop', /per_window/, { drop: 'before', per_window: { calls: 1, seconds: 1 } }],
  ['drop', /does not go with truncate/, { drop: 'after', truncate: true }],
  ['truncate', /has no body/, { status: 204, truncate: true }],
  ['truncate', 'must be true', { truncate: false }],
  ['rows', 'must have at least 1 entry', { rows: [] }],
  ['rows[0].code', /401/, { rows: [{ participant: '5511777777777', code: 418 }] }],
  ['rows[0].participant', /phone number/, { rows: [{ participant: 'Ana', code: 403 }] }],
  ['rows[0].participant', 'is a LID that nobody here has', { rows: [{ participant: '1@lid', code: 403 }] }],
  [
    'rows',
    /are for all or one of createGroup, .*, not for listGroups/,
    { operation: 'listGroups', rows: [{ participant: '5511777777777', code: 403 }] },
  ],
  ['rows', /does not go with status/, { status: 500, rows: [{ participant: '5511777777777', code: 403 }] }],
  ['probability', /both choose/, { probability: 0.5, per_window: { calls: 1, seconds: 1 } }],
  ['delivery', /does not go with status/, { delivery: 'drop', status: 500 }],
  ['delivery', /operation/, { delivery: 'drop', operation: 'listGroups' }],
  ['delivery', /must be/, { delivery: 'sing' }],
  ['delivery', /must be|is required/, { delivery: {} }],
  ['event', 'means nothing without delivery', { event: 'group.info', status: 500 }],
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
