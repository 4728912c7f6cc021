import type { ControlSchema } from '../../spec/index.ts';
import { given } from '../wire/given.ts';
import { phoneOf, type World } from '../world/index.ts';
import { type Asked, type Fault, leftOf, type NewFault } from './fault.ts';

/** What becomes of a call that is beyond its window, where that is not to be answered with 429. */
const DECISIVE = ['drop', 'rows', 'entries', 'delivery'] as const;

/** What strikes as long as it is there, unless it is told how often. */
const OPEN = ['probability', 'per_window', 'from', 'until'] as const;

/** All that a body asks for; it was found to make sense, see `issuesOfFault`. */
export function toAsked(world: World, body: NewFault): Asked {
  const { operation = 'all', after = 0, headers = {}, participant, rows, delivery } = body;
  const times =
    body.times === undefined ? (OPEN.some((name) => body[name] !== undefined) ? null : 1) : body.times;
  const status = statusOf(body);
  const spelled = Object.entries(headers).map(([name, value]) => [toHeaderName(name), value]);
  const toPhone = (id: string | undefined) => (id === undefined ? undefined : phoneOf(world, id));
  // In the order in which a fault is shown.
  const { preset, action, phone, group, probability, per_window, from, until, error_code, message } = body;
  const asked = {
    preset,
    operation: delivery === undefined ? operation : undefined,
    action,
    phone: toPhone(phone),
    group,
    participant: toPhone(participant),
    after,
    times,
    probability,
    per_window,
    from,
    until,
    status,
    headers: status === undefined ? undefined : Object.fromEntries(spelled),
    error_code,
    message,
  };
  const told = rows?.map((row) => given({ ...row, participant: toPhone(row.participant ?? participant) }));
  return structuredClone({ ...given(asked), ...given({ ...body, ...asked, rows: told }), after, times });
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

/** A body is answered with 200, and what is beyond a window with 429, unless something else is said. */
function statusOf(asked: NewFault): number | undefined {
  const { status, body, body_base64, per_window } = asked;
  if (status !== undefined) return status;
  const isDecided = DECISIVE.some((name) => asked[name] !== undefined);
  if (per_window !== undefined && !isDecided) return 429;
  return body === undefined && body_base64 === undefined ? undefined : 200;
}
