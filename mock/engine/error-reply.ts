import { REFUSAL_STATUSES, type Rulings } from '../../spec/facts/index.ts';
import { createErrors, type Schema, type ToError } from '../../spec/index.ts';
import { Problem } from '../problem.ts';
import { toTimestamp } from '../wire/timestamp.ts';
import { Refusal, type World } from '../world/index.ts';

/** An answer that is not a success, and the rule behind it. */
export interface ErrorReply {
  status: number;
  body: Schema<'Error'>;
  rule: string;
  headers?: Readonly<Record<string, string>>;
}

/** As the document has it. */
const USUAL = createErrors();

/** How what goes wrong is answered, and at which operation it did. */
export interface ErrorForm {
  readonly toError: ToError;
  readonly operation?: string | undefined;
}

/** What was thrown as an answer. What is neither a `Refusal` nor a `Problem` is the mock's own fault: 500, and `onFault` is told. */
export function toRefusal(
  error: unknown,
  { clock, rulings }: Pick<World, 'clock' | 'rulings'>,
  onFault: (error: unknown) => void,
  form: ErrorForm = { toError: USUAL },
): ErrorReply {
  const reply = toErrorReply(error, clock.now(), rulings, form);
  if (reply !== undefined) return reply;
  onFault(error);
  return toFaultOfMock(clock.now());
}

/** The answer when the mock itself is at fault. `now` in milliseconds since 1970. */
export function toFaultOfMock(now: number): ErrorReply {
  const says = 'The mock itself is at fault; its log says why.';
  return { status: 500, body: envelope(500, says, now), rule: 'fault-of-the-mock' };
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

function toErrorReply(
  error: unknown,
  now: number,
  rulings: Rulings,
  { toError, operation }: ErrorForm,
): ErrorReply | undefined {
  if (error instanceof Refusal) {
    const { code: kind, rule }: Refusal = error;
    const wanted =
      kind === 'device-not-ready'
        ? { status: Number(rulings['device-not-ready']), code: 'DEVICE_NOT_READY' }
        : { status: REFUSAL_STATUSES[kind] };
    const { status, error_code } = toError({ operation, rule, ...wanted });
    return { status, body: envelope(status, error.message, now, error_code), rule };
  }
  if (error instanceof Problem) {
    const { status, error_code } = toError({ operation, status: error.status });
    const body = envelope(status, error.message, now, error_code);
    if (error.validation !== undefined) body.validation = [...error.validation];
    const answer = { status, body, rule: error.rule };
    return error.headers === undefined ? answer : { ...answer, headers: error.headers };
  }
  return undefined;
}

/** The error envelope: the code is that of the status unless given. `now` in milliseconds since 1970. */
export function envelope(
  status: number,
  error: string,
  now: number,
  error_code: string = USUAL({ status }).error_code,
): Schema<'Error'> {
  // The seam: a live gateway may have a code of its own, which the document in force has then.
  return {
    success: false,
    error,
    error_code: error_code as Schema<'ErrorCode'>,
    timestamp: toTimestamp(now),
  };
}
