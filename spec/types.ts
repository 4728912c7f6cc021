import type * as control from './generated/control.gen.ts';
import type { components, operations } from './generated/types.gen.ts';

/** The name of an operation of the document, for example `createGroup`. What a webhook receives is none of them. */
export type OperationId = Exclude<keyof operations, `receive${string}`>;

/** The JSON body that an operation takes; `undefined` where it takes none. */
export type RequestBody<Id extends OperationId> = BodyOf<operations[Id]>;

/** Every documented answer of an operation: a union of `{status, body}`. */
export type Reply<Id extends OperationId> = RepliesOf<operations[Id]>;

/** The documented answers of an operation that went well. */
export type Success<Id extends OperationId> = Extract<Reply<Id>, { status: 200 | 201 }>;

/** A named schema of the document, for example `Group`. */
export type Schema<Name extends keyof components['schemas']> = components['schemas'][Name];

/** The name of an operation of the control plane, for example `createWorld`. */
export type ControlId = keyof control.operations;

/** The JSON body that an operation of the control plane takes. */
export type ControlBody<Id extends ControlId> = BodyOf<control.operations[Id]>;

/** The query parameters that an operation of the control plane takes. */
export type ControlQuery<Id extends ControlId> = control.operations[Id] extends {
  parameters: { query?: infer Query };
}
  ? NonNullable<Query>
  : Record<string, never>;

/** The answers of an operation of the control plane that went well. */
export type ControlSuccess<Id extends ControlId> = Extract<
  RepliesOf<control.operations[Id]>,
  { status: 200 | 201 }
>;

/** A named schema of the control plane, for example `World`. */
export type ControlSchema<Name extends keyof control.components['schemas']> =
  control.components['schemas'][Name];

type BodyOf<Operation> = Operation extends { requestBody: infer Body } ? Json<Body> : undefined;

type RepliesOf<Operation> = Operation extends { responses: infer Responses }
  ? { [Status in keyof Responses]: { status: Status; body: Json<Responses[Status]> } }[keyof Responses]
  : never;

type Json<T> = T extends { content: { 'application/json': infer Body } } ? Body : never;
