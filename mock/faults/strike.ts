import type { OperationId } from '../../spec/index.ts';
import type { Phone, ScriptedRow } from '../world/index.ts';
import { drawDuration, LONGEST_DELAY } from './chance.ts';
import { happens, isMeant, see } from './choose.ts';
import type { Asked, Fault, Named, Target } from './fault.ts';

/** Answered whatever else became of the call. */
export type FaultAnswer = Pick<Asked, 'error_code' | 'message' | 'headers' | 'body' | 'body_base64'> & {
  readonly status: number;
};

/** What faults do to one call. */
export interface InjectedFault {
  /** Which faults it were, as `X-Mock-Fault` tells it. */
  readonly rule: string;
  /** Whether the call is carried out; pretended is what is answered as if it were. */
  readonly deed: 'done' | 'not-done' | 'pretended';
  readonly answer?: FaultAnswer | undefined;
  /** How late the answer comes, in milliseconds of the machine. */
  readonly delay?: number | undefined;
  /** Within how many milliseconds its bytes come. */
  readonly bytesOver?: number | undefined;
  /** The connection ends instead of the answer, or within it. */
  readonly cut?: 'dropped' | 'truncated' | undefined;
  /** Whether the connection ends by a reset. */
  readonly isReset: boolean;
  /** What the rows of participants tell. */
  readonly rows?: ReadonlyMap<Phone, ScriptedRow> | undefined;
  /** How many entries a list of the answer has at most. */
  readonly entries?: number | undefined;
}

/** A call that may be struck. */
export interface Struck extends Target {
  readonly operation: string;
  /** Whether it only tells something; false unless given. */
  readonly isRead?: boolean;
}

/** The operations whose answers have lists. */
const WITH_LISTS: readonly OperationId[] = [
  'listGroups',
  'getGroup',
  'listWebhookEvents',
  'createGroup',
  'addGroupParticipants',
  'removeGroupParticipants',
  'createCommunity',
  'addCommunityParticipants',
  'removeCommunityParticipants',
];

/** Lets faults strike a call, and counts what they saw and did. */
export function strikeCall(faults: readonly Fault[], call: Struck): InjectedFault | undefined {
  const target = withNamesOnce(call);
  const seen = faults.filter((fault) => isFor(fault, target) && see(fault));
  const end = seen.find((fault) => isEnd(fault) && happens(fault, target));
  const deed = deedOf(end);
  const others = seen.filter((one) => !isEnd(one) && suits(one, deed) && happens(one, target));
  const struck = seen.filter((one) => one === end || others.includes(one));
  if (struck.length === 0) return undefined;
  for (const one of struck) one.fired += 1;
  const { drop, truncate, close } = end?.asked ?? {};
  return {
    rule: struck.map(({ id }) => id).join(', '),
    deed,
    answer: end === undefined ? undefined : answerOf(end, target),
    delay: addUp(struck, 'delay_ms'),
    bytesOver: addUp(struck, 'bytes_over_ms'),
    cut: drop === undefined ? truncate && 'truncated' : 'dropped',
    isReset: close === 'rst',
    rows: deed === 'not-done' ? undefined : rowsOf(struck, target),
    entries: struck.find(({ asked }) => asked.entries !== undefined)?.asked.entries,
  };
}

/** What a call names is read from its body, which is done when a fault depends on it, and once. */
function withNamesOnce(call: Struck): Struck {
  let known: Named | undefined;
  const { named } = call;
  if (named === undefined) return call;
  return {
    ...call,
    named: () => {
      known ??= named();
      return known;
    },
  };
}

function isFor({ asked }: Fault, target: Struck): boolean {
  const { operation, isRead } = target;
  if (asked.delivery !== undefined) return false;
  if (asked.operation !== 'all' && asked.operation !== operation) return false;
  if (isPretence(asked) && isRead) return false;
  if (asked.entries !== undefined && !WITH_LISTS.some((one) => one === operation)) return false;
  if (!isMeant(asked, target)) return false;
  if (asked.rows === undefined) return true;
  const people = target.named?.().people ?? new Set();
  return asked.rows.some(({ participant }) =>
    participant === undefined ? people.size > 0 : people.has(participant),
  );
}

function isPretence({ carried_out, status }: Asked): boolean {
  return carried_out === false && status === undefined;
}

function isEnd({ asked }: Fault): boolean {
  const { status, drop, truncate } = asked;
  return status !== undefined || drop !== undefined || truncate !== undefined || isPretence(asked);
}

function deedOf(end: Fault | undefined): InjectedFault['deed'] {
  if (end === undefined) return 'done';
  const { status, drop, carried_out } = end.asked;
  if (isPretence(end.asked)) return 'pretended';
  return drop === 'before' || (status !== undefined && carried_out !== true) ? 'not-done' : 'done';
}

/** Rows and lists are there only where the call is carried out. */
function suits({ asked: { rows, entries } }: Fault, deed: InjectedFault['deed']): boolean {
  return deed !== 'not-done' || (rows === undefined && entries === undefined);
}

function addUp(struck: readonly Fault[], name: 'delay_ms' | 'bytes_over_ms'): number | undefined {
  const sum = struck.reduce((so, one) => so + drawDuration(one, one.asked[name] ?? 0), 0);
  return sum === 0 ? undefined : Math.min(sum, LONGEST_DELAY);
}

/** A call beyond its window is told when to come again. */
function answerOf({ asked, windows }: Fault, { phone, now }: Struck): FaultAnswer | undefined {
  const { status, per_window } = asked;
  if (status === undefined) return undefined;
  const start = windows[phone]?.start;
  if (per_window === undefined || start === undefined) return { ...asked, status };
  const seconds = Math.ceil((start + per_window.seconds * 1000 - now) / 1000);
  return { ...asked, status, headers: { 'Retry-After': String(seconds), ...asked.headers } };
}

/** The first fault decides for a participant; within it, a row that names them goes before one that names nobody. */
function rowsOf(struck: readonly Fault[], { named }: Struck): ReadonlyMap<Phone, ScriptedRow> | undefined {
  const rows = new Map<Phone, ScriptedRow>();
  const everybody = [...(named?.().people ?? [])];
  for (const { asked } of struck) {
    const own = asked.rows?.filter(({ participant }) => participant !== undefined) ?? [];
    const general = asked.rows?.filter(({ participant }) => participant === undefined) ?? [];
    for (const { participant, code, carried_out, add_request } of [...own, ...general]) {
      for (const phone of participant === undefined ? everybody : [participant]) {
        if (!rows.has(phone)) rows.set(phone, { code, carriedOut: carried_out, addRequest: add_request });
      }
    }
  }
  return rows.size === 0 ? undefined : rows;
}
