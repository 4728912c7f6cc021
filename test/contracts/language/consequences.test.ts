import { describe, expect, it } from 'vitest';
import { consequenceOf, SEVERE } from '../../../contracts/language/consequences.ts';
import { whatIsKnown } from '../../../contracts/runner/certainty.ts';
import { judge } from '../../../contracts/runner/result.ts';
import { suite } from '../../../contracts/suite.ts';

const caseOf = (id: string) => {
  const found = suite.find((one) => one.id === id);
  if (found === undefined) throw new Error(`There is no case ${id}.`);
  return found;
};

it('every line of the table is about cases that there are', () => {
  const idle = SEVERE.filter((cases) => !suite.some(({ id }) => cases.test(id)));
  expect(idle).toEqual([]);
});

it.each([
  ['auth/outside-renames-it', 'isolation'],
  ['auth/outside-not-listed', 'isolation'],
  ['roles/set-topic-unlocked-group-outsider', 'isolation'],
  ['events/of-other-groups', 'isolation'],
  ['roles/promote-group-member', 'roles'],
  ['linking/admin-of-the-community-only', 'roles'],
  ['communities/remove-outsider', 'isolation'],
  ['communities/link-outsider', 'isolation'],
  ['communities/add-outsider', 'isolation'],
  ['communities/promote-outsider', undefined],
  // What is allowed, or what no kind of group supports, is no matter of roles.
  ['roles/promote-group-admin', undefined],
  ['roles/leave-community-creator', undefined],
  ['groups/create', undefined],
])('%s is about %s', (id, consequence) => {
  expect(consequenceOf(caseOf(id))).toBe(consequence);
});

it.each(['roles/read-announcement-group-outsider', 'roles/add-announcement-group-member'])(
  'what sets the stage of %s has no grave consequence',
  (id) => {
    const one = caseOf(id);
    const step = one.steps.find(({ expect }) => expect?.status === 200);
    const difference = { path: 'groups', expected: [], actual: [] };
    const checked = { issues: [], undocumented: [], answered: { status: 200, knownAs: () => undefined } };
    expect(consequenceOf(one)).toBeDefined();
    expect(step && whatIsKnown(one, step, difference, checked)).toEqual({ provenance: one.provenance });
  },
);

describe('what an account outside does to a group', () => {
  const one = caseOf('auth/outside-renames-it');
  const step = { expect: { status: 403 } } as const;
  const difference = { path: '', expected: 'status 403', actual: 'status' };
  const verdict = (status: number, differs: typeof step | object = step, path = '') =>
    judge([
      whatIsKnown(
        one,
        differs,
        { ...difference, path },
        { issues: [], undocumented: [], answered: { status, knownAs: () => 'documented' } },
      ),
    ]);

  it.each([
    ['carried out', 200, step, '', 'broken'],
    ['refused, and carried out all the same', 200, { expect: { status: 200 } }, 'group.name', 'broken'],
    ['followed by another success than was expected', 201, { expect: { status: 200 } }, '', 'differs'],
    ['refused with another status', 404, step, '', 'differs'],
    ['followed by a failure of the server', 500, step, '', 'differs'],
    ['followed by no delivery', 200, {}, 'receive[0]', 'differs'],
    ['told elsewhere', 200, {}, 'receive[0].data.jid', 'broken'],
  ])('is %s', (_, status, differs, path, expected) => {
    expect(one.provenance).toBe('inferred');
    expect(verdict(status, differs, path)).toBe(expected);
  });
});
