/** What no case sends: bytes behind a request. */
import { connect } from 'node:net';
import { afterAll, describe, expect, it } from 'vitest';
import { startMock } from '../../../../mock/index.ts';

const mock = await startMock({ port: 0, seed: 1 });
afterAll(() => mock.close());

const BODY = '{"name":"Friends","participants":["5511777777777"]}';
const HEADERS = [
  'Host: localhost',
  `Authorization: ${mock.accounts[0]?.token}`,
  'Content-Type: application/json',
  `Content-Length: ${BODY.length}`,
];
const POST = `POST /groups HTTP/1.1\r\n${HEADERS.join('\r\n')}\r\n\r\n${BODY}`;

/** The statuses that come back for these bytes, and how many groups there are more. */
async function send(bytes: string): Promise<{ statuses: string[]; made: number }> {
  const before = await countGroups();
  const { hostname, port } = new URL(mock.url);
  const said = await new Promise<string>((resolve) => {
    let text = '';
    const socket = connect(Number(port), hostname, () => socket.write(bytes));
    socket.on('data', (part) => {
      text += part;
    });
    socket.on('error', () => {});
    socket.on('close', () => resolve(text));
  });
  const statuses = [...said.matchAll(/HTTP\/1\.1 (\d{3})/g)].map(([, status = '']) => status);
  return { statuses, made: (await countGroups()) - before };
}

async function countGroups(): Promise<number> {
  const response = await fetch(`${mock.url}/groups`, {
    headers: { Authorization: HEADERS[1]?.slice(15) ?? '' },
  });
  return ((await response.json()) as { groups: unknown[] }).groups.length;
}

describe('garbage in the packet of a good request is refused after the answer to that request', () => {
  it.each([
    ['words', 'garbage\r\n\r\n'],
    ['zeros', '\0\0\0\0'],
    ['another version of HTTP', 'GET /groups HTTP/9.9\r\n\r\n'],
    ['a request with bad chunks', POST.replace(/Content-Length: \d+/, 'Transfer-Encoding: chunked')],
  ])('%s', async (_, garbage) => {
    expect(await send(POST + garbage)).toEqual({ statuses: ['201', '400'], made: 1 });
  });

  it('two requests: both are answered before', async () => {
    expect(await send(`${POST}${POST}garbage\r\n\r\n`)).toEqual({ statuses: ['201', '201', '400'], made: 2 });
  });
});
