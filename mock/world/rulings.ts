import { RULINGS, type Ruling, type RulingName, type Rulings } from '../../spec/facts/index.ts';

/** A ruling that cannot be made; the message says which and what would do. */
export class RulingError extends Error {
  override name = 'RulingError';
}

/** The rulings of a world: the defaults, and over them the given choices. Throws a `RulingError`. */
export function createRulings(given: Partial<Record<string, string | number>> = {}): Rulings {
  const rulings: Record<string, string | number> = {};
  for (const [name, { choices }] of Object.entries(RULINGS)) {
    rulings[name] = 'byDefault' in choices ? choices.byDefault : (choices[0] ?? '');
  }
  for (const [name, choice] of Object.entries(given)) {
    if (choice !== undefined) rulings[name] = readChoice(name, choice);
  }
  return rulings as unknown as Rulings;
}

function readChoice(name: string, choice: string | number): string | number {
  if (!Object.hasOwn(RULINGS, name)) {
    throw new RulingError(
      `There is no ruling "${name}". The rulings are: ${Object.keys(RULINGS).join(', ')}.`,
    );
  }
  const { choices }: Ruling = RULINGS[name as RulingName];
  if ('byDefault' in choices) {
    const limit = /^\d+$/.test(String(choice)) ? Number(choice) : Number.NaN;
    if (limit >= choices.from && limit <= choices.to) return limit;
    throw new RulingError(
      `The ruling "${name}" takes a whole number from ${choices.from} to ${choices.to}, not "${choice}".`,
    );
  }
  if (choices.includes(String(choice))) return String(choice);
  throw new RulingError(`The ruling "${name}" takes ${choices.join(' or ')}, not "${choice}".`);
}
