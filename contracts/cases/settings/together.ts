import type { BodyOf, Step } from '../../language/case.ts';
import { first } from '../../language/cast.ts';
import { assumed, inferred, invalid, promises, restsOn } from '../../language/promises.ts';
import { letIn, makeGroup, update } from '../../language/stage.ts';
import { undocumented } from '../../language/templates.ts';
import { answers, isAsBefore, reads, remember } from '../../language/views.ts';

/** What an update does to the rest of the group, and to all of it when it is refused. */
export const settingsTogether = promises('settings', restsOn('operation updateGroup'), {
  'answer-without-participants': [
    'The answer to an update shows the group without its participants.',
    makeGroup(),
    answers(update({ topic: '{{topic}}' }), {
      group: undocumented({ jid: '{{group}}', members_count: 1, participants: { $absent: true } }),
    }),
  ],
  'others-stay': [
    'An update leaves the properties alone that it does not name.',
    {
      ...makeGroup({ announcement: true, join_approval: true }),
      capture: { group: 'group.jid', time: 'group.created_at' },
    },
    update({ topic: '{{topic}}' }),
    answers(update({ locked: true }), {
      group: {
        jid: '{{group}}',
        name: '{{name}}',
        topic: '{{topic}}',
        owner: first,
        created_at: '{{time}}',
        is_announce: true,
        is_locked: true,
        join_approval: true,
        members_count: 1,
      },
    }),
  ],
  'several-at-once': [
    'An update of several properties applies all of them.',
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
  'at-the-same-time': [
    'Of two updates at the same time that name different properties none is lost.',
    makeGroup(),
    { ...update({ topic: '{{topic}}' }), beside: update({ locked: true, name: '{{other-name}}' }) },
    reads({ name: '{{other-name}}', topic: '{{topic}}', is_locked: true }),
  ],
  'documented-example': [
    'Name, topic, announcement and member_add_mode are updated together.',
    makeGroup(),
    answers(
      update({ name: '{{other-name}}', topic: '{{topic}}', announcement: true, member_add_mode: 'admin' }),
      { group: { name: '{{other-name}}', topic: '{{topic}}', is_announce: true, is_locked: false } },
    ),
  ],
  'same-again': [
    inferred('docs: Update group'),
    'An update to what a group is already is a success and changes nothing.',
    makeGroup({ locked: true }),
    remember(),
    { ...update({ name: '{{name}}', locked: true, announcement: false }), expect: { status: 200 } },
    isAsBefore(),
  ],
  'there-and-back': [
    'An update that takes another one back leaves the group as it was.',
    makeGroup(),
    remember(),
    update({ name: '{{other-name}}', announcement: true }),
    update({ name: '{{name}}', announcement: false }),
    isAsBefore(),
  ],
  'other-group-stays': [
    'An update of one group does not touch another one.',
    { ...makeGroup(), capture: { other: 'group.jid' } },
    makeGroup(),
    remember(),
    { ...update({ name: '{{other-name}}', topic: '{{topic}}', locked: true }), path: { jid: '{{other}}' } },
    isAsBefore(),
  ],
  'topic-and-description-agree': [
    assumed,
    'Topic and description with the same text are accepted together.',
    makeGroup(),
    answers(update({ topic: '{{topic}}', description: '{{topic}}' }), { group: { topic: '{{topic}}' } }),
  ],
  'topic-and-description-differ': [
    assumed,
    'Topic and description with different texts answer 400, which says why, and neither is set.',
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
  'name-of-one-letter': [
    assumed,
    'A name of one letter is accepted.',
    makeGroup(),
    answers(update({ name: 'w' }), { group: { name: 'w' } }),
    update({ name: '{{name}}' }),
    reads({ name: '{{name}}' }),
  ],
  'topic-of-many-lines': [
    inferred('docs: Update group'),
    'A topic keeps its line breaks and every character.',
    makeGroup(),
    update({ topic: 'Olá 👋\n\n* um\n* "dois" <três>' }),
    reads({ topic: 'Olá 👋\n\n* um\n* "dois" <três>' }),
  ],
  'all-or-nothing-wrong-type': [
    'An update with a value of a wrong type in it changes nothing at all.',
    ...changesNothing({ name: '{{other-name}}', announcement: undocumented('yes') }),
  ],
  'all-or-nothing-wrong-name': [
    assumed,
    'An update with an empty name in it changes nothing at all.',
    ...changesNothing({ name: '', topic: '{{topic}}', locked: true }),
  ],
  'all-or-nothing-wrong-mode': [
    assumed,
    'An update with an unknown mode of adding in it changes nothing at all.',
    ...changesNothing({ topic: '{{topic}}', member_add_mode: undocumented('nobody') }),
  ],
  'forbidden-changes-nothing': [
    restsOn('refusal group-is-locked'),
    'A plain member who updates a locked group answers 403, and the group stays as it was.',
    makeGroup({ locked: true }),
    ...letIn(),
    remember(),
    { ...update({ name: '{{other-name}}' }, 'second'), expect: { status: 403, body: { success: false } } },
    isAsBefore(),
  ],
});

function changesNothing(body: BodyOf<'updateGroup'>): Step[] {
  return [makeGroup(), remember(), { ...update(body), expect: { status: 400 } }, isAsBefore()];
}
