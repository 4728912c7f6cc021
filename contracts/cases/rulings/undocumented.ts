import { first, group, one, second } from '../../language/cast.ts';
import { addToCommunity, makeCommunity } from '../../language/communities.ts';
import { joined, subscribe, told } from '../../language/deliveries.ts';
import type { Row } from '../../language/people.ts';
import { decided, invalid, promises, restsOn } from '../../language/promises.ts';
import { makeGroup, update } from '../../language/stage.ts';
import { undocumented } from '../../language/templates.ts';
import { answers, type GroupPattern, list, reads } from '../../language/views.ts';

const absent = { $absent: true } as const;

/** A group with what the documentation shows of one, and nothing else. */
const shown = {
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
} satisfies GroupPattern;

/** Somebody in a group, with what the documentation shows of them, and nothing else. */
function person(jid: string, isCreator: boolean): Row {
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

/** Answers carry only what the documentation shows. */
const bare = { ...restsOn('ruling undocumented-fields'), ...decided({ 'undocumented-fields': 'omit' }) };

/** What answers carry where they carry only what the public documentation shows. */
export const rulingsUndocumented = promises('rulings', bare, {
  'undocumented-fields-include': [
    decided({ 'undocumented-fields': 'include' }),
    'Answers carry the fields that the documentation does not show where that is the ruling.',
    makeGroup(),
    reads({
      is_community: false,
      parent_jid: null,
      member_add_mode: 'all',
      participants: [{ lid: { $matches: '@lid$' } }],
    }),
  ],
  'undocumented-fields-omit-of-groups': [
    restsOn('operation listGroups'),
    'A group has the fields that the documentation shows and no others, created, updated, read and in lists.',
    answers(makeGroup(), { success: true, group: { ...shown, jid: { $type: 'string' } } }),
    reads({ ...shown, participants: [person(first, true)] }),
    list([shown]),
    answers(update({ topic: '{{topic}}' }), { group: { ...shown, topic: '{{topic}}' } }),
  ],
  'undocumented-fields-omit-of-rows': [
    restsOn('operation addGroupParticipants'),
    'A row has the fields that the documentation shows and no others, so that it does not tell why it failed.',
    makeGroup(),
    answers(
      {
        call: 'addGroupParticipants',
        path: group,
        body: { participants: [second, '{{number1}}'] },
        meanwhile: [{ person: '{{number1}}', is: { addable_by: 'nobody' } }],
      },
      { success: true, participants: [person(second, false), person(one, false)] },
    ),
    reads({ members_count: 2, participants: [person(first, true), person(second, false)] }),
  ],
  'undocumented-fields-omit-of-communities': [
    restsOn('operation createCommunity'),
    'A community is an object without fields, as the documentation shows it; its rows are those of groups.',
    answers(
      { call: 'createCommunity', body: { name: '{{name}}', participants: [] } },
      { success: true, community: { jid: absent, name: absent, owner: absent, participants: absent } },
    ),
    makeCommunity(),
    answers(addToCommunity(second), {
      jid: '{{community}}',
      action: 'add',
      participants: [person(second, false)],
    }),
  ],
  'undocumented-fields-omit-of-errors': [
    restsOn('schema Error'),
    'An error has all its fields, whatever the value that it tells.',
    {
      call: 'createGroup',
      body: undocumented({ participants: ['nobody'], options: { locked: { is: ['nothing', null] } } }),
      expect: {
        status: 400,
        body: {
          ...invalid.body,
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
  'undocumented-fields-omit-of-events': [
    restsOn('behaviour events'),
    'The group of an event has the fields that the documentation shows and no others, as in answers.',
    subscribe(),
    told(
      makeGroup(),
      joined({ group: { ...shown, jid: '{{group}}', participants: [person(first, true)] }, type: 'new' }),
    ),
  ],
  'undocumented-fields-omit-of-free-form': [
    restsOn('operation setWebhook'),
    'The headers of a webhook are kept whatever their names, and lists of names whole.',
    {
      call: 'setWebhook',
      body: {
        webhook_url: 'https://example.com/wuts-contract',
        enabled_events: ['group.joined', 'group.info'],
        headers: { 'X-Contract': 'one', 'X-Other': 'two' },
      },
    },
    answers(
      { call: 'getWebhook' },
      {
        webhook: {
          enabled_events: ['group.joined', 'group.info'],
          headers: { 'X-Contract': 'one', 'X-Other': 'two' },
        },
      },
    ),
  ],
});
