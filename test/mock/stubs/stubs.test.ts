import { describe, expect, it } from 'vitest';
import { createMock } from '../../../mock/index.ts';
import { serve, startCli, temporary } from '../cli/cli.ts';

const TEXT = {
  method: 'POST',
  path: '/messages/{kind}',
  status: 201,
  body: { success: true, id: 'A1' },
} as const;

/** A mock with stubs, and how its first account calls it. */
function mockWith(options: Parameters<typeof createMock>[0] = {}) {
  const mock = createMock({ seed: 1, ...options });
  const [{ token } = { token: '' }] = mock.accounts;
  const call = async (method: string, path: string, { body, auth = `Bearer ${token}` }: Wanted = {}) => {
    const headers = { Authorization: auth, 'Content-Type': 'application/json' };
    const answer = await mock.fetch(
      new Request(`http://wuts.example${path}`, { method, headers, ...(body !== undefined && { body }) }),
    );
    return { status: answer.status, headers: answer.headers, text: await answer.text() };
  };
  return { mock, call };
}

interface Wanted {
  body?: string;
  auth?: string;
}

describe('a stub', () => {
  it('answers its path in every world, whatever the body, and the journal tells it', async () => {
    const { mock, call } = mockWith({ stubs: [TEXT] });
    const { token, journal } = mock.world();
    for (const body of ['{"to":"5511777777777"}', 'no JSON'])
      expect(await call('POST', '/messages/text', { body })).toMatchObject({
        status: 201,
        text: '{"success":true,"id":"A1"}',
      });
    const other = await call('POST', '/messages/image?now=1', { body: '{"a":1}', auth: token });
    expect(other.headers.get('x-mock-stub')).toBe('stub-1');
    expect(journal.calls()).toMatchObject([
      { path: '/messages/image', operation: null, stub: 'stub-1', status: 201, request: { body: { a: 1 } } },
    ]);
    expect(mock.defaultWorld.journal.calls({ method: 'POST' }).map(({ stub }) => stub)).toEqual([
      'stub-1',
      'stub-1',
    ]);
  });

  it('is no matter of the contract, but a token is', async () => {
    const { mock, call } = mockWith({ stubs: [TEXT] });
    expect((await call('POST', '/messages/text', { body: '{"a":1}' })).status).toBe(201);
    expect(mock.defaultWorld.consumer.report()).toEqual([]);
    expect((await call('POST', '/messages/text', { auth: 'Bearer nope' })).status).toBe(401);
    expect(mock.defaultWorld.consumer.report().map(({ kind }) => kind)).toEqual(['no-valid-token']);
  });

  it('takes the place of the one of its method and path, and can be taken away', async () => {
    const { mock, call } = mockWith({ stubs: [TEXT, { method: 'GET', path: '/contacts' }] });
    const later = mock.stub({ ...TEXT, status: 500, body: { success: false } });
    expect(await call('POST', '/messages/text')).toMatchObject({ status: 500, text: '{"success":false}' });
    expect(await call('GET', '/contacts')).toMatchObject({ status: 200, text: '' });
    expect((await call('HEAD', '/contacts')).status).toBe(200);
    later.remove();
    expect((await call('POST', '/messages/text')).headers.get('x-mock-rule')).toBe('unknown-path');
    expect(later.remove).toThrow(/There is no stub "stub-3"/);
  });

  it('leaves alone what the document and the mock have', async () => {
    const { call } = mockWith({ stubs: [{ method: 'GET', path: '/{a}/{b}', body: 1 }] });
    expect((await call('GET', '/groups/120363999999999999@g.us')).status).toBe(404);
    expect((await call('GET', '/a/b')).text).toBe('1');
    // The path is one of the document, and this method of it is not.
    expect((await call('GET', '/groups/join')).text).toBe('1');
  });

  it('stands below the base path', async () => {
    const { call } = mockWith({ stubs: [TEXT], basePath: '/api/v1' });
    expect((await call('POST', '/api/v1/messages/text')).status).toBe(201);
    expect((await call('POST', '/messages/text')).status).toBe(404);
  });

  it.each([
    [
      'of an operation',
      { method: 'GET', path: '/groups/{jid}' },
      /GET \/groups\/\{jid\} .*the document has it/,
    ],
    ['of a page', { method: 'GET', path: '/health' }, /something of its own/],
    ['of the control plane', { method: 'GET', path: '/__mock/a' }, /something of its own/],
    ['without a path', { method: 'GET' }, /path is required/],
    ['with a query', { method: 'GET', path: '/a?b=1' }, /does-not-fit-the-document/],
    ['with an interim status', { method: 'GET', path: '/a', status: 101 }, /does-not-fit-the-document/],
    ['with a body that is too long', { method: 'GET', path: '/a', body: 'a'.repeat(300_000) }, /262144/],
  ])('%s is refused, and nothing changes', (_, stub, says) => {
    const { mock } = mockWith();
    expect(() => mock.stub(stub as typeof TEXT)).toThrow(says);
    expect(() => createMock({ stubs: [stub as typeof TEXT] })).toThrow(says);
  });

  it('is one of two hundred at most', () => {
    const { mock } = mockWith();
    for (let n = 0; n < 200; n += 1) mock.stub({ method: 'GET', path: `/a/${n}` });
    expect(() => mock.stub({ method: 'GET', path: '/b' })).toThrow(/200 stubs, which is the most/);
    mock.stub({ method: 'GET', path: '/a/1', status: 404 });
  });
});

describe('--stub', () => {
  it('takes stubs from a file, and tells which one cannot be served', async () => {
    const { url } = await serve(
      '--seed',
      '1',
      '--stub',
      temporary('- {method: POST, path: /messages, body: {id: 7}}'),
    );
    const headers = { Authorization: 'Bearer 11111111-1111-4111-8111-111111111111' };
    expect(await (await fetch(`${url}/messages`, { method: 'POST', headers })).json()).toEqual({ id: 7 });
    const wrong = temporary('- {method: POST, path: /messages}\n- {method: GET, path: /groups}');
    const { code, stderr } = await startCli('--port', '0', '--stub', wrong).ended;
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: expect.stringMatching(/Stub 2 cannot be served: GET \/groups .*the document has it/),
    });
    expect(await startCli('--stub', '/nowhere.yaml').ended).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/The file of stubs \/nowhere\.yaml cannot be used: ENOENT/),
    });
  });
});
