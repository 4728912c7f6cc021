import type { BodyOf } from '../../language/case.ts';
import { assumed, invalid, type Known, promises, restsOn } from '../../language/promises.ts';
import { SAMPLES, WEBHOOK } from '../../language/samples.ts';
import {
  bodyCases,
  type FieldOf,
  type FieldPath,
  fieldCases,
  spoiled,
  toSlug,
  withField,
} from '../../language/spoil.ts';
import { undocumented } from '../../language/templates.ts';

const page = restsOn('operation setWebhook');
const whole: BodyOf<'setWebhook'> = { ...WEBHOOK, headers: { 'X-Contract': 'one' } };

const FIELDS: readonly Omit<FieldOf<'setWebhook'>, 'call'>[] = [
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

/** Values at the edge of what a field takes: what they are in an id and in a sentence, and what they are answered. */
type Edge = readonly [slug: string, says: string, value: unknown, status: 200 | 400, known?: Known];

const EDGES: { readonly [Field in FieldPath<'setWebhook'>]?: readonly Edge[] } = {
  webhook_url: [
    ['word', 'a word', 'nothing', 400, page],
    ['empty', 'no characters', '', 400, page],
    ['path', 'a path alone', '/hook', 400, page],
    ['other-scheme', 'another scheme', 'ftp://example.com/hook', 400],
    ['scheme-within', 'another scheme that ends in https', 'xhttps://example.com/hook', 400],
    ['space', 'a space in it', 'https://example.com/a hook', 400],
    ['longest', '2048 characters', 'https://example.com/'.padEnd(2048, 'x'), 200],
    ['too-long', '2049 characters', 'https://example.com/'.padEnd(2049, 'x'), 400],
  ],
  enabled_events: [
    ['none', 'no entries', [], 400, page],
    ['most', '100 entries', Array(100).fill('group.info'), 200],
    ['too-many', '101 entries', Array(101).fill('group.info'), 400],
  ],
  'enabled_events[0]': [
    ['empty', 'no characters', '', 400],
    ['spaces', 'a name with a space', 'group info', 400],
    ['capitals', 'a name in capitals', 'GROUP.INFO', 400],
    ['open-end', 'a name that ends in a dot', 'group.', 400],
    ['longest', '64 characters', 'group.'.padEnd(64, 'x'), 200],
    ['too-long', '65 characters', 'group.'.padEnd(65, 'x'), 400],
  ],
  retry_attempts: bounds(0, 10),
  timeout: bounds(1, 120),
  secret: [
    ['empty', 'no characters', '', 200],
    ['longest', '512 characters', 's'.repeat(512), 200],
    ['too-long', '513 characters', 's'.repeat(513), 400],
  ],
  headers: [
    ['none', 'no entries', {}, 200],
    ['most', '50 entries', headers(50), 200],
    ['too-many', '51 entries', headers(51), 400],
    ['of-http', 'a name that belongs to HTTP', { Trailer: 'one' }, 200],
    ['spaces', 'a name with a space', { 'X Contract': 'one' }, 400],
  ],
  'headers.X-Contract': [
    ['longest', '4096 characters', 'h'.repeat(4096), 200],
    ['too-long', '4097 characters', 'h'.repeat(4097), 400],
    ['tab', 'a tab', 'one\ttwo', 200],
    ['line-break', 'a line break', 'one\r\nX-Other: two', 400],
  ],
};

/** What a webhook takes, and what it does not. All of them run alone: whoever takes too much would set it. */
export const webhooksFields = [
  ...FIELDS.flatMap((field) => fieldCases('webhooks', { call: 'setWebhook', ...field })),
  ...bodyCases('webhooks', SAMPLES.setWebhook),
  ...Object.entries(EDGES).flatMap(([field, edges = []]) =>
    edges.flatMap(([slug, says, value, status, known = assumed]) => {
      const body = withField(WEBHOOK, field, value);
      const isTaken = { status: 200, body: { success: true, webhook: shown(field, body) } } as const;
      return promises('webhooks', known, {
        [`${toSlug(field)}-${slug}`]: [
          `A webhook with ${field} of ${says} answers ${status}.`,
          spoiled(SAMPLES.setWebhook, body, status === 400 ? invalid : isTaken),
        ],
      });
    }),
  ),
];

function bounds(least: number, most: number): readonly Edge[] {
  return [
    ['least', `${least}`, least, 200],
    ['too-little', `${least - 1}`, least - 1, 400],
    ['most', `${most}`, most, 200],
    ['too-much', `${most + 1}`, most + 1, 400],
  ];
}

function headers(count: number): object {
  return Object.fromEntries(Array.from({ length: count }, (_, index) => [`X-Contract-${index}`, 'one']));
}

/** What the answer shows of a field: all but the secret. */
function shown(field: string, body: unknown) {
  const name = field.replace(/[.[].*$/, '');
  const { [name]: value = null } = body as Readonly<Record<string, unknown>>;
  if (name === 'secret') return undocumented({ secret: { $absent: true } });
  return undocumented({ [name]: JSON.stringify(value) === '{}' ? { $type: 'object' } : value });
}
