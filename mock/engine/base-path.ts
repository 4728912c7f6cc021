import { pathOf, type RawHead } from './call.ts';

/** A base path that no URL could have, or that the mock needs itself. */
export class BasePathError extends Error {
  override name = 'BasePathError';
}

/**
 * What stands before every path of the API, such as `/api/v1`: with a slash before and none behind; empty for none. Throws
 * a `BasePathError`, also where it begins with a segment that is `taken`.
 */
export function toBasePath(text = '', taken?: ReadonlySet<string>): string {
  const segments = text.split('/').filter((segment) => segment !== '');
  const [first = ''] = segments;
  if (taken?.has(first)) {
    const why = `the mock serves something of its own at /${first}`;
    throw new BasePathError(`The base path "${text}" is taken: ${why}. Give another one such as /api/v1.`);
  }
  if (segments.every((segment) => /^(?!\.\.?$)[\w.~!$&'()*+,;=:@-]+$/.test(segment))) {
    return segments.map((segment) => `/${segment}`).join('');
  }
  const says = `The base path "${text}" cannot stand in a URL as it is: give one such as /api/v1.`;
  throw new BasePathError(says);
}

/** A router of whose paths each has the base path before it. */
export function below<Route extends { kind: string }>(
  base: string,
  route: (method: string, path: string) => Route,
): (method: string, path: string) => Route | { kind: 'unknown-path' } {
  if (base === '') return route;
  return (method, path) => {
    const rest = restOf(base, path);
    return rest === undefined ? { kind: 'unknown-path' } : route(method, rest);
  };
}

/** A request without the base path, where it has one before a path that `isMeant`: what is not of the API is there with and without it. */
export function withoutBase<Head extends RawHead>(
  base: string,
  head: Head,
  isMeant: (path: string) => boolean,
): Head {
  const path = pathOf(head);
  const rest = restOf(base, path);
  if (rest === undefined || !isMeant(rest)) return head;
  return { ...head, target: rest + head.target.slice(head.target.indexOf(path) + path.length) };
}

function restOf(base: string, path: string): string | undefined {
  return path.startsWith(`${base}/`) ? path.slice(base.length) : undefined;
}
