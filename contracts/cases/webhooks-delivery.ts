import type { Case, Happening, Receipt, Step } from '../case.ts';
import { alone, info, joined, subscribe } from '../deliveries.ts';
import { assumed, documented, type Known } from '../known.ts';
import type { Need } from '../needs.ts';
import { makeGroup, update } from '../stage.ts';

const page = documented('Webhooks');
const SECRET = 'wuts-contract-secret';
const SIGNATURE = { $matches: '^sha256=[0-9a-f]{64}$' };

const renamed = info({ name: '{{other-name}}' });
const rename: Step = update({ name: '{{other-name}}' });
const tell: Step = update({ topic: '{{topic}}' });

/** How events get to a webhook, whatever they are about. */
export const webhooksDelivery: readonly Case[] = [
  delivers(
    'delivery-envelope',
    'A delivery is JSON with id, event, timestamp in whole Unix seconds, device_id, user_id and data.',
    page,
    [
      {
        ...rename,
        receive: [
          envelope({
            id: { $matches: '.' },
            timestamp: { $integer: true, $atLeast: 1577836800 },
            device_id: { $matches: '.' },
            user_id: { $matches: '.' },
            data: { $type: 'object' },
          }),
        ],
      },
    ],
  ),
  delivers('delivery-is-json', 'A delivery is announced as application/json.', page, [
    {
      ...rename,
      receive: [{ event: 'group.info', headers: { 'content-type': { $matches: '^application/json\\b' } } }],
    },
  ]),
  delivers(
    'delivery-of-device',
    'A delivery names the device that the status of the account names.',
    assumed,
    [
      { call: 'getStatus', capture: { device: 'data.device_id' } },
      { ...rename, receive: [envelope({ device_id: '{{device}}' })] },
    ],
  ),
  delivers('delivery-ids', 'Each delivery has an id of its own.', page, [
    { ...rename, receive: [{ ...renamed, capture: { id: 'id' } }] },
    { ...tell, receive: [envelope({ id: { $not: '{{id}}' } })] },
  ]),
  delivers('unsigned', 'A delivery has no signature when no secret is set.', page, [
    { ...rename, receive: [envelope({ signature: { $absent: true } })] },
  ]),
  delivers(
    'signed',
    'A delivery has a signature of sha256= and hexadecimal digits when a secret is set.',
    page,
    [subscribe('first', { secret: SECRET }), { ...rename, receive: [envelope({ signature: SIGNATURE })] }],
  ),
  delivers(
    'signature-algorithm',
    'The signature is HMAC-SHA256 with the secret over the text of the envelope without the signature.',
    assumed,
    [
      subscribe('first', { secret: SECRET }),
      { ...rename, receive: [{ ...renamed, secret: SECRET }] },
      subscribe('first', { secret: `${SECRET}-2` }),
      { ...tell, receive: [{ event: 'group.info', secret: `${SECRET}-2` }] },
    ],
  ),
  delivers('signature-header', 'The signature is sent as the header X-Webhook-Signature as well.', assumed, [
    subscribe('first', { secret: SECRET }),
    {
      ...rename,
      receive: [
        {
          ...renamed,
          capture: { signature: 'signature' },
          headers: { 'x-webhook-signature': '{{signature}}' },
        },
      ],
    },
  ]),
  delivers(
    'secret-stays',
    'The secret itself is in no delivery, neither in its body nor in its headers.',
    assumed,
    [
      subscribe('first', { secret: SECRET }),
      {
        ...rename,
        receive: [
          {
            event: 'group.info',
            text: { $not: { $matches: SECRET } },
            headers: {
              'x-webhook-signature': { $not: { $matches: SECRET } },
              authorization: { $absent: true },
            },
          },
        ],
      },
    ],
  ),
  delivers('own-headers', 'The headers of a webhook are sent along with each delivery.', assumed, [
    subscribe('first', { headers: { 'X-Contract': 'one' } }),
    { ...rename, receive: [{ ...renamed, headers: { 'x-contract': 'one' } }] },
  ]),
  delivers('only-enabled-events', 'An event that is not enabled is not delivered.', page, [
    subscribe('first', { enabled_events: ['group.joined'] }),
    rename,
    { ...makeGroup(), receive: [joined()] },
  ]),
  delivers('disabled-delivers-nothing', 'A webhook that is disabled is sent nothing, not even later.', page, [
    subscribe('first', { enabled: false }),
    rename,
    subscribe(),
    { ...tell, receive: [info({ topic: '{{topic}}' })] },
  ]),
  delivers('replaced-at-once', 'After a webhook was replaced, only the new one is sent events.', assumed, [
    subscribe('second'),
    { call: 'setWebhook', body: { webhook_url: '{{second.receiver}}', enabled_events: ['group.info'] } },
    { ...rename, receive: [{ ...renamed, to: 'second' }] },
  ]),
  delivers(
    'exactly-once',
    'A delivery that is answered with a 2xx is not sent again, however much time goes by.',
    assumed,
    [
      subscribe('first', { answers: '204,202,299' }),
      { ...rename, receive: [renamed] },
      later(3600, { ...tell, receive: [info({ topic: '{{topic}}' })] }),
      later(3600, { ...update({ locked: true }), receive: [info({ locked: true })] }),
    ],
    ['clock'],
  ),
  ...['500', '404', '300', '302', '429'].map((status) =>
    delivers(
      `tried-again-after-${status}`,
      `A delivery that is answered with ${status} is tried again, the same to the letter.`,
      assumed,
      [
        subscribe('first', { answers: `${status},200`, secret: SECRET }),
        { ...rename, receive: [{ ...renamed, capture: { id: 'id', signature: 'signature' } }] },
        later(2, {
          call: 'getWebhook',
          receive: [envelope({ id: '{{id}}', signature: '{{signature}}', data: { name: '{{other-name}}' } })],
        }),
      ],
      ['clock'],
    ),
  ),
  delivers(
    'tried-as-often-as-set',
    'A delivery that fails is tried again as often as retry_attempts says, and then given up.',
    assumed,
    [
      subscribe('first', { answers: '500,500,500,200', retry_attempts: 2 }),
      { ...rename, receive: [renamed] },
      later(2, { call: 'getWebhook', receive: [renamed] }),
      later(4, { call: 'getWebhook', receive: [renamed] }),
      later(60, { ...tell, receive: [info({ topic: '{{topic}}' })] }),
    ],
    ['clock'],
  ),
  delivers(
    'not-tried-again',
    'With no retry_attempts a delivery that fails is not tried again.',
    assumed,
    [
      subscribe('first', { answers: '500,200', retry_attempts: 0 }),
      { ...rename, receive: [renamed] },
      later(60, { ...tell, receive: [info({ topic: '{{topic}}' })] }),
    ],
    ['clock'],
  ),
  delivers(
    'order-kept-by-retries',
    'What happened later waits until a delivery that is tried again has arrived.',
    assumed,
    [
      subscribe('first', { answers: '503,200' }),
      { ...rename, receive: [renamed] },
      tell,
      later(2, { call: 'getWebhook', receive: [renamed, info({ topic: '{{topic}}' })] }),
    ],
    ['clock'],
  ),
  alone(
    'webhooks/to-each-account',
    'Each account is told at its own webhook, of the same event with an id and a user of its own.',
    page,
    [
      makeGroup(undefined, ['{{first.jid}}', '{{second.jid}}']),
      subscribe(),
      subscribe('second'),
      {
        ...rename,
        receive: [
          { ...renamed, capture: { id: 'id', user: 'user_id' } },
          { ...envelope({ id: { $not: '{{id}}' }, user_id: { $not: '{{user}}' } }), to: 'second' },
        ],
      },
    ],
  ),
  alone(
    'webhooks/session-lost-and-back',
    'A session that is lost is told by device.disconnected, and its return by device.connected.',
    page,
    [
      subscribe('first', { enabled_events: ['device.connected', 'device.disconnected'] }),
      { call: 'disconnectDevice', receive: [{ event: 'device.disconnected' }] },
      { call: 'connectDevice', receive: [{ event: 'device.connected' }] },
    ],
    ['disconnecting'],
  ),
];

/** A case about `{{group}}`, whose events the first account has sent to itself. */
function delivers(
  slug: string,
  promise: string,
  known: Known,
  steps: readonly Step[],
  needs: readonly Need[] = [],
): Case {
  return alone(`webhooks/${slug}`, promise, known, [makeGroup(), subscribe(), ...steps], needs);
}

function envelope(body: NonNullable<Receipt['body']>): Receipt {
  return { event: 'group.info', body };
}

/** A step before which so many seconds go by. */
function later(advance: number, step: Step): Step {
  const meanwhile: Happening[] = [{ advance }];
  return { ...step, meanwhile };
}
