/** What no case sends: faults that cannot be, and the text of each refusal. */
import { describe, expect, it } from 'vitest';
import { createPlane, expectRefused, type Json } from './plane.ts';

const plane = await createPlane({ seed: 1 });
const PATH = '/worlds/default/faults';

/** Bodies that are refused, and what is said about which field. */
const REFUSED: readonly [what: string, body: object, field: string, message: string | RegExp][] = [
  ['nothing that happens', { operation: 'listGroups' }, 'body', /says nothing that happens: give status, /],
  ['an operation that nobody knows', { operation: 'listGroup', status: 500 }, 'operation', /listGroups/],
  ['an operation by a name of objects', { operation: 'toString', status: 500 }, 'operation', /must be all/],
  ['a status below 200', { status: 199 }, 'status', 'must be at least 200'],
  ['a status above 599', { status: 600 }, 'status', 'must be at most 599'],
  ['a status in words', { status: '503' }, 'status', 'must be an integer'],
  [
    'a number that is none',
    { phone: 'Ana', status: 500 },
    'phone',
    'must be a phone number of 10 to 15 digits',
  ],
  ['no times', { times: 0, status: 500 }, 'times', 'must be at least 1'],
  ['half a time', { times: 1.5, status: 500 }, 'times', 'must be an integer or null'],
  ['fewer than none', { after: -1, status: 500 }, 'after', 'must be at least 0'],
  ['no probability', { probability: 0, status: 500 }, 'probability', 'must be > 0'],
  ['more than certainty', { probability: 1.1, status: 500 }, 'probability', 'must be at most 1'],
  ['a window without an end', { per_window: { calls: 1 } }, 'per_window.seconds', 'is required'],
  [
    'a window of no time',
    { per_window: { calls: 1, seconds: 0 } },
    'per_window.seconds',
    'must be at least 1',
  ],
  ['a code in small letters', { status: 500, error_code: 'oops' }, 'error_code', /upper case/],
  [
    'a code without an answer',
    { delay_ms: 1, error_code: 'OOPS' },
    'error_code',
    /without status or per_window/,
  ],
  ['a message without an answer', { drop: 'before', message: 'No' }, 'message', /means nothing without/],
  ['headers without an answer', { truncate: true, headers: { a: 'b' } }, 'headers', /means nothing without/],
  [
    'an error code of a success',
    { status: 200, error_code: 'OOPS' },
    'error_code',
    'is for errors, and 200 is none',
  ],
  ['a message of a success', { status: 204, message: 'No' }, 'message', 'is for errors, and 204 is none'],
  [
    'a header that HTTP does not allow',
    { status: 500, headers: { 'a b': 'c' } },
    'headers',
    /names that HTTP/,
  ],
  ['a header that splits the answer', { status: 500, headers: { a: 'b\r\nc: d' } }, 'headers.a', /control/],
  [
    'more headers than clients read',
    { status: 500, headers: { a: 'x'.repeat(4096), b: 'x'.repeat(4096) } },
    'headers',
    /at most 8192 characters together/,
  ],
  ['a length of its own', { status: 500, headers: { 'Content-Length': '1' } }, 'headers', /cannot have/],
  ['a rule of its own', { status: 500, headers: { 'x-mock-rule': 'a' } }, 'headers', /cannot have/],
  ['an endless delay', { delay_ms: 120_001 }, 'delay_ms', /must be/],
  ['a delay backwards', { delay_ms: [2, 1] }, 'delay_ms', 'must go from the shorter to the longer'],
  ['a range of one', { delay_ms: [2] }, 'delay_ms', /must be/],
  ['a drop at no time', { drop: 'now' }, 'drop', 'must be one of before, after'],
  ['an answer of a dropped connection', { drop: 'after', status: 500 }, 'drop', /does not go with status/],
  [
    'a limit of dropped calls',
    { drop: 'before', per_window: { calls: 1, seconds: 1 } },
    'drop',
    /per_window/,
  ],
  ['a cut of a dropped connection', { drop: 'after', truncate: true }, 'drop', /does not go with truncate/],
  ['half of nothing', { status: 204, truncate: true }, 'truncate', /has no body/],
  ['not to truncate', { truncate: false }, 'truncate', 'must be true'],
  ['no rows', { rows: [] }, 'rows', 'must have at least 1 entry'],
  [
    'a row code that there is not',
    { rows: [{ participant: '5511777777777', code: 418 }] },
    'rows[0].code',
    /401/,
  ],
  ['a row of nobody', { rows: [{ participant: 'Ana', code: 403 }] }, 'rows[0].participant', /phone number/],
  [
    'a row of a stranger',
    { rows: [{ participant: '1@lid', code: 403 }] },
    'rows[0].participant',
    'is a LID that nobody here has',
  ],
  [
    'rows where there are none',
    { operation: 'listGroups', rows: [{ participant: '5511777777777', code: 403 }] },
    'rows',
    /are for all or one of createGroup, .*, not for listGroups/,
  ],
  [
    'rows of a call that is not carried out',
    { status: 500, rows: [{ participant: '5511777777777', code: 403 }] },
    'rows',
    /does not go with status/,
  ],
  [
    'two ways to choose',
    { probability: 0.5, per_window: { calls: 1, seconds: 1 } },
    'probability',
    /both choose/,
  ],
  ['a delivery with an answer', { delivery: 'drop', status: 500 }, 'delivery', /does not go with status/],
  ['a delivery of an operation', { delivery: 'drop', operation: 'listGroups' }, 'delivery', /operation/],
  ['a delivery that sings', { delivery: 'sing' }, 'delivery', /must be/],
  ['a delivery delayed by nothing', { delivery: {} }, 'delivery', /must be|is required/],
  [
    'an event of no delivery',
    { event: 'group.info', status: 500 },
    'event',
    'means nothing without delivery',
  ],
  ['an event that nobody knows', { event: 'group.sung', delivery: 'drop' }, 'event', /group\.info/],
  [
    'a property that nobody knows',
    { status: 500, time: 1 },
    'body',
    /has no property "time" \(did you mean "times"\?\); there is operation/,
  ],
  ['nothing at all', {}, 'body', 'must NOT have fewer than 1 properties'],
];

describe('a fault that says', () => {
  it.each(REFUSED)('%s is refused, and none is made', async (_, body, field, message) => {
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
