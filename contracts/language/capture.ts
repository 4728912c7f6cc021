import { at, fill, type Values } from './templates.ts';

/** A longer text is nothing that a case could go on with: no JID, no link, no code, no time. In characters. */
const LONGEST = 16_384;

/** What a body tells, without the properties of these names, such as `group.participants[].nickname`. */
export function without(names: ReadonlySet<string>, body: unknown, path = ''): unknown {
  if (names.size === 0 || typeof body !== 'object' || body === null) return body;
  if (Array.isArray(body)) return body.map((one) => without(names, one, `${path}[]`));
  return Object.fromEntries(
    Object.entries(body).flatMap(([name, value]) => {
      const here = path === '' ? name : `${path}.${name}`;
      return names.has(here) ? [] : [[name, without(names, value, here)]];
    }),
  );
}

/** Captures what a body tells, and returns the names of what it does not tell; they stand for nothing then. */
export function capture(
  paths: Readonly<Record<string, string>> = {},
  body: unknown,
  values: Values,
): string[] {
  return Object.entries(paths).flatMap(([name, path]) => {
    const [place = '', expression] = String(fill(path, values)).split(' ~ ');
    const told = at(body, place);
    const found = typeof told === 'string' && told.length > LONGEST ? undefined : told;
    const value = expression === undefined ? found : new RegExp(expression, 'u').exec(String(found))?.[0];
    if (value !== undefined) values[name] = value;
    else delete values[name];
    return value === undefined ? [name] : [];
  });
}
