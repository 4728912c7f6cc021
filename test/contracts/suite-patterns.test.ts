import { describe, expect, it } from 'vitest';
import type { Case, Step } from '../../contracts/language/case.ts';
import { fill, type Values } from '../../contracts/language/templates.ts';
import { suite } from '../../contracts/suite.ts';
import {
  type ApiDocument,
  itemsOf,
  loadControlDocument,
  loadDocument,
  propertiesOf,
  refOfReply,
  type SchemaNode,
} from '../../spec/index.ts';
import { vacuousIn } from './language/fitting.ts';

const document = loadDocument();
const control = loadControlDocument();
const operations = new Map(document.operations.map((operation) => [operation.id as string, operation]));
const controlled = new Map(control.operations.map((operation) => [operation.id as string, operation]));

/** What is said not to be there, though no schema has it: everything else that the document does not know is misspelt. */
const ABSENT = [
  'group.colour',
  'groups.participants',
  'group.participants',
  'webhook.colour',
  'webhook.secret',
];

/** A pattern of the suite, or the paths that are captured of the same body. */
interface Compared {
  readonly id: string;
  readonly of: ApiDocument;
  /** The schemas of which one is that of the body. */
  readonly nodes: readonly SchemaNode[];
  readonly pattern: unknown;
  readonly captured: readonly string[];
}

const compared = suite.flatMap(comparedIn);

describe('the patterns of the suite', () => {
  it('name properties that the document has', () => {
    expect(strayIn(compared)).toEqual([]);
  });

  it('capture what the document has', () => {
    const missing = compared.flatMap(({ id, of, nodes, captured }) =>
      captured.filter((path) => !nodes.some((node) => leads(of, node, path))).map((path) => `${id}: ${path}`),
    );
    expect(missing).toEqual([]);
  });

  it('can fail wherever they say something', () => {
    const vacuous = compared.flatMap(({ id, pattern }) =>
      pattern === undefined ? [] : vacuousIn(fill(pattern, NAMED)).map((place) => `${id}:${place}`),
    );
    expect(vacuous).toEqual([]);
  });
});

/** What says that a target knows something. */
const TAKEN = /\b(is|are) (taken|accepted|understood|read)\b/;

it('a case that says that something is taken has a call that succeeds: who does not know it refuses it too', () => {
  const succeeds = ({ expect: wanted }: Step) => [wanted?.status ?? 400].flat().some((one) => one < 300);
  const claims = suite.filter(({ promise }) => TAKEN.test(promise));
  expect(claims.length).toBeGreaterThan(20);
  expect(claims.filter(({ steps }) => !steps.some(succeeds)).map(({ id }) => id)).toEqual([]);
});

describe('a pattern that promises nothing is told', () => {
  const step: Step = { call: 'getGroup' };
  const make = (body: unknown) =>
    comparedIn({ id: 'a/b', steps: [{ ...step, expect: { status: 200, body } }] } as never);

  it.each([
    ['a misspelt property', { group: { jdi: 'x' } }, 'a/b: group.jdi'],
    [
      'one in an entry',
      { group: { participants: { $contains: { jdi: 'x' } } } },
      'a/b: group.participants.jdi',
    ],
    ['one that is to be absent', { group: { $all: [{ jdi: { $absent: true } }] } }, 'a/b: group.jdi'],
  ])('%s', (_, body, told) => {
    expect(strayIn(make(body))).toEqual([told]);
  });

  it.each([
    ['an empty object', { group: {} }, '.group {}'],
    ['one in a list', { participants: [{}] }, '.participants[0] {}'],
    ['one that is contained', { groups: { $contains: {} } }, '.groups $contains {}'],
    ['one of all', { $all: [{ a: 1 }, {}] }, ' $all[1] {}'],
    ['an expression for every text', { name: { $matches: '' } }, '.name $matches'],
    ['one of which one is anything', { name: { $oneOf: ['a', {}] } }, '.name $oneOf'],
  ])('%s', (_, pattern, told) => {
    expect(vacuousIn(pattern)).toEqual([told]);
  });
});

/** Every placeholder stands for its own name; what is taken for a time is one. */
const NAMED: Values = new Proxy({} as Values, {
  get: (_, name) =>
    ({ now: '2030-01-01T12:00:00Z', listed: [{ jid: 'a@g.us' }] })[String(name)] ?? String(name),
  getOwnPropertyDescriptor: () => ({ configurable: true, enumerable: true }),
});

function comparedIn({ id, steps }: Pick<Case, 'id' | 'steps'>): Compared[] {
  return steps.flatMap((step) => [
    ...answerOf(id, step),
    ...(step.otherwise === undefined ? [] : answerOf(id, step.otherwise)),
    ...(step.meanwhile ?? []).flatMap((one) => ('what' in one ? witnessedIn(id, one) : [])),
    ...(step.receive ?? []).map(({ event, body, capture = {} }) => {
      const node = { $ref: document.events.get(event) ?? '' };
      return { id, of: document, nodes: [node], pattern: body, captured: Object.values(capture) };
    }),
  ]);
}

function answerOf(id: string, { call, expect: wanted, capture = {} }: Step): Compared[] {
  const operation = operations.get(call);
  const success = [...(operation?.replies.keys() ?? [])].filter((status) => status < 300);
  const nodesOf = (statuses: readonly number[]) =>
    statuses.map((status) => ({
      $ref: refOfReply(document, operation, status) ?? refOfReply(document, undefined, status) ?? '',
    }));
  const shared = { id, of: document, pattern: undefined, captured: [] };
  return [
    { ...shared, nodes: nodesOf([wanted?.status ?? success].flat()), pattern: wanted?.body },
    // A refusal has nothing to tell.
    { ...shared, nodes: nodesOf(success), captured: Object.values<string>(capture) },
  ];
}

function witnessedIn(
  id: string,
  { what, expect: wanted }: Extract<NonNullable<Step['meanwhile']>[number], { what: unknown }>,
): Compared[] {
  const path = 'look' in what ? what.look.replace(/\?.*/, '') : '/people/{person}/act';
  const operation = [...controlled.values()].find(
    ({ path: template, method }) =>
      method === ('look' in what ? 'GET' : 'POST') &&
      new RegExp(`/worlds/\\{world\\}${path.replace(/(?<=\/people\/).+?(?=\/|$)/, '\\{.+\\}')}$`).test(
        template,
      ),
  );
  const refs = [wanted.status].flat().map((status) => operation?.replies.get(status));
  const nodes = refs.flatMap(($ref) => ($ref === undefined ? [] : [{ $ref }]));
  return [{ id, of: control, nodes, pattern: wanted.body, captured: [] }];
}

/** The properties in patterns that no schema has which they are compared with. */
function strayIn(all: readonly Compared[]): string[] {
  return all.flatMap(({ id, of, nodes, pattern }) => {
    const [first = ['no schema'], ...others] = nodes.map((node) => [...strayOf(of, node, pattern, '')]);
    return first.filter((one) => others.every((other) => other.includes(one))).map((one) => `${id}: ${one}`);
  });
}

function* strayOf(of: ApiDocument, node: SchemaNode, pattern: unknown, path: string): Generator<string> {
  if (Array.isArray(pattern)) {
    for (const one of pattern) yield* strayOf(of, itemsOf(of, node), one, path);
    return;
  }
  if (typeof pattern !== 'object' || pattern === null) return;
  const known = propertiesOf(of, node);
  for (const [name, wanted] of Object.entries(pattern)) {
    if (name === '$all' || name === '$oneOf') {
      for (const one of wanted) yield* strayOf(of, node, one, path);
    } else if (name === '$not') yield* strayOf(of, node, wanted, path);
    else if (/^\$(contains|lacks|each)$/.test(name)) yield* strayOf(of, itemsOf(of, node), wanted, path);
    else if (!name.startsWith('$') && known.size > 0) {
      const here = path === '' ? name : `${path}.${name}`;
      const property = known.get(name);
      if (property !== undefined) yield* strayOf(of, property, wanted, here);
      else if (!ABSENT.includes(here) || wanted.$absent !== true) yield here;
    }
  }
}

/** Whether a path such as `groups[name=X,is_announce=true].jid` leads to something in a schema. */
function leads(of: ApiDocument, root: SchemaNode, path: string): boolean {
  let here: SchemaNode | undefined = root;
  for (const [, bracketed, name = ''] of path.replace(/ ~ .*/, '').matchAll(/\[([^\]]+)\]|([^.[\]]+)/g)) {
    if (here === undefined) return false;
    if (bracketed === undefined) here = propertiesOf(of, here).get(name);
    else {
      here = itemsOf(of, here);
      const asked = bracketed.includes('=') ? bracketed.split(',').map((one) => one.split('=')[0] ?? '') : [];
      if (!asked.every((one) => here !== undefined && propertiesOf(of, here).has(one))) return false;
    }
  }
  return here !== undefined;
}
