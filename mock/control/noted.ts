import {
  isStream,
  type Outcome,
  pathOf,
  type RawCall,
  type RawReply,
  type StreamReply,
} from '../engine/call.ts';

/** One call of the control plane over HTTP, and how it was answered. */
export interface ControlExchange {
  readonly method: string;
  /** Percent-encoded, without the query. */
  readonly path: string;
  readonly status: number;
  /** The rule behind a refusal. */
  readonly rule: string | undefined;
  /** JSON text; empty for a stream. */
  readonly reply: string;
}

/** Answers as before, and tells each call with its answer. */
export function noted(
  answer: (call: RawCall) => Outcome,
  onCall: (exchange: ControlExchange) => void,
): (call: RawCall) => Outcome {
  return (call) => {
    const tell = (reply: RawReply | StreamReply) => {
      const { status, headers } = reply;
      const text = isStream(reply) ? '' : reply.body;
      onCall({ method: call.method, path: pathOf(call), status, rule: headers['X-Mock-Rule'], reply: text });
      return reply;
    };
    const outcome = answer(call);
    return outcome instanceof Promise ? outcome.then(tell) : tell(outcome);
  };
}
