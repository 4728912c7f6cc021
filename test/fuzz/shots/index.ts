import type fc from 'fast-check';
import type { ApiDocument, Operation } from '../../../spec/index.ts';
import { isFairGame } from '../aims.ts';
import type { Shot } from '../shot.ts';
import { type BodyAim, bodyShots } from './bodies.ts';
import { headerShots } from './headers.ts';
import { randomShots } from './random.ts';
import { exampleOf, schemaAt } from './schema.ts';
import { type Aim, targetShots } from './targets.ts';
import { sampleOf } from './values.ts';
import { wireShots } from './wire.ts';

/** Everything that can be fired at the operations of some documents. */
export interface Arsenal {
  /** The same list in every run: every limit, path, method and known trick once. */
  readonly drill: readonly Shot[];
  /** Without end, from a seed. */
  readonly random: fc.Arbitrary<Shot>;
}

/** What to fire, by what the documents say. */
export function createArsenal(documents: readonly ApiDocument[]): Arsenal {
  const aims = documents.flatMap((document) =>
    document.operations.filter(isFairGame).map((operation) => toAim(document, operation)),
  );
  const withBody = aims.filter((aim) => 'schema' in aim);
  const some = aims.filter((aim, n) => 'schema' in aim || n % 3 === 0);
  return {
    drill: [
      ...wireShots(some),
      ...targetShots(aims),
      ...headerShots(some.slice(0, 4)),
      ...withBody.flatMap(bodyShots),
    ],
    random: randomShots(aims),
  };
}

function toAim(document: ApiDocument, operation: Operation): Aim | BodyAim {
  if (operation.body === undefined) return { operation, body: [] };
  const schema = schemaAt(document, operation.body);
  const example = exampleOf(document, operation) ?? sampleOf(schema);
  return { operation, body: [{ text: JSON.stringify(example) }], schema, example };
}
