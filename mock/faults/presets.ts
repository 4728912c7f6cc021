import type { ControlSchema } from '../../spec/index.ts';
import type { NewFault } from './fault.ts';

/** A fault that people met, by a name. */
interface Preset {
  /** What happens, in a sentence. */
  readonly says: string;
  /** What a request has to say beside the name. */
  readonly needs?: keyof NewFault;
  readonly fault: NewFault;
}

/** The page of a proxy, as such proxies write it. */
function page(status: number, says: string): NewFault {
  const body = `<html>\r\n<head><title>${status} ${says}</title></head>\r\n<body>\r\n<center><h1>${status} ${says}</h1></center>\r\n</body>\r\n</html>\r\n`;
  return { status, headers: { 'Content-Type': 'text/html' }, body };
}

/** Every preset by its name. */
export const PRESETS: Readonly<Record<ControlSchema<'PresetName'>, Preset>> = {
  'done-but-500': {
    says: 'The call is carried out, and answered with 500 all the same.',
    fault: { status: 500, carried_out: true },
  },
  'done-but-timed-out': {
    says: 'The call is carried out, and a proxy in front gives up waiting: 504 with a page of its own.',
    fault: { ...page(504, 'Gateway Time-out'), carried_out: true },
  },
  'done-but-no-answer': {
    says: 'The call is carried out, and the connection is reset before the answer comes.',
    fault: { drop: 'after', close: 'rst' },
  },
  'promote-does-nothing': {
    says: 'Promotions answer with success, and nobody becomes an admin.',
    fault: { action: 'promote', carried_out: false, times: null },
  },
  'says-done-does-nothing': {
    says: 'The next call that changes something answers with success, and does nothing.',
    fault: { carried_out: false },
  },
  'added-but-not-in': {
    says: 'The rows of an addition tell success, and nobody is in the group.',
    fault: { action: 'add', rows: [{ carried_out: false }] },
  },
  'group-broken': {
    says: 'Every call about one group answers 500, for ever; the other groups are well.',
    needs: 'group',
    fault: { status: 500, times: null },
  },
  'rate-limited': {
    says: 'More than 20 calls of an account within a minute answer 429 with Retry-After.',
    fault: { per_window: { calls: 20, seconds: 60 } },
  },
  'proxy-502': {
    says: 'A proxy in front answers 502 with a page of HTML; the call never arrived.',
    fault: page(502, 'Bad Gateway'),
  },
  'session-lost': {
    says: 'The session is lost just then: 503 DEVICE_NOT_READY, while the status says connected.',
    fault: { status: 503, error_code: 'DEVICE_NOT_READY' },
  },
  'refused-without-invite': {
    says: 'Additions fail with 403, and there is no private invite to hand on.',
    fault: { action: 'add', rows: [{ code: 403, add_request: false }] },
  },
  'row-400': {
    says: 'Rows fail with 400, which no list of codes names.',
    fault: { rows: [{ code: 400 }] },
  },
  'empty-list': {
    says: 'The list of groups is empty once.',
    fault: { operation: 'listGroups', entries: 0 },
  },
  'members-missing': {
    says: 'A group is read with its first participant alone, once.',
    fault: { operation: 'getGroup', entries: 1 },
  },
  'slow-gateway': {
    says: 'Answers take half a second as a rule, and now and then ten.',
    fault: { delay_ms: { p50: 500, p95: 3000, p100: 10_000 }, times: null },
  },
  'webhook-lost': { says: 'The next delivery never comes.', fault: { delivery: 'drop' } },
  'webhook-twice': {
    says: 'The next delivery comes twice, with the same id.',
    fault: { delivery: 'duplicate' },
  },
  'webhook-again-with-new-id': {
    says: 'The next delivery comes twice, the second time under another id.',
    fault: { delivery: 'duplicate-with-new-id' },
  },
  'webhook-out-of-order': {
    says: 'The next delivery comes after the one that follows it.',
    fault: { delivery: 'reorder' },
  },
  'webhook-late': {
    says: 'The next delivery comes a minute late, on the clock of the world.',
    fault: { delivery: { delay_seconds: 60 } },
  },
};

/** What a fault asks for, with what its preset says where it says nothing itself. */
export function withPreset(fault: NewFault): NewFault {
  return fault.preset === undefined ? fault : { ...PRESETS[fault.preset].fault, ...fault };
}
