import { fromOptions, fromUpdate, toGroup, toGroupWithParticipants } from '../wire/group.ts';
import { toInviteLink, toLinkCode } from '../wire/invite.ts';
import { toRow } from '../wire/participant.ts';
import { toTimestamp } from '../wire/timestamp.ts';
import {
  addParticipants,
  changePicture,
  changeSettings,
  createCommunity,
  createGroup,
  demoteParticipants,
  findGroup,
  findPerson,
  type Group,
  joinByLink,
  joinByPrivateInvite,
  leaveGroup,
  listGroups,
  promoteParticipants,
  readGroup,
  readInviteCode,
  removeParticipants,
  resetInviteCode,
} from '../world/index.ts';
import { type Call, created, type Handlers, ok } from './call.ts';

const CHANGE_PARTICIPANTS = {
  add: addParticipants,
  remove: removeParticipants,
  promote: promoteParticipants,
  demote: demoteParticipants,
};

/** The operations under the tag Groups. */
export const groups: Handlers<
  | 'listGroups'
  | 'createGroup'
  | 'getGroup'
  | 'updateGroup'
  | 'addGroupParticipants'
  | 'removeGroupParticipants'
  | 'getGroupInviteLink'
  | 'resetGroupInviteLink'
  | 'joinGroup'
  | 'leaveGroup'
  | 'setGroupEphemeral'
  | 'setGroupPicture'
> = {
  listGroups: ({ world, device }) =>
    ok({ groups: listGroups(world, device).map((group) => toGroup(world, group)) }),

  createGroup: ({ world, device, body }) => {
    const { community = false, parent_jid: parent } = body.options ?? {};
    const settings = { name: body.name, ...fromOptions(body.options) };
    const people = body.participants.map((id) => findPerson(world, id));
    const made = community
      ? createCommunity(world, device.phone, settings, people, parent)
      : createGroup(world, device.phone, settings, people, parent);
    return created({ group: toGroupWithParticipants(world, made.group, made.rows) });
  },

  getGroup: (call) =>
    ok({
      group: toGroupWithParticipants(
        call.world,
        readGroup(call.world, call.argument('jid'), call.device.phone),
      ),
    }),

  updateGroup: (call) => {
    const group = groupOf(call);
    changeSettings(call.world, group, call.device.phone, fromUpdate(call.body));
    return ok({ group: toGroup(call.world, group) });
  },

  addGroupParticipants: (call) => changeParticipants(call, call.body.action ?? 'add'),

  removeGroupParticipants: (call) => changeParticipants(call, call.body.action ?? 'remove'),

  getGroupInviteLink: (call) => {
    const group = groupOf(call);
    const code = readInviteCode(call.world, group, call.device.phone);
    return ok({ group_jid: group.jid, invite_link: toInviteLink(code) });
  },

  resetGroupInviteLink: (call) => {
    const group = groupOf(call);
    const code = resetInviteCode(call.world, group, call.device.phone);
    const reset_at = toTimestamp(call.world.clock.now());
    return ok({ group_jid: group.jid, invite_link: toInviteLink(code), reset_at });
  },

  joinGroup: ({ world, device, body }) => {
    const { link, code = body.invite_code ?? '', group_jid = '', inviter_jid = '' } = body;
    const { group, pending } =
      link === undefined
        ? joinByPrivateInvite(world, device.phone, {
            code,
            group: group_jid,
            inviter: findPerson(world, inviter_jid).phone,
          })
        : joinByLink(world, device.phone, toLinkCode(link));
    return ok({ pending_approval: pending, group_jid: group.jid });
  },

  leaveGroup: (call) => {
    leaveGroup(call.world, groupOf(call), call.device.phone);
    return ok({});
  },

  setGroupEphemeral: (call) => {
    const { duration_seconds } = call.body;
    changeSettings(call.world, groupOf(call), call.device.phone, { ephemeralSeconds: duration_seconds });
    return ok({ duration_seconds });
  },

  setGroupPicture: (call) =>
    ok({ picture_id: changePicture(call.world, groupOf(call), call.device.phone, call.body.image_base64) }),
};

function groupOf({ world, argument }: Pick<Call<'getGroup'>, 'world' | 'argument'>): Group {
  return findGroup(world, argument('jid'));
}

function changeParticipants(
  call: Call<'addGroupParticipants' | 'removeGroupParticipants'>,
  action: keyof typeof CHANGE_PARTICIPANTS,
) {
  const { world, device, body } = call;
  const people = body.participants.map((id) => findPerson(world, id));
  const rows = CHANGE_PARTICIPANTS[action](world, groupOf(call), device.phone, people);
  return ok({ participants: rows.map(toRow) });
}
