import type { Case, Pattern, Step } from '../case.ts';
import { first, second } from '../cast.ts';
import { assumed, documented, invalid, type Known } from '../known.ts';
import type { Need } from '../needs.ts';
import { addToCommunity, list, makeCommunity, makeGroup, read, update } from '../stage.ts';

const absent = { $absent: true };

/** A group with what the documentation shows of one, and nothing else. */
const shown: Pattern = {
  jid: '{{group}}',
  name: '{{name}}',
  owner: first,
  members_count: 1,
  is_announce: false,
  is_community: absent,
  parent_jid: absent,
  is_announcement_group: absent,
  member_add_mode: absent,
  ephemeral_seconds: absent,
  picture_id: absent,
};

/** Somebody in a group, with what the documentation shows of them, and nothing else. */
function person(jid: string, isCreator: boolean): Pattern {
  return {
    jid,
    phone_number: jid,
    is_admin: isCreator,
    is_super_admin: isCreator,
    lid: absent,
    error: absent,
    add_request: absent,
  };
}

function bare(
  slug: string,
  promise: string,
  known: Known,
  steps: readonly Step[],
  more: readonly Need[] = [],
): Case {
  return {
    id: `rulings/undocumented-fields-${slug}`,
    promise,
    ...known,
    needs: ['rulings', ...more],
    world: { rulings: { 'undocumented-fields': 'omit' } },
    steps,
  };
}

/** What answers carry where they carry only what the public documentation shows. */
export const rulingsUndocumented: readonly Case[] = [
  {
    id: 'rulings/undocumented-fields-include',
    promise: 'Answers carry the fields that the documentation does not show where that is the ruling.',
    ...assumed,
    needs: ['rulings'],
    world: { rulings: { 'undocumented-fields': 'include' } },
    steps: [
      makeGroup(),
      read({
        body: {
          group: {
            is_community: false,
            parent_jid: null,
            member_add_mode: 'all',
            participants: [{ lid: { $matches: '@lid$' } }],
          },
        },
      }),
    ],
  },
  bare(
    'omit-of-groups',
    'A group has the fields that the documentation shows and no others, created, updated, read and in lists.',
    documented('List groups'),
    [
      {
        ...makeGroup(),
        expect: {
          status: 201,
          body: { success: true, group: { ...Object(shown), jid: { $type: 'string' } } },
        },
      },
      read({ body: { group: { ...Object(shown), participants: [person(first, true)] } } }),
      list([shown]),
      {
        ...update({ topic: '{{topic}}' }),
        expect: { status: 200, body: { group: { ...Object(shown), topic: '{{topic}}' } } },
      },
    ],
  ),
  bare(
    'omit-of-rows',
    'A row has the fields that the documentation shows and no others, so that it does not tell why it failed.',
    documented('Add group participants'),
    [
      makeGroup(),
      {
        call: 'addGroupParticipants',
        path: { jid: '{{group}}' },
        body: { participants: [second, '{{number1}}'] },
        meanwhile: [{ person: '{{number1}}', is: { addable_by: 'nobody' } }],
        expect: {
          status: 200,
          body: { success: true, participants: [person(second, false), person('{{number1.jid}}', false)] },
        },
      },
      read({
        body: { group: { members_count: 2, participants: [person(first, true), person(second, false)] } },
      }),
    ],
    ['people', 'second-account', 'one-number'],
  ),
  bare(
    'omit-of-communities',
    'A community is an object without fields, as the documentation shows it; its rows are those of groups.',
    documented('Create a community'),
    [
      {
        call: 'createCommunity',
        body: { name: '{{name}}', participants: [] },
        expect: {
          status: 201,
          body: {
            success: true,
            community: { jid: absent, name: absent, owner: absent, participants: absent },
          },
        },
      },
      makeCommunity(),
      {
        ...addToCommunity(second),
        expect: {
          status: 200,
          body: { jid: '{{community}}', action: 'add', participants: [person(second, false)] },
        },
      },
    ],
    ['second-account'],
  ),
  bare(
    'omit-of-errors',
    'An error has all its fields, whatever the value that it tells.',
    documented('Errors'),
    [
      {
        call: 'createGroup',
        body: { participants: ['nobody'], options: { locked: { is: ['nothing', null] } } },
        expect: {
          status: 400,
          body: {
            ...Object(invalid.body),
            error: { $matches: '.' },
            timestamp: { $matches: 'Z$' },
            validation: {
              $all: [
                { $contains: { field: 'name', message: { $matches: '.' }, value: null } },
                { $contains: { field: 'participants[0]', value: 'nobody' } },
                { $contains: { field: 'options.locked', value: { is: ['nothing', null] } } },
              ],
            },
          },
        },
      },
    ],
  ),
  {
    ...bare(
      'omit-of-free-form',
      'The headers of a webhook are kept whatever their names, and lists of names whole.',
      documented('Webhooks'),
      [
        {
          call: 'setWebhook',
          body: {
            webhook_url: 'https://example.com/wuts-contract',
            enabled_events: ['group.joined', 'group.info'],
            headers: { 'X-Contract': 'one', 'X-Other': 'two' },
          },
        },
        {
          call: 'getWebhook',
          expect: {
            status: 200,
            body: {
              webhook: {
                enabled_events: ['group.joined', 'group.info'],
                headers: { 'X-Contract': 'one', 'X-Other': 'two' },
              },
            },
          },
        },
      ],
      ['webhook'],
    ),
    alone: true,
  },
];
