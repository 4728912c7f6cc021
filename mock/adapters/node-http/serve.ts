import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Outcome, RawCall } from '../../engine/call.ts';
import { type Body, collectBody, type Intake } from './collect-body.ts';
import { deliver, whenGone } from './deliver.ts';

/** What a server needs of a mock. */
export interface Served {
  /** It never throws, nor rejects. */
  answer(call: RawCall): Outcome;
  readonly intake: Intake;
  /** Tells that the mock itself is at fault. It never throws. */
  onFault(error: unknown): void;
}

const NOTHING = new Uint8Array();

/** Answers a request of `node:http`: its head is looked at, then its body is read, unless it was `read` before, then all of it is answered. */
export function serve(
  mock: Served,
  request: IncomingMessage,
  response: ServerResponse,
  read?: () => Body,
): void {
  const { method = '', url: target = '', headers } = request;
  const onGone = (act: () => void) => whenGone(response, act);
  const call: RawCall = { method, target, headers, body: NOTHING, wire: request, onGone };
  const take = (body: Body) => {
    call.body = body;
    deliver(response, mock.answer(call), mock.onFault, typeof body === 'string');
  };
  try {
    if (read === undefined) collectBody(request, call, mock.intake, take);
    else take(read());
  } catch (error) {
    deliver(response, Promise.reject(error), mock.onFault);
  }
}
