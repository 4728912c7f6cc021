import type { Step } from '../../language/case.ts';
import { community, group, one, two, who } from '../../language/cast.ts';
import { makeCommunity } from '../../language/communities.ts';
import { failed } from '../../language/people.ts';
import { decided, promises, refused, restsOn } from '../../language/promises.ts';
import { changes, makeGroup } from '../../language/stage.ts';
import { reads } from '../../language/views.ts';

const refusing = {
  ...restsOn('ruling unregistered-number'),
  ...decided({ 'unregistered-number': 'request-422' }),
};

/** What is promised only where one of the unknown things is decided otherwise than by default. */
export const rulings = promises('rulings', refusing, {
  'create-group-unregistered': [
    'Creating a group with somebody who is not on WhatsApp answers 422 where that is the ruling.',
    isRefused({ call: 'createGroup', body: { name: '{{name}}', participants: [one] } }),
  ],
  'create-community-unregistered': [
    'Creating a community with somebody who is not on WhatsApp answers 422 where that is the ruling.',
    isRefused({ call: 'createCommunity', body: { name: '{{name}}', participants: [one] } }),
  ],
  'add-group-participants-unregistered': [
    'Adding to a group somebody who is not on WhatsApp answers 422 where that is the ruling.',
    makeGroup(),
    isRefused({ call: 'addGroupParticipants', path: group, body: { participants: [one] } }),
  ],
  'add-by-the-other-method-unregistered': [
    'Adding to a group, by the operation that removes, somebody who is not on WhatsApp answers 422 where that is the ruling.',
    makeGroup(),
    isRefused({ call: 'removeGroupParticipants', path: group, body: { participants: [one], action: 'add' } }),
  ],
  'add-community-participants-unregistered': [
    'Adding to a community somebody who is not on WhatsApp answers 422 where that is the ruling.',
    makeCommunity(),
    isRefused({ call: 'addCommunityParticipants', path: community, body: { participants: [one] } }),
  ],
  'unregistered-changes-nothing': [
    'A request that is refused because of one number adds none of the others either.',
    makeGroup(),
    isRefused({ call: 'addGroupParticipants', path: group, body: { participants: [two, one] } }),
    reads({ members_count: 1 }),
  ],
  'magic-number-unregistered': [
    'The number that is never on WhatsApp answers 422 where that is the ruling, and the others do not.',
    makeGroup(),
    {
      call: 'addGroupParticipants',
      path: group,
      body: { participants: ['{{magic.404}}'] },
      expect: refused(422),
    },
    changes('add', ['{{magic.401}}'], [failed('{{magic.401}}@s.whatsapp.net', 401)]),
  ],
});

/** The first number is not on WhatsApp, and the call is refused for it. */
function isRefused(step: Step): Step {
  return { ...step, meanwhile: [{ person: who, is: { on_whatsapp: false } }], expect: refused(422) };
}
