import { describe, expect, it } from 'vitest';
import { ROLE_TABLE } from '../../../mock/world/roles.ts';
import { operationIds } from '../model/network.ts';
import { ATTEMPTS, type Attempt, type Situation, verdictOf } from './attempts.ts';
import { byAction, KINDS, type Kind, ROLES, refusal, type Setting } from './role-table.ts';
import { createStage, everything } from './stage.ts';

describe.each(KINDS)('on every kind of %s', (kind) => {
  it.each(ROLES)('the %s may do what the role table says, and a refusal changes nothing', (role) => {
    const wrong: string[] = [];
    for (const setting of settingsOf(kind)) {
      // One stage is as the other: the same seed, the same time.
      const untouched = everything(createStage(kind, setting, role));
      for (const attempt of ATTEMPTS) wrong.push(...differences({ kind, role, setting }, attempt, untouched));
    }
    expect(wrong).toEqual([]);
  });
});

describe('the role table', () => {
  it('is the one of the mock', () => {
    expect(byAction()).toEqual(ROLE_TABLE);
  });

  it('is tried with every operation on groups and communities', () => {
    const tried = new Set<string>(ATTEMPTS.map(({ operation }) => operation));
    expect([...tried].sort()).toEqual(operationIds('Groups', 'Communities').sort());
  });

  it('is tried in every combination', () => {
    expect(ATTEMPTS).toHaveLength(37);
    expect(KINDS.map((kind) => settingsOf(kind).length)).toEqual([16, 16, 4, 4]);
    const combinations = KINDS.flatMap((kind) => ROLES.length * settingsOf(kind).length * ATTEMPTS.length);
    expect(combinations.reduce((sum, one) => sum + one)).toBe(5920);
  });
});

/** Every setting; where a group follows its community, those that the community has. */
function settingsOf(kind: Kind): Setting[] {
  const standsAlone = kind === 'group' || kind === 'linked group';
  const settings: Setting[] = [];
  for (const locked of [false, true]) {
    for (const joinApproval of [false, true]) {
      for (const memberAddMode of standsAlone ? (['all', 'admin'] as const) : (['all'] as const)) {
        for (const announcement of standsAlone ? [false, true] : [kind === 'announcement group']) {
          settings.push({ locked, joinApproval, memberAddMode, announcement });
        }
      }
    }
  }
  return settings;
}

function expectedOf({ kind, role, setting }: Situation, attempt: Attempt): string {
  const { needs, onlyOnCommunities = false, otherwise = () => '200' } = attempt;
  if (onlyOnCommunities && kind !== 'community') {
    return role === 'outsider' ? '403 not-a-participant' : '422 not-a-community';
  }
  for (const action of needs) {
    const refused = refusal(action, kind, role, setting);
    if (refused !== undefined) return refused;
  }
  return otherwise({ kind, role, setting });
}

/** Carries out one attempt on a stage of its own. */
function differences(situation: Situation, attempt: Attempt, untouched: string): string[] {
  const { kind, role, setting } = situation;
  const stage = createStage(kind, setting, role);
  const name = [
    `${role}: ${attempt.operation} ${attempt.way ?? ''}`.trim(),
    setting.locked ? 'locked' : 'unlocked',
    `member_add_mode ${setting.memberAddMode}`,
    `join_approval ${setting.joinApproval ? 'on' : 'off'}`,
    `announcement ${setting.announcement ? 'on' : 'off'}`,
  ].join(', ');

  const expected = expectedOf(situation, attempt);
  const actual = verdictOf(attempt.call(stage, role));

  const wrong: string[] = [];
  if (actual !== expected) wrong.push(`${name}: expected ${expected}, got ${actual}`);
  if (!expected.startsWith('20') && everything(stage) !== untouched)
    wrong.push(`${name}: refused, yet something changed`);
  return wrong;
}
