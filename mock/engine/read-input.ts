import type { Issue, Operation, OperationId, Validator } from '../../spec/index.ts';
import { BEYOND_SCHEMA } from '../operations/beyond-schema.ts';
import { Problem } from '../problem.ts';
import { headerOf, type RawCall } from './call.ts';
import type { Found } from './find-operation.ts';
import { readBody } from './read-body.ts';

/** What a valid request says. */
export interface Input {
  /** Fits the schema of the operation; undefined where it takes no body. */
  body: unknown;
  /** A value of the path or the body by the name that the document gives it. */
  argument(name: string): string;
}

/** Reads the path and the body of a request, what has an unusual form made usual. Throws a `Problem` that lists everything that does not fit the document. */
export function readInput(
  validator: Validator,
  { operation, parameters }: Found,
  call: RawCall,
  toUsual: (body: unknown) => unknown = (body) => body,
): Input {
  const issues = validator.parameters(operation, parameters);
  const body =
    operation.body === undefined ? undefined : toUsual(readBody(call, headerOf(call, 'content-type')));
  issues.push(...validator.body(operation, body));
  if (issues.length === 0) issues.push(...issuesBeyondSchema(operation, body));
  if (issues.length > 0) throw Problem.invalid(issues);

  const argument = (name: string): string => {
    const place = operation.arguments.get(name);
    const values = place?.in === 'path' ? parameters : (body as Record<string, unknown> | undefined);
    const value = values?.[place?.name ?? ''];
    if (typeof value !== 'string')
      throw new Error(`The document gives ${operation.id} no argument "${name}".`);
    return value;
  };
  return { body, argument };
}

function issuesBeyondSchema(operation: Operation, body: unknown): Issue[] {
  const check = BEYOND_SCHEMA[operation.id as OperationId] as ((body: unknown) => Issue[]) | undefined;
  return check?.(body) ?? [];
}
