/** What no case reads: when each attempt was made, and what the control plane tells of it. */
import { describe, expect, it } from 'vitest';
import { FIRST } from '../client.ts';
import { type Answering, answering, createReceiver } from './receiver.ts';
import { createStage, news } from './stage.ts';

describe('a receiver that fails', () => {
  it('is told with each attempt, at its moment', async () => {
    const stage = await createStage();
    await stage.subscribe('first', await createReceiver(answering(500, 404, 302, 200)));
    await stage.as('first').createGroup();
    await stage.advance(7);
    const [delivery] = await stage.deliveries();
    expect(delivery).toMatchObject({ state: 'delivered', due_at: null });
    const attempts = delivery?.attempts.map(({ at, status }) => `${at.slice(17)} ${status}`);
    expect(attempts).toEqual(['00Z 500', '01Z 404', '03Z 302', '07Z 200']);
  });

  it('is given up after its retries, however far the clock went at once; the next delivery goes out', async () => {
    const stage = await createStage();
    const receiver = await createReceiver(answering(500, 500, 500, 200));
    await stage.subscribe('first', receiver, { retry_attempts: 2 });
    await stage.as('first').createGroup({ name: 'One' });
    await stage.as('first').createGroup({ name: 'Two' });
    await stage.advance(3600);
    expect(await stage.deliveries()).toMatchObject([
      { state: 'failed', attempts: [{ status: 500 }, { status: 500 }, { status: 500 }] },
      { state: 'delivered', attempts: [{ at: '2026-06-15T12:00:03Z', status: 200 }] },
    ]);
  });

  it('holds up its own account only', async () => {
    const stage = await createStage();
    const [broken, sound] = [await createReceiver(answering(500)), await createReceiver()];
    await stage.subscribe('first', broken);
    await stage.subscribe('second', sound);
    for (const name of ['One', 'Two']) await stage.as('first').createGroup({ name });
    for (const name of ['Three', 'Four']) await stage.as('second').createGroup({ name });
    expect((await stage.deliveries(`&phone=${FIRST}&state=pending`)).map(({ due_at }) => due_at)).toEqual([
      '2026-06-15T12:00:01Z',
      '2026-06-15T12:00:00Z',
    ]);
    expect(broken.received).toHaveLength(1);
    expect(news(sound)).toMatchObject([
      { data: { group: { name: 'Three' } } },
      { data: { group: { name: 'Four' } } },
    ]);
  });

  const HANG_UP: Answering = (_response, _nth, socket) => socket.destroy();
  it.each<[string, { url?: string; answer?: Answering; more?: object }, string, number?]>([
    ['refuses', { url: 'http://127.0.0.1:9/' }, 'ECONNREFUSED'],
    ['is nowhere', { url: 'https://wuts-mock.invalid/hook' }, 'wuts-mock.invalid'],
    ['hangs up', { answer: HANG_UP }, 'socket hang up'],
    ['is slower than its timeout', { answer: () => {}, more: { timeout: 1 } }, 'No answer within 1 s.', 990],
  ])('because it %s: the attempt says so', async (_, { url, answer, more }, why, least = 0) => {
    const stage = await createStage();
    const receiver = url === undefined ? await createReceiver(answer) : { url };
    await stage.subscribe('first', receiver, { retry_attempts: 0, ...more });
    await stage.as('first').createGroup();
    const [delivery] = await stage.deliveries();
    expect(delivery).toMatchObject({
      state: 'failed',
      attempts: [{ status: null, error: expect.stringContaining(why) }],
    });
    expect(delivery?.attempts[0]?.milliseconds).toBeGreaterThanOrEqual(least);
  });
});

describe('a receiver that answers 2xx', () => {
  it('has received it, however long its answer goes on: no more than 64 KiB of it are read', async () => {
    const stage = await createStage();
    let written = 0;
    const receiver = await createReceiver((response) => {
      const pump = () => {
        while (!response.destroyed && written < 500e6) {
          written += 65_536;
          if (!response.write(Buffer.alloc(65_536))) return void response.once('drain', pump);
        }
      };
      pump();
    });
    await stage.subscribe('first', receiver);
    await stage.as('first').createGroup();
    expect(await stage.deliveries()).toMatchObject([{ state: 'delivered', attempts: [{ status: 200 }] }]);
    expect(written).toBeLessThan(50e6);
  });

  it('keeps its connection, and may end it at any time', async () => {
    const stage = await createStage();
    const sockets = new Set<{ destroy(): void }>();
    const receiver = await createReceiver((response, _nth, socket) => {
      sockets.add(socket);
      response.end();
    });
    await stage.subscribe('first', receiver);
    for (let n = 0; n < 3; n += 1) {
      await stage.as('first').createGroup();
      await stage.deliveries();
    }
    expect(receiver.connections).toBe(1);
    for (const socket of sockets) socket.destroy();
    await stage.as('first').createGroup();
    expect((await stage.deliveries()).map(({ state }) => state)).toEqual(Array(4).fill('delivered'));
  });
});

describe('what is on its way', () => {
  it('is forgotten when the world is reset', async () => {
    const stage = await createStage();
    const hung = await createReceiver(() => {});
    await stage.subscribe('first', hung);
    await stage.as('first').createGroup();
    await expect.poll(() => hung.received.length).toBe(1);
    await stage.control('POST', '/reset');
    expect(await stage.deliveries()).toEqual([]);

    const receiver = await createReceiver();
    await stage.subscribe('first', receiver);
    await stage.as('first').createGroup({ name: 'Afterwards' });
    expect(await stage.deliveries()).toMatchObject([{ sequence: 1, state: 'delivered' }]);
  });

  it('is given up, and says why, when the webhook is disabled meanwhile', async () => {
    const stage = await createStage();
    const receiver = await createReceiver(answering(500));
    await stage.subscribe('first', receiver);
    await stage.as('first').createGroup();
    await stage.deliveries();
    await stage.subscribe('first', receiver, { enabled: false });
    await stage.advance(1);
    expect(await stage.deliveries()).toMatchObject([
      { state: 'failed', attempts: [{ status: 500 }], reason: 'The webhook was disabled meanwhile.' },
    ]);
  });
});

describe('while the clock goes', () => {
  it('retries happen by themselves, and so does what somebody is going to do', async () => {
    const stage = await createStage();
    const receiver = await createReceiver(answering(500, 200));
    await stage.subscribe('first', receiver);
    await stage.control('PATCH', '/clock', { frozen: false });
    await stage.act('5511777777777', {
      do: 'create-group',
      name: 'Soon',
      participants: [FIRST],
      after_seconds: 0.2,
    });
    await expect.poll(() => receiver.received.length, { timeout: 10_000 }).toBe(2);
    const [{ attempts = [] } = {}] = await stage.deliveries();
    expect(attempts.map(({ status }) => status)).toEqual([500, 200]);
  });
});

describe('the secret', () => {
  it('is in no answer of the mock', async () => {
    const stage = await createStage();
    const receiver = await createReceiver(answering(500));
    await stage.subscribe('first', receiver, { secret: 'top-s3cret' });
    await stage.as('first').createGroup();
    await stage.deliveries();
    const seen = [await stage.as('first').get('/webhook')];
    for (const path of ['/deliveries', '/events', '', '/accounts']) {
      seen.push(await stage.send({ path: `/__mock/worlds/default${path}` }));
    }
    for (const { status, text } of seen) {
      expect(status).toBe(200);
      expect(text).not.toContain('top-s3cret');
    }
    expect(JSON.stringify(receiver.received)).not.toContain('top-s3cret');
  });
});
