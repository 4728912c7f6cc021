import { orRather } from '../../../spec/index.ts';
import { tell } from '../../option-checks.ts';

/** The mock was told something that it cannot do; nothing was changed. */
export class MockError extends Error {
  override name = 'MockError';
  /** The rule that refused, as `X-Mock-Rule` tells it. */
  readonly rule: string;
  /** The message without the rule. */
  readonly says: string;

  constructor(rule: string, says: string) {
    super(`${says} (${rule})`);
    this.rule = rule;
    this.says = says;
  }
}

/** Throws a `MockError` for what a call of the kit is given and cannot take. */
export function refuse(wrong: string, value: unknown): never {
  throw new MockError('does-not-fit-the-kit', `${wrong}, not ${tell(value)}.`);
}

/** Refuses what is no object, or has a property that a call of the kit does not know and would ignore. */
export function mustKnow(call: string, given: unknown, names: readonly string[]): void {
  const known = names.join(', ');
  if (typeof given !== 'object' || given === null) refuse(`${call} takes an object with ${known}`, given);
  const unknown = Object.keys(given).find((name) => !names.includes(name));
  if (unknown === undefined) return;
  const says = `${call} has no property "${unknown}"${orRather(unknown, names)}; there is ${known}.`;
  throw new MockError('does-not-fit-the-kit', says);
}
