import {
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
import { findOperation } from '../engine/find-operation.ts';
import { readInput } from '../engine/read-input.ts';
import { Problem } from '../problem.ts';
import type { Tenant } from '../tenants/tenant.ts';
import type { Tenants } from '../tenants/tenants.ts';
import { settle } from '../world/index.ts';
import { type Access, mustBeLetIn } from './access.ts';
import type { ControlCall, ControlHandler } from './call.ts';
import { controls } from './operations/index.ts';
import { toProblem } from './to-problem.ts';

/** Answers requests to the control plane. It never throws, nor rejects. */
export type ControlPlane = (call: RawCall) => Outcome;

/** What a control plane is made of. */
export interface ControlParts {
  tenants: Tenants;
  access: Access;
  /** Called with what went wrong when the mock itself is at fault. */
  onFault: (error: unknown) => void;
}

/** Every path of the control plane starts so. */
export const CONTROL_PATH = /^\/__mock(\/|$)/;

/** A control plane over the worlds of a mock, described by `spec/control.yaml`. */
export function createControl({ tenants, access, onFault }: ControlParts): ControlPlane {
  const document = loadControlDocument();
  const route = createRouter(document.operations);
  const validator = createValidator(document);

  const answer = (call: RawCall): Reply | StreamReply | Promise<Reply> => {
    mustBeLetIn(access, call);
    const found = findOperation(route, call.method, pathOf(call));
    const { operation, parameters } = found;
    const { issues, values: query } = validator.query(operation, queryOf(call));
    if (issues.length > 0) throw Problem.invalid(issues);
    const { body } = readInput(validator, found, call);
    const handle = controls[operation.id as ControlId] as ControlHandler<ControlId>;
    // The seam between the document and the types made from it: the request was found valid for this very operation.
    const { world } = parameters;
    const tenant = world === undefined ? undefined : findTenant(tenants, world, tokenOf(call));
    const controlCall = {
      tenants,
      tenant,
      parameter: (name: string) => parameters[name] ?? '',
      query,
      body,
      onGone: call.onGone,
      header: (name: string) => headerOf(call, name),
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

  return (call) => {
    try {
      const reply = answer(call);
      if (reply instanceof Promise) return reply.catch(refuse).then(write);
      return isStream(reply) ? reply : write(reply);
    } catch (error) {
      return write(refuse(error));
    }
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
