import { REFUSAL_STATUSES, REFUSALS, REFUSED_BY, type RuleName } from '../../spec/facts/index.ts';
import { documentFacts, loadDocument } from '../../spec/index.ts';
import { at } from '../language/templates.ts';
import type { Observations } from './observations.ts';

/**
 * The refusals that an operation has where the document says a status for it; empty where the document says none, or
 * where something else decides it. Source: `REFUSED_BY`.
 */
export function refusalsBehind(fact: string): readonly `refusal ${RuleName}`[] {
  const [, operation = '', status] = /^status (\w+) (422)$/.exec(fact) ?? [];
  const rules: readonly RuleName[] = REFUSED_BY[operation as keyof typeof REFUSED_BY] ?? [];
  return rules
    .filter((rule) => String(REFUSAL_STATUSES[REFUSALS[rule].code]) === status)
    .map((rule) => `refusal ${rule}` as const);
}

/** The fields that the ruling about undocumented fields is about. */
const UNDOCUMENTED = [
  'is_community',
  'parent_jid',
  'is_announcement_group',
  'member_add_mode',
  'ephemeral_seconds',
  'picture_id',
].map((name) => `field Group.${name}`);

/** Settles what follows from what is settled. */
export function conclude(observations: Observations): void {
  const fields = UNDOCUMENTED.map((fact) => observations.answerOf(fact));
  const evidence = `GET /groups/{jid} → 200: ${fields.filter((one) => one === 'absent').length} of ${fields.length} are absent`;
  if (fields.every((answer) => answer === 'absent'))
    observations.settle('ruling undocumented-fields', 'omit', evidence);
  else if (fields.every((answer) => answer !== undefined && answer !== 'absent'))
    observations.settle('ruling undocumented-fields', 'include', evidence);
  else if (fields.some((answer) => answer === 'absent'))
    observations.wonder('ruling undocumented-fields', evidence);
  for (const fact of documentFacts(loadDocument()).keys()) {
    const refusals = refusalsBehind(fact);
    const statuses = refusals.flatMap((refusal) => at(observations.answerOf(refusal), 'status') ?? []);
    const [first] = statuses;
    if (statuses.length > 0 && statuses.every((one) => one === first))
      observations.settle(fact, first, `as of ${refusals.join(', ')}`);
    else if (refusals.length > 0)
      observations.leave(
        fact,
        statuses.length > 0 ? 'its refusals have different statuses' : 'none of its refusals was seen',
      );
  }
}
