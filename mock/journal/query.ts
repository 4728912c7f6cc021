import type { Phone } from '../world/index.ts';
import type { Entry } from './entry.ts';

/** Which calls are looked for; all that is given has to hold. */
export interface Query {
  readonly operation?: string | undefined;
  readonly status?: number | undefined;
  /** The account, or a participant in the path or the body. */
  readonly phone?: Phone | undefined;
  /** What else that person is called: their LID and other numbers, where they are known. */
  readonly names?: readonly string[] | undefined;
  /** A group or a user in the path, the body or the reply. */
  readonly jid?: string | undefined;
  /** All JIDs and the LID of that user. */
  readonly ids?: readonly string[] | undefined;
  readonly method?: string | undefined;
  /** Only calls with a greater sequence. */
  readonly after?: number | undefined;
}

/** A call that does not match, and why not. */
export interface NearMiss {
  readonly entry: Entry;
  /** A sentence. */
  readonly differs: string;
}

/** What a call may differ in, and how that is said; undefined when it does not. */
const CRITERIA: readonly ((entry: Entry, query: Query) => string | undefined)[] = [
  ({ operation }, { operation: wanted }) =>
    wanted === undefined || wanted === operation
      ? undefined
      : `operation is ${operation ?? 'none'}, not ${wanted}`,
  ({ method }, { method: wanted }) =>
    wanted === undefined || wanted.toUpperCase() === method
      ? undefined
      : `method is ${method}, not ${wanted.toUpperCase()}`,
  ({ status }, { status: wanted }) =>
    wanted === undefined || wanted === status ? undefined : `status is ${status}, not ${wanted}`,
  (entry, query) =>
    query.phone === undefined || isAbout(entry, query.phone, query.names)
      ? undefined
      : `phone is ${entry.phone ?? 'unknown'}, and ${query.phone} is in neither path nor body`,
  (entry, { jid, ids = [jid ?? ''] }) =>
    jid === undefined || ids.some((id) => mentions(entry, id))
      ? undefined
      : `${jid} is in neither path, body nor reply`,
  ({ sequence }, { after }) =>
    after === undefined || sequence > after ? undefined : `sequence is ${sequence}, not after ${after}`,
];

/** A number as people write it; other digits may stand in it only where nobody would take it for one number. */
const NUMBER = /\d[\d ()-]{8,40}\d/g;

/** Whether a call is such as is looked for. */
export function matches(entry: Entry, query: Query): boolean {
  return CRITERIA.every((differs) => differs(entry, query) === undefined);
}

/** The calls that differ in the fewest things, the latest of them first. */
export function nearestTo(entries: readonly Entry[], query: Query, most: number): NearMiss[] {
  return entries
    .map((entry) => ({ entry, differs: CRITERIA.flatMap((differs) => differs(entry, query) ?? []) }))
    .filter(({ differs }) => differs.length > 0)
    .sort((a, b) => a.differs.length - b.differs.length || b.entry.sequence - a.entry.sequence)
    .slice(0, most)
    .map(({ entry, differs }) => ({ entry, differs: `${differs.join('; ')}.` }));
}

function isAbout({ phone, path, request }: Entry, wanted: Phone, names: readonly string[] = []): boolean {
  if (phone === wanted) return true;
  const texts = [decoded(path), request.text];
  return [wanted, ...names].some((name) =>
    texts.some((text) => (name.endsWith('@lid') ? hasId(text, name) : hasNumber(text, name))),
  );
}

function mentions({ path, request, reply }: Entry, jid: string): boolean {
  const texts = [decoded(path), request.text];
  const phone = /^(\d+)@s\.whatsapp\.net$/.exec(jid)?.[1];
  if (phone !== undefined && texts.some((text) => hasNumber(text, phone))) return true;
  return [...texts, reply.text].some((text) => hasId(text, jid));
}

function hasNumber(text: string, phone: Phone): boolean {
  return [...text.matchAll(NUMBER)].some(([found]) => found.replace(/\D/g, '') === phone);
}

/** Whether an id stands in a text, and not only as the end of a longer one. */
function hasId(text: string, id: string): boolean {
  for (let at = text.indexOf(id); at !== -1; at = text.indexOf(id, at + 1)) {
    if (!/[0-9A-Za-z-]/.test(text[at - 1] ?? '')) return true;
  }
  return false;
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
