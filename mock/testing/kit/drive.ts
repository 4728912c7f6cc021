import type { ControlBody, ControlId, ControlQuery, ControlSuccess } from '../../../spec/index.ts';
import type { ControlPlane } from '../../control/plane.ts';
import { toProblem } from '../../control/to-problem.ts';
import { tell } from '../../option-checks.ts';
import { Problem } from '../../problem.ts';
import { Refusal } from '../../world/index.ts';
import { MockError } from './error.ts';

/** What an operation of the control plane is called with. */
export interface DriveRequest<Id extends ControlId> {
  path?: Readonly<Record<string, string>>;
  query?: ControlQuery<Id>;
  body?: ControlBody<Id>;
}

/** Operations of the control plane, called in the same process. They throw, or reject with, a `MockError`. */
export interface Drive {
  /** For those that answer at once. */
  now<Id extends ControlId>(id: Id, request?: DriveRequest<Id>): ControlSuccess<Id>['body'];
  /** For those that may take a while. */
  later<Id extends ControlId>(id: Id, request?: DriveRequest<Id>): Promise<ControlSuccess<Id>['body']>;
}

/** A drive over a control plane, which is made at its first use; `onDrive` is called after each operation. */
export function createDrive(plane: () => ControlPlane, onDrive: () => void = () => {}): Drive {
  const carryOut = <Id extends ControlId>(id: Id, { path = {}, query, body }: DriveRequest<Id> = {}) => {
    const reply = plane().drive(id, { path: toTexts(path), query: toTexts(query ?? {}), body });
    if (reply instanceof Promise) return reply.finally(onDrive);
    onDrive();
    return reply;
  };
  return {
    now(id, request) {
      try {
        const reply = carryOut(id, request);
        if (!(reply instanceof Promise)) return reply.body as never;
      } catch (error) {
        throw toMockError(error);
      }
      throw new Error(`${id} takes a while: wait for it.`);
    },
    async later(id, request) {
      try {
        return (await carryOut(id, request)).body as never;
      } catch (error) {
        throw toMockError(error);
      }
    },
  };
}

/** Undefined values are as good as none. */
function toTexts(query: object): Record<string, string> {
  const given = Object.entries(query).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given.map(([name, value]) => [name, String(value)]));
}

function toMockError(error: unknown): unknown {
  const known = toProblem(error);
  if (known instanceof Refusal) return new MockError(known.rule, known.message);
  if (!(known instanceof Problem)) return error;
  const issues =
    known.validation?.map(({ field, message, value }) =>
      message.startsWith('must be ') ? `${field} ${message}, not ${tell(value)}` : `${field} ${message}`,
    ) ?? [];
  return new MockError(known.rule, issues.length === 0 ? known.message : `${issues.join('; ')}.`);
}
