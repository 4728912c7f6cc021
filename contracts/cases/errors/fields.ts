import { CHILD_GROUP } from '../../language/arguments.ts';
import type { BodyOf } from '../../language/case.ts';
import { first } from '../../language/cast.ts';
import { type Field, fieldCases } from '../../language/spoil.ts';

const privateInvite: BodyOf<'joinGroup'> = {
  code: '{{unknown-private-code}}',
  group_jid: '{{unknown-group}}',
  inviter_jid: first,
};
const aliased: BodyOf<'joinGroup'> = {
  invite_code: '{{unknown-private-code}}',
  group_jid: '{{unknown-group}}',
  inviter_jid: first,
};

const FIELDS: readonly Field[] = [
  { call: 'createGroup', field: 'name', takes: 'text', isRequired: true },
  { call: 'createGroup', field: 'participants', takes: 'list', isRequired: true },
  { call: 'createGroup', field: 'participants[0]', takes: 'text' },
  { call: 'createGroup', field: 'options', takes: 'object' },
  { call: 'createGroup', field: 'options.announcement', takes: 'flag' },
  { call: 'createGroup', field: 'options.locked', takes: 'flag' },
  { call: 'createGroup', field: 'options.join_approval', takes: 'flag' },
  { call: 'createGroup', field: 'options.community', takes: 'flag' },
  { call: 'createGroup', field: 'options.parent_jid', takes: 'text' },
  { call: 'updateGroup', field: 'name', takes: 'text' },
  { call: 'updateGroup', field: 'topic', takes: 'text' },
  { call: 'updateGroup', field: 'description', takes: 'text' },
  { call: 'updateGroup', field: 'announcement', takes: 'flag' },
  { call: 'updateGroup', field: 'locked', takes: 'flag' },
  { call: 'updateGroup', field: 'join_approval', takes: 'flag' },
  { call: 'updateGroup', field: 'member_add_mode', takes: 'text' },
  { call: 'addGroupParticipants', field: 'participants', takes: 'list', isRequired: true },
  { call: 'addGroupParticipants', field: 'participants[0]', takes: 'text' },
  { call: 'addGroupParticipants', field: 'action', takes: 'text' },
  { call: 'removeGroupParticipants', field: 'participants', takes: 'list', isRequired: true },
  { call: 'removeGroupParticipants', field: 'participants[0]', takes: 'text' },
  { call: 'removeGroupParticipants', field: 'action', takes: 'text' },
  { call: 'joinGroup', field: 'link', takes: 'text' },
  { call: 'joinGroup', field: 'code', takes: 'text', body: privateInvite, isAssumed: true },
  { call: 'joinGroup', field: 'invite_code', takes: 'text', body: aliased, isAssumed: true },
  { call: 'joinGroup', field: 'group_jid', takes: 'text', body: privateInvite },
  { call: 'joinGroup', field: 'inviter_jid', takes: 'text', body: privateInvite },
  { call: 'setGroupEphemeral', field: 'duration_seconds', takes: 'integer', isRequired: true },
  { call: 'setGroupPicture', field: 'image_base64', takes: 'text', isRequired: true },
  { call: 'createCommunity', field: 'name', takes: 'text', isRequired: true },
  { call: 'createCommunity', field: 'participants', takes: 'list' },
  { call: 'createCommunity', field: 'participants[0]', takes: 'text' },
  { call: 'addCommunityParticipants', field: 'participants', takes: 'list', isRequired: true },
  { call: 'addCommunityParticipants', field: 'participants[0]', takes: 'text' },
  { call: 'removeCommunityParticipants', field: 'participants', takes: 'list', isRequired: true },
  { call: 'removeCommunityParticipants', field: 'participants[0]', takes: 'text' },
  { call: 'linkGroup', field: CHILD_GROUP, called: 'group_jid', takes: 'text', isRequired: true },
  { call: 'unlinkGroup', field: CHILD_GROUP, called: 'group_jid', takes: 'text', isRequired: true },
];

/** Fields of bodies that are of a wrong type, null or missing. The webhook has its own in `webhooks-fields.ts`. */
export const errorsFields = FIELDS.flatMap((field) => fieldCases('errors', field));
