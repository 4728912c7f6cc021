/** What no case compares: the headers and the bytes of a delivery. */
import { createHmac } from 'node:crypto';
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

  it.each<[ruling: string, choice: string, header: string, signatureOf: (bare: string) => string]>([
    ['webhook-signed-text', 'without-signature', 'x-webhook-signature', (bare) => `sha256=${hmac(bare)}`],
    [
      'webhook-signed-text',
      'empty-signature',
      'x-webhook-signature',
      (bare) => `sha256=${hmac(bare.replace(/}$/, ',"signature":""}'))}`,
    ],
    [
      'webhook-signed-text',
      'after-timestamp',
      'x-webhook-signature',
      (bare) => `sha256=${hmac(`${Date.parse(START) / 1000}.${bare}`)}`,
    ],
    [
      'webhook-signed-text',
      'data',
      'x-webhook-signature',
      (bare) => `sha256=${hmac(bare.slice(bare.indexOf('"data":') + '"data":'.length, -1))}`,
    ],
    ['webhook-signature-form', 'hex', 'x-webhook-signature', (bare) => hmac(bare)],
    ['webhook-signature-form', 'base64', 'x-webhook-signature', (bare) => hmac(bare, 'sha256', 'base64')],
    [
      'webhook-signature-form',
      'sha256-base64',
      'x-webhook-signature',
      (bare) => `sha256=${hmac(bare, 'sha256', 'base64')}`,
    ],
    ['webhook-signature-form', 'sha1-hex', 'x-webhook-signature', (bare) => `sha1=${hmac(bare, 'sha1')}`],
    [
      'webhook-signature-form',
      'sha512-hex',
      'x-webhook-signature',
      (bare) => `sha512=${hmac(bare, 'sha512')}`,
    ],
    [
      'webhook-signature-header',
      'X-Hub-Signature-256',
      'x-hub-signature-256',
      (bare) => `sha256=${hmac(bare)}`,
    ],
    ['webhook-signature-header', 'none', '', (bare) => `sha256=${hmac(bare)}`],
  ])('is signed as the ruling %s=%s says', async (ruling, choice, header, wanted) => {
    const stage = await createStage({ rulings: { [ruling]: choice } });
    const receiver = await createReceiver();
    await stage.subscribe('first', receiver);
    await stage.as('first').createGroup();
    const [told] = await stage.deliveries();
    const [{ text = '', headers = {} } = {}] = receiver.received;
    const [bare = '', signature] = text.split(/,"signature":"(.*)"}$/);
    const signed = wanted(`${bare}}`);
    expect([signature, told?.signature]).toEqual([signed, signed]);
    const places = Object.keys(headers).filter((name) => headers[name] === signed);
    expect(places).toEqual(header === '' ? [] : [header]);
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

function hmac(text: string, hash = 'sha256', encoding: 'hex' | 'base64' = 'hex'): string {
  return createHmac(hash, 's3cret').update(text).digest(encoding);
}
