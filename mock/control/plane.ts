import {
  type ApiDocument,
  type ControlId,
  createRouter,
  createValidator,
  loadControlDocument,
  type Operation,
} from '../../spec/index.ts';
import { tokenOf } from '../engine/authenticate.ts';
import {
  headerOf,
  isStream,
  type Outcome,
  pathOf,
  queryOf,
  type RawCall,
  type RawHead,
  type Reply,
  type StreamReply,
  write,
} from '../engine/call.ts';
import { toCause, toRefusal } from '../engine/error-reply.ts';
import { findOperation, lookUp } from '../engine/find-operation.ts';
import { readInput } from '../engine/read-input.ts';
import { Problem } from '../problem.ts';
import type { Stubs } from '../stubs/stubs.ts';
import type { Tenant } from '../tenants/tenant.ts';
import type { Tenants } from '../tenants/tenants.ts';
import { settle, touch } from '../world/index.ts';
import { type Access, mustBeLetIn } from './access.ts';
import type { ControlCall, ControlHandler } from './call.ts';
import { whoIs } from './find-person.ts';
import { lookUpTenant, refuseWorld } from './find-tenant.ts';
import { controls } from './operations/index.ts';
import { toProblem } from './to-problem.ts';

/** What only a mock can do, over HTTP or called directly. */
export interface ControlPlane {
  /** Answers a request. It never throws, nor rejects. */
  answer(call: RawCall): Outcome;
  /** Whether a request is refused for who sends it, its path or its method, or nothing reads its body. */
  isBodyUnread(head: RawHead): boolean;
  /** Carries out an operation for whoever is in the same process. Throws, or rejects with, what the rules and the wire say. */
  drive(id: ControlId, request: DirectRequest): Reply | StreamReply | Promise<Reply>;
}

/** An operation of the control plane that is called directly. */
export interface DirectRequest {
  /** The values of the path. */
  path?: Readonly<Record<string, string>>;
  query?: Readonly<Record<string, string>>;
  body?: unknown;
}

/** What a control plane is made of. */
export interface ControlParts {
  /** The document of the API. */
  api: ApiDocument;
  tenants: Tenants;
  stubs: Stubs;
  access: Access;
  /** Called with what went wrong when the mock itself is at fault. */
  onFault: (error: unknown) => void;
}

/** An operation that was asked for, over HTTP or directly. */
interface Wanted {
  operation: Operation;
  /** The values of the path. */
  parameters: Readonly<Record<string, string>>;
  query: Readonly<Record<string, string>>;
  /** Reads the body. Throws a `Problem` when it does not fit the document. */
  read: () => unknown;
  /** The world of the path; undefined when the path names none, or one that is not there. */
  tenant: Tenant | undefined;
  onGone?: RawCall['onGone'];
  header?: (name: string) => string | undefined;
}

type Answer = Reply | StreamReply | Promise<Reply>;

/** The one operation that reads and has a body all the same. */
const ONLY_ASKS: ControlId = 'askRules';

/** The one path of a mock that takes deliveries. */
export const RECEIVER_PATH = '/__mock/receiver';

/** Every path of the control plane starts so. */
export const CONTROL_PATH = /^\/__mock(\/|$)/;

/** A control plane over the worlds of a mock, described by `spec/control.yaml`. */
export function createControl({ api, tenants, stubs, access, onFault }: ControlParts): ControlPlane {
  const document = loadControlDocument();
  const route = createRouter(document.operations);
  const validator = createValidator(document);
  const byId = new Map(document.operations.map((operation) => [operation.id, operation]));

  const carryOut = ({ operation, parameters, read, tenant, onGone, header, ...wanted }: Wanted): Answer => {
    const { issues, values: query } = validator.query(operation, wanted.query);
    if (issues.length > 0) throw Problem.invalid(issues);
    const body = read();
    if (parameters.world !== undefined && tenant === undefined) refuseWorld(tenants, parameters.world);
    const world = tenant?.world;
    const named = (name: string, value = '') => (name === 'phone' ? whoIs(world, value) : value);
    const handle = controls[operation.id as ControlId] as ControlHandler<ControlId>;
    // The seam between the document and the types made from it: the request was found valid for this very operation.
    const call = {
      tenants,
      stubs,
      document: api,
      tenant,
      parameter: (name: string) => named(name, parameters[name]),
      query: 'phone' in query ? { ...query, phone: whoIs(world, String(query.phone)) } : query,
      body,
      onGone,
      header: (name: string) => header?.(name),
    } as ControlCall<ControlId>;
    const changes = operation.method !== 'GET' && operation.id !== ONLY_ASKS;
    if (world !== undefined) {
      settle(world);
      if (changes) touch(world);
    }
    tenant?.courier.collect();
    const revision = world?.revision ?? 0;
    try {
      const reply: Answer = handle(call);
      if (reply instanceof Promise) return reply.then((late) => check(operation, late));
      return isStream(reply) ? reply : check(operation, reply);
    } catch (error) {
      throw world === undefined ? error : toCause(error, world, revision);
    } finally {
      tenant?.courier.wake();
      if (changes) tenant?.courier.tellDriven();
      if (tenant !== undefined) tenants.weigh(tenant);
    }
  };

  const check = (operation: Operation, reply: Reply): Reply => {
    const issues = validator.reply(operation, reply.status, reply.body);
    if (issues.length === 0) return reply;
    throw new Error(
      `The control plane breaks its own document: ${JSON.stringify({ operation: operation.id, issues })}`,
    );
  };

  /** A refusal tells the time of the world that it is about. */
  const refuse = (error: unknown, { world }: Tenant): Reply => {
    const reply = toRefusal(toProblem(error), world, onFault);
    return { ...reply, body: { ...reply.body, rule: reply.rule } };
  };

  return {
    answer(call) {
      let tenant: Tenant | undefined;
      try {
        mustBeLetIn(access, call);
        const found = findOperation(route, call.method, pathOf(call));
        tenant = lookUpTenant(tenants, found.parameters.world ?? '', tokenOf(call));
        const about = tenant ?? tenants.main;
        const reply = carryOut({
          ...found,
          query: queryOf(call),
          read: () => readInput(validator, found, call).body,
          tenant,
          onGone: call.onGone,
          header: (name) => headerOf(call, name),
        });
        if (reply instanceof Promise) return reply.catch((error) => refuse(error, about)).then(write);
        if (!isStream(reply)) return write(reply);
        return call.method === 'HEAD' ? { ...reply, body: '' } : reply;
      } catch (error) {
        return write(refuse(error, tenant ?? tenants.main));
      }
    },

    isBodyUnread(head) {
      try {
        mustBeLetIn(access, head);
      } catch {
        return true;
      }
      const found = lookUp(route, head.method, pathOf(head));
      return found.kind !== 'operation' || found.operation.body === undefined;
    },

    drive(id, { path: parameters = {}, query = {}, body }) {
      const operation = byId.get(id);
      if (operation === undefined) throw new Error(`The control plane has no operation ${id}.`);
      const read = () => {
        const inPath = validator.parameters(operation.parameters, (name) => parameters[name]);
        const issues = [...inPath.issues, ...validator.body(operation, body)];
        if (issues.length > 0) throw Problem.invalid(issues);
        return body;
      };
      const tenant = lookUpTenant(tenants, parameters.world ?? '', '');
      return carryOut({ operation, parameters, query, read, tenant });
    },
  };
}
