import { toShown } from '../../../spec/index.ts';
import { Problem } from '../../problem.ts';
import { fromTimestamp } from '../../wire/timestamp.ts';
import { isMoment } from '../../world/index.ts';

/** The moment that a field of a body names, in milliseconds. Throws a `Problem` that names the field. */
export function toMoment(field: string, text: string): number {
  return fromTimestamp(text) ?? refuse(field, 'must be a time of the years 1 to 9999 in UTC', text);
}

/** A moment that so many seconds of a field lead to, in milliseconds. Throws a `Problem` that names the field. */
export function momentIn(field: string, from: number, seconds: number): number {
  const moment = from + seconds * 1000;
  return isMoment(moment) ? moment : refuse(field, 'must not lead beyond the year 9999', seconds);
}

function refuse(field: string, message: string, value: unknown): never {
  throw Problem.impossible('beyond-the-calendar', [{ field, message, value: toShown(value) }]);
}
