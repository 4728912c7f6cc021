import { type ControlBody, createRouter, type Route } from '../../spec/index.ts';

/** What answers a path that the document does not have. */
export interface Stub {
  /** Such as `stub-1`, which the header `X-Mock-Stub` and the journal tell. */
  readonly id: string;
  readonly method: string;
  /** Such as `/messages/{kind}`. */
  readonly path: string;
  readonly status: number;
  /** JSON; null for an answer without a body. */
  readonly body: unknown;
}

/** A stub that cannot be served; the message says why. */
export class StubError extends Error {
  override name = 'StubError';
}

/** The stubs of a mock, which hold for all its worlds. */
export interface Stubs {
  /** What a method and a path lead to; a fixed path wins over a templated one. */
  readonly route: (method: string, path: string) => Route<Stub>;
  /** Adds a stub, in place of the one of its method and path. Throws a `StubError`. */
  add(wanted: ControlBody<'createStub'>): Stub;
  /** Whether there was such a stub. */
  remove(id: string): boolean;
  list(): readonly Stub[];
}

/** So many are enough for what a client of WUTS may call. */
const MOST_STUBS = 200;

/** The longest body, in characters of JSON. */
const LONGEST_BODY = 256 * 1024;

/** No stubs yet; `whyTaken` says who else answers a method and a path, if anybody does. */
export function createStubs(whyTaken: (method: string, path: string) => string | undefined): Stubs {
  let stubs: readonly Stub[] = [];
  let route = createRouter(stubs);
  let made = 0;

  const keep = (kept: readonly Stub[]) => {
    stubs = kept;
    route = createRouter(stubs);
  };

  return {
    route: (method, path) => route(method, path),
    add({ method, path, status = 200, body = null }) {
      const why = whyTaken(method, path);
      if (why !== undefined) throw new StubError(`${method} ${path} cannot be a stub: ${why}`);
      const others = stubs.filter((one) => one.method !== method || one.path !== path);
      if (others.length === MOST_STUBS)
        throw new StubError(`There are ${MOST_STUBS} stubs, which is the most.`);
      const { length } = JSON.stringify(body);
      if (length > LONGEST_BODY)
        throw new StubError(`The body of a stub has ${LONGEST_BODY} characters at most, not ${length}.`);
      made += 1;
      const stub = { id: `stub-${made}`, method, path, status, body };
      keep([...others, stub]);
      return stub;
    },
    remove(id) {
      const kept = stubs.filter((one) => one.id !== id);
      const isThere = kept.length < stubs.length;
      if (isThere) keep(kept);
      return isThere;
    },
    list: () => stubs,
  };
}
