import express from 'express';
import { afterAll, describe, expect, it } from 'vitest';
import { createApp, createMock, type Mock, startMock } from '../../../mock/index.ts';
import { clientOf, TOKENS } from '../client.ts';

const JOURNAL = '/__mock/worlds/default/journal';
const deep = (levels: number) => '['.repeat(levels) + ']'.repeat(levels);
const BODIES: [string, string][] = [
  ['arrays', deep(3000)],
  ['arrays that are never closed', '['.repeat(3000)],
  ['objects', `${'{"a":'.repeat(2500)}1${'}'.repeat(2500)}`],
  ['a name in a good body', `{"participants":[],"name":${deep(3000)}}`],
  ['65 levels', deep(65)],
  ['65 levels behind a string with brackets', `{"a":"\\"]}","b":${deep(64)}}`],
];

/** The ways into a mock, as a `fetch` of paths. */
const faults: unknown[] = [];
const options = { seed: 1, onFault: (error: unknown) => void faults.push(error) };
const alone = await startMock({ ...options, port: 0 });
afterAll(() => alone.close());
const inner = createMock(options);
const mounted = express();
mounted.use(express.json({ limit: '9mb' }));
mounted.use(createApp(inner));
const mountedUrl = (await clientOf(mounted)).url;
const within = createMock(options);
const WAYS: [string, Mock, (path: string, init?: RequestInit) => Promise<Response>][] = [
  ['the server that stands alone', alone, (path, init) => fetch(alone.url + path, init)],
  ['an app that reads JSON before', inner, (path, init) => fetch(mountedUrl + path, init)],
  ['fetch', within, (path, init) => within.fetch(`http://mock${path}`, init)],
];

describe.each(WAYS)('%s', (way, _, ask) => {
  const post = (path: string, body: string) =>
    ask(path, {
      method: 'POST',
      headers: { Authorization: TOKENS.first, 'Content-Type': 'application/json' },
      body,
    });

  it.each(BODIES)(
    'refuses %s by how deep they are nested, and everybody who waits is told',
    async (name, body) => {
      const isRefusedBefore = way.startsWith('an app') && name.includes('never closed');
      const waiting = ask(`${JOURNAL}?wait_for=5&method=POST&after=${await lastOf(ask)}`);
      const answer = await post('/groups', body);
      expect(answer.status).toBe(400);
      if (isRefusedBefore) return;
      expect(answer.headers.get('x-mock-rule')).toBe('nested-too-deep');
      expect(await answer.json()).toMatchObject({
        success: false,
        error_code: 'VALIDATION_ERROR',
        error: 'The body is nested 65 or more levels deep; 64 is the most.',
      });
      const told = (await (await waiting).json()) as { calls: { request: { body: unknown } }[] };
      expect(told.calls.at(-1)?.request.body === body).toBe(true);
      expect((await ask(JOURNAL)).status).toBe(200);
      expect((await ask(`${JOURNAL}?status=599`)).status).toBe(200);
      expect(faults).toEqual([]);
    },
  );

  it('takes 64 levels, and what only looks like more', async () => {
    const rules = [deep(64), JSON.stringify({ name: '['.repeat(99), topic: '\\"{'.repeat(99) })];
    for (const body of rules) {
      const answer = await post('/groups', body);
      expect(answer.headers.get('x-mock-rule')).toBe('does-not-fit-the-document');
    }
  });
});

it('what is too deep for the stack is refused behind an app that has read it', async () => {
  const answer = await fetch(`${mountedUrl}/groups`, {
    method: 'POST',
    headers: { Authorization: TOKENS.first, 'Content-Type': 'application/json' },
    body: deep(1_000_000),
  });
  expect([answer.status, answer.headers.get('x-mock-rule')]).toEqual([400, 'nested-too-deep']);
  const journal = (await (await fetch(mountedUrl + JOURNAL)).json()) as { calls: { request: object }[] };
  expect(journal.calls.at(-1)?.request).toMatchObject({ body: null, unreadable: 'too-deep' });
});

it('what is larger than a body may be is refused behind an app that has read it', async () => {
  const answer = await fetch(`${mountedUrl}/groups`, {
    method: 'POST',
    headers: { Authorization: TOKENS.first, 'Content-Type': 'application/json' },
    body: JSON.stringify({ name: 'x'.repeat(8 * 1024 * 1024) }),
  });
  expect([answer.status, answer.headers.get('x-mock-rule')]).toEqual([413, 'body-too-large']);
});

it('a control plane call is refused as well', async () => {
  const answer = await fetch(`${alone.url}/__mock/worlds`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: deep(3000),
  });
  expect([answer.status, answer.headers.get('x-mock-rule')]).toEqual([400, 'nested-too-deep']);
});

async function lastOf(ask: (path: string) => Promise<Response>): Promise<number> {
  return ((await (await ask(JOURNAL)).json()) as { last_sequence: number }).last_sequence;
}
