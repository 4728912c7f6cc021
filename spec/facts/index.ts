export { BEHAVIOURS } from './behaviours.ts';
export { TABLE_FACTS, type TableFact } from './facts.ts';
export {
  assumed,
  documented,
  inferred,
  type Known,
  measured,
  PROVENANCES,
  type Provenance,
  weaker,
} from './known.ts';
export { LIMITS } from './limits.ts';
export { ERROR_CODES, REFUSAL_STATUSES, REFUSALS, type RefusalCode, type RuleName } from './refusals.ts';
export { REFUSED_BY } from './refused-by.ts';
export {
  type Action,
  type DeniedBy,
  type Kind,
  type Opening,
  permittedTo,
  ROLE_TABLE,
  ROLES,
  type Role,
  refusalOf,
} from './roles.ts';
export { MAGIC_NUMBERS, ROW_CODES, type RowCode } from './row-codes.ts';
export { RULINGS, type Ruling, type RulingName, type Rulings } from './rulings.ts';
export { completeNumber, otherSpelling, SPELLINGS, spellingsOf } from './spellings.ts';
