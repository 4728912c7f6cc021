import { describe, expect, it } from 'vitest';
import { createCommunity, createGroup } from '../../../mock/world/creation.ts';
import { findPerson } from '../../../mock/world/people.ts';
import { ana, ben, cleo, createScene, dan, eva, membersOf, strangers } from './scene.ts';

describe('a new group', () => {
  it('has its creator once, as creator, although they list themselves', () => {
    const scene = createScene();
    const { group, rows } = createGroup(scene.world, ana, { name: 'Crew' }, scene.people(ana, ben, ana));
    expect([...group.members]).toEqual([
      [ana, 'creator'],
      [ben, 'member'],
    ]);
    expect(rows.map(({ person }) => person.phone)).toEqual([ben]);
  });

  it('counts a person once, in whatever spelling they are named', () => {
    const { world } = createScene();
    const spellings = [ben, `${ben}@s.whatsapp.net`, `+${ben}`].map((id) => findPerson(world, id));
    const { group, rows } = createGroup(world, ana, { name: 'Crew' }, spellings);
    expect(membersOf(group)).toEqual([ana, ben]);
    expect(rows).toHaveLength(1);
  });

  it('counts a LID that nobody has once too', () => {
    const { world } = createScene();
    const twice = ['abcd@lid', 'abcd@lid'].map((id) => findPerson(world, id));
    const { rows } = createGroup(world, ana, { name: 'Crew' }, twice);
    expect(rows.map(({ error }) => error)).toEqual([404]);
  });

  it('is open, unlocked, without approval, timer, topic or picture, and lets all members add', () => {
    const { settings, owner, createdAt, parent } = createScene().group(ana);
    expect({ settings, owner, createdAt, parent }).toEqual({
      settings: {
        name: 'Crew',
        topic: '',
        announcement: false,
        locked: false,
        joinApproval: false,
        memberAddMode: 'all',
        ephemeralSeconds: 0,
        pictureId: undefined,
      },
      owner: ana,
      createdAt: Date.parse('2026-06-15T12:00:00Z'),
      parent: undefined,
    });
  });

  it('is as its options say', () => {
    const options = { announcement: true, locked: true, joinApproval: true };
    expect(createScene().group(ana, [], options).settings).toMatchObject(options);
  });

  it('is made although rows fail: who cannot be added has a row with the code and is no member', () => {
    const scene = createScene({ 'group-members-limit': 2 });
    scene.person(ben).blocked = new Set([ana]);
    scene.person(cleo).addableBy = 'nobody';
    scene.person(dan).onWhatsApp = false;
    const wanted = scene.people(ben, cleo, dan, eva, ...strangers(1));
    const { group, rows } = createGroup(scene.world, ana, { name: 'Crew' }, wanted);
    expect(rows.map(({ error }) => error)).toEqual([401, 403, 404, undefined, 500]);
    expect(rows.map(({ addRequest }) => addRequest?.invited)).toEqual([
      undefined,
      cleo,
      undefined,
      undefined,
      undefined,
    ]);
    expect(membersOf(group)).toEqual([ana, eva]);
  });

  it('has room for 1024 members, its creator counted: 500', () => {
    const { world, people } = createScene();
    const { group, rows } = createGroup(world, ana, { name: 'Crew' }, people(...strangers(1024)));
    expect(group.members.size).toBe(1024);
    expect(rows.filter(({ error }) => error !== undefined)).toMatchObject([{ error: 500 }]);
  });

  it('lets its creator in first: approval does not hold up the participants', () => {
    const group = createScene().group(ana, [ben], { joinApproval: true });
    expect(membersOf(group)).toEqual([ana, ben]);
  });
});

describe('a new community', () => {
  it('comes with an announcement group of the same name, which is linked to it', () => {
    const { community, announcementGroup } = createScene().community(ana);
    expect(community.kind).toBe('community');
    expect(announcementGroup.kind).toBe('announcement');
    expect(announcementGroup.settings).toMatchObject({ name: community.settings.name, announcement: true });
    expect(announcementGroup.parent).toBe(community.jid);
    expect(community.parent).toBeUndefined();
  });

  it('has its creator as creator of both', () => {
    const { community, announcementGroup } = createScene().community(ana);
    expect([...community.members]).toEqual([[ana, 'creator']]);
    expect([...announcementGroup.members]).toEqual([[ana, 'creator']]);
  });

  it('puts its participants into the announcement group, one row each', () => {
    const scene = createScene();
    scene.person(cleo).addableBy = 'nobody';
    const { group, rows } = createCommunity(scene.world, ana, { name: 'Town' }, scene.people(ana, ben, cleo));
    expect(rows.map(({ person, error }) => [person.phone, error])).toEqual([
      [ben, undefined],
      [cleo, 403],
    ]);
    expect(membersOf(group)).toEqual([ana, ben]);
  });

  it('does not admit more than a community may have: 419', () => {
    const scene = createScene({ 'community-members-limit': 2 });
    const { rows } = createCommunity(scene.world, ana, { name: 'Town' }, scene.people(ben, cleo));
    expect(rows.map(({ error }) => error)).toEqual([undefined, 419]);
  });

  it('cannot be made inside a community, nor as an announcement group', () => {
    const { world, refusal, community } = createScene();
    const parent = community(ana).community.jid;
    expect(refusal(() => createCommunity(world, ana, { name: 'Town' }, [], parent))).toBe(
      'community-in-community',
    );
    expect(refusal(() => createCommunity(world, ana, { name: 'Town', announcement: true }, []))).toBe(
      'not-on-community',
    );
  });
});

describe('a new group inside a community', () => {
  it('is linked to it, and its members are in the community', () => {
    const scene = createScene();
    const { community, announcementGroup } = scene.community(ana);
    const group = scene.group(ana, [ben], {}, community);
    expect(group.parent).toBe(community.jid);
    expect(membersOf(community)).toEqual([ana, ben]);
    expect(membersOf(announcementGroup)).toEqual([ana, ben]);
  });

  it('has rows of its own for a full community and for a full group', () => {
    const scene = createScene({ 'community-members-limit': 2, 'group-members-limit': 2 });
    const { community } = scene.community(ana, [ben]);
    const { rows } = createGroup(
      scene.world,
      ana,
      { name: 'Crew' },
      scene.people(cleo, ben, dan),
      community.jid,
    );
    expect(rows.map(({ error }) => error)).toEqual([419, undefined, 419]);
    const full = createGroup(scene.world, ana, { name: 'Crew' }, scene.people(ben, eva)).rows;
    expect(full.map(({ error }) => error)).toEqual([undefined, 500]);
  });

  it('can be made by admins of the community only, and only inside a community that exists', () => {
    const { world, refusal, community, group } = createScene();
    const town = community(ana, [ben]);
    const make = (phone: string, parent: string) => () =>
      createGroup(world, phone, { name: 'Crew' }, [], parent);
    expect(refusal(make(ben, town.community.jid))).toBe('not-an-admin');
    expect(refusal(make(cleo, town.community.jid))).toBe('not-a-participant');
    expect(refusal(make(ana, group(ana).jid))).toBe('not-a-community');
    expect(refusal(make(ana, town.announcementGroup.jid))).toBe('not-on-announcement-group');
    expect(refusal(make(ana, '120363000000000000@g.us'))).toBe('no-such-group');
  });
});

describe('a request to create', () => {
  it('is refused whole when the name has more than 100 characters, each emoji counted once', () => {
    const { world, refusal } = createScene();
    expect(refusal(() => createGroup(world, ana, { name: 'x'.repeat(101) }, []))).toBe('name-too-long');
    expect(refusal(() => createCommunity(world, ana, { name: 'x'.repeat(101) }, []))).toBe('name-too-long');
    expect(createGroup(world, ana, { name: '🎉'.repeat(100) }, []).group.settings.name).toHaveLength(200);
  });
});
