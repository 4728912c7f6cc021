/** What no case reads: the stream of events. */
import { connect } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { HEARTBEAT, streamWorld } from '../../../mock/control/stream.ts';
import { createMock, startMock } from '../../../mock/index.ts';
import { record } from '../../../mock/world/apply/event-log.ts';
import type { WritableWorld } from '../../../mock/world/apply/writable.ts';
import { answering, createReceiver } from '../delivery/receiver.ts';
import { createStage } from '../delivery/stage.ts';

const STREAM = '/__mock/worlds/default/stream';

/** One server-sent event. */
interface Sent {
  id: string;
  event: string;
  data: Record<string, unknown>;
}

/** Reads a stream until the test is over. */
async function listen(url: string, lastId?: string, query = '') {
  const ending = new AbortController();
  onTestFinished(() => ending.abort());
  const headers: Record<string, string> = lastId === undefined ? {} : { 'Last-Event-ID': lastId };
  const response = await fetch(url + STREAM + query, { headers, signal: ending.signal });
  let text = '';
  let isOver = false;
  const reading = (async () => {
    const decoder = new TextDecoder();
    for await (const chunk of response.body ?? []) text += decoder.decode(chunk, { stream: true });
    isOver = true;
  })();
  reading.catch(() => {});
  const sent = (): Sent[] =>
    text.split('\n\n').flatMap((block) => {
      const [, id = '', event = '', data = ''] = /^id: (.*)\nevent: (.*)\ndata: (.*)$/.exec(block) ?? [];
      return id === '' ? [] : [{ id, event, data: JSON.parse(data) }];
    });
  await expect.poll(() => text).toContain(': here is what happens\n\n');
  return {
    response,
    sent,
    text: () => text,
    isOver: () => isOver,
    stop: () => ending.abort(),
    /** Waits for so many. */
    async until(count: number) {
      await expect.poll(() => sent().length, { timeout: 5000 }).toBeGreaterThanOrEqual(count);
      return sent();
    },
  };
}

const PATIENCE = { timeout: 20_000 };

describe('the stream', () => {
  it('tells events and deliveries as they come, with the state of each delivery', async () => {
    const stage = await createStage();
    const receiver = await createReceiver(answering(500, 200));
    await stage.subscribe('first', receiver);
    await stage.as('second').createGroup();
    const { response, until } = await listen(stage.url);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
    });
    await stage.as('first').createGroup({ name: 'Live' });
    await stage.deliveries();
    await stage.advance(1);
    await stage.deliveries();
    const sent = await until(3);
    expect(sent[0]).toMatchObject({
      event: 'event',
      data: { sequence: 2, kind: 'created', group_name: 'Live' },
    });
    const deliveries = sent.slice(1);
    expect(new Set(deliveries.map(({ event }) => event))).toEqual(new Set(['delivery']));
    expect(deliveries.at(-1)?.data).toMatchObject({
      sequence: 1,
      state: 'delivered',
      attempts: [{ status: 500 }, { status: 200 }],
    });
    expect(deliveries.at(-1)?.data).not.toHaveProperty('payload');
  });

  it('goes on after the last id that was seen, and starts from what is remembered after an id of another time', async () => {
    const stage = await createStage();
    const first = await listen(stage.url);
    const { jid } = await stage.as('first').createGroup();
    const [{ id = '' } = {}] = await first.until(1);
    first.stop();
    for (const name of ['a', 'b']) await stage.as('first').patch(`/groups/${jid}`, { name });
    const second = await listen(stage.url, id);
    expect((await second.until(2)).map(({ data }) => data.sequence)).toEqual([2, 3]);
    const third = await listen(stage.url, '999.999');
    expect((await third.until(3)).map(({ data }) => data.sequence)).toEqual([1, 2, 3]);
  });

  it('tells what people do and what falls due, too', async () => {
    const stage = await createStage();
    const { until } = await listen(stage.url);
    await stage.act('5511777777777', { do: 'create-group', name: 'Later', after_seconds: 60 });
    await stage.advance(60);
    expect(await until(1)).toMatchObject([{ data: { at: '2026-06-15T12:01:00Z', group_name: 'Later' } }]);
  });

  it('says when the world was reset, and goes on with the new one', async () => {
    const stage = await createStage();
    await stage.as('first').createGroup();
    const { until } = await listen(stage.url);
    await stage.control('POST', '/reset');
    await stage.as('first').createGroup({ name: 'Anew' });
    expect(await until(2)).toMatchObject([
      { id: '0.0', event: 'replaced', data: {} },
      { id: '1.0', event: 'event', data: { sequence: 1, group_name: 'Anew' } },
    ]);
  });

  it('tells with `all` of calls, once for many, and of what the control plane changed', async () => {
    const stage = await createStage();
    const { until, sent } = await listen(stage.url, undefined, '?all=true');
    const told = () => sent().map(({ event }) => event);
    await Promise.all(Array.from({ length: 50 }, () => stage.as('first').get('/groups')));
    expect((await until(1))[0]).toMatchObject({ event: 'calls', data: {} });
    await stage.control('POST', '/people/5511999999999/may', { acts: [{ do: 'create-group', name: 'A' }] });
    await stage.control('GET', '/clock');
    await stage.advance(60);
    await expect.poll(told, PATIENCE).toContain('driven');
    expect(told().filter((event) => event === 'driven')).toHaveLength(1);
    expect(told().filter((event) => event === 'calls').length).toBeLessThan(50);
    await stage.control('POST', '/reset');
    await expect.poll(told, PATIENCE).toContain('replaced');
    const before = sent().length;
    await stage.as('first').get('/groups');
    await expect.poll(() => told().slice(before), PATIENCE).toContain('calls');
  });

  it('ends with its world, and is of that world only', async () => {
    const stage = await createStage();
    const made = await stage.send({ method: 'POST', path: '/__mock/worlds', body: { name: 'other' } });
    expect(made.status).toBe(201);
    const response = await fetch(`${stage.url}/__mock/worlds/other/stream`);
    await stage.as('first').createGroup();
    await stage.send({ method: 'DELETE', path: '/__mock/worlds/other' });
    expect(await response.text()).toBe(': here is what happens\n\n');
  });

  it('ends when the mock is closed', async () => {
    const mock = await startMock({ port: 0 });
    const { isOver } = await listen(mock.url);
    await mock.close();
    await expect.poll(isOver).toBe(true);
  });

  it('stops looking when the reader is gone', async () => {
    const stage = await createStage();
    const { courier } = stage.mock.tenants.main;
    let watching = 0;
    Object.assign(courier, {
      watch: ((watch) => (listener: Parameters<typeof watch>[0]) => {
        const stop = watch(listener);
        watching += 1;
        return () => {
          watching -= 1;
          stop();
        };
      })(courier.watch),
    });
    const readers = await Promise.all([listen(stage.url), listen(stage.url), listen(stage.url)]);
    expect(watching).toBe(3);
    for (const { stop } of readers) stop();
    await expect.poll(() => watching).toBe(0);
    await stage.as('first').createGroup();
  });

  it('shows again and again that it is alive, every 15 seconds unless told otherwise', async () => {
    const { tenants } = createMock();
    const texts: string[] = [];
    const reader = { write: (text: string) => texts.push(text), end: () => {}, fail: () => {} };
    const stop = streamWorld(tenants.main, undefined, { heartbeat: 5 }).body(reader);
    onTestFinished(stop);
    await expect.poll(() => texts.length).toBeGreaterThan(2);
    expect(texts.slice(0, 3)).toEqual([': here is what happens\n\n', ': still here\n\n', ': still here\n\n']);
    expect(HEARTBEAT).toBe(15_000);
  });

  it('drops a reader that does not read, and the API goes on', async () => {
    const mock = await startMock({ port: 0, seed: 1 });
    onTestFinished(() => mock.close());
    const { port } = new URL(mock.url);
    const socket = connect(Number(port), '127.0.0.1');
    onTestFinished(() => void socket.destroy());
    let isDropped = false;
    socket.on('error', () => {});
    socket.write(`GET ${STREAM} HTTP/1.1\r\nHost: localhost\r\n\r\n`);
    await new Promise((resolve) => socket.once('readable', resolve));
    socket.pause();

    const { world, courier } = mock.tenants.main;
    const topic = 'x'.repeat(2000);
    // 40 MB in all: far more than the reader, the network and the mock hold together.
    for (let round = 0; round < 40; round += 1) {
      for (let n = 0; n < 500; n += 1)
        record(world as WritableWorld, undefined, undefined, { kind: 'changed', settings: { topic } });
      courier.wake();
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    socket.once('close', () => {
      isDropped = true;
    });
    socket.resume();
    await expect.poll(() => isDropped, { timeout: 10_000 }).toBe(true);
    const answer = await fetch(`${mock.url}/groups`, {
      headers: { Authorization: mock.accounts[0]?.token ?? '' },
    });
    expect(answer.status).toBe(200);
  });
});
