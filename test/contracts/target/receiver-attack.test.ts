import { connect, type Socket } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { createReceiver, type Inbox } from '../../../contracts/target/receiver.ts';

const HOST = 'Host: receiver\r\n';

const ATTACKS: [string, (path: string) => string | Buffer][] = [
  ['a target that is no URL', () => `POST // HTTP/1.1\r\n${HOST}Content-Length: 2\r\n\r\n{}`],
  ['slashes only', () => `POST ${'/'.repeat(5000)} HTTP/1.1\r\n${HOST}\r\n`],
  ['a target of another host', () => `POST http://[::1/x?answers=500 HTTP/1.1\r\n${HOST}\r\n`],
  ['a port out of bounds', () => `POST http://a:99999/x HTTP/1.1\r\n${HOST}\r\n`],
  ['percent signs', (path) => `POST ${path}?%E0%A4%A&answers=%ff HTTP/1.1\r\n${HOST}\r\n`],
  ['the target *', () => `OPTIONS * HTTP/1.1\r\n${HOST}\r\n`],
  ['no target', () => `POST  HTTP/1.1\r\n${HOST}\r\n`],
  ['a status that there is not', (path) => `POST ${path}?answers=nonsense,-1,1e99 HTTP/1.1\r\n${HOST}\r\n`],
  ['a status that is no answer', (path) => `POST ${path}?answers=101 HTTP/1.1\r\n${HOST}\r\n`],
  ['CONNECT', () => `CONNECT receiver:80 HTTP/1.1\r\n${HOST}\r\n`],
  [
    'an upgrade',
    (path) => `GET ${path} HTTP/1.1\r\n${HOST}Connection: Upgrade\r\nUpgrade: websocket\r\n\r\n`,
  ],
  [
    'an expectation',
    (path) => `POST ${path} HTTP/1.1\r\n${HOST}Expect: miracles\r\nContent-Length: 1\r\n\r\n`,
  ],
  [
    'two lengths',
    (path) => `POST ${path} HTTP/1.1\r\n${HOST}Content-Length: 1\r\nContent-Length: 9\r\n\r\nx`,
  ],
  ['a bad chunk', (path) => `POST ${path} HTTP/1.1\r\n${HOST}Transfer-Encoding: chunked\r\n\r\nzz\r\n`],
  ['bad headers', (path) => `POST ${path} HTTP/1.1\r\n${HOST}a b: \u0000\r\n\r\n`],
  ['100 kB of headers', (path) => `POST ${path} HTTP/1.1\r\n${HOST}${'x: y\r\n'.repeat(17_000)}\r\n`],
  ['a body that is held back', (path) => `POST ${path} HTTP/1.1\r\n${HOST}Content-Length: 1000\r\n\r\n{`],
  [
    'a body of 20 MB',
    (path) => `POST ${path} HTTP/1.1\r\n${HOST}Content-Length: 20000000\r\n\r\n${'x'.repeat(20_000_000)}`,
  ],
  [
    'a body that never ends',
    (path) => `POST ${path} HTTP/1.1\r\n${HOST}Content-Length: 99999999999\r\n\r\n${'x'.repeat(2_000_000)}`,
  ],
  ['bytes that are no HTTP', () => Buffer.from(Array.from({ length: 5000 }, (_, byte) => (byte * 31) % 256))],
  ['the start of TLS', () => Buffer.from('16030100a5010000a10303', 'hex')],
  ['nothing', () => ''],
];

it.each(ATTACKS)('%s neither ends the receiver nor keeps the next delivery out', async (_, toBytes) => {
  const inbox = await createReceiver({}).open();
  const { port, pathname } = new URL(String(inbox.values['first.receiver']));
  for (const isCut of [false, true]) {
    const socket = connect(Number(port), '127.0.0.1');
    socket.on('error', () => {});
    socket.write(toBytes(pathname));
    await (isCut
      ? new Promise((resolve) => setTimeout(resolve, 20)).then(() => socket.destroy())
      : settle(socket));
  }
  await mustDeliver(inbox);
  const start = performance.now();
  await inbox.close();
  expect(performance.now() - start).toBeLessThan(2000);
});

it('10 000 deliveries are answered, and a bounded part of them is kept', { timeout: 60_000 }, async () => {
  const inbox = await createReceiver({}).open();
  onTestFinished(() => inbox.close());
  const { port, pathname } = new URL(String(inbox.values['first.receiver']));
  const socket = connect(Number(port), '127.0.0.1');
  socket.on('error', () => {});
  let answered = 0;
  socket.on('data', (chunk) => {
    answered += chunk.toString().split('HTTP/1.1 200').length - 1;
  });
  const body = JSON.stringify({ filler: 'x'.repeat(20_000) });
  const one = `POST ${pathname} HTTP/1.1\r\n${HOST}Content-Length: ${body.length}\r\n\r\n${body}`;
  for (let batch = 0; batch < 100; batch++) {
    if (!socket.write(one.repeat(100))) await new Promise((resolve) => socket.once('drain', resolve));
  }
  await expect.poll(() => answered, { timeout: 30_000 }).toBeGreaterThan(9_900);
  let kept = 0;
  while ((await inbox.take('first', 1)) !== undefined) kept += 1;
  expect(kept).toBeGreaterThan(100);
  expect(kept).toBeLessThanOrEqual(1000);
  socket.destroy();
});

it('connections that are held open do not keep it from closing', async () => {
  const inbox = await createReceiver({}).open();
  const { port } = new URL(String(inbox.values['first.receiver']));
  const sockets = Array.from({ length: 300 }, () => connect(Number(port), '127.0.0.1'));
  for (const socket of sockets) socket.on('error', () => {});
  await Promise.all(sockets.map(settle));
  await inbox.close();
  for (const socket of sockets) socket.destroy();
});

/** Waits until a connection has an answer, is closed, or has had time for either. */
function settle(socket: Socket): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, 100);
    for (const event of ['data', 'close'])
      socket.once(event, () => {
        clearTimeout(timer);
        resolve();
      });
  });
}

async function mustDeliver(inbox: Inbox): Promise<void> {
  const response = await fetch(String(inbox.values['second.receiver']), {
    method: 'POST',
    body: '{"event":"x"}',
  });
  expect(response.status).toBe(200);
  expect(await inbox.take('second', 1000)).toMatchObject({ text: '{"event":"x"}' });
}
