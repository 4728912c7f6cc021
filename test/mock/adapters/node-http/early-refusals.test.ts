/** What no case sends: bodies that are refused before they have ended. */
import { connect } from 'node:net';
import { afterAll, expect, it } from 'vitest';
import { startMock } from '../../../../mock/index.ts';

const mock = await startMock({ port: 0, seed: 1 });
afterAll(() => mock.close());

const MIB = 1024 * 1024;

/** What comes back to somebody who sends all and only then, after a while, reads. */
function sendThenRead(headers: string[], body: Buffer): Promise<string> {
  const { hostname, port } = new URL(mock.url);
  const lines = [
    'POST /groups HTTP/1.1',
    'Connection: close',
    `Authorization: ${mock.accounts[0]?.token}`,
    ...headers,
  ];
  return new Promise((resolve) => {
    let said = '';
    const socket = connect(Number(port), hostname, () => {
      socket.pause();
      socket.write(`${lines.join('\r\n')}\r\n\r\n`);
      socket.write(body);
      setTimeout(() => socket.resume(), 300);
    });
    socket.on('data', (part) => {
      said += part;
    });
    socket.on('error', () => {});
    socket.on('close', () => resolve(said));
  });
}

const JSON_TYPE = 'Content-Type: application/json';
const zeros = Buffer.alloc(20 * MIB);
const chunked = Buffer.concat([
  Buffer.from(`${zeros.length.toString(16)}\r\n`),
  zeros,
  Buffer.from('\r\n0\r\n\r\n'),
]);

it.each<[string, string[], Buffer, RegExp]>([
  [
    'too long by its length',
    [JSON_TYPE, `Content-Length: ${zeros.length}`],
    zeros,
    /^HTTP\/1\.1 413 .*PAYLOAD_TOO_LARGE/s,
  ],
  [
    'too long in one chunk',
    [JSON_TYPE, 'Transfer-Encoding: chunked'],
    chunked,
    /^HTTP\/1\.1 413 .*PAYLOAD_TOO_LARGE/s,
  ],
  [
    'of an unknown encoding',
    [JSON_TYPE, 'Content-Encoding: zstd', `Content-Length: ${7 * MIB}`],
    zeros.subarray(0, 7 * MIB),
    /^HTTP\/1\.1 415 .*UNSUPPORTED_MEDIA_TYPE/s,
  ],
  [
    'of bytes that are no gzip',
    [JSON_TYPE, 'Content-Encoding: gzip', `Content-Length: ${7 * MIB}`],
    zeros.subarray(0, 7 * MIB),
    /^HTTP\/1\.1 415 .*UNSUPPORTED_MEDIA_TYPE/s,
  ],
])('who sends a body %s and reads afterwards still gets the refusal', async (_, headers, body, wanted) => {
  expect((await sendThenRead(headers, body)).slice(0, 600)).toMatch(wanted);
});

it('who announces too much and sends nothing more is told so within moments', async () => {
  const start = performance.now();
  const answer = await sendThenRead([JSON_TYPE, `Content-Length: ${9 * MIB}`], Buffer.from('{'));
  expect(answer).toMatch(/^HTTP\/1\.1 413 /);
  expect(performance.now() - start).toBeLessThan(5000);
});
