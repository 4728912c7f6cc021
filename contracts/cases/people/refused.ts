import { group, me, one, who } from '../../language/cast.ts';
import { acts, after, creates, isRefusedTo } from '../../language/happenings.ts';
import { assumed, promises, restsOn } from '../../language/promises.ts';
import { makeGroup, readLink } from '../../language/stage.ts';
import { answers, reads } from '../../language/views.ts';

const LID = '190000000000002@lid';
const alone = reads({ members_count: 1 });
const asking = makeGroup({ join_approval: true });
const approve = acts(me, 'approve', { participant: who });
const reject = acts(me, 'reject', { participant: who });

/** What other people are refused by the rules, as accounts are. */
export const peopleRefused = promises('people', assumed, {
  'not-on-whatsapp-refused': [
    'Somebody who is not on WhatsApp can do nothing there: 422.',
    makeGroup(),
    after(alone, { person: who, is: { on_whatsapp: false } }, isRefusedTo(acts(who, 'join'), 422)),
  ],
  'ask-in-vain-refused': [
    'Asking is refused with 422 where there is no approval to ask for, and lets nobody in.',
    makeGroup(),
    after(alone, isRefusedTo(acts(who, 'ask'), 422)),
  ],
  'dead-link-refused': [
    restsOn('refusal invite-link-reset'),
    'Somebody who comes by a link that was reset is refused with 410.',
    makeGroup(),
    readLink(),
    { call: 'resetGroupInviteLink', path: group },
    after(alone, isRefusedTo(acts(who, 'join', { link: '{{link}}' }), 410)),
  ],
  'ask-by-dead-link-refused': [
    restsOn('refusal invite-link-reset'),
    'Somebody who asks by a link that was reset is refused with 410.',
    asking,
    readLink(),
    { call: 'resetGroupInviteLink', path: group },
    after(alone, isRefusedTo(acts(who, 'ask', { link: '{{link}}' }), 410)),
  ],
  'cancel-unknown-group-refused': [
    'Nobody takes back a request to join a group that nobody made: 404.',
    makeGroup(),
    after(alone, isRefusedTo(acts(who, 'cancel', { group: '{{unknown-group}}' }), 404)),
  ],
  'jid-of-another-refused': [
    'No group is made with the JID that another group has: 409, and that one stays what it is.',
    makeGroup(),
    after(alone, isRefusedTo(creates(who, '{{other-name}}', { jid: '{{group}}' }), 409)),
  ],
  'number-of-another-refused': [
    'No number of somebody else is one more number of another: 409, whether it is their first or not.',
    answers(
      {
        ...makeGroup(undefined, ['{{number1}}', '{{number2}}']),
        meanwhile: [
          { person: '{{number2}}', is: { aliases: ['4915100000001'] } },
          isRefusedTo({ person: who, is: { aliases: ['{{number2}}'] } }, 409),
          isRefusedTo({ person: who, is: { aliases: ['4915100000001'] } }, 409),
          { person: '{{number2}}', is: { aliases: ['4915100000001', '4915100000002'] } },
        ],
      },
      { group: { members_count: 3 } },
    ),
  ],
  'cancel-nothing-refused': [
    'Taking back a request that was taken back already is refused with 404.',
    asking,
    after(alone, acts(who, 'ask'), acts(who, 'cancel'), isRefusedTo(acts(who, 'cancel'), 404)),
  ],
  'approve-nothing-refused': [
    'Approving somebody who never asked is refused with 404.',
    asking,
    after(alone, isRefusedTo(approve, 404)),
  ],
  'approve-cancelled-refused': [
    'A request that was taken back cannot be approved: 404.',
    asking,
    after(alone, acts(who, 'ask'), acts(who, 'cancel'), isRefusedTo(approve, 404)),
  ],
  'approve-rejected-refused': [
    'A request that was rejected cannot be approved: 404.',
    asking,
    after(alone, acts(who, 'ask'), reject, isRefusedTo(approve, 404)),
  ],
  'reject-nothing-refused': [
    'Rejecting somebody who never asked is refused with 404.',
    asking,
    after(alone, isRefusedTo(reject, 404)),
  ],
  'approve-as-stranger-refused': [
    'Who takes no part in a group lets nobody into it: 403.',
    asking,
    after(alone, acts(who, 'ask'), isRefusedTo(acts(who, 'approve', { participant: who }), 403)),
  ],
  'magic-number-not-on-whatsapp-refused': [
    'The number whose row is always 404 is not on WhatsApp: it can do nothing there.',
    makeGroup(),
    after(alone, isRefusedTo(acts('{{magic.404}}', 'join'), 422)),
  ],
  'lid-of-another-refused': [
    'Nobody has the LID of another: 409, and each keeps their own.',
    answers(
      {
        ...makeGroup(undefined, ['{{number1}}']),
        meanwhile: [
          { person: who, is: { lid: LID } },
          isRefusedTo({ person: '{{number2}}', is: { lid: LID } }, 409),
          { person: who, is: { lid: LID, name: 'Ana' } },
        ],
      },
      { group: { participants: { $contains: { jid: one, lid: LID } } } },
    ),
  ],
});
