import { isNestedTooDeep } from '../../spec/index.ts';

/**
 * The value of a JSON text; undefined when it is none, or is nested more than 64 levels deep: whatever compares, checks
 * or shows a value may go down it by recursion.
 */
export function parseJson(text: string): unknown {
  // Asked before: a million levels take seconds to parse.
  if (isNestedTooDeep(Buffer.from(text))) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
