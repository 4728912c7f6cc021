import type { Operation } from '../../spec/index.ts';
import { at } from '../language/templates.ts';
import { type Asking, ask, type Exchanged, NotAsked } from './asking.ts';
import { fieldNamed } from './evidence.ts';
import type { Question } from './question.ts';

/** Where an operation was found, and the call that showed it. */
export interface Found extends Exchanged {
  readonly method: string;
  readonly path: string;
  /** The field of the body that names the group. */
  readonly field: string;
}

type Way = readonly [method: string, path: string];

/** Where linking may be, the likeliest first. */
const WAYS: readonly Way[] = [
  'groups',
  'link',
  'subgroups',
  'groups/link',
  'link-group',
  'linked-groups',
  'link_group',
  'sub-groups',
  'children',
].flatMap((end): Way[] => [
  ['POST', `/communities/{jid}/${end}`],
  ['PUT', `/communities/{jid}/${end}`],
]);

/** How the field for the group may be called, the likeliest first. */
const FIELDS = [
  'group_jid',
  'child_jid',
  'jid',
  'group',
  'subgroup_jid',
  'child_group_jid',
  'linked_group_jid',
  'group_id',
  'child',
];

/** Answers that say that there is no such path, or no such method on it. */
const NOWHERE = [404, 405];

/**
 * Looks for the operation of a question: by reading paths, which tells those that are there by 405, then by calls that would
 * carry it out, whose 400 names the field. What is found is seen to have had its effect. From then on `asking` has the
 * operation as it was found, or not at all. Throws `NotAsked` when it is not found.
 */
export async function search(asking: Asking, id: NonNullable<Question['search']>): Promise<Found> {
  const operation = asking.run.operations.get(id);
  if (operation === undefined) throw new NotAsked(`the document has no operation ${id}`);
  let found: Found | undefined;
  try {
    found = await tryWays(asking, operation, await waysTo(asking, operation));
  } finally {
    // What is not found is called by nobody, for whatever reason: its answers would be those of a path that is not there.
    if (found === undefined) asking.run.operations.delete(id);
  }
  if (found === undefined) throw new NotAsked('no method, path and field that was tried had the effect');
  return found;
}

/** The ways in the order in which they are tried. Unlinking goes where linking went, as far as it is known. */
async function waysTo(asking: Asking, operation: Operation): Promise<Way[]> {
  const own: Way = [operation.method, operation.path];
  if (operation.id === 'unlinkGroup') {
    const path = asking.run.operations.get('linkGroup')?.path;
    if (path === undefined) throw new NotAsked('no group was linked that could be unlinked');
    const opposite = path.replace(/link(?=[^/]*$)/, 'unlink');
    return unique([['DELETE', path], ['POST', opposite], ['DELETE', opposite], ['PUT', opposite], own]);
  }
  const ways = unique([own, ...WAYS]);
  const there: Way[] = [];
  for (const path of new Set(ways.map(([, one]) => one))) {
    const allowed = await methodsOf(asking, operation, path);
    if (allowed === undefined) continue;
    const fitting = ways.filter(
      ([method, one]) => one === path && (allowed.length === 0 || allowed.includes(method)),
    );
    there.push(...fitting);
    if (fitting.length > 0) break;
  }
  return unique([...there, ...ways]);
}

/** What a path takes, as far as reading it tells: undefined where it seems not to be there, empty where it does not say. */
async function methodsOf(asking: Asking, operation: Operation, path: string): Promise<string[] | undefined> {
  const exchanged = await tryOne(asking, { ...operation, method: 'GET', path, body: undefined }, undefined);
  if (exchanged.answer.status === 404) return undefined;
  const { allow = '' } = exchanged.answer.headers;
  return allow.toUpperCase().match(/[A-Z]+/g) ?? [];
}

async function tryWays(
  asking: Asking,
  operation: Operation,
  ways: readonly Way[],
): Promise<Found | undefined> {
  const other = asking.run.operations.get('linkGroup')?.arguments.get('child_group')?.name;
  for (const [method, path] of ways) {
    const waiting = [...new Set([other ?? FIELDS[0], ...FIELDS])].filter((name) => name !== undefined);
    const tried: string[] = [];
    for (let field = waiting.shift(); field !== undefined; field = waiting.shift()) {
      const here = called(operation, method, path, field);
      const exchanged = await tryOne(asking, here, field);
      tried.push(field);
      if (NOWHERE.includes(exchanged.answer.status)) break;
      const { status, body } = exchanged.answer;
      if (status < 300 && (await hadEffect(asking, operation.id))) {
        asking.run.operations.set(operation.id, here);
        return { ...exchanged, method, path, field };
      }
      if (status >= 300 && status !== 400 && status !== 422) break;
      const named = fieldNamed(body, [...tried, 'validation_error']);
      if (named !== undefined && !tried.includes(named)) waiting.unshift(named);
    }
  }
  return undefined;
}

/** One try. Its answer may be no JSON. */
async function tryOne(asking: Asking, operation: Operation, field: string | undefined): Promise<Exchanged> {
  const before = asking.run.operations.get(operation.id);
  asking.run.operations.set(operation.id, operation);
  const id = operation.id as 'linkGroup';
  const body = field === undefined ? {} : ({ body: { [field]: '{{group}}' } } as object);
  try {
    return await ask(asking, { call: id, path: { jid: '{{community}}' }, ...body });
  } catch (error) {
    if (error instanceof NotAsked && error.refused !== undefined) return error.refused;
    throw error;
  } finally {
    if (before !== undefined) asking.run.operations.set(operation.id, before);
  }
}

/** Whether the group tells the community now, or no longer, or the community has other members. */
async function hadEffect(asking: Asking, id: string): Promise<boolean> {
  const isLinking = id === 'linkGroup';
  const group = await ask(asking, { call: 'getGroup', path: { jid: '{{group}}' } });
  const tells = JSON.stringify(group.answer.body).includes(String(asking.values.community));
  if (isLinking && tells) asking.values['tells-community'] = true;
  if (tells || asking.values['tells-community'] === true) return tells === isLinking;
  if (!isLinking) return true;
  const community = await ask(asking, { call: 'getGroup', path: { jid: '{{community}}' } });
  return Number(at(community.answer.body, 'group.members_count')) > 1;
}

function called(operation: Operation, method: string, path: string, name: string): Operation {
  return {
    ...operation,
    method,
    path,
    arguments: new Map([...operation.arguments, ['child_group', { in: 'body', name }]]),
  };
}

function unique(ways: readonly Way[]): Way[] {
  return [...new Map(ways.map((way) => [way.join(' '), way])).values()];
}
