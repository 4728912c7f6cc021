import type { Step } from '../../language/case.ts';
import { first, group } from '../../language/cast.ts';
import { invalid } from '../../language/promises.ts';
import { JPEG } from '../../language/samples.ts';
import { change, join, readLink, update } from '../../language/stage.ts';
import { undocumented } from '../../language/templates.ts';
import {
  DONE,
  decidedBy,
  type Facts,
  type Place,
  type Question,
  REFUSED,
  refusedBy,
  rowError,
} from '../question.ts';

/** What the answer of `getGroup` tells of a group, where each value is like this. */
export function groupFields(values: Readonly<Record<string, unknown>>): Facts<Place> {
  return Object.fromEntries(
    Object.entries(values).map(([name, is]) => [`field Group.${name}`, { at: 'group', name, is }]),
  );
}

function readGroup(jid = '{{group}}', as: 'first' | 'second' = 'first'): Step {
  return { call: 'getGroup', as, path: { jid } };
}

function picture(image: string): Step {
  return {
    call: 'setGroupPicture',
    path: group,
    body: { image_base64: image },
    capture: { picture: 'picture_id' },
  };
}

/** What is answered about a group, and by which rules it refuses. In the order in which it is asked. */
export const aboutGroups: readonly Question[] = [
  {
    id: 'no-such-group',
    asks: 'What is answered about a group that nobody made?',
    steps: [readGroup('{{unknown-group}}')],
    answers: [refusedBy('no-such-group')],
  },
  {
    id: 'body-or-group',
    asks: 'What is told first of a body that does not fit about a group that nobody made?',
    steps: [
      { call: 'updateGroup', path: { jid: '{{unknown-group}}' }, body: undocumented({ locked: 'yes' }) },
    ],
    answers: [
      { when: invalid, means: { 'ruling body-or-group': 'body' } },
      {
        when: {
          status: REFUSED,
          body: { error_code: { $all: [{ $type: 'string' }, { $not: 'VALIDATION_ERROR' }] } },
        },
        means: { 'ruling body-or-group': 'group' },
      },
    ],
  },
  {
    id: 'event-all',
    asks: 'Does "all" among the events of a webhook stand for every event?',
    needs: ['receiver'],
    on: ['all-events'],
    steps: [{ call: 'getWebhook', as: 'second' }],
    answers: [
      { when: { status: DONE }, means: { 'status getWebhook 200': '{{answer.status}}' } },
      { when: {}, means: { 'status setWebhook 200': '{{stage.all-events}}' } },
    ],
    also: ['ruling event-all'],
  },
  {
    id: 'group-fields',
    asks: 'Which fields does a new group have?',
    on: ['group'],
    steps: [readGroup()],
    answers: [
      {
        when: { body: { group: { participants: [{ jid: { $matches: '@lid$' } }] } } },
        means: { 'ruling addressing-mode': 'lid' },
      },
      {
        when: { body: { group: { participants: [{ jid: { $matches: '@s\\.whatsapp\\.net$' } }] } } },
        means: { 'ruling addressing-mode': 'pn' },
      },
    ],
    shows: {
      ...groupFields({
        is_community: false,
        parent_jid: null,
        is_announcement_group: false,
        member_add_mode: 'all',
        ephemeral_seconds: 0,
        picture_id: null,
      }),
      'field Participant.lid': { at: 'group.participants[0]', name: 'lid', is: { $matches: '@lid$' } },
    },
    also: ['ruling undocumented-fields'],
  },
  {
    id: 'not-a-participant',
    asks: 'What is answered to somebody who does not take part in a group?',
    on: ['group'],
    steps: [readGroup('{{group}}', 'second')],
    answers: [
      ...[403, 404].map((status) => ({
        when: { status },
        means: { 'ruling not-participant': String(status) },
      })),
      refusedBy('not-a-participant'),
    ],
    also: ['code FORBIDDEN', 'field ForbiddenError.error_code'],
  },
  {
    id: 'invite-code-length',
    asks: 'How long is the code of an invite link?',
    recorded: 'this call',
    on: ['group'],
    steps: [{ ...readLink(), capture: { link: 'invite_link', code: 'invite_link ~ [0-9A-Za-z_-]+$' } }],
    answers: [{ when: { status: 200 }, means: { 'limit invite-code-length': '{{code.length}}' } }],
  },
  {
    id: 'join-pending-flag',
    asks: 'Does joining say that it waits for approval?',
    on: ['group', 'link'],
    steps: [
      { ...join('second'), capture: { pending: 'pending_approval' } },
      readGroup('{{group}}', 'second'),
    ],
    answers: [
      {
        when: { status: REFUSED, known: { pending: true } },
        means: { 'ruling join-pending-flag': 'reported' },
      },
      {
        when: { status: REFUSED, known: { pending: false } },
        means: { 'ruling join-pending-flag': 'never' },
      },
    ],
  },
  {
    id: 'invite-link-form',
    asks: 'Does an invite link with a slash behind it lead to its group?',
    on: ['link', 'open'],
    steps: [{ ...join('second', '{{link}}/'), capture: { joined: 'group_jid' } }],
    answers: decidedBy('ruling invite-link-form', 'any', 'exact'),
  },
  {
    id: 'already-a-member',
    asks: 'What is answered to somebody who joins again?',
    // Where the link with the slash led nowhere, that without lets them in.
    on: ['link', 'open', 'member'],
    steps: [join('second')],
    answers: [refusedBy('already-a-member')],
    also: ['code CONFLICT', 'field ConflictError.error_code'],
  },
  {
    id: 'not-an-admin',
    asks: 'What is answered to a plain member who asks for the invite link?',
    on: ['link', 'open', 'member'],
    steps: [{ ...readLink(), as: 'second', capture: {} }],
    answers: [refusedBy('not-an-admin')],
  },
  {
    id: 'group-is-locked',
    asks: 'What is answered to a plain member who changes a locked group?',
    on: ['member', 'locked'],
    steps: [update({ topic: '{{other-topic}}' }, 'second')],
    answers: [refusedBy('group-is-locked')],
  },
  {
    id: 'only-admins-add',
    asks: 'What is answered to a plain member who adds somebody where only admins do?',
    on: ['member', 'locked'],
    steps: [{ ...change('add', first), as: 'second' }],
    answers: [refusedBy('only-admins-add')],
  },
  {
    id: 'own-deeds',
    asks: 'Is somebody told of what they change themselves?',
    needs: ['receiver'],
    on: ['member', 'locked', 'events', 'changed'],
    steps: [{ ...update({ topic: '{{other-topic}}' }, 'second'), capture: { deed: 'success' } }],
    also: [
      'behaviour own-deeds-are-told',
      'ruling webhook-signed-text',
      'ruling webhook-signature-form',
      'ruling webhook-signature-header',
      'schema GroupInfo',
      'schema GroupJoined',
      'schema PersonJids',
      'schema GroupLinkChange',
    ],
  },
  {
    id: 'timer',
    asks: 'Which field tells how long messages stay?',
    on: ['group', 'timer'],
    steps: [readGroup()],
    shows: groupFields({ ephemeral_seconds: 604800 }),
  },
  {
    id: 'wrapped-base64',
    asks: 'May a picture in base64 have line breaks in it?',
    on: ['group'],
    steps: [picture(JPEG.replace(/.{76}/g, '$&\r\n').concat('\n'))],
    answers: decidedBy('ruling wrapped-base64', 'taken', 'refused'),
  },
  {
    id: 'unpadded-base64',
    asks: 'May a picture in base64 lack its padding?',
    on: ['group'],
    steps: [picture(JPEG.replace('=', ''))],
    answers: decidedBy('ruling unpadded-base64', 'taken', 'refused'),
  },
  {
    id: 'not-a-jpeg',
    asks: 'What is answered to a picture that is no JPEG?',
    on: ['group'],
    steps: [picture(Buffer.from('GIF89a, which is no JPEG').toString('base64'))],
    answers: [refusedBy('not-a-jpeg')],
    also: ['code UNPROCESSABLE', 'field UnprocessableError.error_code', 'schema UnprocessableError'],
  },
  ...(
    [
      ['c-us-jid', 'the user JID of old, …@c.us,', '{{first.phone}}@c.us'],
      ['device-jid', 'the JID of a device, …:12@s.whatsapp.net,', '{{first.phone}}:12@s.whatsapp.net'],
    ] as const
  ).map(
    ([name, what, participant]): Question => ({
      id: name,
      asks: `Is ${what} taken for that of a user?`,
      on: ['group'],
      steps: [change('add', participant)],
      answers: [
        {
          when: { status: 200, body: { participants: [{ jid: first }] } },
          means: { [`ruling ${name}`]: 'taken' },
        },
        { when: { status: REFUSED }, means: { [`ruling ${name}`]: 'refused' } },
      ],
      shows: rowError(0),
    }),
  ),
];
