import assert from 'node:assert/strict';
import createClient from 'openapi-fetch';
import type { paths } from './client.ts';

const baseUrl = process.env.WUTS_URL ?? '';
const clientOf = (token = '') =>
  createClient<paths>({ baseUrl, headers: { Authorization: `Bearer ${token}` } });
const me = clientOf(process.env.WUTS_TOKEN);
const other = clientOf(process.env.WUTS_OTHER_TOKEN);

const participants = ['5511777777777', '5500000000403'];
const made = await me.POST('/groups', { body: { name: 'Made by a client', participants } });
const jid = made.data?.group.jid ?? '';
const refused = made.data?.group.participants.find((row) => row.error === 403);
assert.match(refused?.add_request?.code ?? '', /^\w{16}$/);
const path = { jid };

const added = await me.POST('/groups/{jid}/participants', {
  params: { path },
  body: { participants: ['5511666666666'] },
});
assert.equal(added.data?.participants[0]?.is_admin, false);
const promoted = await me.POST('/groups/{jid}/participants', {
  params: { path },
  body: { participants: ['5511666666666'], action: 'promote' },
});
assert.equal(promoted.data?.participants[0]?.is_admin, true);

const before = await me.GET('/groups/{jid}/invite', { params: { path } });
const after = await me.POST('/groups/{jid}/invite/reset', { params: { path } });
assert.notEqual(after.data?.invite_link, before.data?.invite_link);

const community = await me.POST('/communities', { body: { name: 'Community', participants: [] } });
const parent = { path: { jid: community.data?.community.jid ?? '' } };
const linked = await me.POST('/communities/{jid}/groups', { params: parent, body: { group_jid: jid } });
assert.equal(linked.data?.success, true);
const unlinked = await me.DELETE('/communities/{jid}/groups', { params: parent, body: { group_jid: jid } });
assert.equal(unlinked.data?.success, true);

const gone = await other.POST('/groups/join', { body: { link: before.data?.invite_link ?? '' } });
assert.equal(gone.response.status, 410);
assert.equal(gone.error?.error_code, 'GONE');
const unknown = await me.GET('/groups/{jid}', { params: { path: { jid: '120363999999999999@g.us' } } });
assert.equal(unknown.response.status, 404);
assert.equal(unknown.error?.error_code, 'NOT_FOUND');
const invalid = await me.POST('/groups', { body: { name: '', participants } });
assert.equal(invalid.error?.error_code, 'VALIDATION_ERROR');
assert.ok(invalid.error && 'validation' in invalid.error && invalid.error.validation?.[0]?.field === 'name');

const left = await me.DELETE('/groups/{jid}/leave', { params: { path } });
assert.equal(left.data?.success, true);
console.log('carried out');
