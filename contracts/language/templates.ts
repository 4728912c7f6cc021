/** What the placeholders of a case stand for. */
export type Values = Record<string, unknown>;

/** A text that is one placeholder, such as `{{group}}`: it becomes the very value, whatever its type. */
export type Placeholder = `{{${string}}}`;

declare const UNDOCUMENTED: unique symbol;

/** What the document does not allow in this place. Only `undocumented` makes it. */
export interface Undocumented {
  readonly [UNDOCUMENTED]: true;
}

/** A value or a pattern that departs from the document on purpose. Nothing checks it. */
export function undocumented(value: unknown): Undocumented {
  return value as Undocumented;
}

/** What a case writes where the document has a `T`: a value of that type, in which placeholders may stand. */
export type Fillable<T> =
  | Placeholder
  | Undocumented
  | (T extends string | number | boolean | null
      ? T
      : T extends readonly (infer One)[]
        ? readonly Fillable<One>[]
        : Filled<T>);

/** An object whose values are so. */
export type Filled<T> = { readonly [Name in keyof T]: Fillable<T[Name]> };

/** The paths at which `at` finds something in a `T`, such as `group.jid`, `participants[0].error` or `groups[name=X].jid`. */
export type PathIn<T> = T extends readonly (infer One)[]
  ? `[${string}]` | `[${string}]${Further<One>}`
  : T extends object
    ? { [Name in keyof T & string]-?: Name | `${Name}${Further<NonNullable<T[Name]>>}` }[keyof T & string]
    : never;

type Further<T> = T extends readonly unknown[] ? PathIn<T> : T extends object ? `.${PathIn<T>}` : never;

/** A placeholder that stands for nothing: the case cannot be carried out. */
export class UnknownPlaceholder extends Error {
  override name = 'UnknownPlaceholder';
}

const PLACEHOLDER = /\{\{([^}]+)\}\}/g;

/** A template with its placeholders filled in, those in names of properties too. A string that is one placeholder becomes its very value. */
export function fill(template: unknown, values: Values): unknown {
  if (typeof template === 'string') {
    const whole = /^\{\{([^}]+)\}\}$/.exec(template);
    if (whole?.[1] !== undefined) return lookUp(whole[1], values);
    return template.replace(PLACEHOLDER, (_, name: string) => String(lookUp(name, values)));
  }
  if (Array.isArray(template)) return template.map((one) => fill(one, values));
  if (typeof template !== 'object' || template === null) return template;
  return Object.fromEntries(
    Object.entries(template).map(([name, one]) => [
      name.includes('{{') ? String(fill(name, values)) : name,
      fill(one, values),
    ]),
  );
}

/** The same; undefined while a placeholder in it stands for nothing. */
export function fillKnown(template: unknown, values: Values): unknown {
  try {
    return fill(template, values);
  } catch (error) {
    if (error instanceof UnknownPlaceholder) return undefined;
    throw error;
  }
}

/**
 * The value at a path such as `group.jid` or `participants[0].error`. `groups[is_community=true,name=X].jid` is about
 * the first entry whose properties have these values.
 */
export function at(value: unknown, path: string): unknown {
  let here = value;
  for (const [, bracketed, name = bracketed ?? ''] of path.matchAll(/\[([^\]]+)\]|([^.[\]]+)/g)) {
    if (typeof here !== 'object' || here === null) return undefined;
    here = bracketed?.includes('=') ? findEntry(here, bracketed) : (here as Record<string, unknown>)[name];
  }
  return here;
}

function findEntry(entries: object, properties: string): unknown {
  const wanted = properties.split(',').map((one) => one.split('=') as [string, string]);
  if (!Array.isArray(entries)) return undefined;
  return entries.find((entry) => wanted.every(([name, value]) => String(at(entry, name)) === value));
}

function lookUp(name: string, values: Values): unknown {
  if (!Object.hasOwn(values, name)) throw new UnknownPlaceholder(`Nothing is known as "{{${name}}}".`);
  return values[name];
}
