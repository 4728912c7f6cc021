import {
  type ApiDocument,
  createRouter,
  createValidator,
  type Operation,
  type OperationId,
} from '../../spec/index.ts';
import type { Exchange } from '../journal/entry.ts';
import type { Call, Handler } from '../operations/call.ts';
import { operations } from '../operations/index.ts';
import type { Stub, Stubs } from '../stubs/stubs.ts';
import { type Account, deviceOf } from '../tenants/account.ts';
import type { Tenants } from '../tenants/tenants.ts';
import { AS_IT_IS, type WireForm } from '../wire/wire-form.ts';
import { NO_ROWS, Refusal, rehearse, settle, touch, type World, whyNotReady } from '../world/index.ts';
import { authenticate, tokenOf } from './authenticate.ts';
import { below } from './base-path.ts';
import {
  parametersOf,
  pathOf,
  queryTextOf,
  type RawCall,
  type RawHead,
  type RawReply,
  type Reply,
  type RequestContext,
  WITHOUT_BODY,
  write,
} from './call.ts';
import { toCause, toRefusal } from './error-reply.ts';
import { strikeReply, toFaultReply } from './fault-reply.ts';
import { type Found, lookUp, mustBeOperation } from './find-operation.ts';
import { type Input, readInput } from './read-input.ts';
import { readNamed } from './read-named.ts';
import { createReplyWriter } from './write-reply.ts';

/** Answers requests to the WUTS API, one after the other. */
export interface Engine {
  answer(call: RawCall): RawReply;
  /** Whether a request is refused for its path, its method or its token, whatever its body says. */
  isRefused(head: RawHead): boolean;
}

/** What an engine is made of. */
export interface EngineParts {
  document: ApiDocument;
  /** How answers look on the wire; as our document has it unless given. */
  form?: WireForm;
  /** What stands before every path of the document; nothing unless given. */
  base?: string;
  /** What answers the paths that the document does not have; nothing unless given. */
  stubs?: Pick<Stubs, 'route'> | undefined;
  /** Whose token a call carries, and where a call belongs whose token nobody has. */
  tenants: Pick<Tenants, 'find' | 'phoneOf' | 'main' | 'weigh'>;
  /** Called after each request. */
  onExchange?: ((exchange: Exchange) => void) | undefined;
  /** Called with what went wrong when the mock itself is at fault. */
  onFault: (error: unknown) => void;
}

/** The operations under this tag work whatever the state of the device. */
const WITHOUT_DEVICE = 'Supporting';

/** An engine over a document and its worlds. The order of the stages is the order of the checks. */
export function createEngine({
  document,
  form = AS_IT_IS,
  base = '',
  stubs,
  tenants,
  onExchange,
  onFault,
}: EngineParts): Engine {
  const route = below(base, createRouter(document.operations));
  const routeStub = stubs && below(base, stubs.route);
  const validator = createValidator(document);
  const replies = createReplyWriter(document, form);

  const findStub = (method: string, path: string): Stub | undefined => {
    const led = routeStub && lookUp(routeStub, method, path);
    return led?.kind === 'operation' ? led.operation : undefined;
  };

  const answer = (context: RequestContext, token: string): RawReply => {
    settle(context.tenant.world);
    context.happenedBefore = context.tenant.world.counters.happenings;
    const { method } = context.call;
    const led = lookUp(route, method, context.path);
    const stub = led.kind === 'operation' ? undefined : findStub(method, context.path);
    if (stub !== undefined) {
      authenticate(token, context.account);
      return writeStub(stub);
    }
    const found = mustBeOperation(led, method, base);
    context.operation = found.operation;
    const account = authenticate(token, context.account);
    const { world, faults } = account.tenant;
    const { phone } = account;
    context.injected = faults.strike({
      operation: found.operation.id,
      phone,
      isRead: found.operation.method === 'GET',
      now: world.clock.now(),
      named: () => readNamed(world, found, context.call),
    });
    const { injected } = context;
    if (injected === undefined) return carryOut(context, account, found, world);
    if (injected.deed === 'pretended')
      return rehearse(world, (copy) => carryOut(context, account, found, copy));
    const { rule, answer: scripted, deed } = injected;
    const done =
      deed === 'done' ? attempt(context, () => carryOut(context, account, found, world)) : NO_ANSWER;
    if (scripted === undefined) return done;
    const fits = (status: number, body: unknown) =>
      validator.reply(found.operation, status, body).length === 0;
    return toFaultReply(rule, scripted, world.clock.now(), fits, form.toError);
  };

  const carryOut = (context: RequestContext, { phone }: Account, found: Found, world: World): RawReply => {
    const { operation } = found;
    const device = deviceOf(world, phone);
    const notReady = operation.tag === WITHOUT_DEVICE ? undefined : whyNotReady(device);
    if (notReady !== undefined && world.rulings['request-or-device'] === 'device') throw notReady;
    const input = readInput(validator, found, context.call, { world, device, form });
    if (notReady !== undefined) throw notReady;
    if (operation.method !== 'GET') touch(world);
    const call = {
      world,
      device,
      views: replies.viewsIn(world),
      scripted: context.injected?.rows ?? NO_ROWS,
      ...input,
    };
    const { revision } = world;
    const refuseHere = (error: unknown) => refuse(context, toCause(error, world, revision));
    try {
      const done = operate(operation, call);
      return finish(context, done instanceof Refusal ? refuseHere(done) : done);
    } catch (error) {
      return finish(context, refuseHere(error));
    }
  };

  const refuse = ({ tenant: { world }, operation }: RequestContext, error: unknown): Reply =>
    toRefusal(error, world, onFault, { toError: form.toError, operation: operation?.id });

  const finish = (context: RequestContext, reply: Reply): RawReply =>
    replies.write(context.operation, context.tenant.world, reply, (error) => refuse(context, error));

  const attempt = (context: RequestContext, act: () => RawReply): RawReply => {
    try {
      return act();
    } catch (error) {
      return finish(context, refuse(context, error));
    }
  };

  const isRefused = (head: RawHead): boolean => {
    const path = pathOf(head);
    const isServed =
      lookUp(route, head.method, path).kind === 'operation' || findStub(head.method, path) !== undefined;
    return !isServed || tenants.find(tokenOf(head)) === undefined;
  };

  const answerAndNote = (call: RawCall): RawReply => {
    const token = tokenOf(call);
    const account = tenants.find(token);
    const tenant = account?.tenant ?? tenants.main;
    const context: RequestContext = {
      call,
      path: pathOf(call),
      account,
      tenant,
      operation: undefined,
      happenedBefore: tenant.world.counters.happenings,
      injected: undefined,
    };
    const made = attempt(context, () => answer(context, token));
    const reply = context.injected === undefined ? made : strikeReply(made, context.injected);
    const exchange = toExchange(context, reply);
    tenant.journal.note(exchange, tenants.phoneOf);
    onExchange?.(exchange);
    tenant.courier.collect();
    tenants.weigh(tenant);
    return reply;
  };

  return { answer: answerAndNote, isRefused };
}

/** Nothing was carried out, and nothing is answered. */
const NO_ANSWER: RawReply = { status: 0, headers: {}, body: '' };

function operate(operation: Operation, call: Omit<Call<OperationId>, 'body'> & Input): Reply | Refusal {
  // The seam between the document and the types made from it: the body was found valid for this very operation.
  const handle = operations[operation.id as OperationId] as Handler<OperationId>;
  return handle(call as Call<OperationId>);
}

/** What a stub says; the contract has no word about it. */
function writeStub({ id, status, body }: Stub): RawReply {
  const reply = write({ status, body, headers: { 'X-Mock-Stub': id } });
  return body === null || WITHOUT_BODY.includes(status) ? { ...reply, body: '' } : reply;
}

function toExchange(context: RequestContext, reply: RawReply): Exchange {
  const { call, path, account, tenant, operation, happenedBefore } = context;
  return {
    method: call.method,
    path,
    query: queryTextOf(call),
    parameters: parametersOf(call),
    status: reply.cut === 'dropped' ? 0 : reply.status,
    rule: reply.headers['X-Mock-Rule'],
    fault: reply.headers['X-Mock-Fault'],
    stub: reply.headers['X-Mock-Stub'],
    operation: operation?.id,
    phone: account?.phone,
    at: tenant.world.clock.now(),
    happenedBefore,
    happenedUntil: tenant.world.counters.happenings,
    headers: call.headers,
    replyHeaders: reply.cut === 'dropped' ? {} : reply.headers,
    request: call.body,
    reply: reply.cut === 'dropped' || call.method === 'HEAD' ? '' : (reply.bytes ?? reply.body),
  };
}
