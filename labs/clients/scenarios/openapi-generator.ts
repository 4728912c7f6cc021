import assert from 'node:assert/strict';
import {
  BadRequestErrorFromJSON,
  CommunitiesApi,
  Configuration,
  GoneErrorFromJSON,
  GroupsApi,
  NotFoundErrorFromJSON,
  ResponseError,
} from './client';

const configured = (accessToken = '') =>
  new Configuration({ basePath: process.env.WUTS_URL ?? '', accessToken });
const groups = new GroupsApi(configured(process.env.WUTS_TOKEN));
const communities = new CommunitiesApi(configured(process.env.WUTS_TOKEN));
const other = new GroupsApi(configured(process.env.WUTS_OTHER_TOKEN));

/** The body of an error; its type is chosen by hand. */
async function refusedBy(call: Promise<unknown>, status: number): Promise<unknown> {
  const error = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  assert.ok(error instanceof ResponseError);
  assert.equal(error.response.status, status);
  return error.response.json();
}

const participants = ['5511777777777', '5500000000403'];
const { group } = await groups.createGroup({ createGroup: { name: 'Made by a client', participants } });
const { jid } = group;
const refused = group.participants.find((row) => row.error === 403);
assert.match(refused?.addRequest?.code ?? '', /^\w{16}$/);

const one = ['5511666666666'];
const added = await groups.addGroupParticipants({ jid, addParticipants: { participants: one } });
assert.equal(added.participants[0]?.isAdmin, false);
const promotion = { participants: one, action: 'promote' as const };
const promoted = await groups.addGroupParticipants({ jid, addParticipants: promotion });
assert.equal(promoted.participants[0]?.isAdmin, true);

const before = await groups.getGroupInviteLink({ jid });
const after = await groups.resetGroupInviteLink({ jid });
assert.notEqual(after.inviteLink, before.inviteLink);

const { community } = await communities.createCommunity({
  createCommunity: { name: 'Community', participants: [] },
});
const parent = community.jid ?? '';
assert.ok((await communities.linkGroup({ jid: parent, childGroup: { groupJid: jid } })).success);
assert.ok((await communities.unlinkGroup({ jid: parent, childGroup: { groupJid: jid } })).success);

const gone = await refusedBy(other.joinGroup({ joinGroup: { link: before.inviteLink } }), 410);
assert.equal(GoneErrorFromJSON(gone).errorCode, 'GONE');
const unknown = await refusedBy(groups.getGroup({ jid: '120363999999999999@g.us' }), 404);
assert.equal(NotFoundErrorFromJSON(unknown).errorCode, 'NOT_FOUND');
const invalid = await refusedBy(groups.createGroup({ createGroup: { name: '', participants } }), 400);
assert.equal(BadRequestErrorFromJSON(invalid).validation?.[0]?.field, 'name');

assert.ok((await groups.leaveGroup({ jid })).success);
console.log('carried out');
