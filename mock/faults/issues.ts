import { type ControlSchema, type Issue, toShown } from '../../spec/index.ts';
import { operations } from '../operations/index.ts';
import { EVENT_NAMES, phoneOf, type World } from '../world/index.ts';

type Body = ControlSchema<'NewFault'>;
type Field = keyof Body;

/** The operations whose answers have a row for each participant. */
export const WITH_ROWS: readonly string[] = [
  'createGroup',
  'addGroupParticipants',
  'removeGroupParticipants',
  'createCommunity',
  'addCommunityParticipants',
  'removeCommunityParticipants',
];

/** What makes something happen, and what only a webhook delivery or only a call has. */
const EFFECTS: readonly Field[] = [
  'status',
  'per_window',
  'delay_ms',
  'drop',
  'truncate',
  'rows',
  'delivery',
];
const OF_CALLS: readonly Field[] = [
  'operation',
  'per_window',
  'status',
  'error_code',
  'message',
  'headers',
  'delay_ms',
  'drop',
  'truncate',
  'rows',
];

/** Fields that contradict each other. */
const CONTRADICTIONS: readonly { field: Field; with: readonly Field[]; because: string }[] = [
  { field: 'delivery', with: OF_CALLS, because: 'webhook deliveries are no calls' },
  { field: 'drop', with: ['status', 'per_window'], because: 'a dropped connection has no answer' },
  { field: 'drop', with: ['truncate'], because: 'a connection is either dropped or ends within the answer' },
  {
    field: 'rows',
    with: ['status', 'per_window'],
    because: 'such a call is not carried out and has no rows',
  },
  { field: 'probability', with: ['per_window'], because: 'both choose the calls' },
];

/** Fields that mean nothing without one of others. */
const COMPANIONS: readonly { field: Field; without: readonly Field[] }[] = [
  { field: 'error_code', without: ['status', 'per_window'] },
  { field: 'message', without: ['status', 'per_window'] },
  { field: 'headers', without: ['status', 'per_window'] },
  { field: 'event', without: ['delivery'] },
];

/** Headers that HTTP itself or the mock is in charge of. */
const RESERVED = /^(connection|content-length|keep-alive|te|trailer|transfer-encoding|upgrade|x-mock-.*)$/i;
const HEADER_NAME = /^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,100}$/;

/** Many clients read 16 KiB of headers, and some of them are not of the fault. */
const LONGEST_HEADERS = 8192;

/** These have no body by definition. */
const WITHOUT_BODY = [204, 205, 304];

/** Everything about a fault that makes no sense, beyond what its schema says. */
export function issuesOfFault(world: World, body: Body): Issue[] {
  return [...contradictions(body), ...companions(body), ...CHECKS.flatMap((check) => check(world, body))];
}

function contradictions(body: Body): Issue[] {
  return CONTRADICTIONS.flatMap(({ field, with: others, because }) => {
    const other = others.find((name) => body[name] !== undefined);
    if (body[field] === undefined || other === undefined) return [];
    return [issue(field, `does not go with ${other}: ${because}`, body[field])];
  });
}

function companions(body: Body): Issue[] {
  return COMPANIONS.flatMap(({ field, without }) => {
    if (body[field] === undefined || without.some((name) => body[name] !== undefined)) return [];
    return [issue(field, `means nothing without ${without.join(' or ')}`, body[field])];
  });
}

const CHECKS: readonly ((world: World, body: Body) => Issue[])[] = [
  (_, body) =>
    EFFECTS.some((name) => body[name] !== undefined)
      ? []
      : [issue('body', `says nothing that happens: give ${EFFECTS.join(', ')}`, null)],

  (_, { operation = 'all' }) =>
    operation === 'all' || Object.hasOwn(operations, operation)
      ? []
      : [issue('operation', `must be all or one of ${Object.keys(operations).join(', ')}`, operation)],

  (_, { event }) =>
    event === undefined || EVENT_NAMES.some((name) => name === event)
      ? []
      : [issue('event', `must be one of ${EVENT_NAMES.join(', ')}`, event)],

  (_, { operation = 'all', rows }) =>
    rows === undefined || operation === 'all' || WITH_ROWS.includes(operation)
      ? []
      : [issue('rows', `are for all or one of ${WITH_ROWS.join(', ')}, not for ${operation}`, null)],

  (world, { rows = [] }) =>
    rows.flatMap(({ participant }, index) =>
      phoneOf(world, participant) === undefined
        ? [issue(`rows[${index}].participant`, 'is a LID that nobody here has', participant)]
        : [],
    ),

  (_, { delay_ms }) => {
    if (!Array.isArray(delay_ms)) return [];
    const [from = 0, to = 0] = delay_ms;
    return from <= to ? [] : [issue('delay_ms', 'must go from the shorter to the longer', delay_ms)];
  },

  (_, { headers = {} }) =>
    Object.keys(headers).flatMap((name) => {
      if (!HEADER_NAME.test(name)) return [issue('headers', 'must have names that HTTP allows', name)];
      return RESERVED.test(name)
        ? [issue('headers', `cannot have ${name}, which HTTP or the mock is in charge of`, name)]
        : [];
    }),

  (_, { headers = {} }) => {
    const length = Object.entries(headers).reduce(
      (sum, [name, value]) => sum + name.length + value.length,
      0,
    );
    if (length <= LONGEST_HEADERS) return [];
    const message = `must have at most ${LONGEST_HEADERS} characters together, because clients read no more`;
    return [issue('headers', message, `${length} characters`)];
  },

  (_, { status = 429, error_code, message, truncate }) => {
    const wordless = status < 400 ? { error_code, message } : {};
    const issues = Object.entries(wordless)
      .filter(([, value]) => value !== undefined)
      .map(([field, value]) => issue(field, `is for errors, and ${status} is none`, value));
    if (truncate === undefined || !WITHOUT_BODY.includes(status)) return issues;
    return [...issues, issue('truncate', `does not go with ${status}, which has no body`, true)];
  },
];

function issue(field: string, message: string, value: unknown): Issue {
  return { field, message, value: toShown(value) };
}
