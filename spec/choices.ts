import type { ApiDocument } from './document.ts';

/** One of the named schemas that a `oneOf` of the document chooses between. */
export interface Choice {
  readonly $ref: string;
  /** What an object of this schema has, by which it is told apart. */
  readonly required: readonly string[];
}

/** What the schema at a `$ref` chooses between; nothing where it chooses between no named objects. */
export function choicesAt(document: ApiDocument, ref: string): readonly Choice[] {
  const { oneOf = [] } = document.resolve(ref) as { oneOf?: readonly { $ref?: string }[] };
  const choices = oneOf.flatMap(({ $ref }) => {
    if ($ref === undefined) return [];
    const { required = [] } = document.resolve($ref) as Partial<Choice>;
    return [{ $ref, required }];
  });
  return choices.every(({ required }) => required.length > 0) ? choices : [];
}

/** The first of them of which a value has all that is required. */
export function meantBy(choices: readonly Choice[], value: unknown): Choice | undefined {
  if (!isObject(value)) return undefined;
  return choices.find(({ required }) => required.every((name) => Object.hasOwn(value, name)));
}

/** Whether a value is an object in JSON's own sense. */
export function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
