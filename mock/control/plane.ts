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
  type Outcome,
  pathOf,
  queryOf,
  type RawCall,
  type Reply,
  type StreamReply,
  write,
} from '../engine/call.ts';
import { toErrorReply } from '../engine/error-reply.ts';
import { type Found, findOperation } from '../engine/find-operation.ts';
import { readInput } from '../engine/read-input.ts';
import { Problem } from '../problem.ts';
import type { Tenant } from '../tenants/tenant.ts';
import type { Tenants } from '../tenants/tenants.ts';
import { settle } from '../world/index.ts';
import { type Access, mustBeLetIn } from './access.ts';
import type { ControlCall, ControlHandler } from './call.ts';
import { controls } from './operations/index.ts';
import { toProblem } from './to-problem.ts';

/** What only a mock can do, over HTTP or called directly. */
export interface ControlPlane {
  /** Answers a request. It never throws, nor rejects. */
  answer(call: RawCall): Outcome;
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
  access: Access;
  /** Called with what went wrong when the mock itself is at fault. */
  onFault: (error: unknown) => void;
}

/** What of the request itself a handler may need. */
interface Asked {
  token: string;
  onGone: RawCall['onGone'];
  header: (name: string) => string | undefined;
}

/** Every path of the control plane starts so. */
export const CONTROL_PATH = /^\/__mock(\/|$)/;

/** A control plane over the worlds of a mock, described by `spec/control.yaml`. */
export function createControl({ api, tenants, access, onFault }: ControlParts): ControlPlane {
  const document = loadControlDocument();
  const route = createRouter(document.operations);
  const validator = createValidator(document);
  const byId = new Map(document.operations.map((operation) => [operation.id, operation]));

  const answer = (call: RawCall): Reply | StreamReply | Promise<Reply> => {
    mustBeLetIn(access, call);
    const found = findOperation(route, call.method, pathOf(call));
    return carryOut(found, queryOf(call), () => readInput(validator, found, call).body, {
      token: tokenOf(call),
      onGone: call.onGone,
      header: (name) => headerOf(call, name),
    });
  };

  const carryOut = (
    { operation, parameters }: Found,
    texts: Readonly<Record<string, string>>,
    readBody: () => unknown,
    { token, onGone, header }: Asked,
  ): Reply | StreamReply | Promise<Reply> => {
    const { issues, values: query } = validator.query(operation, texts);
    if (issues.length > 0) throw Problem.invalid(issues);
    const body = readBody();
    const handle = controls[operation.id as ControlId] as ControlHandler<ControlId>;
    // The seam between the document and the types made from it: the request was found valid for this very operation.
    const { world } = parameters;
    const tenant = world === undefined ? undefined : findTenant(tenants, world, token);
    const controlCall = {
      tenants,
      document: api,
      tenant,
      parameter: (name: string) => parameters[name] ?? '',
      query,
      body,
      onGone,
      header,
    } as ControlCall<ControlId>;
    if (tenant !== undefined) {
      settle(tenant.world);
      tenant.courier.collect();
    }
    try {
      const reply: Reply | StreamReply | Promise<Reply> = handle(controlCall);
      if (reply instanceof Promise) return reply.then((late) => check(operation, late));
      return isStream(reply) ? reply : check(operation, reply);
    } finally {
      tenant?.courier.wake();
    }
  };

  const refuse = (error: unknown): Reply => {
    const { world } = tenants.main;
    const reply = toErrorReply(toProblem(error), world.clock.now(), world.rulings);
    if (reply !== undefined) return { ...reply, body: { ...reply.body, rule: reply.rule } };
    onFault(error);
    return refuse(new Problem(500, 'fault-of-the-mock', 'The mock itself is at fault; its log says why.'));
  };

  const check = (operation: Operation, reply: Reply): Reply => {
    const issues = validator.reply(operation, reply.status, reply.body);
    if (issues.length === 0) return reply;
    throw new Error(
      `The control plane breaks its own document: ${JSON.stringify({ operation: operation.id, issues })}`,
    );
  };

  return {
    answer(call) {
      try {
        const reply = answer(call);
        if (reply instanceof Promise) return reply.catch(refuse).then(write);
        return isStream(reply) ? reply : write(reply);
      } catch (error) {
        return write(refuse(error));
      }
    },
    drive(id, { path: parameters = {}, query = {}, body }) {
      const operation = byId.get(id);
      if (operation === undefined) throw new Error(`The control plane has no operation ${id}.`);
      const read = () => {
        const issues = [...validator.parameters(operation, parameters), ...validator.body(operation, body)];
        if (issues.length > 0) throw Problem.invalid(issues);
        return body;
      };
      return carryOut({ operation, parameters }, query, read, {
        token: '',
        onGone: undefined,
        header: () => undefined,
      });
    },
  };
}

function isStream(reply: Reply | StreamReply): reply is StreamReply {
  return typeof reply.body === 'function';
}

function findTenant(tenants: Tenants, name: string, token: string): Tenant {
  if (name === 'mine') {
    const account = tenants.find(token);
    if (account !== undefined) return account.tenant;
    throw new Problem(
      404,
      'no-such-world',
      '"mine" is the world of the token in the Authorization header, and nobody has this token.',
    );
  }
  const tenant = tenants.get(name);
  if (tenant !== undefined) return tenant;
  const names = tenants.list().map(({ start }) => start.name);
  const shown = names.slice(0, 10).join(', ') + (names.length > 10 ? ` and ${names.length - 10} more` : '');
  throw new Problem(
    404,
    'no-such-world',
    `There is no world "${name}", or it has ended. There is ${shown}; POST /__mock/worlds makes one.`,
  );
}
