import { isMoment } from '../world/index.ts';

/** Milliseconds since 1970 as RFC 3339 in UTC, to the second. Source: `docs: Responses`. */
export function toTimestamp(milliseconds: number): string {
  // `toISOString` takes twice as long, and every group of a list has a timestamp.
  const date = new Date(milliseconds);
  const year = String(date.getUTCFullYear()).padStart(4, '0');
  const day = `${year}-${TWO_DIGITS[date.getUTCMonth() + 1]}-${TWO_DIGITS[date.getUTCDate()]}`;
  return `${day}T${TWO_DIGITS[date.getUTCHours()]}:${TWO_DIGITS[date.getUTCMinutes()]}:${TWO_DIGITS[date.getUTCSeconds()]}Z`;
}

const TWO_DIGITS: readonly string[] = Array.from({ length: 60 }, (_, number) =>
  String(number).padStart(2, '0'),
);

/** Date, time and offset, whatever their values. Source: RFC 3339, section 5.6. */
const TIMESTAMP = /^(\d{4}-\d{2}-(\d{2}))T(\d{2}):\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/i;

/**
 * An RFC 3339 timestamp as milliseconds since 1970; what is finer is left out. Undefined when it is none, names no day,
 * is a leap second, which no count of milliseconds names, or is not within the years 1 to 9999 in UTC.
 */
export function fromTimestamp(text: string): number | undefined {
  const [, date, day, hour] = TIMESTAMP.exec(text) ?? [];
  // `Date` reads hour 24, and a 30th of February as a day in March.
  if (hour === undefined || hour === '24' || new Date(`${date}T00:00:00Z`).getUTCDate() !== Number(day))
    return undefined;
  const moment = Date.parse(text.toUpperCase());
  return isMoment(moment) ? moment : undefined;
}
