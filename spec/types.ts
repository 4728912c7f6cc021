import type { components, operations } from './types.gen.ts';

/** The name of an operation of the document, for example `createGroup`. */
export type OperationId = keyof operations;

/** The JSON body that an operation takes; `undefined` where it takes none. */
export type RequestBody<Id extends OperationId> = operations[Id] extends { requestBody: infer Body }
  ? Json<Body>
  : undefined;

/** Every documented answer of an operation: a union of `{status, body}`. */
export type Reply<Id extends OperationId> = {
  [Status in keyof operations[Id]['responses']]: {
    status: Status;
    body: Json<operations[Id]['responses'][Status]>;
  };
}[keyof operations[Id]['responses']];

/** The documented answers of an operation that went well. */
export type Success<Id extends OperationId> = Extract<Reply<Id>, { status: 200 | 201 }>;

/** A named schema of the document, for example `Group`. */
export type Schema<Name extends keyof components['schemas']> = components['schemas'][Name];

type Json<T> = T extends { content: { 'application/json': infer Body } } ? Body : never;
