import { ROW_CODES, type RowCode } from '../../spec/facts/index.ts';
import { type Issue, toShown } from '../../spec/index.ts';
import { FailedRow, TooManyStrangers } from '../scenarios/stage.ts';
import { allowed, Refusal } from '../world/index.ts';
import type { Named } from './cast.ts';
import { WorldFileError } from './world-file.ts';

/** Does what a field of a world file asks for. Throws a `WorldFileError` when the rules refuse it. */
export function attempt<T>(field: string, value: unknown, act: () => T): Exclude<T, Refusal> {
  try {
    return allowed(act());
  } catch (error) {
    const issue = (message: string): Issue[] => [{ field, message, value: toShown(value) }];
    if (error instanceof Refusal) throw new WorldFileError(issue(`is refused: ${error.message}`), error.rule);
    if (error instanceof TooManyStrangers)
      throw new WorldFileError(issue(`is refused: ${error.message}`), 'too-many-strangers');
    if (error instanceof FailedRow) mustSucceed({ field, phone: error.row.person.phone }, error.row.error);
    throw error;
  }
}

/** Throws a `WorldFileError` for a row that failed. */
export function mustSucceed({ field, phone }: Named, error: number | undefined): void {
  if (error === undefined) return;
  throw new WorldFileError(
    [{ field, message: ROW_CODES[error as RowCode].says, value: phone }],
    `row-${error}`,
  );
}

/** Throws a `WorldFileError` for a proposal that did not become a join request. */
export function mustWait(one: Named, error: number | undefined): void {
  if (error === 421) return;
  if (error !== undefined) mustSucceed(one, error);
  const message = 'is added at once: join_approval is off, or added_by is an admin';
  throw new WorldFileError([{ field: one.field, message, value: one.phone }], 'join-approval-off');
}
