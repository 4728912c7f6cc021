import { describe, expect, it } from 'vitest';
import { rowsOf } from '../model/network.ts';
import { KINDS, type Role } from './role-table.ts';
import { CHANGES, type Change, outcome, TARGETS, type Target } from './row-table.ts';
import { createStage, HALF_MEMBER, NEWCOMER, OTHER_ADMIN, PLAIN_MEMBER, type Stage } from './stage.ts';

const SETTING = { locked: false, memberAddMode: 'all', joinApproval: false, announcement: false } as const;
const ROLE_AFTER = { add: 'member', remove: undefined, promote: 'admin', demote: 'member' } as const;

/** An admin as any, and the creator, whom the rows protect: for them there is no other creator to try it on. */
const CASES = KINDS.flatMap((kind) =>
  CHANGES.flatMap((change) => [
    ...TARGETS.map((target) => ({ kind, change, by: 'admin' as const, target })),
    ...TARGETS.filter((target) => target !== 'themself').map((target) => ({
      kind,
      change,
      by: 'creator' as const,
      target,
    })),
  ]),
);

describe('the rows of people whom an admin changes', () => {
  it('are tried in every combination', () => {
    expect(CASES).toHaveLength(4 * 4 * (6 + 5));
  });

  it.each(CASES)('on a $kind: $change $target, by the $by', ({ kind, change, by, target }) => {
    const stage = createStage(kind, SETTING, by);
    const phone = phoneOf(stage, target, by);
    const before = stage.group.members.get(phone);
    const expected = outcome(change, kind, target);

    expect(changeOne(stage, by, change, phone)).toBe(expected);

    const after = stage.group.members.get(phone);
    if (expected !== 'done') expect(after, 'a row that failed leaves the person as they were').toBe(before);
    else if (change !== 'promote' || before === 'member') expect(after).toBe(ROLE_AFTER[change]);
    else expect(after, 'who is an admin already stays what they are').toBe(before);
  });
});

describe('several rows of one request', () => {
  it.each(KINDS)('on a %s, the first of two alike acts, and the second sees its effect', (kind) => {
    const { network, group } = createStage(kind, SETTING, 'admin');
    const twice = (action: Change, phone: string) => {
      const body = { participants: [phone, `${phone}@s.whatsapp.net`], action };
      const answer = network.call('admin', 'addGroupParticipants', { jid: group.jid, body });
      return rowsOf(answer).map(({ error }) => error ?? 'done');
    };
    expect(twice('add', NEWCOMER)).toEqual(['done', 409]);
    expect(twice('remove', NEWCOMER)).toEqual(['done', 404]);
    expect(twice('promote', PLAIN_MEMBER)).toEqual(['done', 'done']);
    expect(twice('demote', PLAIN_MEMBER)).toEqual(['done', 'done']);
  });
});

function phoneOf({ network }: Stage, target: Target, by: Role): string {
  const phones: Record<Target, string> = {
    themself: network.phone(by),
    outsider: NEWCOMER,
    'half member': HALF_MEMBER,
    member: PLAIN_MEMBER,
    'another admin': OTHER_ADMIN,
    creator: network.phone('creator'),
  };
  return phones[target];
}

function changeOne(
  { network, group }: Stage,
  by: Role,
  action: Change,
  phone: string,
): number | 'done' | undefined {
  const body = { participants: [phone], action };
  const answer = network.call(by, 'addGroupParticipants', { jid: group.jid, body });
  const [row] = rowsOf(answer);
  expect(answer.status).toBe(200);
  return row === undefined ? undefined : (row.error ?? 'done');
}
