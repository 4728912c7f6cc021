import type { Rulings } from '../../spec/facts/index.ts';
import { type Issue, type Operation, type OperationId, toShown, type Validator } from '../../spec/index.ts';
import { BEYOND_SCHEMA } from '../operations/beyond-schema.ts';
import { Problem } from '../problem.ts';
import { toUsualForms } from '../wire/forms.ts';
import type { WireForm } from '../wire/wire-form.ts';
import { type Device, findGroupTo, Refusal, type World, whyNotReady } from '../world/index.ts';
import { headerOf, queryTextOf, type RawCall } from './call.ts';
import type { Found } from './find-operation.ts';
import { readBody } from './read-body.ts';

/** What a valid request says. */
export interface Input {
  /** Fits the schema of the operation; undefined where it takes no body. */
  body: unknown;
  /** A value of the path or the body by the name that the document gives it. */
  argument(name: string): string;
}

/** Whose request it is: what has an unusual form is read as the rulings of their world have it. */
export interface Caller {
  readonly world: World;
  readonly device: Device;
  readonly form: WireForm;
}

/**
 * Reads the path and the body of a request. Throws a `Problem` that lists everything that does not fit the document, or the
 * `Refusal` of the group where a ruling has that told first.
 */
export function readInput(
  validator: Validator,
  { operation, parameters }: Found,
  call: RawCall,
  caller?: Caller,
): Input {
  const { issues, values } = validator.parameters(operation.parameters, (name) => parameters[name]);
  const isPathFit = issues.length === 0;
  if (caller !== undefined) issues.push(...issuesBesidePath(validator, operation, call));
  const type = caller?.form.takesAny(operation) ? 'application/json' : headerOf(call, 'content-type');
  const isLeftOut = operation.body === undefined || (!operation.isBodyRequired && call.body.length === 0);
  const sent = isLeftOut ? undefined : readBody(call, type);
  const body = caller === undefined ? sent : toUsualForms(caller.world, caller.device, sent);
  if (!isLeftOut) issues.push(...validator.body(operation, body));
  const read = issues.length > 0 || caller === undefined ? body : caller.form.fromBody(operation, body);
  if (issues.length === 0 && caller !== undefined)
    issues.push(...issuesBeyondSchema(operation, read, caller.world.rulings));
  if (issues.length > 0)
    throw (isPathFit && whyUnreadable(parameters.jid, caller)) || Problem.invalid(issues);

  const argument = (name: string): string => {
    const place = operation.arguments.get(name);
    if (place === undefined) throw new Error(`The document gives ${operation.id} no argument "${name}".`);
    const { in: from, name: field } = place;
    const value = from === 'path' ? values[field] : (body as Record<string, unknown> | undefined)?.[field];
    if (typeof value === 'string') return value;
    if (from === 'path') return parameters[field] ?? '';
    const message = value === undefined ? 'is required' : 'must be a string';
    throw Problem.invalid([{ field, message, value: toShown(value ?? null) }]);
  };
  return { body: read, argument };
}

/** How a place of a request beside its path has the texts of a parameter. */
const PLACES = {
  query: (call) => {
    const query = new URLSearchParams(queryTextOf(call));
    return (name) => query.getAll(name);
  },
  headers:
    ({ headers }) =>
    (name) => {
      const key = name.toLowerCase();
      return Object.hasOwn(headers, key) ? headers[key] : undefined;
    },
  cookies: (call) => {
    const cookies = (headerOf(call, 'cookie') ?? '').split(/; */).map((one) => one.split('='));
    return (wanted) => cookies.flatMap(([name, ...text]) => (name === wanted ? text.join('=') : []));
  },
} satisfies Record<string, (call: RawCall) => Parameters<Validator['parameters']>[1]>;

/** Parameters that only another version of the document has: no operation asks for their values. */
function issuesBesidePath(validator: Validator, operation: Operation, call: RawCall): Issue[] {
  const issues: Issue[] = [];
  for (const place of ['query', 'headers', 'cookies'] as const) {
    if (operation[place].size > 0)
      issues.push(...validator.parameters(operation[place], PLACES[place](call)).issues);
  }
  return issues;
}

/** Why the caller cannot read a group, where that is told before what does not fit. */
function whyUnreadable(jid: string | undefined, caller: Caller | undefined): Refusal | undefined {
  if (jid === undefined || caller === undefined) return undefined;
  const { world, device } = caller;
  if (world.rulings['body-or-group'] === 'body' || whyNotReady(device) !== undefined) return undefined;
  const group = findGroupTo(world, jid, device.phone, 'read');
  return group instanceof Refusal ? group : undefined;
}

function issuesBeyondSchema({ id }: Operation, body: unknown, rulings: Rulings): Issue[] {
  const check = BEYOND_SCHEMA[id as OperationId] as ((...of: unknown[]) => Issue[]) | undefined;
  return check?.(body, rulings) ?? [];
}
