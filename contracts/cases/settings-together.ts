import type { Case, Template } from '../case.ts';
import { assumed, documented, inferred, invalid } from '../known.ts';
import { isAsBefore, letIn, makeGroup, reads, remember, update } from '../stage.ts';

const page = documented('Update group');

/** What an update does to the rest of the group, and to all of it when it is refused. */
export const settingsTogether: readonly Case[] = [
  {
    id: 'settings/answer-without-participants',
    promise: 'The answer to an update shows the group without its participants.',
    ...page,
    steps: [
      makeGroup(),
      {
        ...update({ topic: '{{topic}}' }),
        expect: {
          status: 200,
          body: { group: { jid: '{{group}}', members_count: 1, participants: { $absent: true } } },
        },
      },
    ],
  },
  {
    id: 'settings/others-stay',
    promise: 'An update leaves the properties alone that it does not name.',
    ...page,
    steps: [
      {
        ...makeGroup({ announcement: true, join_approval: true }),
        capture: { group: 'group.jid', time: 'group.created_at' },
      },
      update({ topic: '{{topic}}' }),
      {
        ...update({ locked: true }),
        expect: {
          status: 200,
          body: {
            group: {
              jid: '{{group}}',
              name: '{{name}}',
              topic: '{{topic}}',
              owner: '{{first.jid}}',
              created_at: '{{time}}',
              is_announce: true,
              is_locked: true,
              join_approval: true,
              members_count: 1,
            },
          },
        },
      },
    ],
  },
  {
    id: 'settings/several-at-once',
    promise: 'An update of several properties applies all of them.',
    ...page,
    steps: [
      makeGroup(),
      update({
        name: '{{other-name}}',
        topic: '{{topic}}',
        announcement: true,
        locked: true,
        join_approval: true,
      }),
      reads({
        name: '{{other-name}}',
        topic: '{{topic}}',
        is_announce: true,
        is_locked: true,
        join_approval: true,
      }),
    ],
  },
  {
    id: 'settings/documented-example',
    promise: 'Name, topic, announcement and member_add_mode are updated together.',
    ...page,
    steps: [
      makeGroup(),
      {
        ...update({
          name: '{{other-name}}',
          topic: '{{topic}}',
          announcement: true,
          member_add_mode: 'admin',
        }),
        expect: {
          status: 200,
          body: {
            group: { name: '{{other-name}}', topic: '{{topic}}', is_announce: true, is_locked: false },
          },
        },
      },
    ],
  },
  {
    id: 'settings/same-again',
    promise: 'An update to what a group is already is a success and changes nothing.',
    ...inferred('docs: Update group'),
    steps: [
      makeGroup({ locked: true }),
      remember(),
      { ...update({ name: '{{name}}', locked: true, announcement: false }), expect: { status: 200 } },
      isAsBefore(),
    ],
  },
  {
    id: 'settings/there-and-back',
    promise: 'An update that takes another one back leaves the group as it was.',
    ...page,
    steps: [
      makeGroup(),
      remember(),
      update({ name: '{{other-name}}', announcement: true }),
      update({ name: '{{name}}', announcement: false }),
      isAsBefore(),
    ],
  },
  {
    id: 'settings/other-group-stays',
    promise: 'An update of one group does not touch another one.',
    ...page,
    steps: [
      { ...makeGroup(), capture: { other: 'group.jid' } },
      makeGroup(),
      remember(),
      { ...update({ name: '{{other-name}}', topic: '{{topic}}', locked: true }), path: { jid: '{{other}}' } },
      isAsBefore(),
    ],
  },
  {
    id: 'settings/topic-and-description-agree',
    promise: 'Topic and description with the same text are accepted together.',
    ...assumed,
    steps: [
      makeGroup(),
      {
        ...update({ topic: '{{topic}}', description: '{{topic}}' }),
        expect: { status: 200, body: { group: { topic: '{{topic}}' } } },
      },
    ],
  },
  {
    id: 'settings/topic-and-description-differ',
    promise: 'Topic and description with different texts answer 400, which says why, and neither is set.',
    ...assumed,
    steps: [
      makeGroup(),
      remember(),
      {
        ...update({ topic: '{{topic}}', description: '{{other-topic}}' }),
        expect: {
          ...invalid,
          body: {
            validation: [{ field: 'description', message: { $matches: '\\S' }, value: '{{other-topic}}' }],
          },
        },
      },
      isAsBefore(),
    ],
  },
  {
    id: 'settings/name-of-one-letter',
    promise: 'A name of one letter is accepted.',
    ...assumed,
    steps: [
      makeGroup(),
      { ...update({ name: 'w' }), expect: { status: 200, body: { group: { name: 'w' } } } },
      update({ name: '{{name}}' }),
      reads({ name: '{{name}}' }),
    ],
  },
  {
    id: 'settings/topic-of-many-lines',
    promise: 'A topic keeps its line breaks and every character.',
    ...inferred('docs: Update group'),
    steps: [
      makeGroup(),
      update({ topic: 'Olá 👋\n\n* um\n* "dois" <três>' }),
      reads({ topic: 'Olá 👋\n\n* um\n* "dois" <três>' }),
    ],
  },
  allOrNothing('wrong-type', 'a value of a wrong type', { name: '{{other-name}}', announcement: 'yes' }, 400),
  allOrNothing('wrong-name', 'an empty name', { name: '', topic: '{{topic}}', locked: true }, 400, assumed),
  allOrNothing(
    'wrong-mode',
    'an unknown mode of adding',
    { topic: '{{topic}}', member_add_mode: 'nobody' },
    400,
    assumed,
  ),
  {
    id: 'settings/all-or-nothing-forbidden',
    promise: 'A member who names something for admins only besides the topic changes neither.',
    ...inferred('whatsapp-web: main/121019'),
    needs: ['second-account'],
    steps: [
      makeGroup(),
      ...letIn(),
      remember(),
      { ...update({ topic: '{{topic}}', announcement: true }, 'second'), expect: { status: 403 } },
      isAsBefore(),
    ],
  },
  {
    id: 'settings/forbidden-changes-nothing',
    promise: 'A plain member who updates a locked group answers 403, and the group stays as it was.',
    ...inferred('whatsapp-web: main/121019'),
    needs: ['second-account'],
    steps: [
      makeGroup({ locked: true }),
      ...letIn(),
      remember(),
      { ...update({ name: '{{other-name}}' }, 'second'), expect: { status: 403, body: { success: false } } },
      isAsBefore(),
    ],
  },
];

function allOrNothing(slug: string, what: string, body: Template, status: number, known = page): Case {
  return {
    id: `settings/all-or-nothing-${slug}`,
    promise: `An update with ${what} in it changes nothing at all.`,
    ...known,
    steps: [makeGroup(), remember(), { ...update(body), expect: { status } }, isAsBefore()],
  };
}
