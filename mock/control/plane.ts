import {
  type ControlId,
  createRouter,
  createValidator,
  loadControlDocument,
  type Operation,
} from '../../spec/index.ts';
import { tokenOf } from '../engine/authenticate.ts';
import {
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

/** The world that a request is about, whose time its refusal tells; the default one until another is found. */
interface About {
  tenant: Tenant;
}

/** Every path of the control plane starts so. */
export const CONTROL_PATH = /^\/__mock(\/|$)/;

/** A control plane over the worlds of a mock, described by `spec/control.yaml`. */
export function createControl({ tenants, access, onFault }: ControlParts): ControlPlane {
  const document = loadControlDocument();
  const route = createRouter(document.operations);
  const validator = createValidator(document);

  const answer = (call: RawCall, about: About): Reply | StreamReply | Promise<Reply> => {
    mustBeLetIn(access, call);
    const found = findOperation(route, call.method, pathOf(call));
    const { operation, parameters } = found;
    about.tenant = lookUp(tenants, parameters.world, tokenOf(call)) ?? about.tenant;
    const { issues, values: query } = validator.query(operation, queryOf(call));
    if (issues.length > 0) throw Problem.invalid(issues);
    const { body } = readInput(validator, found, call);
    const handle = controls[operation.id as ControlId] as ControlHandler<ControlId>;
    // The seam between the document and the types made from it: the request was found valid for this very operation.
    const controlCall = {
      tenants,
      get tenant() {
        return findTenant(tenants, parameters.world ?? '', tokenOf(call));
      },
      parameter: (name: string) => parameters[name] ?? '',
      query,
      body,
      onGone: call.onGone,
    } as ControlCall<ControlId>;
    if (parameters.world !== undefined) settle(controlCall.tenant.world);
    const reply: Reply | StreamReply | Promise<Reply> = handle(controlCall);
    if (reply instanceof Promise) return reply.then((late) => check(operation, late));
    return isStream(reply) ? reply : check(operation, reply);
  };

  const refuse = (error: unknown, about: About): Reply => {
    const { world } = about.tenant;
    const reply = toErrorReply(toProblem(error), world.clock.now(), world.rulings);
    if (reply !== undefined) return { ...reply, body: { ...reply.body, rule: reply.rule } };
    onFault(error);
    const fault = new Problem(500, 'fault-of-the-mock', 'The mock itself is at fault; its log says why.');
    return refuse(fault, about);
  };

  const check = (operation: Operation, reply: Reply): Reply => {
    const issues = validator.reply(operation, reply.status, reply.body);
    if (issues.length === 0) return reply;
    throw new Error(
      `The control plane breaks its own document: ${JSON.stringify({ operation: operation.id, issues })}`,
    );
  };

  return (call) => {
    const about: About = { tenant: tenants.main };
    try {
      const reply = answer(call, about);
      if (reply instanceof Promise) return reply.catch((error) => refuse(error, about)).then(write);
      return isStream(reply) ? reply : write(reply);
    } catch (error) {
      return write(refuse(error, about));
    }
  };
}

function isStream(reply: Reply | StreamReply): reply is StreamReply {
  return typeof reply.body === 'function';
}

function lookUp(tenants: Tenants, name: string | undefined, token: string): Tenant | undefined {
  return name === 'mine' ? tenants.find(token)?.tenant : tenants.get(name ?? '');
}

function findTenant(tenants: Tenants, name: string, token: string): Tenant {
  const tenant = lookUp(tenants, name, token);
  if (tenant !== undefined) return tenant;
  if (name === 'mine') {
    throw new Problem(
      404,
      'no-such-world',
      '"mine" is the world of the token in the Authorization header, and nobody has this token.',
    );
  }
  const names = tenants.list().map(({ start }) => start.name);
  const shown = names.slice(0, 10).join(', ') + (names.length > 10 ? ` and ${names.length - 10} more` : '');
  throw new Problem(
    404,
    'no-such-world',
    `There is no world "${name}", or it has ended. There is ${shown}; POST /__mock/worlds makes one.`,
  );
}
