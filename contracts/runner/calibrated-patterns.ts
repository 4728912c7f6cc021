import { type ApiDocument, itemsOf, propertiesOf, type SchemaNode } from '../../spec/index.ts';

/** A schema as it was held to be, and as it is in a calibrated document. */
export interface Schemas {
  readonly held: SchemaNode;
  readonly seen: Marked;
}

/** A schema of a calibrated document. */
type Marked = SchemaNode & {
  readonly 'x-assumed-name'?: string;
  readonly 'x-null-for-empty'?: boolean;
  readonly 'x-row-codes'?: Readonly<Record<string, number>>;
};

/** What cases expect of bodies, in the names and forms of a calibrated document. */
export interface PatternForm {
  /** A pattern; what it says of a field that is not there is left out. */
  toPattern(pattern: unknown, schemas: Schemas): unknown;
  /** The path of a value that is captured. */
  toPath(path: string, schemas: Schemas): string;
}

/** A part of a pattern that is about a field that is not there. */
const GONE = Symbol('gone');

/** What is true of anything once a field is left out of it: nothing is said then. */
const DENIES = ['$lacks', '$not'];

/** The rows of a pattern that are about the entries of a list, and those that are about the value itself. */
const OF_ENTRIES = ['$contains', '$lacks', '$each', '$inOrder'];
const OF_VALUE = ['$all', '$oneOf', '$not'];

/** The form that a calibrated document gives to what is expected by the names of the document that was held. */
export function createPatternForm(held: ApiDocument, seen: ApiDocument): PatternForm {
  /** The property that has this name, or had it; undefined where the document does not know it. */
  const propertyIn = ({ held: before, seen: now }: Schemas, name: string) => {
    const known = propertiesOf(held, before).get(name);
    const properties = [...propertiesOf(seen, now)] as [string, Marked][];
    const found = properties.find(([here, node]) => (node['x-assumed-name'] ?? here) === name);
    if (found !== undefined) return { name: found[0], schemas: { held: known ?? {}, seen: found[1] } };
    return known === undefined ? undefined : GONE;
  };
  const entriesOf = ({ held: before, seen: now }: Schemas): Schemas => ({
    held: itemsOf(held, before),
    seen: itemsOf(seen, now),
  });

  const translate = (pattern: unknown, schemas: Schemas, onGone: () => void): unknown => {
    if (pattern === '' && schemas.seen['x-null-for-empty']) return null;
    if (typeof pattern === 'number') return schemas.seen['x-row-codes']?.[pattern] ?? pattern;
    if (typeof pattern !== 'object' || pattern === null) return pattern;
    if (Array.isArray(pattern)) return pattern.map((one) => translate(one, entriesOf(schemas), onGone));
    return Object.fromEntries(
      Object.entries(pattern).flatMap(([name, one]) => {
        if (name.startsWith('$')) {
          let isGone = false;
          const translated = translateRow(name, one, schemas, () => {
            isGone = true;
            onGone();
          });
          return isGone && DENIES.includes(name) ? [] : [[name, translated]];
        }
        const property = propertyIn(schemas, name);
        if (property === GONE) {
          onGone();
          return [];
        }
        if (property === undefined) return [[name, one]];
        return [[property.name, translate(one, property.schemas, onGone)]];
      }),
    );
  };

  const translateRow = (name: string, one: unknown, schemas: Schemas, onGone: () => void): unknown => {
    const isOfEntries = OF_ENTRIES.includes(name);
    if (!isOfEntries && !OF_VALUE.includes(name)) return one;
    const inner = isOfEntries ? entriesOf(schemas) : schemas;
    if (!Array.isArray(one)) return translate(one, inner, onGone);
    return one.map((each) => translate(each, inner, onGone));
  };

  return {
    toPattern: (pattern, schemas) => translate(pattern, schemas, () => {}),
    toPath(path, schemas) {
      let here = schemas;
      const step = (name: string) => {
        const property = propertyIn(here, name);
        if (property === undefined || property === GONE) return name;
        here = property.schemas;
        return property.name;
      };
      return path.replace(/ ~ .*|\[[^\]]*\]|[^.[\]]+/g, (part) => {
        if (part.startsWith(' ~ ')) return part;
        if (!part.startsWith('[')) return step(part);
        here = entriesOf(here);
        return part;
      });
    },
  };
}
