import type { Operation } from '../../spec/index.ts';
import { at, type Values } from './templates.ts';

/** The field that says which group is linked: nobody knows its name, so it is the one that the document gives it. */
export const CHILD_GROUP = '{{field child_group}}';

/** How the document calls the fields of a body that cases know by `x-argument` only; one that it has in the path keeps that name. */
export function fieldNames({ arguments: places }: Operation): Values {
  return Object.fromEntries(
    [...places].map(([argument, place]) => [
      `field ${argument}`,
      place.in === 'body' ? place.name : argument,
    ]),
  );
}

/** The arguments that a case gives in the body and the document has in the path. */
export function pathArguments({ arguments: places }: Operation, body: unknown): Record<string, unknown> {
  return Object.fromEntries(
    [...places].flatMap(([argument, place]) =>
      place.in === 'path' ? [[place.name, at(body, argument)]] : [],
    ),
  );
}
