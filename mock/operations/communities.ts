import { findCommunity, Refusal } from '../world/index.ts';
import { answer, type Call, created, type Handlers, ok, toNewGroup, toRows } from './call.ts';

/** The operations under the tag Communities. */
export const communities: Handlers<
  'createCommunity' | 'addCommunityParticipants' | 'removeCommunityParticipants' | 'linkGroup' | 'unlinkGroup'
> = {
  createCommunity: (call) => {
    const { name, participants: people = [] } = call.body;
    return answer(call, { do: 'create-community', settings: { name }, people }, (outcome) =>
      created({ community: toNewGroup(call, outcome) }),
    );
  },

  addCommunityParticipants: (call) => changeParticipants(call, 'add'),

  removeCommunityParticipants: (call) => changeParticipants(call, 'remove'),

  linkGroup: (call) => answer(call, { do: 'link', ...sidesIn(call) }, () => ok({})),

  unlinkGroup: (call) => answer(call, { do: 'unlink', ...sidesIn(call) }, () => ok({})),
};

function changeParticipants(
  call: Call<'addCommunityParticipants' | 'removeCommunityParticipants'>,
  action: 'add' | 'remove',
) {
  const jid = call.argument('jid');
  const community = findCommunity(call.world, jid, call.device.phone);
  if (community instanceof Refusal) return community;
  return answer(call, { do: action, group: jid, people: call.body.participants }, (outcome) =>
    ok({ jid, action, participants: toRows(call, outcome) }),
  );
}

function sidesIn({ argument }: Call<'linkGroup' | 'unlinkGroup'>) {
  return { community: argument('jid'), group: argument('child_group') };
}
