/** What the placeholders of a case stand for. */
export type Values = Record<string, unknown>;

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
