import type { OperationId, RequestBody, Success } from '../../spec/index.ts';
import type { Device, World } from '../world/index.ts';

/** One request that was found valid, as a handler sees it. */
export interface Call<Id extends OperationId> {
  world: World;
  /** The device of the caller's token. */
  device: Device;
  body: RequestBody<Id>;
  /** A value of the path or the body by the name that the document gives it (`x-argument`, or else its own). */
  argument(name: string): string;
}

/** Carries out one operation. A `Refusal` or a `Problem` is thrown. */
export type Handler<Id extends OperationId> = (call: Call<Id>) => Success<Id>;

/** A handler for each operation of some of the document. */
export type Handlers<Ids extends OperationId> = { [Id in Ids]: Handler<Id> };

/** The answer 200 with these properties beside `success`. */
export function ok<Body extends object>(body: Body): { status: 200; body: { success: true } & Body } {
  return { status: 200, body: { success: true, ...body } };
}

/** The answer 201 with these properties beside `success`. */
export function created<Body extends object>(body: Body): { status: 201; body: { success: true } & Body } {
  return { status: 201, body: { success: true, ...body } };
}
