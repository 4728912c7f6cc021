import type { Mock, RawCall, RawReply } from '../../../mock/index.ts';

/** The answer of a mock that has nothing to wait for. Throws when it is late or a stream. */
export function answerNow(mock: Mock, call: RawCall): RawReply {
  const outcome = mock.answer(call);
  if ('status' in outcome && typeof outcome.body === 'string') return outcome as RawReply;
  throw new Error(`${call.method} ${call.target} is answered later, or by a stream.`);
}
