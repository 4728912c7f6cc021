import { fromTimestamp } from '../wire/timestamp.ts';
import { countInWindow, draw } from './chance.ts';
import type { Asked, Fault, Target } from './fault.ts';

/** Whether a fault is for a call or a delivery: by account, group, person and moment. */
export function isMeant(
  { action, phone, group, participant, from, until }: Asked,
  { phone: whose, now, named }: Target,
): boolean {
  if (phone !== undefined && phone !== whose) return false;
  if (from !== undefined && now < (fromTimestamp(from) ?? 0)) return false;
  if (until !== undefined && now >= (fromTimestamp(until) ?? 0)) return false;
  if (action !== undefined && action !== named?.().action) return false;
  if (group !== undefined && named?.().groups.has(group) !== true) return false;
  return participant === undefined || named?.().people.has(participant) === true;
}

/** Counts a call or a delivery that a fault is for. False while it lets them pass, and when it is used up. */
export function see(fault: Fault): boolean {
  const { after, times } = fault.asked;
  fault.seen += 1;
  return fault.seen > after && (times === null || fault.fired < times);
}

/** Whether chance or the window of the account has a fault strike. */
export function happens(fault: Fault, { phone, now }: Target): boolean {
  const { per_window, probability } = fault.asked;
  if (per_window !== undefined) return countInWindow(fault, phone, now) !== undefined;
  return probability === undefined || draw(fault) < probability;
}
