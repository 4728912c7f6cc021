import { expect, it } from 'vitest';
import { createBodyCheck, knownIn } from '../../../contracts/runner/body-check.ts';
import { certaintyOf } from '../../../contracts/runner/certainty.ts';
import { loadDocument } from '../../../spec/index.ts';

const document = loadDocument();
const check = createBodyCheck(document);
const operationOf = (name: string) => document.operations.find(({ id }) => id === name);
const whole = { path: '', expected: 'another status', actual: 'a status' };
const error = (error_code: string) => ({
  success: false,
  error: 'no',
  error_code,
  timestamp: '2026-06-15T12:00:00Z',
});

it.each([
  ['a refusal that the document lists as assumed', 400, 415, 'assumed'],
  ['a refusal that the document lists as documented', 400, 404, 'documented'],
  ['a refusal that the document does not list', 400, 418, 'documented'],
  ['a success where a refusal is expected', 400, 201, 'documented'],
  ['the refusal that is expected, with another body', 400, 400, 'documented'],
  ['a refusal where a success is expected', 201, 422, 'documented'],
  ['a failure of the server', 400, 500, 'documented'],
  ['another success than a documented one', 201, 200, 'documented'],
  ['another refusal than an assumed one', 422, 418, 'assumed'],
  [
    'another refusal than one of several, the best known of which is documented',
    [404, 422],
    418,
    'documented',
  ],
] as const)('what differs is known as well as its case is, or as %s', (_, expected, status, certainty) => {
  const checked = check(operationOf('createGroup'), status, error('OTHER'));
  const step = { expect: { status: expected } };
  expect(certaintyOf({ provenance: 'documented' }, step, whole, checked)).toBe(certainty);
  expect(certaintyOf({ provenance: 'assumed' }, step, whole, checked)).toBe('assumed');
});

it.each([
  ['another success', 201, 'assumed'],
  ['a refusal', 409, 'documented'],
  ['the success that is expected, with another body', 200, 'documented'],
] as const)('where an assumed success is expected, %s is known so well', (_, status, certainty) => {
  const checked = check(operationOf('setWebhook'), status, { success: true });
  const step = { expect: { status: 200 } } as const;
  expect(certaintyOf({ provenance: 'documented' }, step, whole, checked)).toBe(certainty);
});

it('a token that is refused otherwise is known as well as its case is', () => {
  const checked = check(operationOf('createGroup'), 412, error('OTHER'));
  const step = { expect: { status: 401 } } as const;
  expect(certaintyOf({ provenance: 'documented' }, step, whole, checked)).toBe('documented');
});

it.each([
  ['participants[0].error', 'assumed'],
  ['participants[0].jid', 'documented'],
  ['header content-type', 'documented'],
])('what differs at %s is known as well as that is: %s', (path, certainty) => {
  const checked = check(operationOf('addGroupParticipants'), 200, { success: true });
  const step = { expect: { status: 200 } } as const;
  const difference = { ...whole, path };
  const own = { ...difference, ...knownIn(checked, difference) };
  expect(certaintyOf({ provenance: 'documented' }, step, own, checked)).toBe(certainty);
});

it('another success has to tell what a success tells, if it tells anything', () => {
  const answer = (status: number, body: unknown) =>
    check(operationOf('setWebhook'), status, body).issues.map(({ path, provenance }) => [path, provenance]);
  expect(answer(201, { success: true })).toEqual(answer(200, { success: true }));
  expect(answer(201, { success: true })).toContainEqual(['webhook', 'documented']);
  expect(answer(204, undefined)).toEqual([]);
});

it('the body of a refusal is known no better than the refusal', () => {
  const { issues } = check(operationOf('createGroup'), 415, { success: false });
  expect(issues.map(({ provenance }) => provenance)).toEqual(['assumed', 'assumed', 'assumed']);
  const documented = check(operationOf('createGroup'), 400, { success: false });
  expect(documented.issues.map(({ provenance }) => provenance)).toContain('documented');
});

it.each([
  ['a webhook with more headers', 'getWebhook', { headers: many(51) }],
  ['a webhook with a longer header', 'getWebhook', { headers: { a: 'x'.repeat(5000) } }],
  ['a webhook with a longer name of an event', 'getWebhook', { enabled_events: [`a.${'x'.repeat(80)}`] }],
  ['a webhook with an event of another form', 'getWebhook', { enabled_events: ['Message.Received'] }],
])('%s than is assumed breaks no documented promise', (_, operation, more) => {
  const webhook = {
    id: '1',
    webhook_url: 'https://example.com',
    enabled_events: ['group.info'],
    enabled: true,
    retry_attempts: 3,
    timeout: 30,
    headers: {},
    created_at: '2026-06-15T12:00:00Z',
    updated_at: '2026-06-15T12:00:00Z',
    ...more,
  };
  const { issues } = check(operationOf(operation), 200, { success: true, message: 'ok', webhook });
  expect(issues.map(({ provenance }) => provenance)).toEqual(['assumed']);
});

it('the JID and the number of a status may have another form', () => {
  const data = {
    connected: true,
    status: 'connected',
    device_id: '0b0e7a52-3c1d-4f6a-8b2e-9d4c5f6a7b8c',
    jid: '5511999999999:18@s.whatsapp.net',
    phone_number: '+5511999999999',
    is_logged_in: true,
    last_seen: '2026-06-15T12:00:00Z',
  };
  const issuesOf = (more: object) =>
    check(operationOf('getStatus'), 200, { success: true, data: { ...data, ...more } }).issues;
  expect(issuesOf({}).map(({ path, provenance }) => [path, provenance])).toEqual([
    ['data.phone_number', 'assumed'],
  ]);
  expect(issuesOf({ jid: 'somebody' }).map(({ path, provenance }) => [path, provenance])).toContainEqual([
    'data.jid',
    'assumed',
  ]);
});

function many(count: number): object {
  return Object.fromEntries(Array.from({ length: count }, (_, index) => [`h${index}`, '1']));
}
