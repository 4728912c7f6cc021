/** JSON of WUTS is nested less deeply than this. */
const DEEPEST = 64;

/**
 * The value of a JSON text; undefined when it is none, or is nested more than 64 levels deep: whatever compares, checks
 * or shows a value may go down it by recursion.
 */
export function parseJson(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return isDeep(value) ? undefined : value;
  } catch {
    return undefined;
  }
}

function isDeep(value: unknown): boolean {
  let level = [value].filter(isNest);
  for (let depth = 0; depth < DEEPEST && level.length > 0; depth++) {
    level = level.flatMap((one) => Object.values(one).filter(isNest));
  }
  return level.length > 0;
}

function isNest(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
