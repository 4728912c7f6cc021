import type { ExpectedDeliveryOf } from '../../language/case.ts';
import { first, second, third } from '../../language/cast.ts';
import { info, joined, subscribe, told } from '../../language/deliveries.ts';
import { later } from '../../language/happenings.ts';
import type { Pattern } from '../../language/patterns.ts';
import { assumed, promises, restsOn } from '../../language/promises.ts';
import { makeGroup, update } from '../../language/stage.ts';

const SECRET = 'wuts-contract-secret';
const SIGNATURE: Pattern<string> = { $matches: '^sha256=[0-9a-f]{64}$' };

/** The second account is told of `{{group}}` by a webhook; whether an account is told of its own deeds is another thing. */
const delivered = {
  ...restsOn('schema EventEnvelope'),
  before: [makeGroup(undefined, [first, second]), subscribe('second')],
};

const renamed = info({ name: '{{other-name}}' }, 'second');
const retold = info({ topic: '{{topic}}' }, 'second');
const rename = update({ name: '{{other-name}}' });
const tell = update({ topic: '{{topic}}' });

/** How events get to a webhook, whatever they are about. */
export const webhooksDelivery = [
  ...promises('webhooks', delivered, {
    'delivery-envelope': [
      'A delivery is JSON with id, event, timestamp in whole Unix seconds, device_id, user_id and data.',
      told(
        rename,
        envelope({
          id: { $matches: '.' },
          timestamp: { $integer: true, $atLeast: 1577836800, $atMost: 9999999999 },
          device_id: { $matches: '.' },
          user_id: { $matches: '.' },
          data: { $type: 'object' },
        }),
      ),
    ],
    'delivery-is-json': [
      'A delivery is announced as application/json.',
      told(rename, {
        to: 'second',
        event: 'group.info',
        headers: { 'content-type': { $matches: '^application/json\\b' } },
      }),
    ],
    'delivery-of-device': [
      assumed,
      'A delivery names the device that the status of the account names.',
      { call: 'getStatus', as: 'second', capture: { device: 'data.device_id' } },
      told(rename, envelope({ device_id: '{{device}}' })),
    ],
    'delivery-ids': [
      'Each delivery has an id of its own.',
      told(rename, { ...renamed, capture: { id: 'id' } }),
      told(tell, envelope({ id: { $not: '{{id}}' } })),
    ],
    unsigned: [
      'A delivery has no signature when no secret is set.',
      told(rename, envelope({ signature: { $absent: true } })),
    ],
    'unsigned-by-empty-secret': [
      assumed,
      'A delivery has no signature when the secret is empty.',
      subscribe('second', { secret: '' }),
      told(rename, envelope({ signature: { $absent: true } })),
    ],
    signed: [
      'A delivery has a signature of sha256= and hexadecimal digits when a secret is set.',
      subscribe('second', { secret: SECRET }),
      told(rename, envelope({ signature: SIGNATURE })),
    ],
    'signature-algorithm': [
      restsOn('ruling webhook-signed-text', 'ruling webhook-signature-form'),
      'The signature is HMAC-SHA256 with the secret over the text of the envelope without the signature.',
      subscribe('second', { secret: SECRET }),
      told(rename, { ...renamed, secret: SECRET }),
      subscribe('second', { secret: `${SECRET}-2` }),
      told(tell, { to: 'second', event: 'group.info', secret: `${SECRET}-2` }),
    ],
    'signature-header': [
      restsOn('ruling webhook-signature-header'),
      'The signature is sent as the header X-Webhook-Signature as well.',
      subscribe('second', { secret: SECRET }),
      told(rename, {
        ...renamed,
        capture: { signature: 'signature' },
        headers: { 'x-webhook-signature': '{{signature}}' },
      }),
    ],
    'secret-stays': [
      assumed,
      'The secret itself is in no delivery, neither in its body nor in its headers.',
      subscribe('second', { secret: SECRET }),
      told(rename, {
        to: 'second',
        event: 'group.info',
        text: { $not: { $matches: SECRET } },
        headers: {
          'x-webhook-signature': { $not: { $matches: SECRET } },
          authorization: { $absent: true },
        },
      }),
    ],
    'own-headers': [
      assumed,
      'The headers of a webhook are sent along with each delivery.',
      subscribe('second', { headers: { 'X-Contract': 'one' } }),
      told(rename, { ...renamed, headers: { 'x-contract': 'one' } }),
    ],
    'own-headers-beside-ours': [
      assumed,
      'Headers of a webhook replace nothing that a delivery needs: neither its type nor its signature.',
      subscribe('second', {
        secret: SECRET,
        headers: {
          'content-type': 'text/plain',
          'x-webhook-signature': 'none',
          Host: 'z',
          'X-Host': 'x',
          Hostname: 'y',
        },
      }),
      told(rename, {
        ...renamed,
        headers: {
          'content-type': { $matches: '^application/json\\b[^,]*$' },
          'x-webhook-signature': SIGNATURE,
          host: { $not: 'z' },
          'x-host': 'x',
          hostname: 'y',
        },
      }),
    ],
    'only-enabled-events': [
      'An event that is not enabled is not delivered.',
      subscribe('second', { enabled_events: ['group.joined'] }),
      rename,
      told(makeGroup(undefined, [first, second]), joined({}, 'second')),
    ],
    'disabled-delivers-nothing': [
      'A webhook that is disabled is sent nothing, not even later.',
      subscribe('second', { enabled: false }),
      rename,
      subscribe('second'),
      told(tell, retold),
    ],
    'replaced-at-once': [
      assumed,
      'After a webhook was replaced, only the new one is sent events.',
      {
        call: 'setWebhook',
        as: 'second',
        body: { webhook_url: '{{first.receiver}}', enabled_events: ['group.info'] },
      },
      told(rename, { ...renamed, to: 'first' }),
    ],
    'exactly-once': [
      assumed,
      'A delivery that is answered with a 2xx is not sent again, however much time goes by.',
      subscribe('second', { answers: '204,202,299' }),
      told(rename, renamed),
      later(3600, told(tell, retold)),
      later(3600, told(update({ locked: true }), info({ locked: true }, 'second'))),
    ],
  }),
  ...['500', '404', '300', '302', '429'].flatMap((status) =>
    promises('webhooks', delivered, {
      [`tried-again-after-${status}`]: [
        assumed,
        `A delivery that is answered with ${status} is tried again, the same to the letter.`,
        subscribe('second', { answers: `${status},200`, secret: SECRET }),
        told(rename, { ...renamed, capture: { id: 'id', signature: 'signature' } }),
        later(2, {
          call: 'getWebhook',
          as: 'second',
          receive: [envelope({ id: '{{id}}', signature: '{{signature}}', data: { name: '{{other-name}}' } })],
        }),
      ],
    }),
  ),
  ...promises('webhooks', delivered, {
    'tried-as-often-as-set': [
      assumed,
      'A delivery that fails is tried again as often as retry_attempts says, and then given up.',
      subscribe('second', { answers: '500,500,500,200', retry_attempts: 2 }),
      told(rename, renamed),
      later(2, { call: 'getWebhook', as: 'second', receive: [renamed] }),
      later(4, { call: 'getWebhook', as: 'second', receive: [renamed] }),
      later(60, told(tell, retold)),
    ],
    'not-tried-again': [
      assumed,
      'With no retry_attempts a delivery that fails is not tried again.',
      subscribe('second', { answers: '500,200', retry_attempts: 0 }),
      told(rename, renamed),
      later(60, told(tell, retold)),
    ],
    'order-kept-by-retries': [
      assumed,
      'What happened later waits until a delivery that is tried again has arrived.',
      subscribe('second', { answers: '503,200' }),
      told(rename, renamed),
      tell,
      later(2, { call: 'getWebhook', as: 'second', receive: [renamed, retold] }),
    ],
  }),
  ...promises('webhooks', restsOn('schema EventEnvelope'), {
    'to-each-account': [
      'Each account is told at its own webhook, of the same event with an id and a user of its own.',
      makeGroup(undefined, [second, third]),
      subscribe('second'),
      subscribe('third'),
      told(
        rename,
        { ...renamed, capture: { id: 'id', user: 'user_id' } },
        { ...envelope({ id: { $not: '{{id}}' }, user_id: { $not: '{{user}}' } }), to: 'third' },
      ),
    ],
    'session-lost-and-back': [
      'A session that is lost is told by device.disconnected, and its return by device.connected.',
      subscribe('first', { enabled_events: ['device.connected', 'device.disconnected'] }),
      { call: 'disconnectDevice', receive: [{ event: 'device.disconnected' }] },
      { call: 'connectDevice', receive: [{ event: 'device.connected' }] },
    ],
  }),
];

function envelope(
  body: NonNullable<ExpectedDeliveryOf<'group.info'>['body']>,
): ExpectedDeliveryOf<'group.info'> {
  return { to: 'second', event: 'group.info', body };
}
