import type { ControlSchema } from '../../../spec/index.ts';
import { toTimestamp } from '../../wire/timestamp.ts';
import type { Act, World } from '../../world/index.ts';

type Due = ControlSchema<'Due'>;

const NOTHING = { group_jid: null, what: null, code: null, inviter: null };

/** All that a clock is going to bring, the soonest first: acts, the end of private invites, and deliveries. */
export function toDue({ agenda, privateInvites, devices, clock }: World): Due[] {
  const due: (Omit<Due, 'at'> & { readonly at: number })[] = agenda.map(({ at, phone, act }) => {
    return { ...NOTHING, at, kind: 'act', phone, group_jid: groupOfAct(act), what: act.do };
  });
  for (const { code, group, inviter, invited, expiresAt: at, used } of privateInvites.values()) {
    if (used || at <= clock.now()) continue;
    due.push({ ...NOTHING, at, kind: 'private-invite', phone: invited, group_jid: group, code, inviter });
  }
  for (const { phone, outbox } of devices.values()) {
    for (const { due: at, event } of outbox.pending)
      due.push({ ...NOTHING, at, kind: 'delivery', phone, what: event });
  }
  return due.sort((one, other) => one.at - other.at).map((one) => ({ ...one, at: toTimestamp(one.at) }));
}

function groupOfAct(act: Act): string | null {
  if ('group' in act) return act.group;
  return 'by' in act && 'group' in act.by ? act.by.group : null;
}
