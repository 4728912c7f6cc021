import { createHmac } from 'node:crypto';
import { Server } from 'node:net';
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { type CaseResult, runContracts, type Target } from '../../../contracts/index.ts';
import type { ExpectedDeliveryOf } from '../../../contracts/language/case.ts';
import { createDeliveryCheck } from '../../../contracts/runner/body-check.ts';
import { takeDeliveries } from '../../../contracts/runner/expected-deliveries.ts';
import { createReceiver, ReceiverFailed } from '../../../contracts/target/receiver.ts';
import { type RunningMock, startMock } from '../../../mock/index.ts';
import { loadDocument } from '../../../spec/index.ts';

const check = createDeliveryCheck(loadDocument());
const SECRET = 'secret';
const ENVELOPE = {
  id: 'one',
  event: 'group.info',
  timestamp: 1781524800,
  device_id: '0b0e7a52-3c1d-4f6a-8b2e-9d4c5f6a7b8c',
  user_id: '5511999999999',
  data: {
    jid: '120363039000000000@g.us',
    sender: '5511888888888@s.whatsapp.net',
    timestamp: '2026-06-15T12:00:00Z',
    name: 'News',
  },
};

function signed(envelope: object, secret: string): string {
  const text = JSON.stringify(envelope);
  const signature = `sha256=${createHmac('sha256', secret).update(text).digest('hex')}`;
  return `${text.slice(0, -1)},"signature":"${signature}"}`;
}

const LIDS = new Map([
  ['123@lid', '5511999999999@s.whatsapp.net'],
  ['456@lid', '5511888888888@s.whatsapp.net'],
]);

/** What is said about deliveries of these texts to the first account. */
async function judge(receipt: Partial<ExpectedDeliveryOf<'group.info'>>, ...texts: string[]) {
  const inbox = await createReceiver({}).open();
  onTestFinished(() => inbox.close());
  for (const body of texts) await fetch(String(inbox.values['first.receiver']), { method: 'POST', body });
  const { own, checked } = await takeDeliveries(inbox, [{ event: 'group.info', ...receipt }], {}, check, {
    ...{ signing: {}, lids: LIDS, timeout: 50 },
  });
  return { own, issues: checked.issues };
}

it('a delivery that was taken already may come again where nobody promised otherwise', async () => {
  const inbox = await createReceiver({}).open();
  onTestFinished(() => inbox.close());
  const first = { ...ENVELOPE, id: 'evt-1' };
  const second = { ...ENVELOPE, id: 'evt-2', data: { ...ENVELOPE.data, name: 'Other' } };
  for (const body of [first, first, second])
    await fetch(String(inbox.values['first.receiver']), { method: 'POST', body: JSON.stringify(body) });
  const take = (name: string, mayRepeat: boolean) =>
    takeDeliveries(inbox, [{ event: 'group.info', body: { data: { name } } }], {}, check, {
      ...{ signing: {}, lids: LIDS, timeout: 50, mayRepeat },
    });
  expect((await take('News', true)).own).toEqual([]);
  expect((await take('Other', true)).own).toEqual([]);
});

it('a delivery that comes again is another one than expected where it may not', async () => {
  const inbox = await createReceiver({}).open();
  onTestFinished(() => inbox.close());
  const again = JSON.stringify({ ...ENVELOPE, id: 'evt-1' });
  for (const body of [again, again])
    await fetch(String(inbox.values['first.receiver']), { method: 'POST', body });
  const take = (name: string) =>
    takeDeliveries(inbox, [{ event: 'group.info', body: { data: { name } } }], {}, check, {
      ...{ signing: {}, lids: LIDS, timeout: 50 },
    });
  expect((await take('News')).own).toEqual([]);
  expect((await take('Other')).own.map(({ path }) => path)).toEqual(['receive[0].data.name']);
});

describe('a delivery', () => {
  it('comes by POST: what asks whether anybody is there is none, and any other method is another', async () => {
    const inbox = await createReceiver({}).open();
    onTestFinished(() => inbox.close());
    const url = String(inbox.values['first.receiver']);
    await fetch(url);
    await fetch(url, { method: 'PUT', body: JSON.stringify(ENVELOPE) });
    const how = { signing: {}, lids: LIDS, timeout: 50 };
    const { own } = await takeDeliveries(inbox, [{ event: 'group.info' }], {}, check, how);
    expect(own).toMatchObject([{ expected: 'a delivery by POST', actual: 'one by PUT' }]);
  });

  it.each([
    ['their LID, which an answer told', '123@lid', []],
    ['the LID of somebody else', '456@lid', ['receive[0].data.sender']],
  ])('may call somebody by %s', async (_, sender, paths) => {
    const body = { data: { sender: '5511999999999@s.whatsapp.net' } };
    const told = await judge({ body }, JSON.stringify({ ...ENVELOPE, data: { ...ENVELOPE.data, sender } }));
    expect(told.own.map(({ path }) => path)).toEqual(paths);
  });

  it('is as promised', async () => {
    const told = await judge({ body: { data: { name: 'News' } }, secret: SECRET }, signed(ENVELOPE, SECRET));
    expect(told).toEqual({ own: [], issues: [] });
  });

  it.each<[string, Partial<ExpectedDeliveryOf<'group.info'>>, string[], string]>([
    ['that does not come', {}, [], 'receive[0]'],
    ['of another event', {}, [JSON.stringify({ ...ENVELOPE, event: 'group.joined' })], 'receive[0]'],
    ['that is no JSON', {}, ['nonsense'], 'receive[0]'],
    [
      'that says something else',
      { body: { data: { name: 'Old' } } },
      [JSON.stringify(ENVELOPE)],
      'receive[0].data.name',
    ],
    [
      'that is signed with another secret',
      { secret: SECRET },
      [signed(ENVELOPE, 'guess')],
      'receive[0].signature',
    ],
    ['that is not signed', { secret: SECRET }, [JSON.stringify(ENVELOPE)], 'receive[0].signature'],
    [
      'that lacks what is captured',
      { capture: { topic: 'data.topic' } },
      [JSON.stringify(ENVELOPE)],
      'receive[0]',
    ],
    [
      'with the secret in it',
      { text: { $not: { $matches: SECRET } } },
      [JSON.stringify({ ...ENVELOPE, id: SECRET })],
      'receive[0] text',
    ],
  ])('%s is a difference', async (_, receipt, texts, path) => {
    expect((await judge(receipt, ...texts)).own).toMatchObject([{ path }]);
  });

  it('is checked against the document too, each fact by how it is known', async () => {
    const wrong = { ...ENVELOPE, timestamp: '2026', data: { ...ENVELOPE.data, name: 7 } };
    expect((await judge({}, JSON.stringify(wrong))).issues).toMatchObject([
      { path: 'receive[0].timestamp', provenance: 'documented' },
      { path: 'receive[0].data.name', provenance: 'assumed' },
    ]);
  });
});

describe('the receiver', () => {
  it('answers as the URL says, in turn, and what comes after its case with 200', async () => {
    const receiver = createReceiver({});
    const other = await receiver.open();
    const inbox = await receiver.open();
    const url = `${inbox.values['second.receiver']}?answers=500,204`;
    const answer = async () => (await fetch(url, { method: 'POST', body: '{}' })).status;
    expect([await answer(), await answer(), await answer()]).toEqual([500, 204, 204]);
    expect(await other.take('second', 20)).toBeUndefined();
    inbox.close();
    expect(await answer()).toBe(200);
    other.close();
    expect(await answer()).toBe(200);
    await receiver.end();
    await expect(answer()).rejects.toThrow('fetch failed');
  });

  it('ends the connection without an answer where the URL says 0, and has the delivery all the same', async () => {
    const inbox = await createReceiver({}).open();
    onTestFinished(() => inbox.close());
    const deliver = () =>
      fetch(`${inbox.values['first.receiver']}?answers=0,200`, { method: 'POST', body: '{}' });
    await expect(deliver()).rejects.toThrow('fetch failed');
    expect((await deliver()).status).toBe(200);
    expect([await inbox.take('first', 20), await inbox.take('first', 20)]).toMatchObject([
      { text: '{}' },
      { text: '{}' },
    ]);
  });

  it('listens on ::1 where a machine has no 127.0.0.1', async () => {
    vi.spyOn(Server.prototype, 'listen').mockImplementationOnce(function (this: Server) {
      const error = Object.assign(new Error('address not available'), { code: 'EADDRNOTAVAIL' });
      queueMicrotask(() => this.emit('error', error));
      return this;
    });
    const receiver = createReceiver({});
    onTestFinished(() => receiver.end());
    const { values } = await receiver.open();
    expect(values['first.receiver']).toMatch(/^http:\/\/\[::1\]:\d+\//);
  });

  it('is reached at the URL that was given, and says what to do when its port is taken', async () => {
    const taken = await startMock({ port: 0 });
    onTestFinished(() => taken.close());
    const port = Number(new URL(taken.url).port);
    const blocked = createReceiver({ receiver: { url: taken.url } });
    await expect(blocked.open()).rejects.toThrow(ReceiverFailed);
    await taken.close();
    const inbox = await createReceiver({ receiver: { url: 'https://hooks.example/suite/', port } }).open();
    onTestFinished(() => inbox.close());
    const url = String(inbox.values['first.receiver']);
    expect(url).toMatch(/^https:\/\/hooks\.example\/suite\//);
    const tunnelled = url.replace('https://hooks.example', `http://127.0.0.1:${port}`);
    await fetch(tunnelled, { method: 'POST', body: '{"event":"group.info"}' });
    expect(await inbox.take('first', 1000)).toMatchObject({ text: '{"event":"group.info"}' });
  });
});

describe('a case that receives', () => {
  let mock: RunningMock;
  let target: Target;
  const TOKENS = ['11111111-1111-4111-8111-111111111111', '22222222-2222-4222-8222-222222222222'] as const;
  beforeAll(async () => {
    mock = await startMock({ port: 0 });
    const tokens = { first: TOKENS[0], second: TOKENS[1] };
    target = { url: mock.url, tokens, has: ['webhook', 'receiver'], participants: ['5511900000001'] };
  });
  afterAll(() => mock.close());

  async function run(held: Target, ...only: string[]): Promise<CaseResult[]> {
    const results: CaseResult[] = [];
    for await (const result of runContracts(held, { only, seed: 1 })) results.push(result);
    return results;
  }

  it('runs by the public API alone, and leaves the webhook disabled', async () => {
    const results = await run(target, 'events/added', 'webhooks/signature-algorithm');
    expect(results.map(({ verdict }) => verdict)).toEqual(['kept', 'kept']);
    const webhook = await fetch(`${mock.url}/webhook`, { headers: { Authorization: `Bearer ${TOKENS[1]}` } });
    expect(await webhook.json()).toMatchObject({ webhook: { enabled: false } });
  });

  it('tells what did not come, with the call that it was to follow', async () => {
    mock.defaultWorld.faults.add({ delivery: 'drop', event: 'group.info' });
    const [result] = await run(target, 'events/name');
    expect(result).toMatchObject({
      verdict: 'differs',
      findings: [{ path: 'receive[0]', actual: expect.stringContaining('nothing within') }],
    });
  }, 20_000);

  it('is skipped by name where no webhook reaches the suite', async () => {
    const [result] = await run({ ...target, has: ['webhook'] }, 'events/name');
    expect(result).toMatchObject({ verdict: 'skipped', reason: expect.stringContaining('--has receiver') });
  });

  it('has its stage not set when the receiver cannot listen', async () => {
    const [result] = await run({ ...target, receiver: { url: mock.url } }, 'events/name');
    expect(result).toMatchObject({
      verdict: 'setup-failed',
      reason: expect.stringContaining('give another one with --receiver-port'),
    });
  });
});
