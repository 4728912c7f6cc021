/** What no case sends: requests by their bytes. */
import { connect } from 'node:net';
import { afterAll, describe, expect, it } from 'vitest';
import { startMock } from '../../../../mock/index.ts';

const mock = await startMock({ port: 0, seed: 1 });
const { hostname, port } = new URL(mock.url);
const TOKEN = mock.accounts[0]?.token ?? '';

afterAll(() => mock.close());

/** What comes back for these bytes, until the mock closes the connection or says nothing for a while. */
function talk(bytes: string | Buffer, then: 'wait' | 'end' | 'reset' = 'wait'): Promise<string> {
  return new Promise((resolve) => {
    let said = '';
    const socket = connect(Number(port), hostname, () => {
      socket.write(bytes);
      if (then === 'end') socket.end();
      if (then === 'reset') setTimeout(() => socket.resetAndDestroy(), 50);
    });
    socket.setTimeout(700, () => socket.destroy());
    socket.on('data', (part) => {
      said += part;
    });
    socket.on('error', () => {});
    socket.on('close', () => resolve(said));
  });
}

function request(line: string, headers: string[] = [], body = ''): string {
  const all = ['Host: localhost', 'Connection: close', `Authorization: Bearer ${TOKEN}`, ...headers];
  return `${line} HTTP/1.1\r\n${all.join('\r\n')}\r\n\r\n${body}`;
}

/** The body of an answer, which must be the documented envelope. */
function envelopeOf(answer: string): unknown {
  return JSON.parse(answer.slice(answer.indexOf('\r\n\r\n')));
}

async function mustWork(): Promise<void> {
  const response = await fetch(`${mock.url}/groups`, { headers: { Authorization: TOKEN } });
  expect(await response.text()).toBe('{"success":true,"groups":[]}');
}

const GARBAGE = { success: false, error_code: 'VALIDATION_ERROR', timestamp: expect.stringMatching(/Z$/) };

describe('bytes that are no HTTP request get the envelope, and the next request works', () => {
  it.each<[string, string | Buffer]>([
    ['words', 'hello, is anybody there?\r\n\r\n'],
    ['a TLS hello', Buffer.from('16030100b5010000b10303', 'hex')],
    ['zeros', Buffer.alloc(1000)],
    ['a method that is none', request('CONSTRUCTOR /groups')],
    ['a header without colon', request('GET /groups', ['nonsense'])],
    ['a header name with a space', request('GET /groups', ['X Y: 1'])],
    ['two lengths', request('POST /groups', ['Content-Length: 2', 'Content-Length: 3'], '{}')],
    ['a negative length', request('POST /groups', ['Content-Length: -2'], '{}')],
    [
      'a length and chunks',
      request('POST /groups', ['Content-Length: 2', 'Transfer-Encoding: chunked'], '0\r\n\r\n'),
    ],
    ['a chunk without length', request('POST /groups', ['Transfer-Encoding: chunked'], 'xyz\r\n')],
    ['HTTP/9', 'GET /groups HTTP/9.9\r\n\r\n'],
  ])('%s', async (_, bytes) => {
    const answer = await talk(bytes);
    expect(answer).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/);
    expect(envelopeOf(answer)).toMatchObject(GARBAGE);
    await mustWork();
  });

  it('headers over 1 MiB', async () => {
    const answer = await talk(request('GET /groups', [`X-Long: ${'x'.repeat(2 * 1024 * 1024)}`]));
    expect(answer).toMatch(/^HTTP\/1\.1 431 /);
    expect(envelopeOf(answer)).toMatchObject(GARBAGE);
    await mustWork();
  });

  it('headers of 500 KiB are not too long', async () => {
    const answer = await talk(request('GET /groups', [`X-Long: ${'x'.repeat(500 * 1024)}`]));
    expect(answer).toMatch(/^HTTP\/1\.1 200 OK\r\n/);
  });

  it('a request without Host is as good as any other', async () => {
    const answer = await talk('GET /groups HTTP/1.1\r\nConnection: close\r\n\r\n');
    expect(answer).toMatch(/^HTTP\/1\.1 401 /);
    expect(answer).toContain('"error_code":"UNAUTHORIZED"');
    await mustWork();
  });
});

describe('a connection that ends early', () => {
  const whole = request('GET /groups');
  const body = '{"name":"Friends","participants":["5511777777777"]}';
  const half = request('POST /groups', ['Content-Type: application/json', 'Content-Length: 1000'], body);

  it('half-closed after a whole request: it is answered', async () => {
    expect(await talk(whole, 'end')).toMatch(/^HTTP\/1\.1 200 OK\r\n.*\{"success":true,"groups":\[\]\}$/s);
    await mustWork();
  });

  it.each<[string, string, 'end' | 'reset']>([
    ['half-closed at once', '', 'end'],
    ['half-closed within the headers', whole.slice(0, 30), 'end'],
    ['half-closed within the body', half, 'end'],
    ['reset within the headers', whole.slice(0, 30), 'reset'],
    ['reset within the body', half, 'reset'],
    ['reset after a whole request', whole, 'reset'],
  ])('%s: nothing is done, and the next request works', async (_, bytes, then) => {
    expect(await talk(bytes, then)).not.toMatch(/^HTTP\/1\.1 (201|5)/);
    await mustWork();
  });

  it('a body over 8 MiB in chunks', async () => {
    const chunk = `${(64 * 1024).toString(16)}\r\n${'x'.repeat(64 * 1024)}\r\n`;
    const headers = ['Content-Type: application/json', 'Transfer-Encoding: chunked'];
    const answer = await talk(request('POST /groups', headers, `${chunk.repeat(129)}0\r\n\r\n`));
    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
    expect(envelopeOf(answer)).toMatchObject({ success: false, error_code: 'PAYLOAD_TOO_LARGE' });
    await mustWork();
  });
});

describe('request targets of other forms', () => {
  it.each([
    ['an absolute URL', 'GET http://api.wuts.com.br/groups', /^HTTP\/1\.1 200 OK\r\n.*"groups":\[\]/s],
    ['an absolute URL with a query', 'GET http://api.wuts.com.br/groups?a=/b', /^HTTP\/1\.1 200 OK/],
    ['an absolute URL without a path', 'GET http://api.wuts.com.br', /^HTTP\/1\.1 404 .*NOT_FOUND/s],
    ['OPTIONS *', 'OPTIONS *', /^HTTP\/1\.1 404 .*NOT_FOUND/s],
    ['a fragment', 'GET /groups#fragment', /^HTTP\/1\.1 200 OK/],
    ['two slashes', 'GET //groups', /^HTTP\/1\.1 404 .*NOT_FOUND/s],
    ['HEAD, which has no body', 'HEAD /groups', /^HTTP\/1\.1 200 OK\r\n.*Content-Length: 28\r\n.*\r\n\r\n$/s],
    ['HEAD where GET is not taken', 'HEAD /groups/join', /^HTTP\/1\.1 40[05] .*\r\n\r\n$/s],
    ['an undecodable one', 'GET /groups/%E0%A4%A', /^HTTP\/1\.1 400 .*VALIDATION_ERROR/s],
    ['bytes that are not ASCII', 'GET /groups/ä', /^HTTP\/1\.1 400 .*VALIDATION_ERROR/s],
    ['CONNECT, which is not answered', 'CONNECT example.com:443', /^$/],
    ['an upgrade, which is not made', 'GET /groups', /^HTTP\/1\.1 200 OK/, ['Upgrade: websocket']],
  ])('%s', async (_, line, wanted, headers: string[] = []) => {
    expect(await talk(request(line, headers))).toMatch(wanted);
    await mustWork();
  });

  it('two requests in one packet are answered one after the other', async () => {
    const first = request('GET /status').replace('Connection: close', 'Connection: keep-alive');
    expect(await talk(first + request('GET /groups'))).toMatch(/"status":"connected".*"groups":\[\]/s);
  });
});
