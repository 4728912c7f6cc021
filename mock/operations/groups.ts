import { fromOptions, fromUpdate } from '../wire/group.ts';
import { toInviteLink, toLinkCode } from '../wire/invite.ts';
import { toTimestamp } from '../wire/timestamp.ts';
import { findGroupTo, findInviteCode, groupOf, listGroups, Refusal } from '../world/index.ts';
import { answer, type Call, created, type Handlers, ok, toNewGroup, toRows } from './call.ts';

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
  listGroups: ({ world, views, device }) =>
    ok({ groups: listGroups(world, device).map((group) => views.group(world, group)) }),

  createGroup: (call) => {
    const { name, participants: people, options = {} } = call.body;
    const act = {
      do: options.community === true ? ('create-community' as const) : ('create-group' as const),
      settings: { name, ...fromOptions(options) },
      people,
      parent: options.parent_jid,
    };
    return answer(call, act, (outcome) => created({ group: toNewGroup(call, outcome) }));
  },

  getGroup: ({ world, views, device, argument }) => {
    const group = findGroupTo(world, argument('jid'), device.phone, 'read');
    return group instanceof Refusal ? group : ok({ group: views.wholeGroup(world, group, device.phone) });
  },

  updateGroup: (call) => {
    const { body, world } = call;
    const group = call.argument('jid');
    const wanted = fromUpdate(body);
    const isWhole = world.rulings['update-atomicity'] === 'whole';
    const parts = isWhole ? [wanted] : Object.entries(wanted).map(([name, value]) => ({ [name]: value }));
    for (const [done, settings] of parts.entries()) {
      const refusal = answer(call, { do: 'set', group, settings }, () => undefined);
      if (refusal === undefined) continue;
      refusal.isPartial = done > 0;
      return refusal;
    }
    return ok({ group: call.views.group(world, groupOf(world, group)) });
  },

  addGroupParticipants: (call) => changeParticipants(call, call.body.action ?? 'add'),

  removeGroupParticipants: (call) => changeParticipants(call, call.body.action ?? 'remove'),

  getGroupInviteLink: ({ world, device, argument }) => {
    const group_jid = argument('jid');
    const code = findInviteCode(world, group_jid, device.phone);
    return code instanceof Refusal ? code : ok({ group_jid, invite_link: toInviteLink(code) });
  },

  resetGroupInviteLink: (call) =>
    answer(call, { do: 'reset-link', group: call.argument('jid') }, ({ group }) => {
      const invite_link = toInviteLink(groupOf(call.world, group).inviteCode);
      return ok({ group_jid: group, invite_link, reset_at: toTimestamp(call.world.clock.now()) });
    }),

  joinGroup: (call) => {
    const { body, world } = call;
    const act =
      'link' in body
        ? ({ do: 'join', by: { code: toLinkCode(body.link, world.rulings['invite-link-form']) } } as const)
        : ({
            do: 'accept-invite',
            code: 'code' in body ? body.code : body.invite_code,
            group: body.group_jid,
            inviter: body.inviter_jid,
          } as const);
    return answer(call, act, ({ group, pending }) => ok({ pending_approval: pending, group_jid: group }));
  },

  leaveGroup: (call) => answer(call, { do: 'leave', group: call.argument('jid') }, () => ok({})),

  setGroupEphemeral: (call) => {
    const { duration_seconds } = call.body;
    const settings = { ephemeralSeconds: duration_seconds };
    return answer(call, { do: 'set', group: call.argument('jid'), settings }, () => ok({ duration_seconds }));
  },

  setGroupPicture: (call) =>
    answer(
      call,
      { do: 'set-picture', group: call.argument('jid'), image: call.body.image_base64 },
      ({ group }) => ok({ picture_id: groupOf(call.world, group).settings.pictureId ?? '' }),
    ),
};

function changeParticipants(
  call: Call<'addGroupParticipants' | 'removeGroupParticipants'>,
  action: 'add' | 'remove' | 'promote' | 'demote',
) {
  const act = { do: action, group: call.argument('jid'), people: call.body.participants };
  return answer(call, act, (outcome) => ok({ participants: toRows(call, outcome) }));
}
