import type { ControlSchema } from '../../spec/index.ts';
import { type Phone, phoneOf, type World } from '../world/index.ts';
import { type Fault, leftOf, type Script } from './fault.ts';

type Body = ControlSchema<'NewFault'>;
type Delivery = NonNullable<Body['delivery']>;

/** What a body scripts; it was found to make sense, see `issuesOfFault`. */
export function toScript(world: World, body: Body): Script {
  const { operation = 'all', phone, after = 0, probability, per_window, event } = body;
  const isOpen = probability !== undefined || per_window !== undefined;
  return {
    ...(operation === 'all' ? {} : { operation }),
    ...(phone === undefined ? {} : { phone }),
    after,
    times: body.times === undefined ? (isOpen ? null : 1) : body.times,
    ...(probability === undefined ? {} : { probability }),
    ...(per_window === undefined
      ? {}
      : { perWindow: { calls: per_window.calls, length: per_window.seconds * 1000 } }),
    ...toAnswer(body),
    ...(body.delay_ms === undefined ? {} : { delay: toDelay(body.delay_ms) }),
    ...toCut(body),
    ...(body.rows === undefined ? {} : { rows: toRows(world, body.rows) }),
    ...(body.delivery === undefined ? {} : { delivery: toFate(body.delivery) }),
    ...(event === undefined ? {} : { event }),
  };
}

/** A fault as the control plane shows it. */
export function toFault(fault: Fault): ControlSchema<'Fault'> {
  const { script, id, seen, fired } = fault;
  const { answer, cut, delay, rows, perWindow, delivery } = script;
  return {
    id,
    ...(delivery === undefined ? { operation: script.operation ?? 'all' } : {}),
    ...(script.phone === undefined ? {} : { phone: script.phone }),
    after: script.after,
    times: script.times,
    ...(script.probability === undefined ? {} : { probability: script.probability }),
    ...(perWindow === undefined
      ? {}
      : { per_window: { calls: perWindow.calls, seconds: perWindow.length / 1000 } }),
    ...(answer === undefined ? {} : { status: answer.status, headers: { ...answer.headers } }),
    ...(answer?.code === undefined ? {} : { error_code: answer.code }),
    ...(answer?.message === undefined ? {} : { message: answer.message }),
    ...(delay === undefined ? {} : { delay_ms: typeof delay === 'number' ? delay : [...delay] }),
    ...(cut === undefined ? {} : cut === 'within' ? { truncate: true } : { drop: cut }),
    ...(rows === undefined ? {} : { rows: rows.map(({ phone, code }) => ({ participant: phone, code })) }),
    ...(delivery === undefined ? {} : { delivery: fromFate(delivery) }),
    ...(script.event === undefined ? {} : { event: script.event }),
    seen,
    fired,
    left: leftOf(fault),
  };
}

/** `retry-after` as `Retry-After`: whatever the spelling, a header goes out once. */
export function toHeaderName(name: string): string {
  return name.toLowerCase().replace(/(^|-)[a-z]/g, (start) => start.toUpperCase());
}

function toAnswer({ status, per_window, error_code, message, headers = {} }: Body): Pick<Script, 'answer'> {
  if (status === undefined && per_window === undefined) return {};
  return {
    answer: {
      status: status ?? 429,
      ...(error_code === undefined ? {} : { code: error_code }),
      ...(message === undefined ? {} : { message }),
      headers: Object.fromEntries(
        Object.entries(headers).map(([name, value]) => [toHeaderName(name), value]),
      ),
    },
  };
}

function toDelay(delay: NonNullable<Body['delay_ms']>): number | [number, number] {
  return typeof delay === 'number' ? delay : [delay[0] ?? 0, delay[1] ?? 0];
}

function toCut({ drop, truncate }: Body): Pick<Script, 'cut'> {
  if (drop !== undefined) return { cut: drop };
  return truncate === undefined ? {} : { cut: 'within' };
}

function toRows(
  world: World,
  rows: NonNullable<Body['rows']>,
): { phone: Phone; code: (typeof rows)[number]['code'] }[] {
  return rows.map(({ participant, code }) => ({ phone: phoneOf(world, participant) ?? '', code }));
}

function toFate(delivery: Delivery): NonNullable<Script['delivery']> {
  return typeof delivery === 'string' ? delivery : { delay: delivery.delay_seconds * 1000 };
}

function fromFate(fate: NonNullable<Script['delivery']>): Delivery {
  return typeof fate === 'string' ? fate : { delay_seconds: fate.delay / 1000 };
}
