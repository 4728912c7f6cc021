import type { ControlSchema } from '../../spec/index.ts';
import { given } from '../wire/given.ts';
import { phoneOf, type World } from '../world/index.ts';
import { type Asked, type Fault, leftOf } from './fault.ts';

/** All that a body asks for; it was found to make sense, see `issuesOfFault`. */
export function toAsked(world: World, body: ControlSchema<'NewFault'>): Asked {
  const { operation = 'all', after = 0, probability, per_window, headers = {}, rows, delivery } = body;
  const isOpen = probability !== undefined || per_window !== undefined;
  const times = body.times === undefined ? (isOpen ? null : 1) : body.times;
  const status = body.status ?? (per_window === undefined ? undefined : 429);
  const spelled = Object.entries(headers).map(([name, value]) => [toHeaderName(name), value]);
  // In the order in which a fault is shown.
  const asked = {
    operation: delivery === undefined ? operation : undefined,
    phone: body.phone,
    after,
    times,
    probability,
    per_window,
    status,
    headers: status === undefined ? undefined : Object.fromEntries(spelled),
    error_code: body.error_code,
    message: body.message,
    delay_ms: body.delay_ms,
    truncate: body.truncate,
    drop: body.drop,
    rows: rows?.map(({ participant, code }) => ({ participant: phoneOf(world, participant) ?? '', code })),
    delivery,
    event: body.event,
  };
  return structuredClone({ ...given(asked), after, times });
}

/** A fault as the control plane shows it. */
export function toFault(fault: Fault): ControlSchema<'Fault'> {
  const { id, asked, seen, fired } = fault;
  return { id, ...structuredClone(asked), seen, fired, left: leftOf(fault) };
}

/** `retry-after` as `Retry-After`: whatever the spelling, a header goes out once. */
export function toHeaderName(name: string): string {
  return name.toLowerCase().replace(/(^|-)[a-z]/g, (start) => start.toUpperCase());
}
