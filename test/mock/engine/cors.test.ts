/** What no case asks: calls of web pages of another origin. */
import { describe, expect, it } from 'vitest';
import { createMock } from '../../../mock/index.ts';
import { TOKENS } from '../client.ts';

const PAGE = 'http://localhost:5173';
const CORS = /^access-control-|^vary$/;
const headers = { Origin: PAGE, Authorization: `Bearer ${TOKENS.first}` };
const preflight = {
  method: 'OPTIONS',
  headers: {
    Origin: PAGE,
    'Access-Control-Request-Method': 'PATCH',
    'Access-Control-Request-Headers': 'authorization,content-type',
    'Access-Control-Request-Private-Network': 'true',
  },
};

function corsOf(answer: Response): Record<string, string> {
  return Object.fromEntries([...answer.headers].filter(([name]) => CORS.test(name)));
}

describe('with cors: true', () => {
  const { fetch } = createMock({ cors: true });

  it.each(['/groups', '/groups/nobody', '/nothing', '/health', '/openapi.json'])(
    'a page of any origin may read %s',
    async (path) => {
      const answer = await fetch(`http://mock${path}`, { headers });
      expect(corsOf(answer)).toEqual({
        'access-control-allow-origin': '*',
        'access-control-expose-headers': 'Allow, Retry-After, WWW-Authenticate, X-Mock-Fault, X-Mock-Rule',
      });
    },
  );

  it.each(['/groups', '/groups/1@g.us', '/nothing'])(
    'the preflight of %s lets all methods and the headers through',
    async (path) => {
      const answer = await fetch(`http://mock${path}`, preflight);
      expect([answer.status, await answer.text()]).toEqual([204, '']);
      expect(corsOf(answer)).toEqual({
        'access-control-allow-origin': '*',
        'access-control-allow-methods': 'GET, HEAD, POST, PUT, PATCH, DELETE',
        'access-control-allow-headers': 'authorization,content-type',
        'access-control-allow-private-network': 'true',
        'access-control-max-age': '600',
      });
    },
  );

  it('OPTIONS that is no preflight is another method', async () => {
    expect((await fetch('http://mock/groups', { method: 'OPTIONS', headers })).status).toBe(405);
  });

  it.each(['/__mock', '/__mock/worlds', '/__mock/nothing', '/__mock/openapi.json'])(
    '%s is not for other origins',
    async (path) => {
      const answers = [
        await fetch(`http://mock${path}`, { headers }),
        await fetch(`http://mock${path}`, preflight),
      ];
      const open = answers.filter(({ headers }) => headers.get('access-control-allow-origin') !== null);
      expect(open).toEqual([]);
    },
  );

  it('a call that a fault answers late has them, too', async () => {
    const mock = createMock({ cors: true });
    mock.defaultWorld.faults.next('listGroups', { status: 503, delay_ms: 1 });
    const answer = await mock.fetch('http://mock/groups', { headers });
    expect([answer.status, corsOf(answer)['access-control-allow-origin']]).toEqual([503, '*']);
  });
});

describe('with origins by name', () => {
  const { fetch } = createMock({ cors: ['https://app.example', PAGE] });

  it('one of them may, and the others may not', async () => {
    const one = await fetch('http://mock/groups', { headers });
    expect(corsOf(one)).toMatchObject({ 'access-control-allow-origin': PAGE, vary: 'Origin' });
    const other = await fetch('http://mock/groups', {
      headers: { ...headers, Origin: 'http://localhost:5174' },
    });
    expect(corsOf(other)).not.toHaveProperty('access-control-allow-origin');
    expect(corsOf(other)).toMatchObject({ vary: 'Origin' });
  });

  it.each([
    ['http://localhost:5173/', 'write http://localhost:5173.'],
    ['http://LOCALHOST:5173', 'write http://localhost:5173.'],
    ['localhost:5173', 'write one such as http://localhost:5173.'],
    ['', 'write one such as http://localhost:5173.'],
    ['http://a,http://b', 'give each by itself: --cors http://a --cors http://b.'],
    ['http://a, http://b:1', 'give each by itself: --cors http://a --cors http://b:1.'],
    ['*', '--cors alone, or cors: true, means every origin.'],
  ])('"%s" is none', (cors, says) => {
    expect(() => createMock({ cors: [cors] })).toThrow(says);
  });
});

it('without cors nothing is open, and OPTIONS is another method', async () => {
  const { fetch } = createMock();
  expect(corsOf(await fetch('http://mock/groups', { headers }))).toEqual({});
  expect((await fetch('http://mock/groups', preflight)).status).toBe(405);
});
