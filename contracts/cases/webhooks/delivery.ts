import type { ExpectedDeliveryOf } from '../../language/case.ts';
import { first, second } from '../../language/cast.ts';
import { info, joined, subscribe, told } from '../../language/deliveries.ts';
import { later } from '../../language/happenings.ts';
import type { Pattern } from '../../language/patterns.ts';
import { assumed, promises, restsOn } from '../../language/promises.ts';
import { makeGroup, update } from '../../language/stage.ts';

const SECRET = 'wuts-contract-secret';
const SIGNATURE: Pattern<string> = { $matches: '^sha256=[0-9a-f]{64}$' };

/** The first account has the events of `{{group}}` sent to itself. */
const delivered = { ...restsOn('schema EventEnvelope'), before: [makeGroup(), subscribe()] };

const renamed = info({ name: '{{other-name}}' });
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
          timestamp: { $integer: true, $atLeast: 1577836800 },
          device_id: { $matches: '.' },
          user_id: { $matches: '.' },
          data: { $type: 'object' },
        }),
      ),
    ],
    'delivery-is-json': [
      'A delivery is announced as application/json.',
      told(rename, {
        event: 'group.info',
        headers: { 'content-type': { $matches: '^application/json\\b' } },
      }),
    ],
    'delivery-of-device': [
      assumed,
      'A delivery names the device that the status of the account names.',
      { call: 'getStatus', capture: { device: 'data.device_id' } },
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
    signed: [
      'A delivery has a signature of sha256= and hexadecimal digits when a secret is set.',
      subscribe('first', { secret: SECRET }),
      told(rename, envelope({ signature: SIGNATURE })),
    ],
    'signature-algorithm': [
      assumed,
      'The signature is HMAC-SHA256 with the secret over the text of the envelope without the signature.',
      subscribe('first', { secret: SECRET }),
      told(rename, { ...renamed, secret: SECRET }),
      subscribe('first', { secret: `${SECRET}-2` }),
      told(tell, { event: 'group.info', secret: `${SECRET}-2` }),
    ],
    'signature-header': [
      assumed,
      'The signature is sent as the header X-Webhook-Signature as well.',
      subscribe('first', { secret: SECRET }),
      told(rename, {
        ...renamed,
        capture: { signature: 'signature' },
        headers: { 'x-webhook-signature': '{{signature}}' },
      }),
    ],
    'secret-stays': [
      assumed,
      'The secret itself is in no delivery, neither in its body nor in its headers.',
      subscribe('first', { secret: SECRET }),
      told(rename, {
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
      subscribe('first', { headers: { 'X-Contract': 'one' } }),
      told(rename, { ...renamed, headers: { 'x-contract': 'one' } }),
    ],
    'only-enabled-events': [
      'An event that is not enabled is not delivered.',
      subscribe('first', { enabled_events: ['group.joined'] }),
      rename,
      told(makeGroup(), joined()),
    ],
    'disabled-delivers-nothing': [
      'A webhook that is disabled is sent nothing, not even later.',
      subscribe('first', { enabled: false }),
      rename,
      subscribe(),
      told(tell, info({ topic: '{{topic}}' })),
    ],
    'replaced-at-once': [
      assumed,
      'After a webhook was replaced, only the new one is sent events.',
      subscribe('second'),
      { call: 'setWebhook', body: { webhook_url: '{{second.receiver}}', enabled_events: ['group.info'] } },
      told(rename, { ...renamed, to: 'second' }),
    ],
    'exactly-once': [
      assumed,
      'A delivery that is answered with a 2xx is not sent again, however much time goes by.',
      subscribe('first', { answers: '204,202,299' }),
      told(rename, renamed),
      later(3600, told(tell, info({ topic: '{{topic}}' }))),
      later(3600, told(update({ locked: true }), info({ locked: true }))),
    ],
  }),
  ...['500', '404', '300', '302', '429'].flatMap((status) =>
    promises('webhooks', delivered, {
      [`tried-again-after-${status}`]: [
        assumed,
        `A delivery that is answered with ${status} is tried again, the same to the letter.`,
        subscribe('first', { answers: `${status},200`, secret: SECRET }),
        told(rename, { ...renamed, capture: { id: 'id', signature: 'signature' } }),
        later(2, {
          call: 'getWebhook',
          receive: [envelope({ id: '{{id}}', signature: '{{signature}}', data: { name: '{{other-name}}' } })],
        }),
      ],
    }),
  ),
  ...promises('webhooks', delivered, {
    'tried-as-often-as-set': [
      assumed,
      'A delivery that fails is tried again as often as retry_attempts says, and then given up.',
      subscribe('first', { answers: '500,500,500,200', retry_attempts: 2 }),
      told(rename, renamed),
      later(2, { call: 'getWebhook', receive: [renamed] }),
      later(4, { call: 'getWebhook', receive: [renamed] }),
      later(60, told(tell, info({ topic: '{{topic}}' }))),
    ],
    'not-tried-again': [
      assumed,
      'With no retry_attempts a delivery that fails is not tried again.',
      subscribe('first', { answers: '500,200', retry_attempts: 0 }),
      told(rename, renamed),
      later(60, told(tell, info({ topic: '{{topic}}' }))),
    ],
    'order-kept-by-retries': [
      assumed,
      'What happened later waits until a delivery that is tried again has arrived.',
      subscribe('first', { answers: '503,200' }),
      told(rename, renamed),
      tell,
      later(2, { call: 'getWebhook', receive: [renamed, info({ topic: '{{topic}}' })] }),
    ],
  }),
  ...promises('webhooks', restsOn('schema EventEnvelope'), {
    'to-each-account': [
      'Each account is told at its own webhook, of the same event with an id and a user of its own.',
      makeGroup(undefined, [first, second]),
      subscribe(),
      subscribe('second'),
      told(
        rename,
        { ...renamed, capture: { id: 'id', user: 'user_id' } },
        { ...envelope({ id: { $not: '{{id}}' }, user_id: { $not: '{{user}}' } }), to: 'second' },
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
  return { event: 'group.info', body };
}
