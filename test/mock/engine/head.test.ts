/** What no case asks: HEAD, which is GET without its body. */
import { describe, expect, it } from 'vitest';
import { createMock } from '../../../mock/index.ts';
import { TOKENS } from '../client.ts';

const headers = { Authorization: `Bearer ${TOKENS.first}` };

describe('HEAD is answered as GET is, without a body', () => {
  it.each([
    '/groups',
    '/status',
    '/groups/120363000000000000@g.us',
    '/groups/nobody',
    '/nothing',
    '/__mock',
    '/__mock/worlds/default/clock',
  ])('%s', async (path) => {
    const { fetch } = createMock({ seed: 1 });
    const got = await fetch(`http://mock${path}`, { headers });
    const head = await fetch(`http://mock${path}`, { method: 'HEAD', headers });
    expect([head.status, await head.text()]).toEqual([got.status, '']);
    expect(Object.fromEntries(head.headers)).toEqual(Object.fromEntries(got.headers));
    expect(Number(head.headers.get('content-length'))).toBe(Buffer.byteLength(await got.text()));
  });

  it('but where there is no GET it is another method', async () => {
    const { fetch } = createMock();
    const answer = await fetch('http://mock/communities', { method: 'HEAD', headers });
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'POST']);
  });

  it('a stream ends at once', async () => {
    const { fetch } = createMock();
    const answer = await fetch('http://mock/__mock/worlds/default/stream', { method: 'HEAD' });
    expect([answer.status, answer.headers.get('content-type')]).toEqual([
      200,
      'text/event-stream; charset=utf-8',
    ]);
    expect(await answer.text()).toBe('');
  });

  it('a fault strikes it, and the journal has it as it came, with no reply', async () => {
    const mock = createMock();
    mock.defaultWorld.faults.next('listGroups', { status: 503 });
    const answer = await mock.fetch('http://mock/groups', { method: 'HEAD', headers });
    expect(answer.status).toBe(503);
    expect(mock.defaultWorld.journal.calls()).toMatchObject([
      { method: 'HEAD', path: '/groups', status: 503 },
    ]);
  });
});
