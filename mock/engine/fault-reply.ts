import type { ToError } from '../../spec/index.ts';
import type { FaultAnswer, InjectedFault } from '../faults/strike.ts';
import { type RawReply, WITHOUT_BODY } from './call.ts';
import { envelope } from './error-reply.ts';

/** The rule of every answer by a fault; which fault it was says `X-Mock-Fault`. */
const SCRIPTED = 'scripted-fault';

const JSON_TYPE = 'application/json; charset=utf-8';

/** What a fault answers whatever became of the call. `fits` tells whether a body fits the document at a status. */
export function toFaultReply(
  rule: string,
  answer: FaultAnswer,
  now: number,
  fits: (status: number, body: unknown) => boolean,
  toError: ToError,
): RawReply {
  const { status, headers = {} } = answer;
  const { type, ...content } = contentOf(rule, answer, now, fits, toError);
  return { status, headers: { 'Content-Type': type, ...headers, 'X-Mock-Rule': SCRIPTED }, ...content };
}

/** An answer as faults let it out. */
export function strikeReply(reply: RawReply, injected: InjectedFault): RawReply {
  const { rule, delay, bytesOver, cut, isReset, entries } = injected;
  const body = entries === undefined || reply.status >= 300 ? reply.body : shorten(reply.body, entries);
  return {
    ...reply,
    headers: { ...reply.headers, 'X-Mock-Fault': rule },
    body: WITHOUT_BODY.includes(reply.status) ? '' : body,
    delay,
    bytesOver,
    cut,
    isReset,
  };
}

function contentOf(
  rule: string,
  { status, body, body_base64, message, error_code }: FaultAnswer,
  now: number,
  fits: (status: number, body: unknown) => boolean,
  toError: ToError,
): { type: string } & Pick<RawReply, 'body' | 'bytes'> {
  if (body_base64 !== undefined)
    return { type: 'application/octet-stream', body: '', bytes: Buffer.from(body_base64, 'base64') };
  if (typeof body === 'string') return { type: 'text/plain; charset=utf-8', body };
  if (body !== undefined) return { type: JSON_TYPE, body: JSON.stringify(body) };
  if (status < 400) return { type: JSON_TYPE, body: JSON.stringify({ success: true }) };
  const usual = envelope(
    status,
    message ?? `This answer was scripted by ${rule}.`,
    now,
    toError({ status }).error_code,
  );
  // For some statuses the document knows DEVICE_NOT_READY alone.
  const codes = error_code === undefined ? [usual.error_code, 'DEVICE_NOT_READY'] : [error_code];
  const bodies = codes.map((code) => ({ ...usual, error_code: code }));
  return { type: JSON_TYPE, body: JSON.stringify(bodies.find((one) => fits(status, one)) ?? bodies[0]) };
}

/** A body whose lists have so many entries at most. */
function shorten(body: string, most: number): string {
  return JSON.stringify(JSON.parse(body), (_, value) =>
    Array.isArray(value) ? value.slice(0, most) : value,
  );
}
