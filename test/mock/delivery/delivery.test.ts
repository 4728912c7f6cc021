/** What no case compares: the headers and the bytes of a delivery. */
import { describe, expect, it } from 'vitest';
import { FIRST, SECOND } from '../client.ts';
import { answering, createReceiver, signatureOf } from './receiver.ts';
import { createStage } from './stage.ts';

const START = '2026-06-15T12:00:00Z';

describe('a delivery', () => {
  it('is the envelope of the document, signed over its own text', async () => {
    const stage = await createStage();
    const receiver = await createReceiver();
    await stage.subscribe('second', receiver);
    const { jid } = await stage.as('first').createGroup({ participants: [SECOND] });
    expect(await stage.deliveries()).toMatchObject([{ phone: SECOND, state: 'delivered' }]);

    const [{ text = '', body, headers } = {}] = receiver.received;
    const { device_id } = (await stage.as('second').get('/status')).body.data;
    expect(body).toEqual({
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      event: 'group.joined',
      timestamp: Date.parse(START) / 1000,
      device_id,
      user_id: SECOND,
      data: expect.objectContaining({ group: expect.objectContaining({ jid }), type: 'new' }),
      signature: signatureOf(text, 's3cret'),
    });
    expect(headers).toMatchObject({
      'content-type': 'application/json; charset=utf-8',
      'x-webhook-signature': body?.signature,
    });
    expect(text).not.toContain('s3cret');
  });

  it('has no signature without a secret', async () => {
    const stage = await createStage();
    const receiver = await createReceiver();
    await stage.subscribe('first', receiver, { secret: undefined });
    await stage.as('first').createGroup();
    await stage.deliveries();
    expect(receiver.received[0]?.body).not.toHaveProperty('signature');
    expect(receiver.received[0]?.headers).not.toHaveProperty('x-webhook-signature');
  });

  it('goes out once when the receiver answers 2xx', async () => {
    const stage = await createStage();
    const receiver = await createReceiver(answering(204));
    await stage.subscribe('first', receiver);
    await stage.as('first').createGroup();
    await stage.advance(3600);
    expect(await stage.deliveries()).toMatchObject([
      { state: 'delivered', due_at: null, attempts: [{ at: START, status: 204, error: null }] },
    ]);
    expect(receiver.received).toHaveLength(1);
  });

  it('comes only of the events that the webhook is for, and not at all when it is disabled', async () => {
    const stage = await createStage();
    const receiver = await createReceiver();
    await stage.subscribe('first', receiver, { enabled_events: ['group.info'] });
    await stage.subscribe('second', receiver, { enabled: false });
    const { jid } = await stage.as('first').createGroup({ participants: [SECOND] });
    await stage.as('first').patch(`/groups/${jid}`, { name: 'Crew' });
    expect(await stage.deliveries()).toMatchObject([{ phone: FIRST, event: 'group.info' }]);
    expect(receiver.received).toHaveLength(1);
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
