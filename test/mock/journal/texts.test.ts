import { describe, expect, it } from 'vitest';
import { createMock } from '../../../mock/index.ts';
import { LONGEST_KEPT } from '../../../mock/journal/body.ts';
import { TOKENS } from '../client.ts';

const headers = { Authorization: TOKENS.first, 'Content-Type': 'application/json' };

/** The journal of a mock that was sent this body, as a program in another language reads it. */
async function journalOf(body: string | Uint8Array, path = '/groups') {
  const mock = createMock({ seed: 1 });
  await mock.fetch(`http://mock${path}`, { method: 'POST', headers, body: Buffer.from(body) as never });
  const answers = await Promise.all(
    ['', '?status=599', '?wait_for=1'].map(async (query) => {
      const answer = await mock.fetch(`http://mock/__mock/worlds/default/journal${query}`);
      expect(answer.status).toBe(200);
      return new TextDecoder('utf-8', { fatal: true }).decode(await answer.arrayBuffer());
    }),
  );
  for (const text of answers) expect(text).not.toMatch(/\\ud[89a-f]/i);
  expect(JSON.stringify(mock.defaultWorld.journal.calls())).not.toMatch(/\\ud[89a-f]/i);
  return JSON.parse(answers[0] ?? '').calls[0];
}

describe('what is kept of a request can be told in any language', () => {
  it.each([
    ['half a pair in a value', '{"name":"a\\ud83d"}', { name: 'a\ufffd' }],
    ['half a pair in a name', '{"a\\uDE00":[]}', { 'a\ufffd': [] }],
    ['a whole pair', '{"name":"\\ud83d\\ude00"}', { name: '😀' }],
  ])('%s', async (_, body, told) => {
    const { request } = await journalOf(body);
    expect(request.body).toEqual(told);
  });

  it('bytes that are no UTF-8', async () => {
    expect((await journalOf(new Uint8Array([0x22, 0xff, 0x22]))).request.body).toBe('\ufffd');
  });

  it.each([0, 1, 2, 3])('a long body that is cut %i bytes into a character', async (shift) => {
    const body = `{"name":"${'x'.repeat(shift)}${'😀'.repeat(LONGEST_KEPT)}"}`;
    const { request } = await journalOf(body);
    expect(request.cut).toBe(true);
    expect(request.body).toMatch(/^\{"name":"x*(😀)+$/u);
  });
});

it('half a pair in a name is U+FFFD by the time the group has it', async () => {
  const mock = createMock({ seed: 1 });
  const body = '{"name":"a\\ud83d","participants":["5511777777777"]}';
  const made = await mock.fetch('http://mock/groups', { method: 'POST', headers, body });
  expect(await made.text()).toContain('"name":"a\ufffd"');
});
