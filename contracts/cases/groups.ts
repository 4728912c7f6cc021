import type { Case, Step, Template } from '../case.ts';
import { assumed, documented, inferred, type Known, refused } from '../known.ts';
import { list, makeCommunity, makeGroup, reads } from '../stage.ts';

const page = documented('Create group');
const me = { jid: '{{first.jid}}', phone_number: '{{first.jid}}', is_admin: true, is_super_admin: true };
const one = {
  jid: '{{number1.jid}}',
  phone_number: '{{number1.jid}}',
  is_admin: false,
  is_super_admin: false,
};

/** Making, listing and reading groups. */
export const groups: readonly Case[] = [
  {
    id: 'groups/create',
    promise: 'Creating a group answers 201 with the group, whose creator is admin and super admin.',
    ...page,
    steps: [create({}, { name: '{{name}}', owner: '{{first.jid}}', members_count: 1, participants: [me] })],
  },
  {
    id: 'groups/create-defaults',
    promise: 'A group without options is open: neither announcement, nor locked, nor with join approval.',
    ...inferred('whatsmeow: group.go, CreateGroup'),
    steps: [create({}, { topic: '', is_announce: false, is_locked: false, join_approval: false })],
  },
  {
    id: 'groups/create-assumed-defaults',
    promise: 'A new group lets all members add, keeps messages, has no picture and no community.',
    ...assumed,
    steps: [
      create(
        {},
        {
          member_add_mode: 'all',
          ephemeral_seconds: 0,
          picture_id: null,
          parent_jid: null,
          is_community: false,
          is_announcement_group: false,
        },
      ),
    ],
  },
  ...[
    option('announcement', true, { is_announce: true, is_locked: false, join_approval: false }),
    option('announcement', false, { is_announce: false }),
    option('locked', true, { is_locked: true, is_announce: false, join_approval: false }),
    option('locked', false, { is_locked: false }),
    option('join_approval', true, { join_approval: true, is_announce: false, is_locked: false }),
    option('join_approval', false, { join_approval: false }),
    option('community', false, { members_count: 1 }),
  ],
  {
    id: 'groups/create-with-all-options',
    promise: 'All options of a new group are applied together, and the next read shows them.',
    ...page,
    steps: [
      makeGroup({ announcement: true, locked: true, join_approval: true }),
      reads({ is_announce: true, is_locked: true, join_approval: true }),
    ],
  },
  {
    id: 'groups/create-empty-options',
    promise: 'Empty options make an ordinary group.',
    ...assumed,
    steps: [create({ options: {} }, { is_announce: false, is_community: false })],
  },
  {
    id: 'groups/create-community-by-option',
    promise: 'A group that is created with the option community is a community.',
    ...assumed,
    steps: [create({ options: { community: true } }, { is_community: true, parent_jid: null })],
  },
  {
    id: 'groups/create-inside-community',
    promise: 'The option parent_jid makes the group inside that community, and the list shows it there.',
    ...assumed,
    steps: [
      makeCommunity(),
      makeGroup({ parent_jid: '{{community}}' }),
      list({ $contains: { jid: '{{group}}', parent_jid: '{{community}}', is_announcement_group: false } }),
    ],
  },
  {
    id: 'groups/create-inside-nothing',
    promise: 'A group inside a community that does not exist answers 404.',
    ...inferred('docs: Errors'),
    steps: [{ ...create({ options: { parent_jid: '{{unknown-group}}' } }, {}), expect: refused(404) }],
  },
  {
    id: 'groups/create-inside-group',
    promise: 'A group inside a group that is no community answers 422.',
    ...assumed,
    steps: [makeGroup(), { ...create({ options: { parent_jid: '{{group}}' } }, {}), expect: refused(422) }],
  },
  {
    id: 'groups/create-announcement-community',
    promise: 'A community with the option announcement answers 422.',
    ...assumed,
    steps: [{ ...create({ options: { community: true, announcement: true } }, {}), expect: refused(422) }],
  },
  creatorListed('jid', 'its JID', ['{{first.jid}}'], page),
  creatorListed('phone', 'its phone number', ['{{first.phone}}'], page),
  creatorListed('plus', 'its phone number and a plus', ['+{{first.phone}}'], inferred('docs: Identifiers')),
  creatorListed('twice', 'two spellings of itself', ['{{first.jid}}', '{{first.phone}}'], assumed),
  {
    id: 'groups/creator-not-listed',
    promise: 'The creator takes part as super admin also when it does not list itself.',
    ...page,
    needs: ['one-number'],
    steps: [
      create(
        { participants: ['{{number1.jid}}'] },
        {
          owner: '{{first.jid}}',
          members_count: 2,
          participants: { $all: [{ $length: 2 }, { $contains: me }, { $contains: one }] },
        },
      ),
    ],
  },
  participant('jid', 'a user JID', '{{number1.jid}}', documented('Identifiers')),
  participant('phone', 'a bare phone number', '{{number1}}', documented('Identifiers')),
  participant('plus', 'a phone number with a plus', '+{{number1}}', inferred('docs: Identifiers')),
  participant(
    'brackets',
    'a phone number in brackets and spaces',
    ' + ({{number1}}) ',
    inferred('docs: Identifiers'),
  ),
  participant('dashes', 'a phone number with dashes', '-{{number1}}-', inferred('docs: Identifiers')),
  {
    id: 'groups/create-with-three',
    promise: 'Everybody who is listed at creation is a member, each once and none of them admin.',
    ...page,
    needs: ['two-numbers'],
    steps: [
      create(
        { participants: ['{{number1}}', '{{number2}}', '{{first.jid}}'] },
        {
          members_count: 3,
          participants: {
            $all: [
              { $length: 3 },
              { $contains: me },
              { $contains: one },
              { $contains: { jid: '{{number2.jid}}', is_admin: false, is_super_admin: false } },
            ],
          },
        },
      ),
    ],
  },
  {
    id: 'groups/create-duplicates',
    promise: 'A participant who is listed twice at creation is a member once.',
    ...assumed,
    needs: ['one-number'],
    steps: [
      create(
        { participants: ['{{number1}}', '{{number1.jid}}'] },
        { members_count: 2, participants: { $length: 2 } },
      ),
    ],
  },
  {
    id: 'groups/create-with-account',
    promise: 'Who is put into a new group lists it and reads it like its creator.',
    ...page,
    needs: ['second-account'],
    steps: [
      { ...makeGroup(undefined, ['{{second.jid}}']), capture: { group: 'group.jid', made: 'group' } },
      reads('{{made}}', { as: 'second' }),
      list({ $contains: { jid: '{{group}}', name: '{{name}}', members_count: 2 } }, 'second'),
    ],
  },
  {
    id: 'groups/names-are-not-unique',
    promise: 'Two groups of the same name are two groups.',
    ...inferred('whatsmeow: group.go, CreateGroup'),
    steps: [makeGroup(), create({}, { jid: { $not: '{{group}}' }, name: '{{name}}' })],
  },
  {
    id: 'groups/create-ignores-unknown',
    promise: 'A property that nobody knows is ignored when a group is created.',
    ...assumed,
    steps: [create({ colour: 'blue', options: { size: 3 } }, { name: '{{name}}', members_count: 1 })],
  },
  name('emoji', 'emoji', '{{name}} 👩‍👩‍👧 🎉'),
  name('accents', 'accents and other scripts', '{{name}} São João – Łódź – 日本'),
  name('markup', 'quotes and markup', '{{name}} "<b>\\n</b>" & \'co\''),
];

function create(more: { readonly [name: string]: Template }, group: Template): Step {
  const body = { name: '{{name}}', participants: ['{{first.jid}}'], ...more };
  return { call: 'createGroup', body, expect: { status: 201, body: { success: true, group } } };
}

function option(option: string, value: boolean, group: Template): Case {
  return {
    id: `groups/create-${option.replace('_', '-')}-${value}`,
    promise: `The option ${option}, when ${value}, is what the new group has.`,
    ...page,
    steps: [create({ options: { [option]: value } }, group)],
  };
}

function creatorListed(slug: string, how: string, participants: Template[], known: Known): Case {
  return {
    id: `groups/creator-listed-by-${slug}`,
    promise: `A creator who lists ${how} counts once and stays super admin.`,
    ...known,
    steps: [create({ participants }, { members_count: 1, participants: [me] })],
  };
}

function participant(slug: string, how: string, id: string, known: Known): Case {
  return {
    id: `groups/participant-by-${slug}`,
    promise: `A participant of a new group is accepted as ${how}, and answered as a user JID.`,
    ...known,
    needs: ['one-number'],
    steps: [create({ participants: [id] }, { members_count: 2, participants: { $contains: one } })],
  };
}

function name(slug: string, what: string, text: string): Case {
  return {
    id: `groups/name-with-${slug}`,
    promise: `A name with ${what} is kept letter by letter.`,
    ...inferred('docs: Create group'),
    steps: [
      { ...create({ name: text }, { name: text }), capture: { group: 'group.jid' } },
      reads({ name: text }),
    ],
  };
}
