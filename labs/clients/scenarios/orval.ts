import assert from 'node:assert/strict';
import {
  addGroupParticipants,
  createCommunity,
  createGroup,
  getGroup,
  getGroupInviteLink,
  joinGroup,
  leaveGroup,
  linkGroup,
  resetGroupInviteLink,
  unlinkGroup,
} from './client';

// The client asks for paths alone; where they are is for a fetch of one's own to say.
const { fetch: send } = globalThis;
globalThis.fetch = (path, init) => send(`${process.env.WUTS_URL}${path}`, init);

const signed = (token = '') => ({ headers: { Authorization: `Bearer ${token}` } });
const me = signed(process.env.WUTS_TOKEN);
const other = signed(process.env.WUTS_OTHER_TOKEN);

const participants = ['5511777777777', '5500000000403'];
const made = await createGroup({ name: 'Made by a client', participants }, me);
assert.ok(made.status === 201);
const { jid } = made.data.group;
const refused = made.data.group.participants.find((row) => row.error === 403);
assert.match(refused?.add_request?.code ?? '', /^\w{16}$/);

const one = ['5511666666666'];
const added = await addGroupParticipants(jid, { participants: one }, me);
assert.ok(added.status === 200 && added.data.participants[0]?.is_admin === false);
const promoted = await addGroupParticipants(jid, { participants: one, action: 'promote' }, me);
assert.ok(promoted.status === 200 && promoted.data.participants[0]?.is_admin === true);

const before = await getGroupInviteLink(jid, me);
const after = await resetGroupInviteLink(jid, me);
assert.ok(before.status === 200 && after.status === 200);
assert.notEqual(after.data.invite_link, before.data.invite_link);

const community = await createCommunity({ name: 'Community', participants: [] }, me);
assert.ok(community.status === 201);
const parent = community.data.community.jid ?? '';
assert.equal((await linkGroup(parent, { group_jid: jid }, me)).status, 200);
assert.equal((await unlinkGroup(parent, { group_jid: jid }, me)).status, 200);

const gone = await joinGroup({ link: before.data.invite_link }, other);
assert.ok(gone.status === 410 && gone.data.error_code === 'GONE');
const unknown = await getGroup('120363999999999999@g.us', me);
assert.ok(unknown.status === 404 && unknown.data.error_code === 'NOT_FOUND');
const invalid = await createGroup({ name: '', participants }, me);
assert.ok(invalid.status === 400 && invalid.data.validation?.[0]?.field === 'name');

assert.equal((await leaveGroup(jid, me)).status, 200);
console.log('carried out');
