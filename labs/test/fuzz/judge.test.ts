import { describe, expect, it } from 'vitest';
import { loadControlDocument, loadDocument } from '../../../spec/index.ts';
import { createJudge } from '../../fuzz/judge.ts';
import { message, type Shot, shotOf } from '../../fuzz/shot.ts';

const judge = createJudge([loadDocument(), loadControlDocument()]);
const PLACES = { group: '1', linked: '2', community: '3', announcement: '4', world: 'w' } as Parameters<
  typeof judge
>[1];

function judged(shot: Shot, ...answers: readonly { status: number; body: object }[]): string[] {
  const texts = answers.map(({ status, body }) => {
    const text = JSON.stringify(body);
    return `HTTP/1.1 ${status} X\r\nContent-Type: application/json\r\nContent-Length: ${text.length}\r\n\r\n${text}`;
  });
  return judge(shot, PLACES, { received: Buffer.from(texts.join('')), end: 'closed', isEarly: false }).wrong;
}

const NOT_READY = 'HTTP/1.1 503 X\r\nContent-Type: application/json\r\nContent-Length: 0\r\n\r\n';

const PAGE = 'HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 4\r\n\r\nmock';

const STUB =
  'HTTP/1.1 358 X\r\nContent-Type: application/json\r\nX-Mock-Stub: stub-1\r\nContent-Length: 2\r\n\r\n{}';

const refusal = (error_code: string) => ({
  success: false,
  error: 'No',
  error_code,
  timestamp: '2026-06-15T12:00:00Z',
});

describe('the judge of the fuzz', () => {
  const community = message('POST', '/communities', [{ text: '{}' }]);

  it('holds an answer to the operation that was meant', () => {
    const [wrong] = judged(shotOf('no community', community), { status: 404, body: refusal('NOT_FOUND') });
    expect(wrong).toContain('404 of createCommunity does not fit the document');
  });

  it('does not when a scratch in the path made it another', () => {
    const scratched = { ...shotOf('', community), scratches: [{ at: 0.04, drop: 1, put: '' }] };
    expect(judged(scratched, { status: 404, body: refusal('NOT_FOUND') })).toEqual([]);
    expect(judged(scratched, { status: 404, body: { oops: true } })[0]).toContain('404 fits no operation');
  });

  it('does not when a request took the next one for its body', () => {
    const eater = { ...community, framing: 144 };
    const shot = {
      ...shotOf('', eater),
      messages: [eater, message('GET', '/status'), message('DELETE', '/__mock/worlds/w')],
    };
    const ended = { status: 200, body: { success: true } };
    expect(judged(shot, { status: 400, body: refusal('VALIDATION_ERROR') }, ended)).toEqual([]);
  });

  it('does not take an answer for one to HEAD behind a body that swallows requests', () => {
    const long = { ...message('POST', '/groups', [{ text: '{}' }]), framing: 196 };
    const head = message('HEAD', '/groups');
    const answer = { status: 401, body: refusal('UNAUTHORIZED') };
    const told = (shot: Shot) =>
      judged(shot, answer, answer).filter((one) => one.startsWith('bytes that are no answer'));
    const messages = (...all: Shot['messages']) => ({ ...shotOf('head', head), messages: all });
    expect(told(messages(long, head))).toEqual([]);
    expect(told(messages(head, head))).toHaveLength(1);
  });

  it('takes 503 without a body for a device that is not ready after HEAD alone', () => {
    const silent = { received: Buffer.from(NOT_READY), end: 'closed', isEarly: false } as const;
    const told = (method: string) => judge(shotOf('', message(method, '/groups')), PLACES, silent).wrong;
    expect(told('HEAD')).toEqual([]);
    expect(told('GET')).not.toEqual([]);
  });

  it('lets a stub answer what no document has, and nothing else', () => {
    const stubbed = { received: Buffer.from(STUB), end: 'closed', isEarly: false } as const;
    const shot = (target: string) => shotOf('', message('GET', target));
    const told = (one: Shot) => judge(one, PLACES, stubbed).wrong;
    expect(told({ ...shot('/contacts/1'), expects: 'refusal' })).toEqual([]);
    const silent = { ...stubbed, received: Buffer.from('HTTP/1.1 204 X\r\nX-Mock-Stub: stub-1\r\n\r\n') };
    expect(judge(shot('/contacts/1'), PLACES, silent).wrong).toEqual([]);
    expect(told(shot('/groups'))[0]).toContain('358 of listGroups does not fit the document');
  });

  it('takes a page for a page where one is served, and nowhere else', () => {
    const page = { received: Buffer.from(PAGE), end: 'closed', isEarly: false } as const;
    const told = (target: string) => judge(shotOf('page', message('GET', target)), PLACES, page).wrong;
    expect(['/', '/docs/', '/openapi-3.0.yaml?a'].map(told)).toEqual([[], [], []]);
    expect(told('/groups')).toHaveLength(1);
  });
});
