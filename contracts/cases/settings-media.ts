import type { Case, Template } from '../case.ts';
import { group } from '../cast.ts';
import { assumed, documented, inferred, invalid, type Known, refused } from '../known.ts';
import { JPEG } from '../samples.ts';
import { isAsBefore, letIn, list, makeGroup, reads, remember } from '../stage.ts';

const timer = documented('Set group ephemeral');
const picture = documented('Set group picture');
const setPicture = { call: 'setGroupPicture', path: group, body: { image_base64: JPEG } } as const;
const TIMERS = { off: 0, day: 86400, week: 604800, quarter: 7776000 };

/** Images of one pixel that are no JPEGs. */
const NO_JPEGS = {
  png: 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==',
  gif: 'R0lGODdhAQABAIEAAICAgAAAAAAAAAAAACwAAAAAAQABAAAIBAABBAQAOw==',
  webp: 'UklGRiAAAABXRUJQVlA4TBQAAAAvAAAAAAdQgVQIIAAKmv7HiIj+Bw==',
};

/** The timer of disappearing messages, and the picture. */
export const settingsMedia: readonly Case[] = [
  ...Object.entries(TIMERS).flatMap(([slug, seconds]): Case[] => [
    {
      id: `settings/timer-${slug}`,
      promise: `The timer is set to ${seconds} seconds, and the answer says so.`,
      ...timer,
      steps: [
        makeGroup(),
        {
          call: 'setGroupEphemeral',
          path: group,
          body: { duration_seconds: seconds },
          expect: { status: 200, body: { success: true, duration_seconds: seconds } },
        },
      ],
    },
    {
      id: `settings/timer-${slug}-shown`,
      promise: `A timer of ${seconds} seconds shows in the group to all members, as ephemeral_seconds.`,
      ...assumed,
      needs: ['second-account'],
      steps: [
        makeGroup(),
        ...letIn(),
        {
          call: 'setGroupEphemeral',
          path: group,
          body: { duration_seconds: seconds === 0 ? 86400 : 604800 },
        },
        { call: 'setGroupEphemeral', path: group, body: { duration_seconds: seconds } },
        reads({ ephemeral_seconds: seconds }),
        reads({ ephemeral_seconds: seconds }, { as: 'second' }),
        list({ $contains: { jid: '{{group}}', ephemeral_seconds: seconds } }),
      ],
    },
  ]),
  ...[1, -1, 86399, 86401, 3600, 604799, 604801, 7775999, 7776001].map((seconds) =>
    noTimer(String(seconds).replace('-', 'minus-'), `${seconds} seconds`, seconds, timer),
  ),
  noTimer('half', 'half a second more than a day', 86400.5, timer),
  noTimer('text', 'a number written as text', '604800', timer),
  noTimer('null', 'null', null, timer),
  {
    id: 'settings/timer-keeps-the-rest',
    promise: 'Setting the timer leaves name, topic, settings and participants as they were.',
    ...timer,
    steps: [
      { ...makeGroup({ locked: true }), capture: { group: 'group.jid', rows: 'group.participants' } },
      { call: 'setGroupEphemeral', path: group, body: { duration_seconds: 86400 } },
      reads({
        name: '{{name}}',
        is_locked: true,
        is_announce: false,
        members_count: 1,
        participants: '{{rows}}',
      }),
    ],
  },
  {
    id: 'settings/picture',
    promise: 'Setting a picture answers an id of digits.',
    ...picture,
    steps: [
      makeGroup(),
      {
        ...setPicture,
        expect: { status: 200, body: { success: true, picture_id: { $matches: '^[0-9]+$' } } },
      },
    ],
  },
  {
    id: 'settings/picture-new-id',
    promise: 'Each picture has an id of its own, also when it is the same image again.',
    ...inferred('whatsmeow: group.go, SetGroupPhoto'),
    steps: [
      makeGroup(),
      { ...setPicture, capture: { picture: 'picture_id' } },
      { ...setPicture, expect: { status: 200, body: { picture_id: { $not: '{{picture}}' } } } },
    ],
  },
  {
    id: 'settings/picture-id-is-a-time',
    promise: 'The id of a picture is the Unix time in seconds.',
    ...assumed,
    steps: [
      makeGroup(),
      { ...setPicture, expect: { status: 200, body: { picture_id: { $matches: '^[12][0-9]{9}$' } } } },
    ],
  },
  {
    id: 'settings/picture-shown',
    promise: 'The id of the picture shows in the group to all members, the newest one only.',
    ...assumed,
    needs: ['second-account'],
    steps: [
      makeGroup(),
      ...letIn(),
      setPicture,
      { ...setPicture, capture: { picture: 'picture_id' } },
      reads({ picture_id: '{{picture}}' }),
      reads({ picture_id: '{{picture}}' }, { as: 'second' }),
      list({ $contains: { jid: '{{group}}', picture_id: '{{picture}}' } }),
    ],
  },
  ...Object.entries(NO_JPEGS).map(
    ([slug, image]): Case => ({
      id: `settings/picture-${slug}`,
      promise: `A picture that is a ${slug.toUpperCase()} answers 422, and the group stays as it was.`,
      ...assumed,
      steps: [
        makeGroup(),
        setPicture,
        remember(),
        { ...setPicture, body: { image_base64: image }, expect: refused(422) },
        isAsBefore(),
      ],
    }),
  ),
  {
    id: 'settings/picture-locked-before-jpeg',
    promise:
      'Who is no admin of a locked group and sends a picture that is no JPEG is refused for the former: 403.',
    ...assumed,
    needs: ['second-account'],
    steps: [
      makeGroup({ locked: true }),
      ...letIn(),
      remember(),
      { ...setPicture, as: 'second', body: { image_base64: NO_JPEGS.png }, expect: refused(403) },
      isAsBefore(),
    ],
  },
  {
    id: 'settings/picture-jpeg-only',
    promise: 'A picture that is no JPEG is refused.',
    ...documented('Set group picture'),
    steps: [
      makeGroup(),
      remember(),
      { ...setPicture, body: { image_base64: NO_JPEGS.png }, expect: refused([400, 415, 422]) },
      isAsBefore(),
    ],
  },
  noPicture('data-prefix', 'behind a data: prefix', `data:image/jpeg;base64,${JPEG}`, picture),
  noPicture('no-base64', 'that is not base64', '/9j/ * not base64 *', picture),
  noPicture('empty', 'that is empty', '', assumed),
  noPicture('too-short', 'of three characters', '/9j', assumed),
  noPicture('three-paddings', 'with three padding characters', '/9j/4AAQ===', assumed),
];

function noTimer(slug: string, what: string, seconds: Template, known: Known): Case {
  return {
    id: `settings/timer-not-${slug}`,
    promise: `A timer of ${what} answers 400, and the group stays as it was.`,
    ...known,
    steps: [
      makeGroup(),
      { call: 'setGroupEphemeral', path: group, body: { duration_seconds: 86400 } },
      remember(),
      { call: 'setGroupEphemeral', path: group, body: { duration_seconds: seconds }, expect: invalid },
      isAsBefore(),
    ],
  };
}

function noPicture(slug: string, what: string, image: string, known: Known): Case {
  return {
    id: `settings/picture-${slug}`,
    promise: `A picture ${what} answers 400, and the group stays as it was.`,
    ...known,
    steps: [
      makeGroup(),
      setPicture,
      remember(),
      { ...setPicture, body: { image_base64: image }, expect: invalid },
      isAsBefore(),
    ],
  };
}
