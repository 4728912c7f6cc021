/** JSON of WUTS is nested less deeply than this. */
const DEEPEST = 64;

/**
 * The value of a JSON text; undefined when it is none, or is nested more than 64 levels deep: whatever compares, checks
 * or shows a value may go down it by recursion.
 */
export function parseJson(text: string): unknown {
  // Asked before: a million levels take seconds to parse.
  if (isDeep(text)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isDeep(text: string): boolean {
  let depth = 0;
  let isInText = false;
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (character === '"') isInText = !isInText;
    else if (isInText) at += character === '\\' ? 1 : 0;
    else if (character === '[' || character === '{') depth += 1;
    else if (character === ']' || character === '}') depth -= 1;
    if (depth > DEEPEST) return true;
  }
  return false;
}
