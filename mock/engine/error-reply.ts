import { REFUSAL_STATUSES, type Rulings } from '../../spec/facts/index.ts';
import type { Schema } from '../../spec/index.ts';
import { Problem } from '../problem.ts';
import { toTimestamp } from '../wire/timestamp.ts';
import { Refusal, type World } from '../world/index.ts';

/** An answer that is not a success, and the rule behind it. */
export interface ErrorReply {
  status: number;
  body: Schema<'Error'>;
  rule: string;
  headers: Readonly<Record<string, string>>;
}

type ErrorCode = Schema<'ErrorCode'>;

/**
 * One code per status: nothing finer is known. Source: wuts-contract, Error codes.
 * 503 is not listed: it is DEVICE_NOT_READY where the device is the reason, which only a refusal knows.
 */
const CODES: Record<number, ErrorCode> = {
  400: 'VALIDATION_ERROR',
  401: 'UNAUTHORIZED',
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  405: 'METHOD_NOT_ALLOWED',
  409: 'CONFLICT',
  410: 'GONE',
  413: 'PAYLOAD_TOO_LARGE',
  415: 'UNSUPPORTED_MEDIA_TYPE',
  422: 'UNPROCESSABLE',
  429: 'RATE_LIMITED',
  500: 'INTERNAL_ERROR',
};

/** What was thrown as an answer. What is neither a `Refusal` nor a `Problem` is the mock's own fault: 500, and `onFault` is told. */
export function toRefusal(
  error: unknown,
  { clock, rulings }: Pick<World, 'clock' | 'rulings'>,
  onFault: (error: unknown) => void,
): ErrorReply {
  const reply = toErrorReply(error, clock.now(), rulings);
  if (reply !== undefined) return reply;
  onFault(error);
  return toFaultOfMock(clock.now());
}

/** The answer when the mock itself is at fault. `now` in milliseconds since 1970. */
export function toFaultOfMock(now: number): ErrorReply {
  const says = 'The mock itself is at fault; its log says why.';
  return { status: 500, body: envelope(500, says, now), rule: 'fault-of-the-mock', headers: {} };
}

/**
 * What was thrown where a world at this revision was being changed. A refusal changes nothing unless it is partial: one
 * that comes after the first change, within the rows of a request for example, is the mock's own fault.
 */
export function toCause(error: unknown, world: Pick<World, 'revision'>, revision: number): unknown {
  const isRefusal = error instanceof Refusal || error instanceof Problem;
  const isPartial = error instanceof Refusal && error.isPartial;
  if (!isRefusal || isPartial || world.revision === revision) return error;
  return new Error(`A request was refused (${error.rule}) when it had changed the world already.`, {
    cause: error,
  });
}

function toErrorReply(error: unknown, now: number, rulings: Rulings): ErrorReply | undefined {
  if (error instanceof Refusal) {
    const { code: kind }: Refusal = error;
    const isReady = kind !== 'device-not-ready';
    const status = isReady ? REFUSAL_STATUSES[kind] : Number(rulings['device-not-ready']);
    const code = isReady ? undefined : 'DEVICE_NOT_READY';
    return { status, body: envelope(status, error.message, now, code), rule: error.rule, headers: {} };
  }
  if (error instanceof Problem) {
    const body = envelope(error.status, error.message, now);
    if (error.validation !== undefined) body.validation = [...error.validation];
    return { status: error.status, body, rule: error.rule, headers: error.headers };
  }
  return undefined;
}

/** The error envelope: the code is that of the status unless given. `now` in milliseconds since 1970. */
export function envelope(
  status: number,
  error: string,
  now: number,
  error_code: ErrorCode = codeOf(status),
): Schema<'Error'> {
  return { success: false, error, error_code, timestamp: toTimestamp(now) };
}

/** A status without a code of its own has that of its class. Source: RFC 9110, section 15. */
function codeOf(status: number): ErrorCode {
  return CODES[status] ?? (status < 500 ? 'VALIDATION_ERROR' : 'INTERNAL_ERROR');
}
