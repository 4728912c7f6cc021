import assert from 'node:assert/strict';
import { createClient, createConfig } from './client/client';
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
} from './client/sdk.gen';

const clientOf = (auth = '') => createClient(createConfig({ baseUrl: process.env.WUTS_URL ?? '', auth }));
const client = clientOf(process.env.WUTS_TOKEN);
const other = clientOf(process.env.WUTS_OTHER_TOKEN);

const participants = ['5511777777777', '5500000000403'];
const made = await createGroup({ client, body: { name: 'Made by a client', participants } });
const jid = made.data?.group.jid ?? '';
const refused = made.data?.group.participants.find((row) => row.error === 403);
assert.match(refused?.add_request?.code ?? '', /^\w{16}$/);
const path = { jid };

const one = ['5511666666666'];
const added = await addGroupParticipants({ client, path, body: { participants: one } });
assert.equal(added.data?.participants[0]?.is_admin, false);
const promoted = await addGroupParticipants({ client, path, body: { participants: one, action: 'promote' } });
assert.equal(promoted.data?.participants[0]?.is_admin, true);

const before = await getGroupInviteLink({ client, path });
const after = await resetGroupInviteLink({ client, path });
assert.notEqual(after.data?.invite_link, before.data?.invite_link);

const community = await createCommunity({ client, body: { name: 'Community', participants: [] } });
const parent = { jid: community.data?.community.jid ?? '' };
const linked = await linkGroup({ client, path: parent, body: { group_jid: jid } });
assert.equal(linked.data?.success, true);
const unlinked = await unlinkGroup({ client, path: parent, body: { group_jid: jid } });
assert.equal(unlinked.data?.success, true);

const gone = await joinGroup({ client: other, body: { link: before.data?.invite_link ?? '' } });
assert.equal(gone.error?.error_code, 'GONE');
const unknown = await getGroup({ client, path: { jid: '120363999999999999@g.us' } });
assert.equal(unknown.error?.error_code, 'NOT_FOUND');
const invalid = await createGroup({ client, body: { name: '', participants } });
assert.equal(invalid.error?.error_code, 'VALIDATION_ERROR');
assert.ok(invalid.error && 'validation' in invalid.error && invalid.error.validation?.[0]?.field === 'name');

assert.equal((await leaveGroup({ client, path })).data?.success, true);
console.log('carried out');
