import { SnapshotError } from './error.ts';

/** How a value is written as JSON and read back. */
export interface Form<T> {
  /** The properties of objects are in the order of their names. */
  save(value: T): unknown;
  /** Takes what `save` can have written and nothing else. Throws a `SnapshotError`. */
  load(saved: unknown): T;
}

/** A value that is JSON as it is, and what it is expected to be. */
export function plain<T extends string | number | boolean | null>(
  expected: string,
  fits: (value: unknown) => boolean,
): Form<T> {
  return {
    save: (value) => value,
    load(saved) {
      if (!fits(saved)) throw new SnapshotError('', `must be ${expected}`, saved);
      return saved as T;
    },
  };
}

/** A text that matches a pattern. */
export function text(expected: string, pattern: RegExp): Form<string> {
  return plain(expected, (value) => typeof value === 'string' && pattern.test(value));
}

/** Any text with at most so many characters. */
export function upTo(most: number): Form<string> {
  // Some characters are two for JavaScript.
  const isShort = (value: string) =>
    value.length <= most || (value.length <= 2 * most && [...value].length <= most);
  return plain(
    `a text of at most ${most} characters`,
    (value) => typeof value === 'string' && isShort(value),
  );
}

/** A whole number within bounds. */
export function whole(from: number, to = Number.MAX_SAFE_INTEGER): Form<number> {
  return plain(
    `a whole number from ${from} to ${to}`,
    (value) => Number.isSafeInteger(value) && Number(value) >= from && Number(value) <= to,
  );
}

/** One of a few values. */
export function oneOf<const T extends string | number | boolean>(...choices: readonly T[]): Form<T> {
  return plain(`one of ${choices.join(', ')}`, (value) => choices.some((one) => one === value));
}

/** A value that may be missing, which JSON says by null. */
export function maybe<T>(form: Form<T>): Form<T | undefined> {
  return {
    save: (value) => (value === undefined ? null : form.save(value)),
    load: (saved) => (saved === null ? undefined : form.load(saved)),
  };
}

/** A value, or null. */
export function orNull<T>(form: Form<T>): Form<T | null> {
  return convert(
    maybe(form),
    (value) => value ?? undefined,
    (value) => value ?? null,
  );
}

/** A value that is written as another one. */
export function convert<T, Written>(
  form: Form<Written>,
  write: (value: T) => Written,
  read: (written: Written) => T,
): Form<T> {
  return { save: (value) => form.save(write(value)), load: (saved) => read(form.load(saved)) };
}

/** A list with at most so many entries. */
export function list<T>(form: Form<T>, most = Number.POSITIVE_INFINITY): Form<T[]> {
  return {
    save: (values) => Array.from(values, form.save),
    load(saved) {
      if (!Array.isArray(saved)) throw new SnapshotError('', 'must be a list', saved);
      if (saved.length > most) throw new SnapshotError('', `must have at most ${most} entries`, saved.length);
      const loaded: T[] = [];
      try {
        for (const one of saved) loaded.push(form.load(one));
      } catch (error) {
        throw located(error, `[${loaded.length}]`);
      }
      return loaded;
    },
  };
}

/** What is in it once, in order: written as a list. */
export function set<T>(form: Form<T>): Form<ReadonlySet<T>> {
  return convert(list(form), (values) => [...values], toSet);
}

/** Things by what each is called, written as a list of them. */
export function keyed<T, Key extends keyof T>(form: Form<T>, key: Key): Form<Map<T[Key], T>> {
  return convert(
    list(form),
    (things) => [...things.values()],
    (things) => toMap(things.map((thing) => [thing[key], thing])),
  );
}

/** Values by key, written as a list of objects with two properties. */
export function pairs<Key, Value>(
  [keyName, key]: readonly [string, Form<Key>],
  [valueName, value]: readonly [string, Form<Value>],
): Form<Map<Key, Value>> {
  const pair = object<Record<string, unknown>>({
    [keyName]: key as Form<unknown>,
    [valueName]: value as Form<unknown>,
  });
  return convert(
    list(pair),
    (map) => Array.from(map, ([one, other]) => ({ [keyName]: one, [valueName]: other })),
    (found) => toMap(found.map((one) => [one[keyName] as Key, one[valueName] as Value])),
  );
}

/** An object in which the names are free, with at most so many of them. */
export function record<T>(
  form: Form<T>,
  name: Form<string>,
  most = Number.POSITIVE_INFINITY,
): Form<Readonly<Record<string, T>>> {
  const entry: Form<[string, T]> = {
    save: ([key, value]) => [key, form.save(value)],
    load: (entry) => {
      const [key, value] = entry as [string, unknown];
      return at(`.${key}`, () => [name.load(key), form.load(value)]);
    },
  };
  const entries = list(entry, most);
  return {
    save: (values) =>
      inOrder(Object.fromEntries(entries.save(Object.entries(values)) as [string, unknown][])),
    load: (saved) => Object.fromEntries(entries.load(Object.entries(toObject(saved)))),
  };
}

/** An object with these properties and no others; those that are `optional` may be missing. */
export function object<T extends object>(
  fields: { readonly [Name in keyof T]-?: Form<T[Name]> },
  optional: readonly (keyof T)[] = [],
): Form<T> {
  const forms = Object.entries<Form<unknown>>(inOrder(fields));
  const isOptional = new Set<unknown>(optional);
  return {
    save(value) {
      const saved: Record<string, unknown> = {};
      for (const [name, form] of forms) {
        const one = (value as Record<string, unknown>)[name];
        if (one !== undefined || !isOptional.has(name)) saved[name] = form.save(one);
      }
      return saved;
    },
    load(saved) {
      const given = toObject(saved);
      const loaded: Record<string, unknown> = {};
      let count = 0;
      for (const [name, form] of forms) {
        if (!Object.hasOwn(given, name)) {
          if (isOptional.has(name)) continue;
          throw new SnapshotError(`.${name}`, 'is missing', null);
        }
        count += 1;
        try {
          loaded[name] = form.load(given[name]);
        } catch (error) {
          throw located(error, `.${name}`);
        }
      }
      if (Object.keys(given).length > count) {
        const stray = Object.keys(given).find((name) => !Object.hasOwn(fields, name)) ?? '';
        throw new SnapshotError(`.${stray}`, 'is unknown', given[stray]);
      }
      return loaded as T;
    },
  };
}

/** Objects of several kinds; a property tells which. */
export function oneKind<T extends object, Tag extends keyof T & string>(
  tag: Tag,
  kinds: { readonly [Kind in T[Tag] & string]: Form<OfKind<T, Tag, Kind>> },
): Form<T> {
  const formOf = (kind: unknown): Form<object> => {
    const form = typeof kind === 'string' && Object.hasOwn(kinds, kind) ? kinds[kind as never] : undefined;
    if (form === undefined)
      throw new SnapshotError(`.${tag}`, `must be one of ${Object.keys(kinds).join(', ')}`, kind);
    return form;
  };
  return {
    save: (value) => inOrder({ ...(formOf(value[tag]).save(value) as object), [tag]: value[tag] }),
    load(saved) {
      const { [tag]: kind, ...rest } = toObject(saved);
      return { [tag]: kind, ...formOf(kind).load(rest) } as T;
    },
  };
}

/** The object with its properties in the order of their names. */
export function inOrder<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1))) as T;
}

type OfKind<T, Tag extends PropertyKey, Kind> =
  T extends Record<Tag, infer Kinds> ? (Kind extends Kinds ? Omit<T, Tag> : never) : never;

/** Does something, and has what goes wrong in it say where that was. */
export function at<T>(step: string, act: () => T): T {
  try {
    return act();
  } catch (error) {
    throw located(error, step);
  }
}

function located(error: unknown, step: string): unknown {
  return error instanceof SnapshotError
    ? new SnapshotError(step + error.place, error.says, error.value)
    : error;
}

function toObject(saved: unknown): Record<string, unknown> {
  if (typeof saved === 'object' && saved !== null && !Array.isArray(saved))
    return saved as Record<string, unknown>;
  throw new SnapshotError('', 'must be an object', saved);
}

function toSet<T>(values: readonly T[]): Set<T> {
  return new Set(toMap(values.map((value) => [value, value])).keys());
}

function toMap<Key, Value>(entries: readonly (readonly [Key, Value])[]): Map<Key, Value> {
  const map = new Map<Key, Value>();
  for (const [index, [key, value]] of entries.entries()) {
    if (map.has(key)) throw new SnapshotError(`[${index}]`, 'is there twice', key);
    map.set(key, value);
  }
  return map;
}
