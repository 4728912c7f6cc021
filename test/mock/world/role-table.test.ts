/** The one independent copy of the role table, which the mock and the suite share. */
import { expect, it } from 'vitest';
import { ROLE_TABLE } from '../../../spec/facts/index.ts';

/** Who may do what in an ordinary group, in an announcement group, and in a community. */
const LINES: readonly [actions: string, group: string, announcement: string, community: string][] = [
  ['read', 'participants', 'participants', 'participants'],
  ['add', 'admins-or-add-mode', 'admins', 'admins'],
  ['remove', 'admins', 'admins', 'admins'],
  ['promote, demote', 'admins', 'admins', 'admins'],
  ['set-name, set-topic, set-picture', 'admins-or-unlocked', 'nobody', 'admins'],
  ['set-announcement, set-member-add-mode', 'admins', 'nobody', 'nobody'],
  ['set-locked, set-join-approval', 'admins', 'nobody', 'admins'],
  ['set-timer', 'admins-or-unlocked', 'nobody', 'nobody'],
  ['get-invite-link, reset-invite-link', 'admins', 'admins', 'admins'],
  // Not in the API: an admin approves on the phone.
  ['decide-join-request', 'admins', 'admins', 'admins'],
  ['leave', 'participants', 'all-but-admins', 'all-but-creator'],
  ['hold-groups', 'nobody', 'nobody', 'admins'],
  ['be-linked', 'admins', 'nobody', 'nobody'],
];

const table = Object.fromEntries(
  LINES.flatMap(([actions, group, announcement, community]) =>
    actions.split(', ').map((action) => [action, { group, announcement, community }]),
  ),
);

it('is the one that the mock keeps and the suite promises', () => {
  const written = Object.entries(ROLE_TABLE).map(([action, { provenance, source, ...line }]) => [
    action,
    line,
  ]);
  expect(Object.fromEntries(written)).toEqual(table);
});
