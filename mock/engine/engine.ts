import type { ApiDocument, Operation, OperationId, Validator } from '../../spec/index.ts';
import { createRouter, createValidator } from '../../spec/index.ts';
import type { Call, Handler } from '../operations/call.ts';
import { operations } from '../operations/index.ts';
import { createOmission } from '../wire/undocumented.ts';
import { mustBeReady, type World } from '../world/index.ts';
import type { Account, Worlds } from '../worlds.ts';
import { authenticate } from './authenticate.ts';
import { toErrorReply } from './error-reply.ts';
import { Problem } from './problem.ts';
import { readBody, type Unreadable } from './read-body.ts';

/** One HTTP request, as an adapter hands it over. */
export interface RawCall {
  /** Upper case. */
  method: string;
  /** Path and query as they came, percent-encoded. */
  target: string;
  /** By lower-case name. */
  headers: Readonly<Record<string, string | string[] | undefined>>;
  body: Uint8Array | Unreadable;
}

/** One HTTP answer, ready to be sent. */
export interface RawReply {
  status: number;
  headers: Readonly<Record<string, string>>;
  /** JSON text. */
  body: string;
}

/** What happened in one request, for whoever looks on. */
export interface Exchange {
  method: string;
  /** Without its query, which might hold a secret. */
  path: string;
  status: number;
  /** The rule behind a refusal. */
  rule: string | undefined;
  operation: string | undefined;
}

/** Answers requests. It never throws. */
export type Engine = (call: RawCall) => RawReply;

/** What the engine is made of. */
export interface EngineParts {
  document: ApiDocument;
  worlds: Worlds;
  /** Called after each request. */
  onExchange?: ((exchange: Exchange) => void) | undefined;
  /** Called with what was thrown when the mock itself is at fault. */
  onFault: (error: unknown) => void;
}

/** An answer on its way through the stages. */
interface Reply {
  status: number;
  body: unknown;
  rule?: string;
  headers?: Readonly<Record<string, string>>;
}

/** The group of operations that work whatever the state of the device. */
const WITHOUT_DEVICE = 'Supporting';

/** An engine over a document and its worlds. The order of the stages in `answer` is the order of the checks. */
export function createEngine({ document, worlds, onExchange, onFault }: EngineParts): Engine {
  const route = createRouter(document.operations);
  const validator = createValidator(document);
  const omitUndocumented = createOmission(document);

  return (call) => {
    const path = toPath(call.target);
    let operation: Operation | undefined;
    let world: World = worlds.main;

    const answer = (): Reply => {
      const found = mustBeRouted(route(call.method, path));
      operation = found.operation;
      const account = authenticate(worlds, headerOf(call, 'authorization'));
      world = account.world;
      const { body, argument } = mustBeValid(validator, found, call);
      if (operation.tag !== WITHOUT_DEVICE) mustBeReady(account.device);
      const reply = operate(operation, account, body, argument);
      mustConform(validator, operation, reply);
      return reply;
    };

    const refuse = (error: unknown): Reply => {
      const now = world.clock.now();
      const reply = toErrorReply(error, now, world.rulings);
      if (reply !== undefined) {
        const issues = validator.reply(operation, reply.status, reply.body);
        if (issues.length === 0) return reply;
        onFault(new Error(`The mock breaks its own document: ${JSON.stringify({ issues, reply })}`));
      } else {
        onFault(error);
      }
      const fault = new Problem(500, 'fault-of-the-mock', 'The mock is at fault; its log says why.');
      return toErrorReply(fault, now, world.rulings) as Reply;
    };

    let reply: Reply;
    try {
      reply = answer();
    } catch (error) {
      reply = refuse(error);
    }
    if (operation !== undefined && world.rulings['undocumented-fields'] === 'omit') {
      reply = { ...reply, body: omitUndocumented(operation, reply.status, reply.body) };
    }
    onExchange?.({
      method: call.method,
      path,
      status: reply.status,
      rule: reply.rule,
      operation: operation?.id,
    });
    return toRawReply(reply);
  };
}

function mustBeRouted(
  route: ReturnType<ReturnType<typeof createRouter>>,
): Extract<typeof route, { kind: 'operation' }> {
  switch (route.kind) {
    case 'operation':
      return route;
    case 'unknown-path':
      throw new Problem(404, 'unknown-path', 'There is no such path; the document lists them all.');
    case 'wrong-method': {
      const allow = route.allow.join(', ');
      throw new Problem(405, 'wrong-method', `This path takes ${allow}.`, { headers: { Allow: allow } });
    }
    case 'undecodable':
      throw Problem.invalid([
        { field: 'path', message: 'must be percent-encoded UTF-8', value: route.segment },
      ]);
  }
}

function mustBeValid(
  validator: Validator,
  { operation, parameters }: { operation: Operation; parameters: Record<string, string> },
  call: RawCall,
): { body: unknown; argument: (name: string) => string } {
  const issues = validator.parameters(operation, parameters);
  const body = operation.body === undefined ? undefined : readBody(call.body, headerOf(call, 'content-type'));
  issues.push(...validator.body(operation, body));
  if (issues.length > 0) throw Problem.invalid(issues);
  const argument = (name: string): string => {
    const place = operation.arguments.get(name);
    const values = place?.in === 'path' ? parameters : (body as Record<string, unknown> | undefined);
    const value = values?.[place?.name ?? ''];
    if (typeof value !== 'string')
      throw new Error(`The document gives ${operation.id} no argument "${name}".`);
    return value;
  };
  return { body, argument };
}

function operate(
  operation: Operation,
  account: Account,
  body: unknown,
  argument: (name: string) => string,
): Reply {
  // The one seam between the document and the types made from it: the body was found valid for this very operation.
  const handle = operations[operation.id as OperationId] as Handler<OperationId>;
  const { world, device } = account;
  return handle({ world, device, argument, body } as Call<OperationId>);
}

function mustConform(validator: Validator, operation: Operation, reply: Reply): void {
  const issues = validator.reply(operation, reply.status, reply.body);
  if (issues.length > 0) {
    throw new Error(
      `The mock breaks its own document: ${JSON.stringify({ operation: operation.id, issues, reply })}`,
    );
  }
}

function toRawReply({ status, body, rule, headers }: Reply): RawReply {
  return {
    status,
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      ...headers,
      ...(rule === undefined ? {} : { 'X-Mock-Rule': rule }),
    },
    body: JSON.stringify(body),
  };
}

function headerOf(call: RawCall, name: string): string | undefined {
  const value = call.headers[name];
  return Array.isArray(value) ? value[0] : value;
}

/** The path of a request target, which may also be a whole URL. */
function toPath(target: string): string {
  const path = target.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i, '');
  const end = path.search(/[?#]/);
  return end === -1 ? path : path.slice(0, end);
}
