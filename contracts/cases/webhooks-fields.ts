import type { Case, Template } from '../case.ts';
import { assumed, documented, invalid, type Known } from '../known.ts';
import { SAMPLES, WEBHOOK } from '../samples.ts';
import { bodyCases, type Field, fieldCases, spoiled, toSlug, withField } from '../spoil.ts';

const page = documented('Webhooks');
const whole = { ...WEBHOOK, headers: { 'X-Contract': 'one' } };

const FIELDS: readonly Omit<Field, 'call'>[] = [
  { field: 'webhook_url', takes: 'text', isRequired: true },
  { field: 'enabled_events', takes: 'list', isRequired: true },
  { field: 'enabled_events[0]', takes: 'text' },
  { field: 'enabled', takes: 'flag' },
  { field: 'retry_attempts', takes: 'integer' },
  { field: 'timeout', takes: 'integer' },
  { field: 'secret', takes: 'text' },
  { field: 'headers', takes: 'object' },
  { field: 'headers.X-Contract', takes: 'text', body: whole },
];

/** A value at the edge of what a field takes. */
interface Edge {
  readonly field: string;
  readonly slug: string;
  readonly says: string;
  readonly value: Template;
  readonly status: 200 | 400;
  readonly known?: Known;
}

const EDGES: readonly Edge[] = [
  { field: 'webhook_url', slug: 'word', says: 'a word', value: 'nothing', status: 400, known: page },
  { field: 'webhook_url', slug: 'empty', says: 'no characters', value: '', status: 400, known: page },
  { field: 'webhook_url', slug: 'path', says: 'a path alone', value: '/hook', status: 400, known: page },
  url('other-scheme', 'another scheme', 'ftp://example.com/hook', 400),
  url('plain-http', 'plain http to another host', 'http://example.com/hook', 400),
  url(
    'near-loopback',
    'plain http to a host that looks like loopback',
    'http://localhost.example.com/hook',
    400,
  ),
  url('space', 'a space in it', 'https://example.com/a hook', 400),
  url('longest', '2048 characters', 'https://example.com/'.padEnd(2048, 'x'), 200),
  url('too-long', '2049 characters', 'https://example.com/'.padEnd(2049, 'x'), 400),
  { field: 'enabled_events', slug: 'none', says: 'no entries', value: [], status: 400, known: page },
  {
    field: 'enabled_events',
    slug: 'most',
    says: '100 entries',
    value: Array(100).fill('group.info'),
    status: 200,
  },
  {
    field: 'enabled_events',
    slug: 'too-many',
    says: '101 entries',
    value: Array(101).fill('group.info'),
    status: 400,
  },
  { field: 'enabled_events[0]', slug: 'empty', says: 'no characters', value: '', status: 400 },
  {
    field: 'enabled_events[0]',
    slug: 'spaces',
    says: 'a name with a space',
    value: 'group info',
    status: 400,
  },
  {
    field: 'enabled_events[0]',
    slug: 'capitals',
    says: 'a name in capitals',
    value: 'GROUP.INFO',
    status: 400,
  },
  {
    field: 'enabled_events[0]',
    slug: 'open-end',
    says: 'a name that ends in a dot',
    value: 'group.',
    status: 400,
  },
  {
    field: 'enabled_events[0]',
    slug: 'longest',
    says: '64 characters',
    value: 'group.'.padEnd(64, 'x'),
    status: 200,
  },
  {
    field: 'enabled_events[0]',
    slug: 'too-long',
    says: '65 characters',
    value: 'group.'.padEnd(65, 'x'),
    status: 400,
  },
  ...bounds('retry_attempts', 0, 10),
  ...bounds('timeout', 1, 120),
  { field: 'secret', slug: 'empty', says: 'no characters', value: '', status: 200 },
  { field: 'secret', slug: 'longest', says: '512 characters', value: 's'.repeat(512), status: 200 },
  { field: 'secret', slug: 'too-long', says: '513 characters', value: 's'.repeat(513), status: 400 },
  { field: 'headers', slug: 'none', says: 'no entries', value: {}, status: 200 },
  { field: 'headers', slug: 'most', says: '50 entries', value: headers(50), status: 200 },
  { field: 'headers', slug: 'too-many', says: '51 entries', value: headers(51), status: 400 },
  {
    field: 'headers.X-Contract',
    slug: 'longest',
    says: '4096 characters',
    value: 'h'.repeat(4096),
    status: 200,
  },
  {
    field: 'headers.X-Contract',
    slug: 'too-long',
    says: '4097 characters',
    value: 'h'.repeat(4097),
    status: 400,
  },
];

/** What a webhook takes, and what it does not. All of them run alone: whoever takes too much would set it. */
export const webhooksFields: readonly Case[] = [
  ...FIELDS.flatMap((field) => fieldCases('webhooks', { call: 'setWebhook', ...field })),
  ...bodyCases('webhooks', SAMPLES.setWebhook),
  ...EDGES.map(({ field, slug, says, value, status, known = assumed }): Case => {
    const body = withField(WEBHOOK, field, value);
    const expect =
      status === 400 ? invalid : { status, body: { success: true, webhook: shown(field, body) } };
    return {
      id: `webhooks/${toSlug(field)}-${slug}`,
      promise: `A webhook with ${field} of ${says} answers ${status}.`,
      ...known,
      steps: [spoiled(SAMPLES.setWebhook, body, expect)],
    };
  }),
].map((one) => ({ ...one, needs: ['webhook'], alone: true }));

function url(slug: string, says: string, value: string, status: 200 | 400): Edge {
  return { field: 'webhook_url', slug, says, value, status };
}

function bounds(field: string, least: number, most: number): Edge[] {
  return [
    { field, slug: 'least', says: `${least}`, value: least, status: 200 },
    { field, slug: 'too-little', says: `${least - 1}`, value: least - 1, status: 400 },
    { field, slug: 'most', says: `${most}`, value: most, status: 200 },
    { field, slug: 'too-much', says: `${most + 1}`, value: most + 1, status: 400 },
  ];
}

function headers(count: number): Template {
  return Object.fromEntries(Array.from({ length: count }, (_, index) => [`X-Contract-${index}`, 'one']));
}

/** What the answer shows of a field: all but the secret. */
function shown(field: string, body: Template): Template {
  const name = field.replace(/[.[].*$/, '');
  const { [name]: value = null } = body as Readonly<Record<string, Template>>;
  return name === 'secret' ? { secret: { $absent: true } } : { [name]: value };
}
