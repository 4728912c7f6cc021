import type { Contestant } from './contestants.ts';
import { LoadFailed } from './load.ts';
import { HEADERS } from './requests.ts';
import type { Sample } from './samples.ts';

/** Calls a contestant once, and tells how its answer differs from the sample; nothing when it is the same value. Throws `LoadFailed` when it refuses. */
export async function callOnce(
  { name, stateful }: Contestant,
  url: string,
  { method, path, request, status, body }: Sample,
): Promise<string | undefined> {
  const init = { method, headers: HEADERS, ...(request === '' ? {} : { body: request }) };
  const answer = await fetch(url + path, init);
  const text = await answer.text();
  if (answer.status !== status) throw new LoadFailed(`it answers ${answer.status}: ${text.slice(0, 200)}`);
  if (stateful || text === body || sameValue(text, body)) return undefined;
  return `${name} answers something else: ${Buffer.byteLength(text)} bytes where the mock sends ${Buffer.byteLength(body)}, beginning with ${text.replaceAll(/\s+/g, ' ').slice(0, 60)}.`;
}

function sameValue(one: string, other: string): boolean {
  try {
    return JSON.stringify(sorted(JSON.parse(one))) === JSON.stringify(sorted(JSON.parse(other)));
  } catch {
    return false;
  }
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([name, inner]) => [name, sorted(inner)]),
  );
}
