import type { StepOf } from '../../language/case.ts';
import { group } from '../../language/cast.ts';
import { assumed, invalid, type Known, promises, refused, restsOn } from '../../language/promises.ts';
import { JPEG } from '../../language/samples.ts';
import { letIn, makeGroup, setTimer } from '../../language/stage.ts';
import { undocumented } from '../../language/templates.ts';
import { answers, isAsBefore, list, reads, remember } from '../../language/views.ts';

const timer = restsOn('operation setGroupEphemeral');
const picture = restsOn('operation setGroupPicture');
const setPicture: StepOf<'setGroupPicture'> = {
  call: 'setGroupPicture',
  path: group,
  body: { image_base64: JPEG },
};
const TIMERS = { off: 0, day: 86400, week: 604800, quarter: 7776000 } as const;

/** Images of one pixel that are no JPEGs. */
const NO_JPEGS = {
  png: 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==',
  gif: 'R0lGODdhAQABAIEAAICAgAAAAAAAAAAAACwAAAAAAQABAAAIBAABBAQAOw==',
  webp: 'UklGRiAAAABXRUJQVlA4TBQAAAAvAAAAAAdQgVQIIAAKmv7HiIj+Bw==',
};

/** The timer of disappearing messages, and the picture. */
export const settingsMedia = [
  ...Object.entries(TIMERS).flatMap(([slug, seconds]) =>
    promises('settings', timer, {
      [`timer-${slug}`]: [
        `The timer is set to ${seconds} seconds, and the answer says so.`,
        makeGroup(),
        answers(setTimer(seconds), { success: true, duration_seconds: seconds }),
      ],
      [`timer-${slug}-shown`]: [
        assumed,
        `A timer of ${seconds} seconds shows in the group to all members, as ephemeral_seconds.`,
        makeGroup(),
        ...letIn(),
        setTimer(seconds === 0 ? 86400 : 604800),
        setTimer(seconds),
        reads({ ephemeral_seconds: seconds }),
        reads({ ephemeral_seconds: seconds }, { as: 'second' }),
        list({ $contains: { jid: '{{group}}', ephemeral_seconds: seconds } }),
      ],
    }),
  ),
  ...[1, -1, 86399, 86401, 3600, 604799, 604801, 7775999, 7776001].flatMap((seconds) =>
    noTimer(String(seconds).replace('-', 'minus-'), `${seconds} seconds`, seconds, timer),
  ),
  ...noTimer('half', 'half a second more than a day', 86400.5, timer),
  ...noTimer('text', 'a number written as text', '604800', timer),
  ...noTimer('null', 'null', null, timer),
  ...promises('settings', assumed, {
    'timer-keeps-the-rest': [
      timer,
      'Setting the timer leaves name, topic, settings and participants as they were.',
      makeGroup({ locked: true }),
      { call: 'getGroup', path: group, capture: { rows: 'group.participants' } },
      setTimer(86400),
      reads({
        name: '{{name}}',
        is_locked: true,
        is_announce: false,
        members_count: 1,
        participants: '{{rows}}',
      }),
    ],
    picture: [
      picture,
      'Setting a picture answers an id of digits.',
      makeGroup(),
      answers(setPicture, { success: true, picture_id: { $matches: '^[0-9]+$' } }),
    ],
    'picture-new-id': [
      restsOn('behaviour picture-id-is-new'),
      'Each picture has an id of its own, also when it is the same image again.',
      makeGroup(),
      { ...setPicture, capture: { picture: 'picture_id' } },
      answers(setPicture, { picture_id: { $not: '{{picture}}' } }),
    ],
    'picture-id-is-a-time': [
      'The id of a picture is the Unix time in seconds.',
      makeGroup(),
      answers(setPicture, { picture_id: { $matches: '^[12][0-9]{9}$' } }),
    ],
    'picture-shown': [
      'The id of the picture shows in the group to all members, the newest one only.',
      makeGroup(),
      ...letIn(),
      setPicture,
      { ...setPicture, capture: { picture: 'picture_id' } },
      reads({ picture_id: '{{picture}}' }),
      reads({ picture_id: '{{picture}}' }, { as: 'second' }),
      list({ $contains: { jid: '{{group}}', picture_id: '{{picture}}' } }),
    ],
  }),
  ...Object.entries(NO_JPEGS).flatMap(([slug, image]) =>
    promises('settings', assumed, {
      [`picture-${slug}`]: [
        `A picture that is a ${slug.toUpperCase()} answers 422, and the group stays as it was.`,
        makeGroup(),
        setPicture,
        remember(),
        { ...setPicture, body: { image_base64: image }, expect: refused(422) },
        isAsBefore(),
      ],
    }),
  ),
  ...promises('settings', assumed, {
    'picture-locked-before-jpeg': [
      'Who is no admin of a locked group and sends a picture that is no JPEG is refused for the former: 403.',
      makeGroup({ locked: true }),
      ...letIn(),
      remember(),
      { ...setPicture, as: 'second', body: { image_base64: NO_JPEGS.png }, expect: refused(403) },
      isAsBefore(),
    ],
    'picture-jpeg-only': [
      picture,
      'A picture that is no JPEG is refused.',
      makeGroup(),
      remember(),
      { ...setPicture, body: { image_base64: NO_JPEGS.png }, expect: refused([400, 415, 422]) },
      isAsBefore(),
    ],
  }),
  ...noPicture('data-prefix', 'behind a data: prefix', `data:image/jpeg;base64,${JPEG}`, picture),
  ...noPicture('no-base64', 'that is not base64', '/9j/ * not base64 *', picture),
  ...noPicture('empty', 'that is empty', '', assumed),
  ...noPicture('too-short', 'of three characters', '/9j', assumed),
  ...noPicture('three-paddings', 'with three padding characters', '/9j/4AAQ===', assumed),
];

function noTimer(slug: string, what: string, seconds: unknown, known: Known) {
  return promises('settings', known, {
    [`timer-not-${slug}`]: [
      `A timer of ${what} answers 400, and the group stays as it was.`,
      makeGroup(),
      setTimer(86400),
      remember(),
      { ...setTimer(undocumented(seconds)), expect: invalid },
      isAsBefore(),
    ],
  });
}

function noPicture(slug: string, what: string, image: string, known: Known) {
  return promises('settings', known, {
    [`picture-${slug}`]: [
      `A picture ${what} answers 400, and the group stays as it was.`,
      makeGroup(),
      setPicture,
      remember(),
      { ...setPicture, body: { image_base64: image }, expect: invalid },
      isAsBefore(),
    ],
  });
}
