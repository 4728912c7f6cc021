import type { ControlSchema } from '../../spec/index.ts';
import type { Phone } from '../world/index.ts';

type NewFault = ControlSchema<'NewFault'>;

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

/** How many calls or deliveries it is still going to strike; null for no limit. */
export function leftOf({ asked: { times }, fired }: Fault): number | null {
  return times === null ? null : times - fired;
}

/** Whether it has strikes left over, or no limit and has never struck. */
export function isUnfired(fault: Fault): boolean {
  const left = leftOf(fault);
  return left === null ? fault.fired === 0 : left > 0;
}
