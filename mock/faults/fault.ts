import type { ControlSchema } from '../../spec/index.ts';
import type { GroupJid, Phone } from '../world/index.ts';

/** A fault as a request asks for it. */
export type NewFault = ControlSchema<'NewFault'>;

/** What was asked for, and all that it means: with what it leaves out, people by their numbers, and each header in one spelling. */
export type Asked = Readonly<NewFault> & Required<Pick<NewFault, 'after' | 'times'>>;

/** What was asked for, and what became of it so far: plain JSON. */
export interface Fault {
  readonly id: string;
  readonly asked: Asked;
  /** Calls or deliveries that were such as it is for. */
  seen: number;
  /** How many of them it struck. */
  fired: number;
  /** From here chance goes on. */
  chance: number;
  /** The window of each account that was seen. */
  readonly windows: Record<Phone, { start: number; calls: number }>;
}

/** A call or a webhook delivery that may be struck. */
export interface Target {
  /** Whose call it is, or to whose webhook it goes. */
  readonly phone: Phone;
  /** On the clock of the world, in milliseconds. */
  readonly now: number;
  /** Whom and what it names; asked only when a fault depends on that. */
  readonly named?: () => Named;
}

/** Whom and what a call or a delivery names. */
export interface Named {
  readonly groups: ReadonlySet<GroupJid>;
  readonly people: ReadonlySet<Phone>;
  /** What is done to participants. */
  readonly action?: NewFault['action'];
}

/** How many calls or deliveries it is still going to strike; null for no limit. */
export function leftOf({ asked: { times }, fired }: Fault): number | null {
  return times === null ? null : times - fired;
}

/** Whether it has strikes left over, or no limit and has never struck. */
export function isUnfired(fault: Fault): boolean {
  const left = leftOf(fault);
  return left === null ? fault.fired === 0 : left > 0;
}
