import type { RowCode } from '../../spec/facts/index.ts';
import type { Phone } from '../world/index.ts';
import { countInWindow, draw, drawDelay } from './chance.ts';
import type { Cut, Fault, FaultAnswer } from './fault.ts';

/** What faults do to one call. */
export interface Misfortune {
  /** Which faults it were, as `X-Mock-Fault` tells it. */
  readonly rule: string;
  /** Answered instead of carrying the call out. */
  readonly answer?: FaultAnswer | undefined;
  /** How late the answer comes, in milliseconds of the machine. */
  readonly delay?: number | undefined;
  readonly cut?: Cut | undefined;
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
export function strikeCall(faults: readonly Fault[], call: Struck): Misfortune | undefined {
  const seen = faults.filter((fault) => isFor(fault, call) && see(fault));
  const end = seen.find((fault) => isEnd(fault) && happens(fault, call));
  const answer = end?.script.answer;
  const isCarriedOut = answer === undefined && end?.script.cut !== 'before';
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
    cut: end?.script.cut,
    rows: isCarriedOut ? rowsOf(struck) : undefined,
  };
}

/** Counts a call or a delivery that a fault is for. False while it lets them pass, and when it is used up. */
export function see(fault: Fault): boolean {
  const { after, times } = fault.script;
  fault.seen += 1;
  return fault.seen > after && (times === null || fault.fired < times);
}

/** Whether chance has a fault strike. */
export function isLikely(fault: Fault): boolean {
  const { probability } = fault.script;
  return probability === undefined || draw(fault) < probability;
}

function isFor({ script }: Fault, { operation, phone, participants }: Struck): boolean {
  if (script.delivery !== undefined) return false;
  if (script.operation !== undefined && script.operation !== operation) return false;
  if (script.phone !== undefined && script.phone !== phone) return false;
  if (script.rows === undefined) return true;
  const named = participants?.();
  return script.rows.some((row) => named?.has(row.phone));
}

function isEnd({ script }: Fault): boolean {
  return script.answer !== undefined || script.cut !== undefined;
}

function isAboutRows(fault: Fault): boolean {
  return fault.script.rows !== undefined && !isEnd(fault);
}

function isDelayOnly(fault: Fault): boolean {
  return fault.script.rows === undefined && !isEnd(fault);
}

function happens(fault: Fault, { phone, now }: Struck): boolean {
  if (fault.script.perWindow !== undefined) return countInWindow(fault, phone, now) !== undefined;
  return isLikely(fault);
}

/** A call beyond its window is told when to come again. */
function answerOf(fault: Fault, { phone, now }: Struck): FaultAnswer | undefined {
  const { answer, perWindow } = fault.script;
  const start = fault.windows[phone]?.start;
  if (answer === undefined || perWindow === undefined || start === undefined) return answer;
  const seconds = Math.ceil((start + perWindow.length - now) / 1000);
  return { ...answer, headers: { 'Retry-After': String(seconds), ...answer.headers } };
}

/** The first fault decides for a participant. */
function rowsOf(struck: readonly Fault[]): ReadonlyMap<Phone, RowCode> | undefined {
  const rows = new Map<Phone, RowCode>();
  for (const { script } of struck) {
    for (const { phone, code } of script.rows ?? []) if (!rows.has(phone)) rows.set(phone, code);
  }
  return rows.size === 0 ? undefined : rows;
}
