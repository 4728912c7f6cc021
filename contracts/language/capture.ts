import { at, fill, type Values } from './templates.ts';

/** A longer text is nothing that a case could go on with: no JID, no link, no code, no time. In characters. */
const LONGEST = 16_384;

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
