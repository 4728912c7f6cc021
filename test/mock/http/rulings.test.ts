import { describe, expect, it } from 'vitest';
import { createMock } from '../../../mock/index.ts';
import { createRulings, type Rulings } from '../../../mock/world/index.ts';
import { type Client, createClient, expectRefusal, membersOf } from './client.ts';
import {
  allMustBe,
  announcementAfterUnlink,
  askToJoin,
  groupsThatFit,
  lastOneOut,
  linkTwice,
  readOfAnother,
  rejoin,
} from './ruling-scenes.ts';

type Proof = (client: Client) => Promise<void>;
type NumberProofs = Record<number, Proof>;

/** A proof for every choice; of a number, for some. A new ruling without proofs does not compile. */
type Proofs = {
  [Name in keyof Rulings]: Rulings[Name] extends string ? Record<Rulings[Name], Proof> : NumberProofs;
};

const THIRD = '5511777777777';
const FOURTH = '5511666666666';
const STRANGER = '5500000000404';

/** Source: whatsapp-rules, Rulings. */
const DEFAULTS: Rulings = {
  'unregistered-number': 'row-404',
  'not-participant': '403',
  'device-not-ready': '503',
  'rejoin-after-removal': 'refused',
  'unlink-members': 'stay-in-community',
  'join-pending-flag': 'reported',
  'link-refusal': 'reported',
  'empty-group': 'ends',
  'subject-limit': 100,
  'community-groups-limit': 100,
  'community-members-limit': 5000,
  'group-members-limit': 1024,
  'undocumented-fields': 'include',
};

const PROOFS: Proofs = {
  'unregistered-number': {
    'row-404': async ({ as }) => {
      const { participants, members_count } = await as('first').createGroup({
        participants: [THIRD, STRANGER],
      });
      expect(members_count).toBe(2);
      expect(participants).toMatchObject([{}, {}, { jid: `${STRANGER}@s.whatsapp.net`, error: 404 }]);
    },
    'request-422': async ({ as }) => {
      const { post, get, createGroup, createCommunity } = as('first');
      const { jid } = await createGroup();
      const { jid: community } = await createCommunity();
      const participants = [THIRD, STRANGER];
      for (const path of [
        '/groups',
        '/communities',
        `/groups/${jid}/participants`,
        `/communities/${community}/participants`,
      ]) {
        const refused = await post(path, { name: 'Friends', participants });
        expectRefusal(refused, 422, 'UNPROCESSABLE', 'number-not-on-whatsapp');
        expect(refused.body.error).toContain(STRANGER);
      }
      expect((await get('/groups')).body.groups).toHaveLength(3);
    },
  },
  'not-participant': {
    403: async (client) => expectRefusal(await readOfAnother(client), 403, 'FORBIDDEN', 'not-a-participant'),
    404: async (client) => expectRefusal(await readOfAnother(client), 404, 'NOT_FOUND', 'not-a-participant'),
  },
  'device-not-ready': {
    503: (client) => allMustBe(client, 503),
    409: (client) => allMustBe(client, 409),
    400: (client) => allMustBe(client, 400),
    412: (client) => allMustBe(client, 412),
  },
  'rejoin-after-removal': {
    refused: async (client) => expectRefusal(await rejoin(client), 403, 'FORBIDDEN', 'removed-by-admin'),
    allowed: async (client) => expect(await rejoin(client)).toMatchObject({ status: 200 }),
  },
  'unlink-members': {
    'stay-in-community': async (client) => expect(await announcementAfterUnlink(client)).toContain(THIRD),
    'leave-community': async (client) => expect(await announcementAfterUnlink(client)).not.toContain(THIRD),
  },
  'join-pending-flag': {
    reported: async (client) => expect(await askToJoin(client)).toBe(true),
    never: async (client) => expect(await askToJoin(client)).toBe(false),
  },
  'link-refusal': {
    reported: async (client) => expectRefusal(await linkTwice(client), 409, 'CONFLICT', 'linked-already'),
    swallowed: async (client) =>
      expect(await linkTwice(client)).toMatchObject({ status: 200, text: '{"success":true}' }),
  },
  'empty-group': {
    ends: async (client) => expectRefusal(await lastOneOut(client), 404, 'NOT_FOUND', 'no-such-group'),
    remains: async (client) => expectRefusal(await lastOneOut(client), 403, 'FORBIDDEN', 'not-a-participant'),
  },
  'subject-limit': {
    100: async ({ as }) => {
      expect((await as('first').createGroup({ name: '🦜'.repeat(100) })).name).toBe('🦜'.repeat(100));
    },
    5: async ({ as }) => {
      const { post, patch, createGroup } = as('first');
      const { jid } = await createGroup({ name: '🦜'.repeat(5) });
      const body = { name: 'Friends', participants: [THIRD] };
      for (const refused of [
        await post('/groups', body),
        await post('/communities', body),
        await patch(`/groups/${jid}`, body),
      ]) {
        expectRefusal(refused, 422, 'UNPROCESSABLE', 'name-too-long');
      }
    },
  },
  'community-groups-limit': {
    0: async (client) => expect(await groupsThatFit(client)).toBe(0),
    1: async (client) => expect(await groupsThatFit(client)).toBe(1),
    2: async (client) => expect(await groupsThatFit(client)).toBe(2),
  },
  'community-members-limit': {
    2: async ({ as }) => {
      const { post, createGroup, createCommunity } = as('first');
      const { jid, announcement } = await createCommunity([THIRD, FOURTH]);
      expect(await membersOf(as('first'), announcement)).toHaveLength(2);
      const add = await post(`/communities/${jid}/participants`, { participants: [FOURTH] });
      expect(add.body.participants).toMatchObject([{ error: 419 }]);
      const group = await createGroup({ participants: [FOURTH] });
      const link = await post(`/communities/${jid}/groups`, { group_jid: group.jid });
      expectRefusal(link, 409, 'CONFLICT', 'community-full');
      const join = await as('second').post('/groups/join', { link: await as('first').inviteLink(jid) });
      expectRefusal(join, 409, 'CONFLICT', 'community-full');
    },
  },
  'group-members-limit': {
    2: async ({ as }) => {
      const { post, createGroup, inviteLink } = as('first');
      const { jid, participants, members_count } = await createGroup({ participants: [THIRD, FOURTH] });
      expect(members_count).toBe(2);
      expect(participants[2]).toMatchObject({ jid: `${FOURTH}@s.whatsapp.net`, error: 500 });
      const add = await post(`/groups/${jid}/participants`, { participants: [FOURTH] });
      expect(add.body.participants).toMatchObject([{ error: 500 }]);
      const join = await as('second').post('/groups/join', { link: await inviteLink(jid) });
      expectRefusal(join, 409, 'CONFLICT', 'group-full');
    },
  },
  'undocumented-fields': {
    include: async ({ as }) =>
      expect(await as('first').createGroup()).toHaveProperty('member_add_mode', 'all'),
    omit: async ({ as }) => {
      const group = await as('first').createGroup({ participants: [STRANGER] });
      expect(Object.keys(group)).toEqual([
        'jid',
        'name',
        'topic',
        'owner',
        'created_at',
        'is_announce',
        'is_locked',
        'join_approval',
        'members_count',
        'participants',
      ]);
      for (const row of group.participants) {
        expect(Object.keys(row)).toEqual(['jid', 'phone_number', 'is_admin', 'is_super_admin']);
      }
    },
  },
};

describe.each(Object.entries<Record<string, Proof>>(PROOFS))('%s', (name, proofs) => {
  it.each(Object.entries(proofs))('%s', async (choice, proof) => {
    await proof(await createClient({ rulings: { [name]: choice } }));
  });

  const usual = DEFAULTS[name as keyof Rulings];
  const proof = proofs[usual];
  if (proof !== undefined) it(`${usual} unless told otherwise`, async () => proof(await createClient()));
});

it('the defaults are those of the contract', () => expect(createRulings()).toEqual(DEFAULTS));

describe('a ruling that cannot be made', () => {
  it.each([
    [
      { 'no-such-ruling': 'x' },
      /There is no ruling "no-such-ruling"\. The rulings are: unregistered-number, /,
    ],
    [{ constructor: 'x' }, /There is no ruling "constructor"/],
    [{ 'not-participant': '418' }, /The ruling "not-participant" takes 403 or 404, not "418"/],
    [{ 'subject-limit': 101 }, /The ruling "subject-limit" takes a whole number from 1 to 100, not "101"/],
    [{ 'group-members-limit': '1.5' }, /takes a whole number from 1 to 1000000, not "1.5"/],
  ])('%o is refused', (rulings, message) => {
    expect(() => createMock({ rulings })).toThrow(message);
  });
});
