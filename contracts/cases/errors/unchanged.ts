import type { Step } from '../../language/case.ts';
import { community, first, group, second } from '../../language/cast.ts';
import { makeCommunity, removeFromCommunity } from '../../language/communities.ts';
import { assumed, invalid, promises, refused, restsOn } from '../../language/promises.ts';
import { change, letIn, makeGroup, readLink, removes, update } from '../../language/stage.ts';
import { undocumented } from '../../language/templates.ts';
import { isAsBefore, list, reads, remember } from '../../language/views.ts';

const page = restsOn('schema Error');

/** What is refused changes nothing. */
export const errorsUnchanged = [
  ...promises('errors', page, {
    'unchanged-by-update': [
      'An update of which a part does not fit changes nothing at all.',
      ...fitsHalf({
        call: 'updateGroup',
        path: group,
        body: { name: '{{other-name}}', locked: undocumented('yes') },
      }),
    ],
    'unchanged-by-promotion': [
      'A promotion of which a part does not fit changes nothing at all.',
      ...fitsHalf(change('promote', second, 'nobody')),
    ],
    'unchanged-by-removal': [
      'A removal of which a part does not fit changes nothing at all.',
      ...fitsHalf(removes([second, 'nobody'])),
    ],
    'unchanged-by-unknown-action': [
      'A change of participants of which a part does not fit changes nothing at all.',
      ...fitsHalf({
        call: 'addGroupParticipants',
        path: group,
        body: { participants: [second], action: undocumented('ban') },
      }),
    ],
  }),
  ...Object.entries({ add: 'addGroupParticipants', remove: 'removeGroupParticipants' } as const).flatMap(
    ([slug, call]) =>
      Object.entries({ ban: 'ban', 'in-capitals': 'Add', empty: '' }).flatMap(([what, action]) =>
        promises('errors', action === 'ban' ? page : assumed, {
          [`${slug}-action-${what}`]: [
            `${call} with the action "${action}" answers 400: there are add, remove, promote and demote.`,
            makeGroup(),
            {
              call,
              path: group,
              body: { participants: [first], action: undocumented(action) },
              expect: invalid,
            },
          ],
        }),
      ),
  ),
  ...promises('errors', page, {
    'member-add-mode-unknown': [
      assumed,
      'A member_add_mode other than admin and all answers 400.',
      makeGroup(),
      { ...update({ member_add_mode: undocumented('nobody') }), expect: invalid },
      { ...update({ member_add_mode: undocumented('Admin') }), expect: invalid },
    ],
    'unchanged-by-malformed': [
      'JSON that breaks off changes nothing, however much of it fits.',
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
    'unchanged-link': [
      'Joining that is refused leaves the invite link and the members as they were.',
      makeGroup(),
      readLink(),
      remember(),
      { call: 'joinGroup', body: { link: 'nothing' }, expect: invalid },
      { call: 'getGroupInviteLink', path: group, expect: { status: 200, body: { invite_link: '{{link}}' } } },
      isAsBefore(),
    ],
    'unchanged-by-forbidden-reset': [
      restsOn('refusal not-an-admin'),
      'A plain member who resets the link answers 403, and the link stays alive.',
      makeGroup(),
      ...letIn(),
      { call: 'resetGroupInviteLink', as: 'second', path: group, expect: refused(403) },
      { call: 'getGroupInviteLink', path: group, expect: { status: 200, body: { invite_link: '{{link}}' } } },
    ],
    'unchanged-by-forbidden-removal': [
      restsOn('refusal not-an-admin'),
      'A plain member who removes the creator answers 403, and both stay.',
      makeGroup(),
      ...letIn(),
      remember(),
      { ...removes([first]), as: 'second', expect: refused(403) },
      isAsBefore(),
    ],
    'no-community-is-made': [
      'A community with a participant that does not fit is not made at all.',
      {
        call: 'createCommunity',
        body: { name: '{{other-name}}', participants: [first, 'nobody'] },
        expect: invalid,
      },
      list({ $lacks: { name: '{{other-name}}' } }),
    ],
    'no-group-is-made': [
      'A group with an option that does not fit is not made at all.',
      {
        call: 'createGroup',
        body: { name: '{{name}}', participants: [first], options: { locked: undocumented('yes') } },
        expect: invalid,
      },
      list({ $lacks: { name: '{{name}}' } }),
    ],
    'community-stays': [
      'A removal from a community of which a part does not fit changes nothing at all.',
      makeCommunity([second]),
      { ...removeFromCommunity(second, 'nobody'), expect: invalid },
      list({ $contains: community }, 'second'),
    ],
    'works-afterwards': [
      'After requests of every refused kind the group is still read and updated.',
      makeGroup(),
      { call: 'updateGroup', path: group, alter: { text: '{' }, expect: refused(400) },
      { call: 'updateGroup', path: group, as: 'stranger', body: { topic: 'x' }, expect: refused(401) },
      { call: 'updateGroup', path: { jid: '{{unknown-group}}' }, body: { topic: 'x' }, expect: refused(404) },
      { call: 'updateGroup', path: group, body: { topic: '{{topic}}' }, expect: { status: 200 } },
      reads({ name: '{{name}}', topic: '{{topic}}' }),
    ],
  }),
];

/** A change of `{{group}}` of which a part fits and another does not. */
function fitsHalf(step: Step): Step[] {
  return [makeGroup(), ...letIn(), remember(), { ...step, expect: invalid }, isAsBefore()];
}
