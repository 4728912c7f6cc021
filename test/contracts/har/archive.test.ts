import { describe, expect, it } from 'vitest';
import { parseArchive } from '../../../contracts/har/archive.ts';
import { CannotRun } from '../../../contracts/index.ts';
import { toArchive } from './recorder.ts';

const TOKEN = '22222222-2222-4222-8222-222222222222';

describe('a HAR file', () => {
  it('is read with what was sent and what came back', () => {
    const text = toArchive([
      {
        request: {
          method: 'post',
          url: 'https://wuts.example/groups',
          headers: [{ name: 'Content-Type', value: 'application/json' }],
          postData: { text: 'e30=', encoding: 'base64' },
        },
        response: { status: 400, content: { text: '{}' } },
      },
    ]);
    expect(parseArchive(`\uFEFF${text}`, 'test.har')).toEqual([
      {
        number: 1,
        method: 'POST',
        url: new URL('https://wuts.example/groups'),
        headers: [{ name: 'content-type', value: 'application/json' }],
        body: '{}',
        answer: { status: 400, text: '{}' },
      },
    ]);
  });

  it.each([
    ['no JSON', `{"log": "Bearer ${TOKEN}`, 'is not JSON'],
    ['another format', '[]', 'has no list "log.entries"'],
    ['nothing', 'null', 'has no list "log.entries"'],
    ['entries of another kind', '{"log":{"entries":{}}}', 'has no list "log.entries"'],
    ['an entry that is none', toArchive([null]), 'Entry 1 of the HAR file test.har is broken: entry must be'],
    ['an entry without a request', toArchive([{}]), 'entry.request is required'],
    ['an entry without a method', request({ method: undefined }), 'request.method is required'],
    ['a relative URL', request({ url: `/groups?token=${TOKEN}` }), 'request.url is no URL'],
    ['headers of another kind', request({ headers: {} }), 'request.headers must be an array'],
    ['a header that is none', request({ headers: [7] }), 'request.headers[0] must be an object'],
    [
      'a header without a value',
      request({ headers: [{ name: 'a' }] }),
      'request.headers[0].value is required',
    ],
    ['a body that is no text', request({ postData: { text: 7 } }), 'request.postData.text must be a string'],
    ['a status that is no number', request({}, { status: '200' }), 'response.status must be an integer'],
    ['an answer that is no text', request({}, { content: { text: {} } }), 'response.content.text must be a'],
  ])('that is broken is refused in words, without what is in it: %s', (_, text, message) => {
    const read = () => parseArchive(text, 'test.har');
    expect(read).toThrow(CannotRun);
    expect(read).toThrow(message);
    expect(read).not.toThrow(TOKEN);
  });
});

function request(changes: object, response: object = {}): string {
  const well = { method: 'GET', url: 'https://wuts.example/groups', headers: [] };
  return toArchive([{ request: { ...well, ...changes }, response }]);
}
