import type { ControlBody, ControlSchema } from '../../../spec/index.ts';
import type { Drive } from './drive.ts';

type Fault = ControlSchema<'Fault'>;
type NewFault = ControlBody<'createFault'>;

/** What a fault does, and to how many calls. */
export type FaultEffect = Omit<NewFault, 'operation'>;

/** Injected faults. */
export interface MockFaults {
  /** Strikes the next call of an operation, or as many as the effect says. */
  next(operation: NewFault['operation'] & string, effect: FaultEffect): Fault;
  /** Any fault, as the control plane takes it. */
  add(fault: NewFault): Fault;
  list(): Fault[];
  /** Those that did not strike as often as they were meant to. */
  unfired(): Fault[];
  clear(): void;
}

/** The faults of a world by its name. */
export function createMockFaults(drive: Drive, world: string): MockFaults {
  const path = { world };
  const add = (body: NewFault) => drive.now('createFault', { path, body }).fault;
  return {
    next: (operation, effect) => add({ operation, ...effect }),
    add,
    list: () => drive.now('listFaults', { path }).faults,
    unfired: () => drive.now('listFaults', { path, query: { unfired: true } }).faults,
    clear: () => void drive.now('deleteFaults', { path }),
  };
}
