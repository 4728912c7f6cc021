import { BEHAVIOURS } from './behaviours.ts';
import type { Known } from './known.ts';
import { LIMITS } from './limits.ts';
import { REFUSALS } from './refusals.ts';
import { ROLE_TABLE } from './roles.ts';
import { ROW_CODES } from './row-codes.ts';
import { RULINGS } from './rulings.ts';
import { SPELLINGS } from './spellings.ts';

/** Every table, by the word that the names of its facts begin with. */
const TABLES = {
  role: ROLE_TABLE,
  refusal: REFUSALS,
  row: ROW_CODES,
  ruling: RULINGS,
  limit: LIMITS,
  behaviour: BEHAVIOURS,
  spelling: SPELLINGS,
} as const satisfies Record<string, Readonly<Record<string, Known>>>;

type Tables = typeof TABLES;

/** The name of a fact of the tables, such as `refusal not-an-admin` or `row 403`. */
export type TableFact = {
  [Table in keyof Tables]: `${Table} ${keyof Tables[Table] & (string | number)}`;
}[keyof Tables];

/** How each fact of the tables is known. */
export const TABLE_FACTS: ReadonlyMap<string, Known> = new Map(
  Object.entries(TABLES).flatMap(([word, table]) =>
    Object.entries<Known>(table).map(([name, { provenance, source }]) => [
      `${word} ${name}`,
      source === undefined ? { provenance } : { provenance, source },
    ]),
  ),
);
