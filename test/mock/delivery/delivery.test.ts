/** What no case compares: the headers and the bytes of a delivery. */
import { describe, expect, it } from 'vitest';
import { answering, createReceiver, signatureOf } from './receiver.ts';
import { createStage } from './stage.ts';

const START = '2026-06-15T12:00:00Z';

describe('a delivery', () => {
  it('is told with its one attempt when the receiver answers 2xx', async () => {
    const stage = await createStage();
    const receiver = await createReceiver(answering(204));
    await stage.subscribe('first', receiver);
    await stage.as('first').createGroup();
    await stage.advance(3600);
    expect(await stage.deliveries()).toMatchObject([
      { state: 'delivered', due_at: null, attempts: [{ at: START, status: 204, error: null }] },
    ]);
  });

  it('brings the headers of the webhook, but none of those that are ours', async () => {
    const stage = await createStage();
    const receiver = await createReceiver();
    const headers = {
      'X-Tenant': 'mine',
      'content-length': '3',
      'X-Webhook-Signature': 'forged',
      Host: 'evil',
    };
    await stage.subscribe('first', receiver, { headers });
    await stage.as('first').createGroup();
    await stage.deliveries();
    const [{ text = '', headers: got = {} } = {}] = receiver.received;
    expect(got['x-tenant']).toBe('mine');
    expect(got['x-webhook-signature']).toBe(signatureOf(text, 's3cret'));
    expect(got['content-length']).toBe(String(Buffer.byteLength(text)));
    expect(got.host).toBe(new URL(receiver.url).host);
  });

  it('follows no redirect', async () => {
    const stage = await createStage();
    const elsewhere = await createReceiver();
    const receiver = await createReceiver((response) =>
      response.writeHead(302, { Location: elsewhere.url }).end(),
    );
    await stage.subscribe('first', receiver, { retry_attempts: 0 });
    await stage.as('first').createGroup();
    expect(await stage.deliveries()).toMatchObject([{ state: 'failed', attempts: [{ status: 302 }] }]);
    expect(elsewhere.received).toEqual([]);
  });
});
