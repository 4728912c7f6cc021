import type { Route, Router } from '../../spec/index.ts';
import type { Entry } from './archive.ts';

/** Where a recorded call goes: to an operation, or beside one. */
export interface Place {
  readonly route: Exclude<Route, { kind: 'undecodable' }> | { kind: 'undecodable'; segment: string };
  /** The path behind the base path. */
  readonly path: string;
}

/** Which calls of a recording are held to the document. */
export interface Aim {
  /** For example `/api/wuts`; found by looking unless given. */
  readonly basePath?: string | undefined;
  /** Only calls to this host. */
  readonly host?: string | undefined;
}

/** The base path under which most calls go to operations of the document; the shortest of several. */
export function detectBasePath(entries: readonly Entry[], router: Router): string {
  const hits = new Map<string, number>();
  for (const { method, url } of entries) {
    for (const base of basesOf(url.pathname)) {
      const { kind } = router(method, url.pathname.slice(base.length));
      if (kind === 'operation') hits.set(base, (hits.get(base) ?? 0) + 1);
    }
  }
  const [best] = [...hits].sort(([a, m], [b, n]) => n - m || a.length - b.length);
  return best?.[0] ?? '';
}

/**
 * Where a call goes; undefined when it has nothing to do with the document: another host, another base path, or a path
 * that begins like none of the document's.
 */
export function placeOf(
  entry: Entry,
  router: Router,
  firsts: ReadonlySet<string>,
  aim: Aim,
): Place | undefined {
  const { basePath = '', host } = aim;
  const { pathname } = entry.url;
  if (host !== undefined && entry.url.host !== host && entry.url.hostname !== host) return undefined;
  if (basePath !== '' && !pathname.startsWith(`${basePath}/`)) return undefined;
  const path = pathname.slice(basePath.length);
  if (!firsts.has(path.split('/')[1] ?? '')) return undefined;
  return { route: router(entry.method, path), path };
}

/** Every beginning of a path that could be a base path. */
function basesOf(pathname: string): string[] {
  const segments = pathname.split('/').slice(1);
  return segments.map((_, index) =>
    segments
      .slice(0, index)
      .map((one) => `/${one}`)
      .join(''),
  );
}
