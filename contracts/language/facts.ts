import { type Known, PROVENANCES, TABLE_FACTS, type TableFact } from '../../spec/facts/index.ts';
import { documentFacts, loadDocument, type OperationId, type Schema } from '../../spec/index.ts';
import type { Case } from './case.ts';

/** The name of a fact: an entry of a table, or what the document says, as `npm run provenance -- --all` lists it. */
export type FactName =
  | TableFact
  | `operation ${OperationId}`
  | `status ${OperationId} ${number}`
  | `field ${string}.${string}`
  | `code ${Schema<'ErrorCode'>}`
  | `schema ${string}`;

const FACTS: ReadonlyMap<string, Known> = new Map([...TABLE_FACTS, ...documentFacts(loadDocument())]);

/** How a promise is known that rests on these facts: as the weakest of them is, the first where several are. */
export function restsOn(
  ...facts: readonly [FactName, ...FactName[]]
): Known & { readonly facts: readonly FactName[] } {
  return { ...weakestOf(facts.map(knownOf)), facts };
}

/** How the least certain of facts is known, the first where several are. */
export function weakestOf(known: readonly Known[]): Known {
  const [weakest] = [...known].sort((one, other) => rankOf(other) - rankOf(one));
  return weakest as Known;
}

/**
 * What a case rests on: the facts that it names, and that its operations answer with the statuses that it expects. Where the
 * document does not list a status, as that of another method, it is the operation.
 */
export function factsOf({ facts = [], steps }: Pick<Case, 'facts' | 'steps'>): readonly string[] {
  const expected = steps.flatMap(({ call, expect }) =>
    [expect?.status ?? []].flat().map((status) => {
      const fact = `status ${call} ${status}`;
      return FACTS.has(fact) ? fact : `operation ${call}`;
    }),
  );
  return [...new Set([...facts, ...expected])];
}

function knownOf(name: FactName): Known {
  const known = FACTS.get(name);
  if (known !== undefined) return known;
  const places =
    'spec/facts/ has those of the tables, and `npm run provenance -- --all` lists those of the document';
  throw new Error(`There is no fact "${name}": ${places}.`);
}

function rankOf({ provenance }: Known): number {
  return PROVENANCES.indexOf(provenance);
}
