import type { ApiDocument, ControlBody, ControlId, ControlQuery, ControlSuccess } from '../../spec/index.ts';
import type { RawCall, StreamReply } from '../engine/call.ts';
import type { Stubs } from '../stubs/stubs.ts';
import type { Tenant } from '../tenants/tenant.ts';
import type { Tenants } from '../tenants/tenants.ts';

/** One request to the control plane that was found valid, as a handler sees it. */
export interface ControlCall<Id extends ControlId> {
  tenants: Tenants;
  /** The document of the API, not that of the control plane. */
  document: ApiDocument;
  /** The world of the path; there is none where the path names none. */
  readonly tenant: Tenant;
  stubs: Stubs;
  /** A value of the path. */
  parameter(name: string): string;
  query: ControlQuery<Id>;
  body: ControlBody<Id>;
  /** Has something done when the other side is gone; undefined where nobody can tell. */
  onGone: RawCall['onGone'];
  /** The first value of a header, by its lower-case name. */
  header(name: string): string | undefined;
}

/** Carries out one operation of the control plane. A `Refusal` or a `Problem` is thrown. */
export type ControlHandler<Id extends ControlId> = (
  call: ControlCall<Id>,
) => ControlSuccess<Id> | StreamReply | Promise<ControlSuccess<Id>>;

/** A handler for each operation of some of the control plane. */
export type ControlHandlers<Ids extends ControlId> = { [Id in Ids]: ControlHandler<Id> };
