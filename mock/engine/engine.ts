import {
  type ApiDocument,
  createRouter,
  createValidator,
  type Operation,
  type OperationId,
} from '../../spec/index.ts';
import type { Call, Handler } from '../operations/call.ts';
import { operations } from '../operations/index.ts';
import { Problem } from '../problem.ts';
import { createOmission } from '../wire/undocumented.ts';
import { mustBeReady } from '../world/index.ts';
import type { Account, Worlds } from '../worlds.ts';
import { authenticate } from './authenticate.ts';
import {
  type Course,
  type Exchange,
  headerOf,
  pathOf,
  type RawCall,
  type RawReply,
  type Reply,
} from './call.ts';
import { toErrorReply } from './error-reply.ts';
import { findOperation } from './find-operation.ts';
import { type Input, readInput } from './read-input.ts';

/** Answers requests, one after the other. It never throws. */
export type Engine = (call: RawCall) => RawReply;

/** What an engine is made of. */
export interface EngineParts {
  document: ApiDocument;
  worlds: Worlds;
  /** Called after each request. */
  onExchange?: ((exchange: Exchange) => void) | undefined;
  /** Called with what went wrong when the mock itself is at fault. */
  onFault: (error: unknown) => void;
}

/** The operations under this tag work whatever the state of the device. */
const WITHOUT_DEVICE = 'Supporting';

/** An engine over a document and its worlds. The order of the stages is the order of the checks. */
export function createEngine({ document, worlds, onExchange, onFault }: EngineParts): Engine {
  const route = createRouter(document.operations);
  const validator = createValidator(document);
  const omitUndocumented = createOmission(document);

  const answer = (course: Course): Reply => {
    const found = findOperation(route, course.call.method, course.path);
    course.operation = found.operation;
    const account = authenticate(worlds, headerOf(course.call, 'authorization'));
    course.world = account.world;
    const input = readInput(validator, found, course.call);
    if (found.operation.tag !== WITHOUT_DEVICE) mustBeReady(account.device);
    return operate(found.operation, account, input);
  };

  const refuse = ({ world }: Course, error: unknown): Reply => {
    const reply = toErrorReply(error, world.clock.now(), world.rulings);
    if (reply !== undefined) return reply;
    onFault(error);
    const fault = new Problem(500, 'fault-of-the-mock', 'The mock itself is at fault; its log says why.');
    return toErrorReply(fault, world.clock.now(), world.rulings) as Reply;
  };

  const check = (course: Course, reply: Reply): Reply => {
    const issues = validator.reply(course.operation, reply.status, reply.body);
    if (issues.length === 0) return reply;
    const mismatch = JSON.stringify({ operation: course.operation?.id, issues, reply });
    return refuse(course, new Error(`The mock breaks its own document: ${mismatch}`));
  };

  const trim = ({ operation, world }: Course, reply: Reply): Reply => {
    if (operation === undefined || world.rulings['undocumented-fields'] === 'include') return reply;
    return { ...reply, body: omitUndocumented(operation, reply.status, reply.body) };
  };

  return (call) => {
    const course: Course = { call, path: pathOf(call), world: worlds.main, operation: undefined };
    let reply: Reply;
    try {
      reply = answer(course);
    } catch (error) {
      reply = refuse(course, error);
    }
    reply = trim(course, check(course, reply));
    const { path, operation } = course;
    onExchange?.({
      method: call.method,
      path,
      status: reply.status,
      rule: reply.rule,
      operation: operation?.id,
    });
    return write(reply);
  };
}

function operate(operation: Operation, { world, device }: Account, input: Input): Reply {
  // The seam between the document and the types made from it: the body was found valid for this very operation.
  const handle = operations[operation.id as OperationId] as Handler<OperationId>;
  return handle({ world, device, ...input } as Call<OperationId>);
}

function write({ status, body, rule, headers }: Reply): RawReply {
  const ruleHeader = rule === undefined ? {} : { 'X-Mock-Rule': rule };
  return {
    status,
    headers: { 'Content-Type': 'application/json; charset=utf-8', ...headers, ...ruleHeader },
    body: JSON.stringify(body),
  };
}
