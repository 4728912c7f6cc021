import type { Step } from '../../language/case.ts';
import { announcement, first, group, inAnnouncement, me, one, second, who } from '../../language/cast.ts';
import { findAnnouncementGroup, makeCommunity } from '../../language/communities.ts';
import { info, subscribe, told } from '../../language/deliveries.ts';
import { after } from '../../language/happenings.ts';
import { admin, creator, done, including, member, type Row } from '../../language/people.ts';
import { assumed, decided, promises, restsOn } from '../../language/promises.ts';
import { add, change, changes, makeGroup, update } from '../../language/stage.ts';
import { list, reads } from '../../language/views.ts';

const MINE = '190000000000001@lid';
const THEIRS = '190000000000002@lid';

/** The LIDs of the first account and of the first number are known, and a group calls people by them. */
function callsByLid(jid: string, step: Step): Step {
  return {
    ...step,
    meanwhile: [
      { person: me, is: { lid: MINE } },
      { person: who, is: { lid: THEIRS } },
      { groupJid: jid, is: { addressing_mode: 'lid' } },
    ],
  };
}

/** Somebody with their number beside their LID, or without it. */
function withNumber(person: Row, number: string): Row {
  return { $all: [person, { phone_number: number }] };
}

const lidGroup = [makeGroup(), callsByLid('{{group}}', { call: 'getGroup', path: group })];

/** A community with the second account and the first number, whose announcement group is `{{announcement}}`. */
const announcements = [
  makeCommunity([second, one]),
  findAnnouncementGroup(),
  callsByLid('{{community}}', { call: 'getGroup', path: announcement }),
];

/** Groups in which people are called by their LIDs. */
export const identityAddressing = [
  ...promises(
    'identity',
    { ...restsOn('behaviour lid-group'), before: lidGroup },
    {
      'lid-group-rows': [
        'In a group that is addressed by LID the rows have the LID as jid and the number in phone_number.',
        changes('add', [who], [done(withNumber(member(THEIRS), one))]),
        changes('promote', [one], [done(withNumber(admin(THEIRS), one))]),
        changes('add', [THEIRS], [{ jid: THEIRS, phone_number: one, error: 409 }]),
        changes('remove', [THEIRS], [{ jid: THEIRS, phone_number: one, error: { $absent: true } }]),
      ],
      'lid-group-reads': [
        'A group that is addressed by LID is read with LIDs and numbers, and its owner is told by LID.',
        add(one),
        reads({
          owner: MINE,
          participants: including(withNumber(creator(MINE), first), withNumber(member(THEIRS), one)),
        }),
        list({ $contains: { jid: '{{group}}', owner: MINE } }),
      ],
      'lid-group-hidden-number': [
        restsOn('behaviour lid-group', 'behaviour hidden-number'),
        'In a group that is addressed by LID a number that is hidden is not told.',
        add(one),
        after(reads({ participants: including(withNumber(member(THEIRS), '')) }), {
          person: who,
          is: { phone_known: false },
        }),
      ],
      'lid-group-of-its-own': [
        'Other groups go on calling people by their numbers.',
        makeGroup({}, [one]),
        reads({ owner: first, participants: including(creator(first), member(one)) }),
      ],
      'lid-group-no-more': [
        assumed,
        'A group that calls people by their numbers again tells them so.',
        after(reads({ owner: first, participants: [creator(first)] }), {
          groupJid: '{{group}}',
          is: { addressing_mode: 'pn' },
        }),
      ],
    },
  ),
  ...promises(
    'identity',
    { ...restsOn('behaviour lid-group-events'), before: lidGroup },
    {
      'lid-group-events': [
        'The events of a group that is addressed by LID tell everybody by LID, also who did it.',
        subscribe(),
        told(add(one), info({ sender: MINE, join: [THEIRS] })),
        told(change('promote', one), info({ sender: MINE, promote: [THEIRS] })),
        told(update({ topic: '{{topic}}' }), info({ sender: MINE, topic: '{{topic}}' })),
        told(change('remove', one), info({ sender: MINE, leave: [THEIRS] })),
      ],
      'lid-group-joined': [
        restsOn('behaviour lid-group'),
        'Whoever comes into a group that is addressed by LID is told of it with LIDs and numbers.',
        subscribe('second'),
        told(add(second), {
          to: 'second',
          event: 'group.joined',
          body: {
            data: {
              group: { jid: '{{group}}', participants: including(withNumber(creator(MINE), first)) },
              sender: MINE,
            },
          },
        }),
      ],
    },
  ),
  ...promises(
    'identity',
    { ...restsOn('behaviour anonymous-announcements'), before: announcements },
    {
      'anonymous-to-members': [
        'In an announcement group that is addressed by LID a plain member sees the LIDs of others and no number but their own.',
        reads(
          {
            members_count: 3,
            participants: including(withNumber(creator(MINE), ''), withNumber(member(THEIRS), ''), {
              jid: { $matches: '@lid$' },
              phone_number: second,
            }),
          },
          inAnnouncement,
        ),
      ],
      'anonymous-not-to-admins': [
        'In an announcement group that is addressed by LID admins see all numbers, as who was promoted does.',
        reads(
          { participants: including(withNumber(creator(MINE), first), withNumber(member(THEIRS), one)) },
          announcement,
        ),
        changes('promote', [second], [{ phone_number: second, is_admin: true }], announcement),
        reads({ participants: including(withNumber(member(THEIRS), one)) }, inAnnouncement),
      ],
      'anonymous-here-alone': [
        'A plain member of another group that is addressed by LID sees the numbers.',
        makeGroup({ announcement: true }, [second, one]),
        after(reads({ participants: including(withNumber(member(THEIRS), one)) }, { as: 'second' }), {
          groupJid: '{{group}}',
          is: { addressing_mode: 'lid' },
        }),
      ],
      'anonymous-no-more': [
        assumed,
        'A plain member of an announcement group that is addressed by number sees the numbers.',
        after(
          reads({ participants: including(withNumber(member(one), one), creator(first)) }, inAnnouncement),
          {
            groupJid: '{{announcement}}',
            is: { addressing_mode: 'pn' },
          },
        ),
      ],
    },
  ),
  ...(['pn', 'lid'] as const).flatMap((choice) =>
    promises('identity', choice === 'pn' ? restsOn('ruling addressing-mode') : assumed, {
      [`addressing-mode-${choice}`]: [
        decided({ 'addressing-mode': choice }),
        `A new group calls people by their ${choice === 'pn' ? 'numbers' : 'LIDs'}, where the ruling addressing-mode is ${choice}.`,
        makeGroup({}, [one]),
        reads({
          participants: including({
            jid: choice === 'pn' ? one : { $matches: '^\\d+@lid$' },
            phone_number: one,
          }),
        }),
      ],
    }),
  ),
];
