import type { Schema } from '../../../spec/index.ts';
import type { BodyOf, StepOf } from '../../language/case.ts';
import type { Pattern } from '../../language/patterns.ts';
import { assumed, promises, restsOn, time } from '../../language/promises.ts';
import { WEBHOOK } from '../../language/samples.ts';
import { type Undocumented, undocumented } from '../../language/templates.ts';
import { answers } from '../../language/views.ts';

type Webhook = Pattern<Schema<'Webhook'>>;

const page = restsOn('operation setWebhook');
const GROUP_EVENTS = ['group.info', 'group.joined'];
const DEVICE_EVENTS = ['device.connected', 'device.disconnected', 'device.logged_out'];
const ALL_EVENTS = [...GROUP_EVENTS, ...DEVICE_EVENTS];

/** Where the first account alone is told. */
const FIRST = 'https://example.com/wuts-contract-first';

/** A webhook with everything that can be said about one. */
const WHOLE = {
  webhook_url: 'https://example.com/wuts-contract?all=1',
  enabled_events: ['group.joined', 'device.connected'],
  enabled: false,
  retry_attempts: 5,
  timeout: 12,
  headers: { 'X-Contract': 'one', 'X-Other': 'two' },
} satisfies BodyOf<'setWebhook'>;

/** The webhook of an account. It belongs to all cases of the account, so those that set it run alone. */
export const webhooks = [
  ...promises('webhooks', page, {
    'event-names': [
      'The list of events names those about groups and those about the session.',
      answers(
        { call: 'listWebhookEvents' },
        {
          success: true,
          events: { $all: ALL_EVENTS.map((name) => ({ $contains: name })) },
        },
      ),
    ],
    'event-names-of-each': [
      'Every account is told the same events.',
      { call: 'listWebhookEvents', capture: { events: 'events' } },
      { call: 'listWebhookEvents', as: 'second', expect: { status: 200, body: { events: '{{events}}' } } },
    ],
    set: [
      'Setting a webhook answers a message and the webhook with its URL and its events.',
      set(WEBHOOK, {
        webhook_url: WEBHOOK.webhook_url,
        enabled_events: ['group.info'],
        id: { $matches: '.' },
        created_at: time,
        updated_at: time,
      }),
    ],
    message: [
      'Setting a webhook and reading it answer a message beside it.',
      { call: 'setWebhook', body: WEBHOOK, expect: { status: 200, body: { message: { $matches: '.' } } } },
      { call: 'getWebhook', expect: { status: 200, body: { success: true, message: { $matches: '.' } } } },
    ],
    'set-whole': [
      'Everything that is set about a webhook is answered, and read as it was set.',
      { ...set(WHOLE, WHOLE), capture: { webhook: 'webhook' } },
      get('{{webhook}}'),
      get(WHOLE),
    ],
    defaults: [
      'A webhook is enabled and tried 3 times more unless it says otherwise.',
      set(
        { webhook_url: WEBHOOK.webhook_url, enabled_events: ['device.logged_out'] },
        { enabled: true, retry_attempts: 3 },
      ),
      set(WEBHOOK, { enabled: false }),
    ],
    'assumed-defaults': [
      assumed,
      'A webhook has 30 seconds and no headers unless it says otherwise.',
      set(WEBHOOK, { timeout: 30, headers: { $not: { $type: 'null' } } }),
    ],
    disabled: [
      'A webhook is set disabled, and read so.',
      set(WEBHOOK, { enabled: false }),
      get({ enabled: false }),
    ],
    replaced: [
      'Setting a webhook replaces the one before, and nothing of that is left.',
      set({ ...WHOLE, secret: 'wuts-contract-secret' }, WHOLE),
      set(WEBHOOK, {
        webhook_url: WEBHOOK.webhook_url,
        enabled_events: ['group.info'],
        retry_attempts: 3,
        headers: { 'X-Contract': { $absent: true }, 'X-Other': { $absent: true } },
      }),
      get({
        webhook_url: WEBHOOK.webhook_url,
        enabled_events: ['group.info'],
        retry_attempts: 3,
        timeout: { $not: WHOLE.timeout },
        headers: { 'X-Contract': { $absent: true }, 'X-Other': { $absent: true } },
      }),
    ],
    'same-id': [
      assumed,
      'A webhook that is replaced keeps its id and the time when it was first set.',
      { ...set(WHOLE, WHOLE), capture: { id: 'webhook.id', time: 'webhook.created_at' } },
      set(WEBHOOK, { id: '{{id}}', created_at: '{{time}}' }),
      get({ id: '{{id}}', created_at: '{{time}}' }),
    ],
    'secret-not-echoed': [
      'The secret of a webhook is not told, neither on setting nor on reading it.',
      set({ ...WEBHOOK, secret: 'wuts-contract-secret' }, undocumented({ secret: { $absent: true } })),
      get(undocumented({ secret: { $absent: true } })),
    ],
    'read-changes-nothing': [
      'Reading a webhook changes nothing about it.',
      { ...set(WHOLE, WHOLE), capture: { webhook: 'webhook' } },
      get('{{webhook}}'),
      get('{{webhook}}'),
    ],
    'events-in-order': [
      assumed,
      'Events are kept in the order in which they were given.',
      set({ ...WEBHOOK, enabled_events: ALL_EVENTS }, { enabled_events: { $inOrder: ALL_EVENTS } }),
      get({ enabled_events: { $inOrder: ALL_EVENTS } }),
    ],
    'all-events': [
      'Events are kept as they were given.',
      set({ ...WEBHOOK, enabled_events: DEVICE_EVENTS }, { enabled_events: DEVICE_EVENTS }),
      set({ ...WEBHOOK, enabled_events: GROUP_EVENTS }, { enabled_events: GROUP_EVENTS }),
      get({ enabled_events: GROUP_EVENTS }),
    ],
    'event-of-other-kinds': [
      assumed,
      'An event that is not about groups is accepted: WUTS has 58 names.',
      set({ ...WEBHOOK, enabled_events: ['message.received'] }, { enabled_events: ['message.received'] }),
    ],
  }),
  ...[
    { slug: 'localhost', url: 'http://localhost:1/hook' },
    { slug: 'localhost-alone', url: 'http://localhost' },
    { slug: 'loopback', url: 'http://127.0.0.1:1/hook' },
    { slug: 'loopback-six', url: 'http://[::1]:1/hook' },
  ].flatMap(({ slug, url }) =>
    promises('webhooks', assumed, {
      [`plain-http-to-${slug}`]: [
        `A webhook of ${url} is accepted: plain http stays on this machine.`,
        set({ ...WEBHOOK, webhook_url: url }, { webhook_url: url }),
        set(WEBHOOK, { webhook_url: WEBHOOK.webhook_url }),
      ],
    }),
  ),
  ...promises('webhooks', assumed, {
    'unknown-properties': [
      'A property that nobody knows is ignored in a webhook.',
      set(undocumented({ ...WEBHOOK, colour: 'blue' }), undocumented({ colour: { $absent: true } })),
    ],
    'refused-changes-nothing': [
      page,
      'A webhook that does not fit leaves the one before as it was.',
      { ...set(WHOLE, WHOLE), capture: { webhook: 'webhook' } },
      {
        call: 'setWebhook',
        body: { ...WEBHOOK, retry_attempts: undocumented('many') },
        expect: { status: 400 },
      },
      get('{{webhook}}'),
    ],
    'of-each-account': [
      page,
      'The webhook of one account is not that of another.',
      set({ ...WEBHOOK, webhook_url: FIRST }, { webhook_url: FIRST }),
      {
        call: 'getWebhook',
        as: 'second',
        expect: {
          status: [200, 404],
          body: { webhook: { $not: { webhook_url: FIRST } } },
        },
      },
    ],
    'before-one-is-set': [
      'Reading the webhook answers one that was set, or 404 before that; the suite sets none for the third account.',
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
  }),
];

function set(body: BodyOf<'setWebhook'> | Undocumented, webhook: Webhook): StepOf<'setWebhook'> {
  return { call: 'setWebhook', body, expect: { status: 200, body: { success: true, webhook } } };
}

function get(webhook: Webhook): StepOf<'getWebhook'> {
  return { call: 'getWebhook', expect: { status: 200, body: { success: true, webhook } } };
}
