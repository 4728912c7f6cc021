import autocannon from 'autocannon';
import { FIRST_NEW, type Loaded, phoneOf } from './requests.ts';
import type { Sample } from './samples.ts';

/** A load that was not answered as it should be; the message says how. */
export class LoadFailed extends Error {
  override name = 'LoadFailed';
}

/** One load on one server. */
export interface Load {
  readonly url: string;
  readonly connections: number;
  readonly seconds: number;
  /** What every connection asks for again and again; of several, each connection begins with another one. */
  readonly request: autocannon.Request | readonly autocannon.Request[];
  /** With which status all are to be answered; any success unless given. */
  readonly status?: number;
}

/** However fast a server is, a load ends here. */
export const MOST_PER_SECOND = 200_000;

/** Loads a server and tells how many requests it answered, and per second. Throws `LoadFailed` unless all were. */
export async function applyLoad({
  url,
  connections,
  seconds,
  request,
  status,
}: Load): Promise<{ answered: number; perSecond: number }> {
  const requests = [request].flat();
  let connected = 0;
  const result = await autocannon({
    url,
    connections,
    duration: seconds,
    maxOverallRequests: Math.ceil(seconds * MOST_PER_SECOND),
    timeout: 5,
    // A load ends with a sample: with fewer of them it would last up to a second longer.
    sampleInt: 100,
    requests,
    // In step, all connections would ask for the same thing at a time.
    ...(requests.length > 1 && {
      setupClient: (client) => client.setRequests(turned(requests, connected++)),
    }),
  });
  const answered = status === undefined ? result['2xx'] : (result.statusCodeStats?.[`${status}`]?.count ?? 0);
  const others = result['2xx'] + result.non2xx - answered;
  const failures = { 'other statuses': others, errors: result.errors, timeouts: result.timeouts };
  const failed = Object.entries(failures).filter(([, count]) => count > 0);
  if (failed.length > 0 || answered === 0) {
    const list = failed.map(([what, count]) => `${count} ${what}`).join(', ');
    throw new LoadFailed(
      `under load ${answered} requests were answered as they should be, ${list || 'none with another status'}`,
    );
  }
  return { answered, perSecond: answered / result.duration };
}

/** Changes how somebody is shown who is in every group. */
function toChange(times: number) {
  const path = `/__mock/worlds/default/people/${phoneOf(0)}`;
  return { method: 'PATCH', path, body: `{"name":"Somebody ${times}"}` } as const;
}

/**
 * The request of an operation: a sample again and again. But every addition is of somebody new, to the groups in turn, and
 * a first read is of one group after the other, all of which are changed when each was read.
 */
export function toRequest(
  operation: Loaded,
  sample: Sample,
  jids: readonly string[],
  headers: Record<string, string>,
): autocannon.Request {
  const { method, path, request } = sample;
  const [first] = jids;
  if (operation === 'refusal') return { method, path, headers };
  if (operation === 'getGroup') return { method, path: `/groups/${first}`, headers };
  if (operation === 'createGroup') return { method, path, headers, body: request };
  let next = FIRST_NEW;
  if (operation === 'firstRead') {
    return {
      headers,
      setupRequest: (one) => {
        next += 1;
        const jid = jids[next % jids.length];
        // The length of the body is set in the headers that are given, and would stay for the reads.
        if (jid === first) return { ...one, headers: { ...headers }, ...toChange(next) };
        return { ...one, method, path: `/groups/${jid}` };
      },
    };
  }
  return {
    method,
    headers,
    setupRequest: (one) => {
      next += 1;
      const jid = jids[next % jids.length];
      return { ...one, path: `/groups/${jid}/participants`, body: `{"participants":["${phoneOf(next)}"]}` };
    },
  };
}

/** A list that begins with another of its entries, and goes on with the first one after the last. */
export function turned<T>(list: readonly T[], by: number): T[] {
  const start = by % Math.max(1, list.length);
  return [...list.slice(start), ...list.slice(0, start)];
}
