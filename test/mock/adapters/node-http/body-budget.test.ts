import type { IncomingHttpHeaders } from 'node:http';
import { PassThrough } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { createBodyBudget } from '../../../../mock/adapters/node-http/body-budget.ts';
import { type Body, collectBody } from '../../../../mock/adapters/node-http/collect-body.ts';
import { startMock } from '../../../../mock/index.ts';
import { TOKENS } from '../../client.ts';

/** What a body takes for each of its bytes. */
const COPIES = 4;

/** A request whose bytes come when the test writes them, and what became of its body. */
function receive(
  budget: ReturnType<typeof createBodyBudget>,
  headers: IncomingHttpHeaders = {},
  limit = 1e9,
) {
  const request = Object.assign(new PassThrough(), {
    headers: { 'transfer-encoding': 'chunked', ...headers },
  });
  const seen: { body?: Body } = {};
  const intake = { budget, bodyLimit: () => limit };
  collectBody(request, { method: 'POST', target: '/', headers }, intake, (body) => {
    seen.body = body;
  });
  return { request, seen };
}

const soon = () => new Promise((resolve) => setTimeout(resolve, 20));

describe('bodies under way', () => {
  it('of which too much is held: the largest goes, whoever came last, and small ones get in', async () => {
    const budget = createBodyBudget(COPIES * 1000);
    const large = receive(budget);
    const small = receive(budget);
    large.request.write(Buffer.alloc(600));
    small.request.write(Buffer.alloc(300));
    await soon();
    expect(budget.held).toBe(COPIES * 900);
    const late = receive(budget);
    late.request.end(Buffer.alloc(200));
    small.request.end();
    await soon();
    expect(large.seen.body).toBe('over-budget');
    expect(small.seen.body).toHaveLength(300);
    expect(late.seen.body).toHaveLength(200);
    expect(budget.held).toBe(0);
  });

  it.each<[string, (request: PassThrough) => void, IncomingHttpHeaders?]>([
    ['it is whole', (request) => request.end()],
    ['it is too large', (request) => request.write(Buffer.alloc(20_000))],
    ['it is cut off', (request) => request.emit('aborted')],
    ['the connection breaks', (request) => request.destroy(new Error('reset'))],
    ['it is no gzip', (request) => request.write('no gzip'), { 'content-encoding': 'gzip' }],
    [
      'its gzip ends early',
      (request) => request.end(gzipSync('x'.repeat(5000)).subarray(0, 20)),
      { 'content-encoding': 'gzip' },
    ],
  ])('are given back when %s', async (_, end, headers) => {
    const budget = createBodyBudget(1e9);
    const { request, seen } = receive(budget, headers, 10_000);
    request.on('error', () => {});
    if (headers === undefined) request.write(Buffer.alloc(100));
    await soon();
    end(request);
    await soon();
    expect(seen.body).toBeDefined();
    expect(budget.held).toBe(0);
  });

  it('are counted as inflated, not as sent', async () => {
    const budget = createBodyBudget(COPIES * 1_000_000);
    const { request, seen } = receive(budget, { 'content-encoding': 'gzip' });
    request.write(gzipSync(Buffer.alloc(2_000_000)));
    await expect.poll(() => seen.body).toBe('over-budget');
  });

  it('come whole in however many pieces', async () => {
    const budget = createBodyBudget(1e9);
    const { request, seen } = receive(budget);
    const text = Array.from({ length: 2000 }, (_, index) => String(index));
    for (const piece of text) {
      request.write(piece);
      await null;
    }
    request.end();
    await expect.poll(() => Buffer.from(seen.body as Uint8Array).toString()).toBe(text.join(''));
  });
});

it('a request over the budget is told to come again, and the others are answered', async () => {
  await using mock = await startMock({ port: 0, seed: 1 });
  const intake = { ...mock.intake, budget: createBodyBudget(COPIES * 1000) };
  Object.assign(mock.intake, intake);
  const post = (name: string) =>
    fetch(`${mock.url}/groups`, {
      method: 'POST',
      headers: { Authorization: TOKENS.first, 'Content-Type': 'application/json' },
      body: JSON.stringify({ name, participants: ['5511777777777'] }),
    });
  const answer = await post('x'.repeat(2000));
  expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '1']);
  expect(answer.headers.get('x-mock-rule')).toBe('bodies-over-budget');
  expect(await answer.json()).toMatchObject({ success: false, error_code: 'RATE_LIMITED' });
  expect((await post('Friends')).status).toBe(201);
});
