/** What is unknown about WUTS or WhatsApp, as named choices of a world. */
export interface Rulings {
  'unregistered-number': 'row-404' | 'request-422';
  'not-participant': '403' | '404';
  'device-not-ready': '503' | '409' | '400' | '412';
  'rejoin-after-removal': 'refused' | 'allowed';
  'unlink-members': 'stay-in-community' | 'leave-community';
  'join-pending-flag': 'reported' | 'never';
  'link-refusal': 'reported' | 'swallowed';
  'empty-group': 'ends' | 'remains';
  'subject-limit': number;
  'community-groups-limit': number;
  'community-members-limit': number;
  'group-members-limit': number;
  'undocumented-fields': 'include' | 'omit';
}

/** The name of a ruling. */
export type RulingName = keyof Rulings;

/** One ruling: what it decides, its choices with the default first, and how the default is known. */
interface Ruling {
  decides: string;
  choices: readonly string[] | { from: number; to: number; byDefault: number };
  provenance: 'inferred' | 'assumed';
}

/** Every ruling. Each is read in one place of the world or the engine. */
export const RULINGS: Record<RulingName, Ruling> = {
  'unregistered-number': {
    decides: 'What adding a number that is not on WhatsApp does: its row fails, or the whole request.',
    choices: ['row-404', 'request-422'],
    provenance: 'assumed',
  },
  'not-participant': {
    decides: 'The status for a caller who does not take part in the group.',
    choices: ['403', '404'],
    provenance: 'inferred',
  },
  'device-not-ready': {
    decides: 'The status while the WhatsApp session is not connected.',
    choices: ['503', '409', '400', '412'],
    provenance: 'assumed',
  },
  'rejoin-after-removal': {
    decides: 'Whether somebody whom an admin removed may come back by invite link.',
    choices: ['refused', 'allowed'],
    provenance: 'inferred',
  },
  'unlink-members': {
    decides: 'Whether the members of an unlinked group stay in the community.',
    choices: ['stay-in-community', 'leave-community'],
    provenance: 'inferred',
  },
  'join-pending-flag': {
    decides: 'Whether joining says that it waits for approval; the library under such gateways cannot tell.',
    choices: ['reported', 'never'],
    provenance: 'assumed',
  },
  'link-refusal': {
    decides:
      'Whether a refused link or unlink of a group is told; the library under such gateways drops the answer.',
    choices: ['reported', 'swallowed'],
    provenance: 'assumed',
  },
  'empty-group': {
    decides: 'What becomes of a group when its last member leaves.',
    choices: ['ends', 'remains'],
    provenance: 'inferred',
  },
  'subject-limit': {
    decides: 'The longest name of a group, in characters; the document allows no more than 100.',
    choices: { from: 1, to: 100, byDefault: 100 },
    provenance: 'inferred',
  },
  'community-groups-limit': {
    decides: 'The most groups in a community, its announcement group not counted.',
    choices: { from: 0, to: 1_000_000, byDefault: 100 },
    provenance: 'inferred',
  },
  'community-members-limit': {
    decides: 'The most members of a community.',
    choices: { from: 1, to: 1_000_000, byDefault: 5000 },
    provenance: 'inferred',
  },
  'group-members-limit': {
    decides: 'The most members of a group, its creator counted.',
    choices: { from: 1, to: 1_000_000, byDefault: 1024 },
    provenance: 'inferred',
  },
  'undocumented-fields': {
    decides: 'Whether answers carry the fields that the public documentation does not show.',
    choices: ['include', 'omit'],
    provenance: 'assumed',
  },
};

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
  const { choices } = RULINGS[name as RulingName];
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
