import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import type { Request } from '../../../contracts/target/client.ts';
import { createSender } from '../../../contracts/target/send.ts';

/** Sends what this machine is asked for. */
const send = (request: Request, timeout: number) => createSender({}, { timeout })(request);

const closers: (() => void)[] = [];

afterEach(() => {
  for (const close of closers.splice(0)) close();
});

describe('sending a request', () => {
  it('gives the status, the headers and the body', async () => {
    const url = await serve((request, response) => {
      request.resume();
      response.writeHead(201, { 'X-One': 'first' }).end('{"success":true}');
    });
    expect(await send(post(url), 1000)).toMatchObject({
      status: 201,
      headers: { 'x-one': 'first' },
      text: '{"success":true}',
      body: { success: true },
    });
  });

  it.each<{ target: string; says: RegExp; answer: RequestListener }>([
    { target: 'never answers', says: /^no answer within 200 ms$/, answer: () => {} },
    {
      target: 'begins to answer and stops',
      says: /^no answer within 200 ms$/,
      answer: (_, response) => void response.writeHead(200, { 'Content-Length': 9 }).write('{'),
    },
    {
      target: 'drips for ever',
      says: /^no answer within 200 ms$/,
      answer: (_, response) => {
        const drip = setInterval(() => response.write(' '), 20);
        response.once('close', () => clearInterval(drip));
      },
    },
    {
      target: 'closes the connection',
      says: /^no answer: socket hang up \(ECONNRESET\)$/,
      answer: (request) => void request.socket.destroy(),
    },
    {
      target: 'closes the connection in the middle',
      says: /^no answer: aborted \(ECONNRESET\)$/,
      answer: (_, response) => {
        response.writeHead(200, { 'Content-Length': 9 });
        response.write('{', () => response.destroy());
      },
    },
    {
      target: 'is no HTTP server',
      says: /^no answer: Parse Error/,
      answer: (request) => void request.socket.end('SSH-2.0\r\n\r\n'),
    },
  ])('to a target that $target says so', async ({ answer, says }) => {
    const url = await serve(answer);
    await expect(send(post(url), 200)).rejects.toThrow(says);
  });

  it('sends a long body whole, letter by letter', async () => {
    const body = `x${'🎉'.repeat(200_000)}`;
    const url = await serve(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk);
      response.end(JSON.stringify({ isSame: Buffer.concat(chunks).toString() === body }));
    });
    expect(await send({ ...post(url), body }, 5000)).toMatchObject({ body: { isSame: true } });
  });

  it('survives a target that answers before it has read a long body, and then hangs up', async () => {
    const url = await serve((request, response) => {
      response.writeHead(413, { 'Content-Length': 2 }).end('{}');
      let read = 0;
      request.on('error', () => {});
      request.on('data', (piece: Buffer) => {
        read += piece.length;
        if (read > 8_300_000) setImmediate(() => request.socket.resetAndDestroy());
      });
    });
    const refused = createSender({}, { timeout: 20_000 });
    // What fails when nobody waits for it ends the whole run of the tests, in about one round of ten.
    for (let round = 0; round < 30; round++)
      expect(await refused({ ...post(url), body: 'x'.repeat(8_400_000) }, [413])).toMatchObject({
        status: 413,
      });
  }, 60_000);

  it('to nobody says so', async () => {
    const url = await serve(() => {});
    for (const close of closers.splice(0)) close();
    await expect(send(post(url), 1000)).rejects.toThrow(/^no answer: .*\(ECONNREFUSED\)$/);
  });

  it('takes what is no JSON as text', async () => {
    const url = await serve((_, response) => void response.end('<h1>Welcome</h1>'));
    expect(await send(post(url), 1000)).toMatchObject({ text: '<h1>Welcome</h1>', body: undefined });
  });
});

describe('what may leave this machine', () => {
  const live = 'http://wuts.invalid/groups';
  const bearer = { Authorization: 'Bearer x' };
  const get: Request = { method: 'GET', url: live, headers: bearer, body: undefined };

  it.each<[string, Partial<Request>]>([
    ['DELETE', { method: 'DELETE' }],
    ['a method in lower case', { method: 'delete' }],
    ['GET with a space', { method: 'get ' }],
    ['GET with more behind it', { method: 'GET\r\nX: y' }],
    ['no method', { method: '' }],
    ['HEAD', { method: 'HEAD' }],
    ['OPTIONS', { method: 'OPTIONS' }],
    ['CONNECT', { method: 'CONNECT' }],
    ['GET with a body', { body: '' }],
    ['GET that is to be taken for DELETE', { headers: { ...bearer, 'X-HTTP-Method-Override': 'DELETE' } }],
    ['the same in lower case', { headers: { ...bearer, 'x-method-override': 'DELETE' } }],
    ['GET that switches the protocol', { headers: { ...bearer, Upgrade: 'h2c', Connection: 'Upgrade' } }],
    ['a parameter that names a method', { url: `${live}?_method=DELETE` }],
    ['the same percent-encoded', { url: `${live}?%5Fmethod=DELETE` }],
  ])('%s is held back', async (_, altered) => {
    await expect(createSender({}, {})({ ...get, ...altered })).rejects.toThrow(
      /changes something, and --allow-changes was not given for wuts\.invalid$/,
    );
  });

  it.each(['GET', 'get', 'Get'])('%s leaves', async (method) => {
    await expect(createSender({}, {})({ ...get, method })).rejects.toThrow(
      /^no answer: .*ENOTFOUND|EAI_AGAIN/,
    );
  });

  it('changes leave as often as is allowed, and keep their distance', async () => {
    const send = createSender({ allowChanges: true }, { maxChanges: 3, pace: 60 });
    const change = () => send({ ...get, method: 'DELETE' }).catch((error: Error) => error.name);
    const start = performance.now();
    expect(await Promise.all([change(), change(), change()])).toEqual(['NoAnswer', 'NoAnswer', 'NoAnswer']);
    expect(performance.now() - start).toBeGreaterThan(100);
    await expect(send({ ...get, method: 'DELETE' })).rejects.toThrow(
      'the 3 changes of --max-changes are used up',
    );
    await expect(send(get)).rejects.toThrow(/^no answer/);
  });

  it('a redirect is an answer, and is not followed', async () => {
    const asked: string[] = [];
    const url = await serve((request, response) => {
      asked.push(`${request.method} ${request.url}`);
      response.writeHead(307, { Location: 'http://wuts.invalid/groups' }).end();
    });
    expect(await send(post(`${url}/one`), 1000)).toMatchObject({ status: 307 });
    expect(asked).toEqual(['POST /one']);
  });
});

function post(url: string) {
  return { method: 'POST', url, headers: {}, body: '{}' };
}

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
