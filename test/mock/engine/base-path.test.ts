/** What no case asks: a path before all paths. */
import { describe, expect, it } from 'vitest';
import { createMock, startMock } from '../../../mock/index.ts';
import { loadDocument } from '../../../spec/index.ts';
import { TOKENS } from '../client.ts';

const headers = { Authorization: `Bearer ${TOKENS.first}`, 'Content-Type': 'application/json' };

describe.each(['/api/v1', 'api/v1', '/api/v1/'])('with basePath %s', (basePath) => {
  const mock = createMock({ basePath, seed: 1 });
  const ask = (path: string, init = {}) => mock.fetch(`http://mock${path}`, { headers, ...init });

  it('the API is below it, and nowhere else', async () => {
    expect((await ask('/api/v1/groups?page=2')).status).toBe(200);
    for (const path of ['/groups', '/api/v1', '/api/v10/groups', '/api/v1groups', '/api/v1/nothing']) {
      const answer = await ask(path);
      const { error } = JSON.parse(await answer.text());
      expect([answer.status, error]).toEqual([
        404,
        'There is no such path; the document lists them all, each below /api/v1.',
      ]);
    }
  });

  it.each(loadDocument().operations.map(({ method, path }) => [method, path]))(
    '%s %s is below it, and nowhere else',
    async (method, path) => {
      const init = { method, headers: {} };
      const [below, bare] = [await ask(`/api/v1${path}`, init), await ask(path, init)];
      expect([below.status, bare.status]).toEqual([401, 404]);
    },
  );

  it.each(['/contacts', '/devices', '/openapi'])('a stub at %s is below it', async (path) => {
    const stub = mock.stub({ method: 'GET', path });
    expect((await ask(`/api/v1${path}`)).headers.get('x-mock-stub')).toBe(stub.id);
  });

  it.each(['/', '/health', '/openapi.json', '/docs', '/__mock', '/__mock/worlds/default/clock'])(
    '%s is there with and without it',
    async (path) => {
      const [one, other] = [await ask(path), await ask(`/api/v1${path}`)];
      expect([one.status, other.status]).toEqual([200, 200]);
      expect(await other.text()).toBe(await one.text());
    },
  );

  it('bodies are read, and the journal has the path as it came', async () => {
    const body = JSON.stringify({ name: 'Friends', participants: ['5511777777777'] });
    const { group } = JSON.parse(await (await ask('/api/v1/groups', { method: 'POST', body })).text());
    const answer = await ask(`/api/v1/groups/${group.jid}`, { method: 'PATCH', body: '{"name":"Family"}' });
    expect(answer.status).toBe(200);
    expect(mock.defaultWorld.journal.calls('updateGroup').at(-1)?.path).toBe(`/api/v1/groups/${group.jid}`);
  });
});

it.each(['/', ''])('"%s" is none', async (basePath) => {
  const { fetch } = createMock({ basePath });
  expect((await fetch('http://mock/groups', { headers })).status).toBe(200);
});

it.each([
  ['/__mock', '/__mock'],
  ['/__mock/v1', '/__mock'],
  ['docs/', '/docs'],
  ['/docs/v1', '/docs'],
  ['/console', '/console'],
  ['/health', '/health'],
  ['/openapi.json', '/openapi.json'],
  ['/openapi-3.0.yaml', '/openapi-3.0.yaml'],
])('%s cannot be one: the mock serves %s', async (basePath, own) => {
  const says = `The base path "${basePath}" is taken: the mock serves something of its own at ${own}. Give another one such as /api/v1.`;
  expect(() => createMock({ basePath })).toThrow(says);
  await expect(startMock({ basePath, port: 0 })).rejects.toThrow(says);
});

it.each(['/_x', '/api/docs', '/healthy', '/openapi'])('%s is free', async (basePath) => {
  const { fetch } = createMock({ basePath });
  expect((await fetch(`http://mock${basePath}/groups`, { headers })).status).toBe(200);
});

it.each(['/a b', '/a?b', '/a#b', '/../b', '/a%2', 'C:\\api'])('%s cannot be one', (basePath) => {
  expect(() => createMock({ basePath })).toThrow('cannot stand in a URL as it is: give one such as /api/v1.');
});
