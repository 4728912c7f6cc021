import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseArchive } from '../../../contracts/har/archive.ts';
import {
  type Aim,
  type CheckedCall,
  checkArchive,
  type HarFinding,
} from '../../../contracts/har/check-archive.ts';
import { type RunningMock, startMock } from '../../../mock/index.ts';
import { loadDocument } from '../../../spec/index.ts';
import { createRecorder, type HarEntry, toArchive } from './recorder.ts';

const TOKEN = '11111111-1111-4111-8111-111111111111';
const document = loadDocument();
let mock: RunningMock;
let entries: HarEntry[];

/** A consumer makes a group, reads it, renames it, and works with a community. */
beforeAll(async () => {
  mock = await startMock({ port: 0 });
  const recorder = createRecorder(mock.url, TOKEN);
  const { body } = await recorder.call('/groups', {
    method: 'POST',
    body: { name: 'Friends', participants: ['5511777777777'] },
  });
  const jid = encodeURIComponent(body.group.jid);
  await recorder.call(`/groups/${jid}`);
  await recorder.call(`/groups/${jid}`, { method: 'PATCH', body: { topic: 'Hello' } });
  const made = await recorder.call('/communities', {
    method: 'POST',
    body: { name: 'All', participants: [] },
  });
  await recorder.call(`/communities/${made.body.community.jid}/groups`, {
    method: 'POST',
    body: { group_jid: body.group.jid },
  });
  await recorder.call('/groups/120363999999999999@g.us');
  entries = recorder.entries;
});
afterAll(() => mock.close());

type Change = (entry: HarEntry) => unknown;
const DOCUMENTED = { provenance: 'documented' };
const ASSUMED = { provenance: 'assumed' };
const NOTHING = { expected: 'nothing' };
const A_JSON_BODY = { expected: 'a JSON body' };
const [CREATE, READ, PATCH, LINK, MISSING] = [0, 1, 2, 4, 5];

describe('a recording of a consumer that keeps the contract', () => {
  it('has nothing against it, refusals included', () => {
    const { calls, others, basePath } = check(entries);
    expect(calls.map(({ operation, status, verdict }) => [operation, status, verdict])).toEqual([
      ['createGroup', 201, 'kept'],
      ['getGroup', 200, 'kept'],
      ['updateGroup', 200, 'kept'],
      ['createCommunity', 201, 'kept'],
      ['linkGroup', 200, 'kept'],
      ['getGroup', 404, 'kept'],
    ]);
    expect({ others, basePath }).toEqual({ others: 0, basePath: '' });
  });

  it('is found under a base path, on any host, among calls to others', () => {
    const elsewhere = entries.map((entry) =>
      spoil(entry, ({ request }) => {
        request.url = request.url.replace(mock.url, 'https://gateway.example/api/wuts');
      }),
    );
    const others = ['https://cdn.example/app.js', 'https://gateway.example/api/wuts/messages/text'].map(
      (url) =>
        spoil(entries[READ], ({ request }) => {
          request.url = url;
        }),
    );
    const checked = check([...others, ...elsewhere]);
    expect(checked.basePath).toBe('/api/wuts');
    expect(checked.others).toBe(2);
    expect(checked.calls.map(({ entry, verdict }) => [entry, verdict])).toEqual(
      elsewhere.map((_, index) => [index + 3, 'kept']),
    );
    expect(check(elsewhere, { basePath: '/v2' }).calls).toEqual([]);
    expect(check(elsewhere, { host: 'gateway.example' }).calls).toHaveLength(entries.length);
    expect(check(elsewhere, { host: 'other.example' }).calls).toEqual([]);
  });

  it('may have been made by a recorder that writes base64, no bodies, or no answer', () => {
    const recorded = [
      spoil(entries[READ], ({ response: { content } }) => {
        content.text = Buffer.from(content.text ?? '').toString('base64');
        content.encoding = 'base64';
      }),
      spoil(entries[READ], ({ response: { content } }) => {
        delete content.text;
      }),
      spoil(entries[READ], ({ response }) => {
        response.status = 0;
      }),
    ];
    const { calls, notes } = check(recorded);
    expect(calls.map(({ verdict, status }) => [verdict, status])).toEqual([
      ['kept', 200],
      ['kept', 200],
      ['kept', null],
    ]);
    expect(notes).toEqual([
      'The recording has no text of 1 answers, so only their status was checked.',
      '1 calls got no answer; only the requests were checked.',
    ]);
  });
});

describe('a request that breaks the contract', () => {
  it.each<[string, number, Change, string, string, object?]>([
    ['a field of a wrong type', CREATE, edit({ name: 7 }), 'broken', 'body.name', DOCUMENTED],
    [
      'a missing field',
      CREATE,
      edit({ name: undefined }),
      'broken',
      'body.name',
      { expected: 'is required' },
    ],
    ['a malformed participant', CREATE, edit({ participants: ['Ana'] }), 'broken', 'body.participants[0]'],
    [
      'a field of an assumed operation',
      LINK,
      edit({ group_jid: 'x' }),
      'discovery',
      'body.group_jid',
      ASSUMED,
    ],
    ['a property that nobody knows', PATCH, edit({ colour: 1 }), 'discovery', 'body.colour', NOTHING],
    ['no body', CREATE, ({ request }) => delete request.postData, 'broken', 'body', A_JSON_BODY],
    ['a body that is no JSON', CREATE, text('{"name": '), 'broken', 'body', A_JSON_BODY],
    ['a body where there is none', READ, text('{}'), 'discovery', 'body', { expected: 'no body' }],
    [
      'a wrong Content-Type',
      CREATE,
      header('Content-Type', 'text/plain'),
      'discovery',
      'header.content-type',
      { actual: 'text/plain' },
    ],
    ['no Content-Type', CREATE, header('Content-Type'), 'discovery', 'header.content-type'],
    ['no token', CREATE, header('Authorization'), 'broken', 'header.authorization', DOCUMENTED],
    ['no token for an assumed operation', LINK, header('Authorization'), 'discovery', 'header.authorization'],
    [
      'another scheme',
      READ,
      header('Authorization', 'Basic c2VjcmV0OnNlY3JldA=='),
      'broken',
      'header.authorization',
      { actual: 'something else, of 26 characters' },
    ],
    [
      'a scheme alone',
      READ,
      header('Authorization', 'Bearer '),
      'broken',
      'header.authorization',
      { actual: 'no token' },
    ],
    ['a malformed JID', READ, url(/groups\/.*/, 'groups/12345'), 'broken', 'path.jid', { actual: '12345' }],
    ['a query parameter', READ, url(/$/, '?page=2'), 'discovery', 'query.page', NOTHING],
    [
      'a method of no operation',
      READ,
      ({ request }) => Object.assign(request, { method: 'PUT' }),
      'differs',
      'method',
      { actual: 'PUT' },
    ],
    ['an unknown path', READ, url(/$/, '/admins'), 'differs', 'path', { expected: 'a path of the document' }],
    ['a path that cannot be decoded', READ, url(/groups\/.*/, 'groups/%E0%A4%A'), 'differs', 'path'],
  ])('is found: %s', expectFinding('request'));

  it.each([
    ['the scheme in lower case', `bearer ${TOKEN}`],
    ['a bare token', TOKEN],
  ])('is not seen in %s', (_, value) => {
    expect(checkOne(spoil(entries[READ], header('Authorization', value))).verdict).toBe('kept');
  });

  it('is not seen in missing tokens of a recording that shows none, unless the answer says so', () => {
    const hidden = entries.map((entry) => spoil(entry, header('Authorization')));
    const { calls, notes } = check(hidden);
    expect(calls.every(({ verdict }) => verdict === 'kept')).toBe(true);
    expect(notes[0]).toContain('tokens were not checked');
    const refused = spoil(hidden[MISSING], ({ response }) => {
      response.status = 401;
      response.content.text = '{"success":false,"error":"Missing token"}';
    });
    expect(check([refused]).calls[0]?.findings[0]?.path).toBe('header.authorization');
  });
});

describe('an answer that breaks the contract', () => {
  const inGroup = (fields: object) => answer((body) => Object.assign(body.group, fields));
  it.each<[string, number, Change, string, string, object?]>([
    [
      'a property of a wrong type',
      READ,
      inGroup({ is_locked: 'no' }),
      'broken',
      'group.is_locked',
      DOCUMENTED,
    ],
    [
      'a wrong assumed property',
      READ,
      inGroup({ ephemeral_seconds: 'never' }),
      'discovery',
      'group.ephemeral_seconds',
      ASSUMED,
    ],
    ['an unknown property', READ, inGroup({ colour: 1 }), 'discovery', 'group.colour'],
    [
      'an undocumented status',
      READ,
      ({ response }) => Object.assign(response, { status: 418 }),
      'discovery',
      'status',
      { actual: 418 },
    ],
    [
      'no JSON',
      READ,
      ({ response: { content } }) => Object.assign(content, { text: '<html>' }),
      'broken',
      '',
      { actual: '<html>' },
    ],
  ])('is found: %s', expectFinding('answer'));
});

function expectFinding(side: HarFinding['side']) {
  return (_: string, index: number, change: Change, verdict: string, path: string, finding: object = {}) => {
    const call = checkOne(spoil(entries[index], change));
    expect(call.verdict).toBe(verdict);
    expect(call.findings).toContainEqual(expect.objectContaining({ side, path, ...finding }));
  };
}

function check(recorded: readonly unknown[], aim: Aim = {}) {
  return checkArchive(parseArchive(toArchive(recorded), 'test.har'), document, aim);
}

/** Checked beside calls that carry tokens. */
function checkOne(entry: HarEntry): CheckedCall {
  const last = check([...entries, entry]).calls.at(-1);
  expect(last?.entry).toBe(entries.length + 1);
  return last as CheckedCall;
}

function spoil(entry: HarEntry | undefined, change: Change): HarEntry {
  const copy = structuredClone(entry) as HarEntry;
  change(copy);
  return copy;
}

function edit(fields: object) {
  return ({ request: { postData } }: HarEntry) => {
    if (postData !== undefined) postData.text = JSON.stringify({ ...JSON.parse(postData.text), ...fields });
  };
}

function text(posted: string) {
  return ({ request }: HarEntry) => {
    request.postData = { mimeType: 'application/json', text: posted };
  };
}

function header(name: string, value?: string) {
  return ({ request }: HarEntry) => {
    request.headers = request.headers.filter((one) => one.name !== name);
    if (value !== undefined) request.headers.push({ name, value });
  };
}

function url(from: RegExp, to: string) {
  return ({ request }: HarEntry) => {
    request.url = request.url.replace(from, to);
  };
}

function answer(change: (body: { group: object }) => void) {
  return ({ response: { content } }: HarEntry) => {
    const body = JSON.parse(content.text ?? '');
    change(body);
    content.text = JSON.stringify(body);
  };
}

it('preflights of browsers are no calls of the consumer', () => {
  const [first] = entries;
  const preflight = structuredClone(first) as HarEntry;
  preflight.request.method = 'OPTIONS';
  const check = (...all: HarEntry[]) => checkArchive(parseArchive(toArchive(all), 'x.har'), document);
  const without = check(...entries);
  const withThem = check(preflight, ...entries);
  expect(withThem.calls.map(({ verdict }) => verdict)).toEqual(without.calls.map(({ verdict }) => verdict));
  expect(withThem.others).toBe(without.others + 1);
  expect(withThem.notes).toContain(
    '1 OPTIONS calls were left out: browsers make them before those of a consumer.',
  );
});
