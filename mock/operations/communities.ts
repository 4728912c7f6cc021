import { toGroupWithParticipants } from '../wire/group.ts';
import { toRow } from '../wire/participant.ts';
import {
  addParticipants,
  createCommunity,
  findPerson,
  linkGroup,
  readCommunity,
  removeParticipants,
  unlinkGroup,
} from '../world/index.ts';
import { type Call, created, type Handlers, ok } from './call.ts';

/** The operations under the tag Communities. */
export const communities: Handlers<
  'createCommunity' | 'addCommunityParticipants' | 'removeCommunityParticipants' | 'linkGroup' | 'unlinkGroup'
> = {
  createCommunity: ({ world, device, body }) => {
    const people = (body.participants ?? []).map((id) => findPerson(world, id));
    const made = createCommunity(world, device.phone, { name: body.name }, people);
    return created({ community: toGroupWithParticipants(world, made.group, made.rows) });
  },

  addCommunityParticipants: (call) => changeParticipants(call, 'add'),

  removeCommunityParticipants: (call) => changeParticipants(call, 'remove'),

  linkGroup: (call) => {
    linkGroup(...sides(call));
    return ok({});
  },

  unlinkGroup: (call) => {
    unlinkGroup(...sides(call));
    return ok({});
  },
};

const CHANGE_PARTICIPANTS = { add: addParticipants, remove: removeParticipants };

function changeParticipants(
  { world, device, argument, body }: Call<'addCommunityParticipants' | 'removeCommunityParticipants'>,
  action: keyof typeof CHANGE_PARTICIPANTS,
) {
  const community = readCommunity(world, argument('jid'), device.phone);
  const people = body.participants.map((id) => findPerson(world, id));
  const rows = CHANGE_PARTICIPANTS[action](world, community, device.phone, people);
  return ok({ jid: community.jid, action, participants: rows.map(toRow) });
}

function sides({ world, device, argument }: Call<'linkGroup' | 'unlinkGroup'>): Parameters<typeof linkGroup> {
  const community = readCommunity(world, argument('jid'), device.phone);
  return [world, community, argument('child_group'), device.phone];
}
