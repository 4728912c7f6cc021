import type { BodyOf, StepOf } from '../../language/case.ts';
import { first, second, two } from '../../language/cast.ts';
import { makeCommunity } from '../../language/communities.ts';
import type { Row } from '../../language/people.ts';
import { assumed, inferred, type Known, promises, refused, restsOn } from '../../language/promises.ts';
import { makeGroup } from '../../language/stage.ts';
import { undocumented } from '../../language/templates.ts';
import { type GroupPattern, list, reads } from '../../language/views.ts';

const page = restsOn('operation createGroup');
const me: Row = { jid: first, phone_number: first, is_admin: true, is_super_admin: true };
const one: Row = {
  jid: '{{number1.jid}}',
  phone_number: '{{number1.jid}}',
  is_admin: false,
  is_super_admin: false,
};

/** Making, listing and reading groups. */
export const groups = [
  ...promises('groups', page, {
    create: [
      'Creating a group answers 201 with the group, whose creator is admin and super admin.',
      create({}, { name: '{{name}}', owner: first, members_count: 2, participants: [me, one] }),
    ],
    'create-defaults': [
      restsOn('behaviour new-group-is-open'),
      'A group without options is open: neither announcement, nor locked, nor with join approval.',
      create(
        {},
        {
          topic: { $oneOf: ['', { $absent: true }] },
          is_announce: false,
          is_locked: false,
          join_approval: false,
        },
      ),
    ],
    'create-alone': [
      assumed,
      'A group is made of its creator alone.',
      create({ participants: [first] }, { members_count: 1, participants: [me] }),
    ],
    'create-assumed-defaults': [
      assumed,
      'A new group lets all members add, keeps messages, has no picture and no community.',
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
  }),
  ...option('announcement', true, { is_announce: true, is_locked: false, join_approval: false }),
  ...option('announcement', false, { is_announce: false }),
  ...option('locked', true, { is_locked: true, is_announce: false, join_approval: false }),
  ...option('locked', false, { is_locked: false }),
  ...option('join_approval', true, { join_approval: true, is_announce: false, is_locked: false }),
  ...option('join_approval', false, { join_approval: false }),
  ...option('community', false, { members_count: 2 }),
  ...promises('groups', assumed, {
    'create-with-all-options': [
      page,
      'All options of a new group are applied together, and the next read shows them.',
      makeGroup({ announcement: true, locked: true, join_approval: true }),
      reads({ is_announce: true, is_locked: true, join_approval: true }),
    ],
    'create-empty-options': [
      'Empty options make an ordinary group.',
      create({ options: {} }, { is_announce: false, is_community: false }),
    ],
    'create-community-by-option': [
      'A group that is created with the option community is a community.',
      create({ options: { community: true } }, { is_community: true, parent_jid: null }),
    ],
    'create-inside-community': [
      'The option parent_jid makes the group inside that community, and the list shows it there.',
      makeCommunity(),
      makeGroup({ parent_jid: '{{community}}' }),
      list({ $contains: { jid: '{{group}}', parent_jid: '{{community}}', is_announcement_group: false } }),
    ],
    'create-inside-nothing': [
      inferred('docs: Errors'),
      'A group inside a community that does not exist answers 404.',
      { ...create({ options: { parent_jid: '{{unknown-group}}' } }, {}), expect: refused(404) },
    ],
    'create-inside-group': [
      'A group inside a group that is no community answers 422.',
      makeGroup(),
      { ...create({ options: { parent_jid: '{{group}}' } }, {}), expect: refused(422) },
    ],
    'create-announcement-community': [
      'A community with the option announcement answers 422.',
      { ...create({ options: { community: true, announcement: true } }, {}), expect: refused(422) },
    ],
  }),
  ...creatorListed('jid', 'its JID', [first], page),
  ...creatorListed('phone', 'its phone number', ['{{first.phone}}'], page),
  ...creatorListed(
    'plus',
    'its phone number and a plus',
    ['+{{first.phone}}'],
    inferred('docs: Identifiers'),
  ),
  ...creatorListed('twice', 'two spellings of itself', [first, '{{first.phone}}'], assumed),
  ...promises('groups', page, {
    'creator-not-listed': [
      'The creator takes part as super admin also when it does not list itself.',
      create(
        { participants: ['{{number1.jid}}'] },
        {
          owner: first,
          members_count: 2,
          participants: { $all: [{ $length: 2 }, { $contains: me }, { $contains: one }] },
        },
      ),
    ],
  }),
  ...participant('jid', 'a user JID', '{{number1.jid}}', restsOn('schema ParticipantId')),
  ...participant('phone', 'a bare phone number', '{{number1}}', restsOn('schema ParticipantId')),
  ...participant('plus', 'a phone number with a plus', '+{{number1}}', inferred('docs: Identifiers')),
  ...participant(
    'brackets',
    'a phone number in brackets and spaces',
    ' + ({{number1}}) ',
    inferred('docs: Identifiers'),
  ),
  ...participant('dashes', 'a phone number with dashes', '-{{number1}}-', inferred('docs: Identifiers')),
  ...promises('groups', page, {
    'create-with-three': [
      'Everybody who is listed at creation is a member, each once and none of them admin.',
      create(
        { participants: [first, '{{number1}}', '{{number2}}'] },
        {
          members_count: 3,
          participants: {
            $all: [
              { $length: 3 },
              { $contains: me },
              { $contains: one },
              { $contains: { jid: two, is_admin: false, is_super_admin: false } },
            ],
          },
        },
      ),
    ],
    'create-duplicates': [
      assumed,
      'A participant who is listed twice at creation is a member once.',
      create(
        { participants: ['{{number1}}', '{{number1.jid}}'] },
        { members_count: 2, participants: { $length: 2 } },
      ),
    ],
    'create-with-account': [
      'Who is put into a new group lists it and reads it like its creator.',
      { ...makeGroup(undefined, [second]), capture: { group: 'group.jid', made: 'group' } },
      reads('{{made}}', { as: 'second' }),
      list({ $contains: { jid: '{{group}}', name: '{{name}}', members_count: 2 } }, 'second'),
    ],
    'names-are-not-unique': [
      restsOn('behaviour names-are-not-unique'),
      'Two groups of the same name are two groups.',
      makeGroup(),
      create({}, { jid: { $not: '{{group}}' }, name: '{{name}}' }),
    ],
    'create-ignores-unknown': [
      assumed,
      'A property that nobody knows is ignored when a group is created.',
      {
        ...create({}, { name: '{{name}}', members_count: 2 }),
        body: undocumented({
          name: '{{name}}',
          participants: [first, '{{number1}}'],
          colour: 'blue',
          options: { size: 3 },
        }),
      },
    ],
  }),
  ...name('emoji', 'emoji', 'wuts-contract {{n}} 👩‍👩‍👧'),
  ...name('accents', 'accents and other scripts', 'wuts-contract {{n}} ãŁź日'),
  ...name('markup', 'quotes and markup', 'wuts-contract {{n}} "<\\&\''),
];

function create(more: Partial<BodyOf<'createGroup'>>, group: GroupPattern): StepOf<'createGroup'> {
  const body = { name: '{{name}}', participants: [first, '{{number1}}'], ...more };
  return { call: 'createGroup', body, expect: { status: 201, body: { success: true, group } } };
}

function option(
  option: 'announcement' | 'locked' | 'join_approval' | 'community',
  value: boolean,
  group: GroupPattern,
) {
  return promises('groups', page, {
    [`create-${option.replace('_', '-')}-${value}`]: [
      `The option ${option}, when ${value}, is what the new group has.`,
      create({ options: { [option]: value } }, group),
    ],
  });
}

function creatorListed(slug: string, how: string, participants: string[], known: Known) {
  return promises('groups', known, {
    [`creator-listed-by-${slug}`]: [
      `A creator who lists ${how} counts once and stays super admin.`,
      create(
        { participants: [...participants, '{{number1}}'] },
        { members_count: 2, participants: [me, one] },
      ),
    ],
  });
}

function participant(slug: string, how: string, id: string, known: Known) {
  return promises('groups', known, {
    [`participant-by-${slug}`]: [
      `A participant of a new group is accepted as ${how}, and answered as a user JID.`,
      create({ participants: [id] }, { members_count: 2, participants: { $contains: one } }),
    ],
  });
}

function name(slug: string, what: string, text: string) {
  return promises('groups', inferred('docs: Create group'), {
    [`name-with-${slug}`]: [
      `A name with ${what} is kept letter by letter.`,
      { ...create({ name: text }, { name: text }), capture: { group: 'group.jid' } },
      reads({ name: text }),
    ],
  });
}
