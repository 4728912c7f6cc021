/** What no case sends: what the fuzzer found. */
import { connect } from 'node:net';
import { afterAll, expect, it, vi } from 'vitest';
import { startMock } from '../../../mock/index.ts';

const mock = await startMock({ port: 0, seed: 1 });
afterAll(() => mock.close());

const WITH_TOKEN = `Authorization: ${mock.accounts[0]?.token}\r\nConnection: close\r\n`;

/** What comes back for these bytes until the mock closes the connection. */
function send(bytes: string): Promise<string> {
  const { hostname, port } = new URL(mock.url);
  return new Promise((resolve) => {
    let text = '';
    const socket = connect(Number(port), hostname, () => socket.write(bytes));
    socket.on('data', (part) => {
      text += part;
    });
    socket.on('error', () => {});
    socket.on('close', () => resolve(text));
  });
}

it.each(['a-miracle', '', '200-ok'])(
  'an expectation that nobody knows (Expect: %s) is ignored',
  async (value) => {
    const answer = await send(`GET /groups HTTP/1.1\r\n${WITH_TOKEN}Expect: ${value}\r\n\r\n`);
    expect(answer).toMatch(/^HTTP\/1\.1 200 OK\r\n.*\{"success":true,"groups":\[\]\}$/s);
  },
);

it.each(['http://[::1', 'https://a b', 'x:'])(
  'a target that is no URL (%s) gets the envelope, and no warning',
  async (target) => {
    const warned = vi.spyOn(process, 'emitWarning');
    const answer = await send(`GET ${target} HTTP/1.1\r\n${WITH_TOKEN}\r\n`);
    expect(answer).toMatch(
      /^HTTP\/1\.1 40[04] .*\{"success":false,.*"error_code":"(NOT_FOUND|VALIDATION_ERROR)"/s,
    );
    expect(warned).not.toHaveBeenCalled();
  },
);
