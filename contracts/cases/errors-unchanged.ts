import type { Case, Step } from '../case.ts';
import { group } from '../cast.ts';
import { assumed, documented, inferred, invalid, refused } from '../known.ts';
import { isAsBefore, letIn, list, makeCommunity, makeGroup, readLink, reads, remember } from '../stage.ts';

const page = documented('Errors');

/** Changes of `{{group}}` of which a part fits and another does not. */
const HALF_FITTING: Readonly<Record<string, { step: Step; what: string }>> = {
  update: {
    what: 'An update',
    step: { call: 'updateGroup', path: group, body: { name: '{{other-name}}', locked: 'yes' } },
  },
  promotion: {
    what: 'A promotion',
    step: {
      call: 'addGroupParticipants',
      path: group,
      body: { participants: ['{{second.jid}}', 'nobody'], action: 'promote' },
    },
  },
  removal: {
    what: 'A removal',
    step: {
      call: 'removeGroupParticipants',
      path: group,
      body: { participants: ['{{second.jid}}', 'nobody'] },
    },
  },
  'unknown-action': {
    what: 'A change of participants',
    step: {
      call: 'addGroupParticipants',
      path: group,
      body: { participants: ['{{second.jid}}'], action: 'ban' },
    },
  },
};

/** What is refused changes nothing. */
export const errorsUnchanged: readonly Case[] = [
  ...Object.entries(HALF_FITTING).map(
    ([slug, { what, step }]): Case => ({
      id: `errors/unchanged-by-${slug}`,
      promise: `${what} of which a part does not fit changes nothing at all.`,
      ...page,
      needs: ['second-account'],
      steps: [makeGroup(), ...letIn(), remember(), { ...step, expect: invalid }, isAsBefore()],
    }),
  ),
  ...(['addGroupParticipants', 'removeGroupParticipants'] as const).flatMap((call): Case[] =>
    ['ban', 'Add', ''].map((action) => ({
      id: `errors/${call === 'addGroupParticipants' ? 'add' : 'remove'}-action-${action === '' ? 'empty' : action === 'Add' ? 'in-capitals' : action}`,
      promise: `${call} with the action "${action}" answers 400: there are add, remove, promote and demote.`,
      ...(action === 'ban' ? page : assumed),
      steps: [
        makeGroup(),
        { call, path: group, body: { participants: ['{{first.jid}}'], action }, expect: invalid },
      ],
    })),
  ),
  {
    id: 'errors/member-add-mode-unknown',
    promise: 'A member_add_mode other than admin and all answers 400.',
    ...assumed,
    steps: [
      makeGroup(),
      { call: 'updateGroup', path: group, body: { member_add_mode: 'nobody' }, expect: invalid },
      { call: 'updateGroup', path: group, body: { member_add_mode: 'Admin' }, expect: invalid },
    ],
  },
  {
    id: 'errors/unchanged-by-malformed',
    promise: 'JSON that breaks off changes nothing, however much of it fits.',
    ...page,
    steps: [
      makeGroup(),
      remember(),
      {
        call: 'updateGroup',
        path: group,
        alter: { text: '{"name": "wuts-contract broken", "locked": true' },
        expect: invalid,
      },
      isAsBefore(),
    ],
  },
  {
    id: 'errors/unchanged-link',
    promise: 'Joining that is refused leaves the invite link and the members as they were.',
    ...page,
    steps: [
      makeGroup(),
      readLink(),
      remember(),
      { call: 'joinGroup', body: { link: 'nothing' }, expect: invalid },
      { call: 'getGroupInviteLink', path: group, expect: { status: 200, body: { invite_link: '{{link}}' } } },
      isAsBefore(),
    ],
  },
  {
    id: 'errors/unchanged-by-forbidden-reset',
    promise: 'A plain member who resets the link answers 403, and the link stays alive.',
    ...inferred('whatsapp-web: main/677303, code 401'),
    needs: ['second-account'],
    steps: [
      makeGroup(),
      ...letIn(),
      { call: 'resetGroupInviteLink', as: 'second', path: group, expect: refused(403) },
      { call: 'getGroupInviteLink', path: group, expect: { status: 200, body: { invite_link: '{{link}}' } } },
    ],
  },
  {
    id: 'errors/unchanged-by-forbidden-removal',
    promise: 'A plain member who removes the creator answers 403, and both stay.',
    ...inferred('whatsapp-web: main/677303, code 401'),
    needs: ['second-account'],
    steps: [
      makeGroup(),
      ...letIn(),
      remember(),
      {
        call: 'removeGroupParticipants',
        as: 'second',
        path: group,
        body: { participants: ['{{first.jid}}'] },
        expect: refused(403),
      },
      isAsBefore(),
    ],
  },
  {
    id: 'errors/no-community-is-made',
    promise: 'A community with a participant that does not fit is not made at all.',
    ...page,
    steps: [
      {
        call: 'createCommunity',
        body: { name: '{{other-name}}', participants: ['{{first.jid}}', 'nobody'] },
        expect: invalid,
      },
      list({ $lacks: { name: '{{other-name}}' } }),
    ],
  },
  {
    id: 'errors/no-group-is-made',
    promise: 'A group with an option that does not fit is not made at all.',
    ...page,
    steps: [
      {
        call: 'createGroup',
        body: { name: '{{name}}', participants: ['{{first.jid}}'], options: { locked: 'yes' } },
        expect: invalid,
      },
      list({ $lacks: { name: '{{name}}' } }),
    ],
  },
  {
    id: 'errors/community-stays',
    promise: 'A removal from a community of which a part does not fit changes nothing at all.',
    ...page,
    needs: ['second-account'],
    steps: [
      makeCommunity(['{{second.jid}}']),
      {
        call: 'removeCommunityParticipants',
        path: { jid: '{{community}}' },
        body: { participants: ['{{second.jid}}', 'nobody'] },
        expect: invalid,
      },
      list({ $contains: { jid: '{{community}}' } }, 'second'),
    ],
  },
  {
    id: 'errors/works-afterwards',
    promise: 'After requests of every refused kind the group is still read and updated.',
    ...page,
    steps: [
      makeGroup(),
      { call: 'updateGroup', path: group, alter: { text: '{' }, expect: refused(400) },
      { call: 'updateGroup', path: group, as: 'stranger', body: { topic: 'x' }, expect: refused(401) },
      { call: 'updateGroup', path: { jid: '{{unknown-group}}' }, body: { topic: 'x' }, expect: refused(404) },
      { call: 'updateGroup', path: group, body: { topic: '{{topic}}' }, expect: { status: 200 } },
      reads({ name: '{{name}}', topic: '{{topic}}' }),
    ],
  },
];
