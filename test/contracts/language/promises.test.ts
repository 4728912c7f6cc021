import { expect, it } from 'vitest';
import type { Step } from '../../../contracts/language/case.ts';
import { assumed, decided, documented, inferred, promises } from '../../../contracts/language/promises.ts';

const list: Step = { call: 'listGroups', expect: { status: 200 } };
const connect: Step = { call: 'connectDevice', expect: { status: 200 } };

it('a case is its slug, its sentence and its steps, and is known as its group is', () => {
  const cases = promises('groups', documented('List groups'), { list: ['Groups are listed.', list] });
  const known = { provenance: 'documented', source: 'docs: List groups' };
  expect(cases).toStrictEqual([
    { id: 'groups/list', promise: 'Groups are listed.', ...known, steps: [list] },
  ]);
});

it('a case that is known otherwise has nothing of how its group is known', () => {
  const [one, other] = promises('groups', inferred('whatsmeow: group.go'), {
    list: [assumed, 'Groups are listed.', list],
    again: ['Groups are listed again.', list, list],
  });
  expect(one).toStrictEqual({
    id: 'groups/list',
    promise: 'Groups are listed.',
    provenance: 'assumed',
    steps: [list],
  });
  expect(other).toMatchObject({ provenance: 'inferred', source: 'whatsmeow: group.go', steps: [list, list] });
});

it('steps of the group stand around those of each case, also of one that is known otherwise', () => {
  const group = { ...assumed, before: [connect], after: [connect] };
  const cases = promises('device', group, {
    list: ['Groups are listed.', list],
    again: [documented('List groups'), 'Groups are listed again.', list, list],
  });
  expect(cases.map(({ steps }) => steps)).toEqual([
    [connect, list, connect],
    [connect, list, list, connect],
  ]);
});

it('needs follow from the steps, and a case that disturbs others is alone', () => {
  const [one] = promises('webhooks', assumed, { set: ['It is set.', { call: 'setWebhook', as: 'second' }] });
  expect(one).toMatchObject({ needs: ['webhook', 'second-account'], alone: true });
});

it('a world belongs to one case or to a group, and is known as they are', () => {
  const ends = decided({ 'empty-group': 'ends' });
  const remains = decided({ 'empty-group': 'remains' });
  const [one, other] = promises(
    'rulings',
    { ...inferred('whatsmeow: group.go'), ...ends },
    {
      ends: ['It ends.', list],
      remains: [remains, 'It remains.', list],
    },
  );
  expect(one).toMatchObject({ ...ends, needs: ['rulings'], source: 'whatsmeow: group.go' });
  expect(other).toMatchObject({ ...remains, needs: ['rulings'], source: 'whatsmeow: group.go' });
});

it('a need that no step shows is written; one that a step shows is an error', () => {
  const [one] = promises('webhooks', { ...assumed, needs: ['people'] }, { unset: ['None is set.', list] });
  expect(one).toMatchObject({ needs: ['people'] });
  const written = () =>
    promises('groups', assumed, {
      second: [{ needs: ['second-account'] }, 'The second lists.', { ...list, as: 'second' }],
    });
  expect(written).toThrow(
    'groups/second writes the need second-account, which its steps show: leave it out of needs.',
  );
});

it.each([
  ['createGroup', 201],
  ['leaveGroup', 200],
] as const)('a last call of %s of which nothing is expected is to succeed with %i', (call, status) => {
  const [one] = promises('groups', assumed, { last: ['It succeeds.', { call }, { call }] });
  expect(one?.steps).toEqual([{ call }, { call, expect: { status } }]);
});
