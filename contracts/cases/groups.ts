import type { Case } from '../case.ts';
import { makeGroup } from '../stage.ts';

const me = { jid: '{{first.jid}}', is_admin: true, is_super_admin: true };

/** Making, listing and reading groups. */
export const groups: readonly Case[] = [
  {
    id: 'groups/create',
    promise: 'Creating a group answers 201 with the group, whose creator is admin and super admin.',
    provenance: 'documented',
    source: 'docs: Create group',
    steps: [
      {
        call: 'createGroup',
        body: { name: '{{name}}', participants: ['{{first.jid}}'] },
        expect: {
          status: 201,
          body: {
            success: true,
            group: { name: '{{name}}', owner: '{{first.jid}}', members_count: 1, participants: [me] },
          },
        },
      },
    ],
  },
  {
    id: 'groups/create-then-read',
    promise: 'A group that was just created is read with the name and the participants that it was given.',
    provenance: 'documented',
    source: 'docs: Get group',
    steps: [
      makeGroup(),
      {
        call: 'getGroup',
        path: { jid: '{{group}}' },
        expect: { status: 200, body: { group: { jid: '{{group}}', name: '{{name}}', participants: [me] } } },
      },
    ],
  },
];
