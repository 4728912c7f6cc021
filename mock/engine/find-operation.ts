import type { Operation, Route, Router } from '../../spec/index.ts';
import { Problem } from '../problem.ts';

/** An operation, and what the path says. */
export interface Found {
  operation: Operation;
  parameters: Record<string, string>;
}

/** What a method and a path lead to by any router. HEAD leads where GET does. */
export function lookUp<Led>(route: (method: string, path: string) => Led, method: string, path: string): Led {
  return route(method === 'HEAD' ? 'GET' : method, path);
}

/** The operation of a method and a path. Throws a `Problem`: 404, which tells the `base` of all paths, 405 with `Allow`, or 400. */
export function findOperation(route: Router, method: string, path: string, base = ''): Found {
  return mustBeOperation(lookUp(route, method, path), method, base);
}

/** The operation that a route leads to. Throws as `findOperation` does. */
export function mustBeOperation(found: Route, method: string, base = ''): Found {
  switch (found.kind) {
    case 'operation':
      return found;
    case 'unknown-path': {
      const all = base === '' ? 'them all' : `them all, each below ${base}`;
      throw new Problem(404, 'unknown-path', `There is no such path; the document lists ${all}.`);
    }
    case 'wrong-method': {
      const allow = found.allow.join(', ');
      throw new Problem(405, 'wrong-method', `This path takes ${allow}, not ${method}.`, {
        headers: { Allow: allow },
      });
    }
    case 'undecodable':
      throw Problem.invalid([
        { field: 'path', message: 'must be percent-encoded UTF-8', value: found.segment },
      ]);
  }
}
