import type { Case, Step, Template } from '../case.ts';
import { assumed, documented, type Known, time } from '../known.ts';
import { WEBHOOK } from '../samples.ts';

const page = documented('Webhooks');
const GROUP_EVENTS = ['group.info', 'group.joined'];
const DEVICE_EVENTS = ['device.connected', 'device.disconnected', 'device.logged_out'];

/** A webhook with everything that can be said about one. */
const WHOLE = {
  webhook_url: 'https://example.com/wuts-contract?all=1',
  enabled_events: ['group.joined', 'device.connected'],
  enabled: false,
  retry_attempts: 5,
  timeout: 12,
  headers: { 'X-Contract': 'one', 'X-Other': 'two' },
};

/** The webhook of an account. It belongs to all cases of the account, so those that set it run alone. */
export const webhooks: readonly Case[] = [
  {
    id: 'webhooks/event-names',
    promise: 'The list of events names those about groups and those about the session.',
    ...page,
    steps: [
      {
        call: 'listWebhookEvents',
        expect: {
          status: 200,
          body: {
            success: true,
            events: { $all: [...GROUP_EVENTS, ...DEVICE_EVENTS].map((name) => ({ $contains: name })) },
          },
        },
      },
    ],
  },
  {
    id: 'webhooks/event-names-of-each',
    promise: 'Every account is told the same events.',
    ...page,
    needs: ['second-account'],
    steps: [
      { call: 'listWebhookEvents', capture: { events: 'events' } },
      { call: 'listWebhookEvents', as: 'second', expect: { status: 200, body: { events: '{{events}}' } } },
    ],
  },
  alone('set', 'Setting a webhook answers a message and the webhook with its URL and its events.', page, [
    set(WEBHOOK, {
      webhook_url: WEBHOOK.webhook_url,
      enabled_events: ['group.info'],
      id: { $matches: '.' },
      created_at: time,
      updated_at: time,
    }),
  ]),
  alone('message', 'Setting a webhook and reading it answer a message beside it.', page, [
    { call: 'setWebhook', body: WEBHOOK, expect: { status: 200, body: { message: { $matches: '.' } } } },
    { call: 'getWebhook', expect: { status: 200, body: { success: true, message: { $matches: '.' } } } },
  ]),
  alone('set-whole', 'Everything that is set about a webhook is answered, and read as it was set.', page, [
    { ...set(WHOLE, WHOLE), capture: { webhook: 'webhook' } },
    get('{{webhook}}'),
    get(WHOLE),
  ]),
  alone('defaults', 'A webhook is enabled and tried 3 times more unless it says otherwise.', page, [
    set(
      { webhook_url: WEBHOOK.webhook_url, enabled_events: ['device.logged_out'] },
      { enabled: true, retry_attempts: 3 },
    ),
    set(WEBHOOK, { enabled: false }),
  ]),
  alone('assumed-defaults', 'A webhook has 30 seconds and no headers unless it says otherwise.', assumed, [
    set(WEBHOOK, { timeout: 30, headers: { $not: { $type: 'null' } } }),
  ]),
  alone('disabled', 'A webhook is set disabled, and read so.', page, [
    set(WEBHOOK, { enabled: false }),
    get({ enabled: false }),
  ]),
  alone('replaced', 'Setting a webhook replaces the one before, and nothing of that is left.', page, [
    set({ ...WHOLE, secret: 'wuts-contract-secret' }, {}),
    set(WEBHOOK, {
      webhook_url: WEBHOOK.webhook_url,
      enabled_events: ['group.info'],
      retry_attempts: 3,
      headers: { 'X-Contract': { $absent: true }, 'X-Other': { $absent: true } },
    }),
    get({ webhook_url: WEBHOOK.webhook_url, enabled_events: ['group.info'], retry_attempts: 3 }),
  ]),
  alone('same-id', 'A webhook that is replaced keeps its id and the time when it was first set.', assumed, [
    { ...set(WHOLE, {}), capture: { id: 'webhook.id', time: 'webhook.created_at' } },
    set(WEBHOOK, { id: '{{id}}', created_at: '{{time}}' }),
    get({ id: '{{id}}', created_at: '{{time}}' }),
  ]),
  alone(
    'secret-not-echoed',
    'The secret of a webhook is not told, neither on setting nor on reading it.',
    page,
    [
      set({ ...WEBHOOK, secret: 'wuts-contract-secret' }, { secret: { $absent: true } }),
      get({ secret: { $absent: true } }),
    ],
  ),
  alone('read-changes-nothing', 'Reading a webhook changes nothing about it.', page, [
    { ...set(WHOLE, {}), capture: { webhook: 'webhook' } },
    get('{{webhook}}'),
    get('{{webhook}}'),
  ]),
  alone('events-in-order', 'Events are kept as they were given.', page, [
    set(
      { ...WEBHOOK, enabled_events: [...GROUP_EVENTS, ...DEVICE_EVENTS] },
      { enabled_events: [...GROUP_EVENTS, ...DEVICE_EVENTS] },
    ),
    get({ enabled_events: [...GROUP_EVENTS, ...DEVICE_EVENTS] }),
  ]),
  alone(
    'event-of-other-kinds',
    'An event that is not about groups is accepted: WUTS has 58 names.',
    assumed,
    [set({ ...WEBHOOK, enabled_events: ['message.received'] }, { enabled_events: ['message.received'] })],
  ),
  ...[
    { slug: 'localhost', url: 'http://localhost:1/hook' },
    { slug: 'loopback', url: 'http://127.0.0.1:1/hook' },
    { slug: 'loopback-six', url: 'http://[::1]:1/hook' },
  ].map(({ slug, url }) =>
    alone(
      `plain-http-to-${slug}`,
      `A webhook of ${url} is accepted: plain http stays on this machine.`,
      assumed,
      [set({ ...WEBHOOK, webhook_url: url }, { webhook_url: url }), set(WEBHOOK, {})],
    ),
  ),
  alone('unknown-properties', 'A property that nobody knows is ignored in a webhook.', assumed, [
    set({ ...WEBHOOK, colour: 'blue' }, { colour: { $absent: true } }),
  ]),
  alone('refused-changes-nothing', 'A webhook that does not fit leaves the one before as it was.', page, [
    { ...set(WHOLE, {}), capture: { webhook: 'webhook' } },
    { call: 'setWebhook', body: { ...WEBHOOK, retry_attempts: 'many' }, expect: { status: 400 } },
    get('{{webhook}}'),
  ]),
  {
    ...alone('of-each-account', 'The webhook of one account is not that of another.', page, [
      set({ ...WEBHOOK, webhook_url: 'https://example.com/wuts-contract-first' }, {}),
      {
        call: 'getWebhook',
        as: 'second',
        expect: {
          status: [200, 404],
          body: { webhook: { $not: { webhook_url: 'https://example.com/wuts-contract-first' } } },
        },
      },
    ]),
    needs: ['webhook', 'second-account'],
  },
  {
    id: 'webhooks/before-one-is-set',
    promise:
      'Reading the webhook answers one that was set, or 404 before that; the suite sets none for the third account.',
    ...assumed,
    needs: ['third-account'],
    steps: [
      {
        call: 'getWebhook',
        as: 'third',
        expect: {
          status: [200, 404],
          body: {
            $oneOf: [
              { success: true, webhook: { webhook_url: { $matches: '.' } } },
              { success: false, error_code: 'NOT_FOUND' },
            ],
          },
        },
      },
    ],
  },
];

function alone(slug: string, promise: string, known: Known, steps: readonly Step[]): Case {
  return { id: `webhooks/${slug}`, promise, ...known, needs: ['webhook'], alone: true, steps };
}

function set(body: Template, webhook: Template): Step {
  return { call: 'setWebhook', body, expect: { status: 200, body: { success: true, webhook } } };
}

function get(webhook: Template): Step {
  return { call: 'getWebhook', expect: { status: 200, body: { success: true, webhook } } };
}
