import type { Operation } from '../../spec/index.ts';
import { fieldNames, pathArguments } from '../language/arguments.ts';
import type { Alteration, Step } from '../language/case.ts';
import { fill, type Values } from '../language/templates.ts';
import { type Request, toRequest } from '../target/client.ts';
import type { Run } from './run.ts';

/** A step as it goes out. */
export interface Sent {
  readonly operation: Operation;
  /** With the names that the document gives to the fields of this operation. */
  readonly values: Values;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly body: unknown;
  readonly request: Request;
  /** How it departs from a well-formed request. */
  readonly alter?: Alteration | undefined;
}

/**
 * The request of a step, its placeholders filled in; undefined where the document has no such operation. Throws
 * `UnknownPlaceholder`, and `ForeignNumber` where it would touch a number that was not given.
 */
export function toSent(run: Run, step: Step, known: Values): Sent | undefined {
  const operation = run.operations.get(step.call);
  if (operation === undefined) return undefined;
  const values = { ...known, ...fieldNames(operation) };
  const body = step.body === undefined ? undefined : fill(step.body, values);
  const parameters = {
    ...pathArguments(operation, body),
    ...(fill(step.path ?? {}, values) as Record<string, unknown>),
  };
  const alter =
    step.alter?.text === undefined
      ? step.alter
      : { ...step.alter, text: String(fill(step.alter.text, values)) };
  const request = toRequest(run.target, operation, step.as ?? 'first', parameters, body, alter);
  run.changes.mustKnowNumbers(request, known);
  return { operation, values, parameters, body, request, alter: step.alter };
}
