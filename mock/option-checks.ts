import { inspect } from 'node:util';
import { toShown } from '../spec/index.ts';

/** An option that cannot be met; the message says which, and what it takes. */
export class OptionError extends RangeError {
  override name = 'OptionError';
}

/** Throws an `OptionError` unless an option is left out or a whole number within these bounds. */
export function mustBeWhole(option: string, value: unknown, least: number, most = 2 ** 31 - 1): void {
  if (value === undefined || (Number.isInteger(value) && Number(value) >= least && Number(value) <= most))
    return;
  throw new OptionError(
    `The option "${option}" is a whole number from ${least} to ${most}, not ${tell(value)}.`,
  );
}

/** Throws an `OptionError` for what Node would take for every address of the machine. */
export function mustBeHost(host: unknown): void {
  if (host === undefined || (typeof host === 'string' && host !== '')) return;
  throw new OptionError(
    `The option "host" is an address such as 127.0.0.1, not ${tell(host)}: it would be every address of this machine. Leave it out to listen on loopback.`,
  );
}

/** A received value as an error tells it. */
export function tell(value: unknown): string {
  return typeof value === 'string'
    ? JSON.stringify(toShown(value))
    : inspect(value, { breakLength: Infinity });
}
