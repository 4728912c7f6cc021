import { describe, expect, it, onTestFinished } from 'vitest';
import { type RunningMock, startMock } from '../../../mock/index.ts';
import type { ControlSchema } from '../../../spec/index.ts';
import { TOKENS } from '../client.ts';
import type { Json } from '../control/plane.ts';
import { createReceiver } from './receiver.ts';

const EVENTS = ['group.info', 'group.joined'];

async function start(host = '0.0.0.0'): Promise<RunningMock & { port: string }> {
  const mock = await startMock({ port: 0, seed: 1, host, controlToken: 'let me' });
  onTestFinished(() => mock.close());
  return Object.assign(mock, { port: new URL(mock.url).port });
}

async function call({ port }: { port: string }, method: string, path: string, body?: object) {
  const response = await fetch(`http://127.0.0.1:${port}${path}`, {
    method,
    headers: {
      Authorization: TOKENS.first,
      'Content-Type': 'application/json',
      'X-Control-Token': 'let me',
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const got: Json = await response.json();
  return { status: response.status, body: got };
}

async function subscribe(mock: { port: string }, webhook_url: string, headers = {}): Promise<void> {
  const webhook = { webhook_url, enabled_events: EVENTS, headers, retry_attempts: 3 };
  expect((await call(mock, 'POST', '/webhook', webhook)).status).toBe(200);
}

async function createGroup(mock: { port: string }): Promise<string> {
  const { status, body } = await call(mock, 'POST', '/groups', {
    name: 'Crew',
    participants: ['5511777777777'],
  });
  expect(status).toBe(201);
  return body.group.jid;
}

async function deliveries(mock: { port: string }): Promise<ControlSchema<'Delivery'>[]> {
  const { body } = await call(mock, 'GET', '/__mock/worlds/default/deliveries?settled_within=10');
  expect(body.settled).toBe(true);
  return body.deliveries;
}

describe('a webhook never drives a mock:', () => {
  it.each(['127.0.0.1', 'localhost', '127.1', '127.0.0.9', '127.0.0.1.'])(
    'not its own, called %s, which keeps its world',
    async (host) => {
      const mock = await start();
      await subscribe(mock, `http://${host}:${mock.port}/__mock/worlds/default/reset`, {
        'X-Control-Token': 'let me',
        'X-Mock-Delivery': '',
      });
      const jid = await createGroup(mock);
      expect(await deliveries(mock)).toMatchObject([
        {
          state: 'failed',
          attempts: [],
          reason: `The webhook leads to a mock at ${new URL(`http://${host}:${mock.port}`).host}, and a mock takes no deliveries.`,
        },
      ]);
      expect((await call(mock, 'GET', `/groups/${jid}`)).status).toBe(200);
    },
  );

  it('nor another one', async () => {
    const [mock, other] = [await start(), await start('127.0.0.1')];
    const jid = await createGroup(other);
    await subscribe(mock, `${other.url}/__mock/worlds/default/reset`);
    await createGroup(mock);
    expect(await deliveries(mock)).toMatchObject([
      { state: 'failed', reason: expect.stringMatching(/leads to a mock/) },
    ]);
    expect((await call(other, 'GET', `/groups/${jid}`)).status).toBe(200);
  });

  it('nor its API without an end, with a token of its own', async () => {
    const mock = await start();
    const jid = await createGroup(mock);
    const path = `/groups/${jid}/invite/reset`;
    await subscribe(mock, `http://127.0.0.1:${mock.port}${path}`, { Authorization: TOKENS.first });
    await call(mock, 'POST', path);
    expect(await deliveries(mock)).toHaveLength(1);
    const { body } = await call(mock, 'GET', '/__mock/worlds/default/journal');
    const resets = body.calls.filter((one: ControlSchema<'JournalCall'>) => one.path === path);
    expect(resets).toHaveLength(1);
  });

  it('while any other receiver is told what it is', async () => {
    const mock = await start();
    const receiver = await createReceiver();
    await subscribe(mock, receiver.url, { 'x-mock-delivery': 'forged' });
    await createGroup(mock);
    expect(await deliveries(mock)).toMatchObject([{ state: 'delivered', reason: null }]);
    const [{ headers, body } = {}] = receiver.received;
    expect(headers?.['x-mock-delivery']).toBe(body?.id);
  });
});
