import type { RowCode } from '../../spec/facts/index.ts';
import type { Phone } from '../world/index.ts';
import { countInWindow, draw, drawDelay } from './chance.ts';
import type { Asked, Fault } from './fault.ts';

/** Answered instead of carrying the call out. */
export type FaultAnswer = Pick<Asked, 'error_code' | 'message' | 'headers'> & { readonly status: number };

/** What faults do to one call. */
export interface InjectedFault {
  /** Which faults it were, as `X-Mock-Fault` tells it. */
  readonly rule: string;
  readonly answer?: FaultAnswer | undefined;
  /** How late the answer comes, in milliseconds of the machine. */
  readonly delay?: number | undefined;
  /** The connection ends without an answer, before or after the call was carried out, or within the answer. */
  readonly cut?: 'before' | 'after' | 'within' | undefined;
  /** Participants whose row fails. */
  readonly rows?: ReadonlyMap<Phone, RowCode> | undefined;
}

/** A call that may be struck. */
export interface Struck {
  readonly operation: string;
  readonly phone: Phone;
  /** On the clock of the world, in milliseconds. */
  readonly now: number;
  /** Who its rows would be about; asked only when a fault is about rows. */
  readonly participants?: () => ReadonlySet<Phone>;
}

/** An answer is not held back for longer, in milliseconds. */
export const LONGEST_DELAY = 120_000;

/** Lets faults strike a call, and counts what they saw and did. */
export function strikeCall(faults: readonly Fault[], call: Struck): InjectedFault | undefined {
  const seen = faults.filter((fault) => isFor(fault, call) && see(fault));
  const end = seen.find((fault) => isEnd(fault) && happens(fault, call));
  const { status, drop, truncate } = end?.asked ?? {};
  const isCarriedOut = status === undefined && drop !== 'before';
  const rows = isCarriedOut ? seen.filter((one) => isAboutRows(one) && happens(one, call)) : [];
  const delays = seen.filter((one) => isDelayOnly(one) && happens(one, call));
  const struck = seen.filter((one) => one === end || rows.includes(one) || delays.includes(one));
  if (struck.length === 0) return undefined;
  for (const one of struck) one.fired += 1;
  const delay = struck.reduce((sum, one) => sum + drawDelay(one), 0);
  return {
    rule: struck.map(({ id }) => id).join(', '),
    answer: end === undefined ? undefined : answerOf(end, call),
    delay: delay === 0 ? undefined : Math.min(delay, LONGEST_DELAY),
    cut: drop ?? (truncate && 'within'),
    rows: isCarriedOut ? rowsOf(struck) : undefined,
  };
}

/** Counts a call or a delivery that a fault is for. False while it lets them pass, and when it is used up. */
export function see(fault: Fault): boolean {
  const { after, times } = fault.asked;
  fault.seen += 1;
  return fault.seen > after && (times === null || fault.fired < times);
}

/** Whether chance has a fault strike. */
export function isLikely(fault: Fault): boolean {
  const { probability } = fault.asked;
  return probability === undefined || draw(fault) < probability;
}

function isFor({ asked }: Fault, { operation, phone, participants }: Struck): boolean {
  if (asked.delivery !== undefined) return false;
  if (asked.operation !== 'all' && asked.operation !== operation) return false;
  if (asked.phone !== undefined && asked.phone !== phone) return false;
  if (asked.rows === undefined) return true;
  const named = participants?.();
  return asked.rows.some(({ participant }) => named?.has(participant));
}

function isEnd({ asked: { status, drop, truncate } }: Fault): boolean {
  return status !== undefined || drop !== undefined || truncate !== undefined;
}

function isAboutRows(fault: Fault): boolean {
  return fault.asked.rows !== undefined && !isEnd(fault);
}

function isDelayOnly(fault: Fault): boolean {
  return fault.asked.rows === undefined && !isEnd(fault);
}

function happens(fault: Fault, { phone, now }: Struck): boolean {
  if (fault.asked.per_window !== undefined) return countInWindow(fault, phone, now) !== undefined;
  return isLikely(fault);
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

/** The first fault decides for a participant. */
function rowsOf(struck: readonly Fault[]): ReadonlyMap<Phone, RowCode> | undefined {
  const rows = new Map<Phone, RowCode>();
  for (const { asked } of struck) {
    for (const { participant, code } of asked.rows ?? [])
      if (!rows.has(participant)) rows.set(participant, code);
  }
  return rows.size === 0 ? undefined : rows;
}
