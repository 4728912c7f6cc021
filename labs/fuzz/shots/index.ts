import { type ApiDocument, createValidator, type Operation, type Validator } from '../../../spec/index.ts';
import { exampleOf, schemaAt } from '../../../test/spec/schema.ts';
import { sampleOf } from '../../../test/spec/values.ts';
import { HELD, isFairGame, PACKED } from '../aims.ts';
import type { Shot } from '../shot.ts';
import { type BodyAim, bodyShots } from './bodies.ts';
import { headerShots } from './headers.ts';
import { heldShots } from './held.ts';
import { injectedFaultShots } from './injected-faults.ts';
import { nestingShots } from './nesting.ts';
import { packedShots } from './packed.ts';
import { type RandomShots, randomShots } from './random.ts';
import { createSavedShots, savedShots } from './saved.ts';
import { type Aim, targetShots } from './targets.ts';
import { timeShots } from './times.ts';
import { wireShots } from './wire.ts';

/** Everything that can be fired at the operations of some documents. */
export interface Arsenal {
  /** The same list in every run: every limit, path, method and known trick once. */
  readonly drill: readonly Shot[];
  /** Without end, from a seed. */
  readonly random: RandomShots;
}

/** What to fire, by what the documents say. */
export function createArsenal(documents: readonly ApiDocument[]): Arsenal {
  const aims = documents.flatMap((document) => {
    const { body: issuesOf } = createValidator(document);
    return document.operations.filter(isFairGame).map((operation) => toAim(document, operation, issuesOf));
  });
  const withBody = aims.filter((aim) => 'schema' in aim);
  const some = aims.filter((aim, n) => 'schema' in aim || n % 3 === 0);
  const hasWorlds = withBody.some(({ operation }) => operation.id === 'putSnapshot');
  return {
    drill: [
      ...wireShots(some),
      ...targetShots(aims),
      ...headerShots(some.slice(0, 4)),
      ...withBody.flatMap(bodyShots),
      ...withBody.flatMap(nestingShots),
      ...packedShots(withBody.filter(({ operation }) => PACKED.includes(operation.id))),
      ...heldShots(withBody.filter(({ operation }) => HELD.includes(operation.id))),
      ...(hasWorlds ? [...savedShots(aims), ...timeShots(aims), ...injectedFaultShots(aims)] : []),
    ],
    random: randomShots(aims, hasWorlds ? createSavedShots(aims) : undefined),
  };
}

function toAim(document: ApiDocument, operation: Operation, issuesOf: Validator['body']): Aim | BodyAim {
  if (operation.body === undefined) return { operation, body: [] };
  const schema = schemaAt(document, operation.body);
  const example = exampleOf(document, operation) ?? sampleOf(schema);
  const fits = (value: unknown) => issuesOf(operation, value).length === 0;
  return { operation, body: [{ text: JSON.stringify(example) }], schema, example, fits };
}
