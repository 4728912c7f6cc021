import { describe, expect, it } from 'vitest';
import { linkGroup, unlinkGroup } from '../../../mock/world/communities.ts';
import { createGroup } from '../../../mock/world/creation.ts';
import { ana, ben, cleo, createScene, dan, membersOf, told } from './scene.ts';

describe('linking a group', () => {
  it('pulls every member of it into the community and its announcement group', () => {
    const scene = createScene();
    const { community, announcementGroup } = scene.community(ana);
    const group = scene.group(ana, [ben, cleo]);
    linkGroup(scene.world, community, group.jid, ana);
    expect(group.parent).toBe(community.jid);
    expect(membersOf(community)).toEqual([ana, ben, cleo]);
    expect(membersOf(announcementGroup)).toEqual([ana, ben, cleo]);
    expect(membersOf(group)).toEqual([ana, ben, cleo]);
  });

  it('leaves out those whose privacy forbids it; they stay in the group', () => {
    const scene = createScene();
    const { community, announcementGroup } = scene.community(ana);
    const group = scene.group(ana, [ben, cleo, dan]);
    scene.person(ben).addableBy = 'nobody';
    Object.assign(scene.person(cleo), { addableBy: 'contacts', contacts: new Set([dan]) });
    Object.assign(scene.person(dan), { addableBy: 'contacts', contacts: new Set([ana]) });
    linkGroup(scene.world, community, group.jid, ana);
    expect(membersOf(announcementGroup)).toEqual([ana, dan]);
    expect(membersOf(group)).toEqual([ana, ben, cleo, dan]);
  });

  it('leaves out those who blocked the admin', () => {
    const scene = createScene();
    const { community, announcementGroup } = scene.community(ana);
    const group = scene.group(ana, [ben]);
    scene.person(ben).blocked = new Set([ana]);
    linkGroup(scene.world, community, group.jid, ana);
    expect(membersOf(announcementGroup)).toEqual([ana]);
  });

  it('leaves the role of a community admin as it is, and makes no admin of a group admin', () => {
    const scene = createScene();
    const { community } = scene.community(ana, [ben]);
    scene.promote(community, ana, ben);
    const group = scene.group(ben, [ana, cleo]);
    scene.promote(group, ben, cleo);
    linkGroup(scene.world, community, group.jid, ben);
    expect([...community.members.values()]).toEqual(['creator', 'admin', 'member']);
  });

  it('takes an admin of both sides', () => {
    const scene = createScene();
    const { community } = scene.community(ana, [ben]);
    const [own, bens, foreign] = [scene.group(ana, [ben]), scene.group(ben, [ana]), scene.group(ben)];
    const link = (child: typeof own, admin: string) => () =>
      linkGroup(scene.world, community, child.jid, admin);
    expect(scene.refusal(link(bens, ben))).toBe('not-an-admin');
    expect(scene.refusal(link(bens, ana))).toBe('not-an-admin');
    expect(scene.refusal(link(foreign, ana))).toBe('not-a-participant');
    expect(scene.refusal(link(scene.group(cleo), cleo))).toBe('not-a-participant');
  });

  it('is done once: a group has one community', () => {
    const scene = createScene();
    const [town, city] = [scene.community(ana).community, scene.community(ana).community];
    const group = scene.group(ana, [], {}, town);
    expect(scene.refusal(() => linkGroup(scene.world, town, group.jid, ana))).toBe('linked-already');
    expect(scene.refusal(() => linkGroup(scene.world, city, group.jid, ana))).toBe('linked-already');
  });

  it('works on ordinary groups only, and to communities only', () => {
    const scene = createScene();
    const [town, city] = [scene.community(ana), scene.community(ana)];
    const link = (parent: typeof town.community, child: typeof town.community) => () =>
      linkGroup(scene.world, parent, child.jid, ana);
    expect(scene.refusal(link(town.community, city.community))).toBe('not-on-community');
    expect(scene.refusal(link(town.community, city.announcementGroup))).toBe('not-on-announcement-group');
    expect(scene.refusal(link(town.community, town.announcementGroup))).toBe('not-on-announcement-group');
    expect(scene.refusal(link(scene.group(ana), scene.group(ana)))).toBe('not-a-community');
    expect(scene.refusal(link(town.announcementGroup, scene.group(ana)))).toBe('not-on-announcement-group');
  });

  it('finds no group that never was, nor one that has ended', () => {
    const scene = createScene();
    const { community } = scene.community(ana);
    const ended = scene.group(ana);
    scene.leave(ended, ana);
    for (const jid of [ended.jid, '120363000000000000@g.us']) {
      expect(scene.refusal(() => linkGroup(scene.world, community, jid, ana))).toBe('no-such-group');
      expect(scene.refusal(() => unlinkGroup(scene.world, community, jid, ana))).toBe('no-such-group');
    }
  });

  it('is refused when the community has 100 groups, its announcement group not counted', () => {
    const scene = createScene();
    const { community } = scene.community(ana);
    for (let i = 0; i < 100; i += 1) linkGroup(scene.world, community, scene.group(ana).jid, ana);
    const one = scene.group(ana);
    expect(scene.refusal(() => linkGroup(scene.world, community, one.jid, ana))).toBe(
      'too-many-groups-in-community',
    );
    expect(scene.refusal(() => createGroup(scene.world, ana, { name: 'Crew' }, [], community.jid))).toBe(
      'too-many-groups-in-community',
    );
  });

  it('is refused when its newcomers are more than the community has room for', () => {
    const scene = createScene({ 'community-members-limit': 2 });
    const { community } = scene.community(ana);
    const [small, large] = [scene.group(ana, [ben]), scene.group(ana, [ben, cleo])];
    expect(scene.refusal(() => linkGroup(scene.world, community, large.jid, ana))).toBe('community-full');
    linkGroup(scene.world, community, small.jid, ana);
    expect(membersOf(community)).toEqual([ana, ben]);
  });
});

describe('unlinking a group', () => {
  it('keeps the group, its members, and their place in the community', () => {
    const scene = createScene();
    const { community, announcementGroup } = scene.community(ana);
    const group = scene.group(ana, [ben], {}, community);
    unlinkGroup(scene.world, community, group.jid, ana);
    expect(group.parent).toBeUndefined();
    expect(membersOf(group)).toEqual([ana, ben]);
    expect(membersOf(announcementGroup)).toEqual([ana, ben]);
    expect(membersOf(community)).toEqual([ana, ben]);
  });

  it('makes it a group like any other: leaving it leaves nothing else, and it can be linked again', () => {
    const scene = createScene();
    const { community } = scene.community(ana);
    const group = scene.group(ana, [ben], {}, community);
    unlinkGroup(scene.world, community, group.jid, ana);
    scene.leave(group, ben);
    expect(membersOf(community)).toEqual([ana, ben]);
    linkGroup(scene.world, community, group.jid, ana);
    expect(group.parent).toBe(community.jid);
  });

  it('is refused for a group that is not linked, or not to this community', () => {
    const scene = createScene();
    const [town, city] = [scene.community(ana).community, scene.community(ana).community];
    const group = scene.group(ana, [], {}, town);
    const apart = scene.group(ana);
    expect(scene.refusal(() => unlinkGroup(scene.world, city, group.jid, ana))).toBe('not-linked-here');
    expect(scene.refusal(() => unlinkGroup(scene.world, town, apart.jid, ana))).toBe('not-linked-here');
  });

  it('takes an admin of both sides, and never an announcement group', () => {
    const scene = createScene();
    const { community, announcementGroup } = scene.community(ana, [ben]);
    const group = scene.group(ana, [ben], {}, community);
    const unlink = (child: typeof group, admin: string) => () =>
      unlinkGroup(scene.world, community, child.jid, admin);
    scene.promote(group, ana, ben);
    expect(scene.refusal(unlink(group, ben))).toBe('not-an-admin');
    scene.promote(community, ana, ben);
    scene.demote(group, ana, ben);
    expect(scene.refusal(unlink(group, ben))).toBe('not-an-admin');
    expect(scene.refusal(unlink(announcementGroup, ana))).toBe('not-on-announcement-group');
  });
});

describe('linking and unlinking are told', () => {
  it('to the community, to the group and to its siblings, each in its own words, before anybody is pulled in', () => {
    const scene = createScene();
    const { community, announcementGroup } = scene.community(ana);
    const sibling = scene.group(ana, [], {}, community);
    const group = scene.group(ana, [ben]);
    const [anas, bens] = [scene.watch(ana), scene.watch(ben)];
    const onAllSides = (kind: 'linked' | 'unlinked') => [
      told('group.info', community, ana, { kind, type: 'sub_group', jid: group.jid }),
      told('group.info', group, ana, { kind, type: 'parent_group', jid: community.jid }),
      told('group.info', sibling, ana, { kind, type: 'sibling_group', jid: group.jid }),
    ];

    linkGroup(scene.world, community, group.jid, ana);
    const pulled = { kind: 'joined', people: [ben], reason: 'auto_add' } as const;
    expect(anas()).toEqual([
      ...onAllSides('linked'),
      told('group.info', community, ana, pulled),
      told('group.info', announcementGroup, ana, pulled),
    ]);
    expect(bens()).toEqual([
      told('group.info', group, ana, { kind: 'linked', type: 'parent_group', jid: community.jid }),
      told('group.joined', community, ana, pulled),
      told('group.joined', announcementGroup, ana, pulled),
    ]);

    unlinkGroup(scene.world, community, group.jid, ana);
    expect(anas()).toEqual(onAllSides('unlinked'));
    expect(bens()).toHaveLength(2);
  });

  it('when a group is created inside a community, after its creation', () => {
    const scene = createScene();
    const { community } = scene.community(ana);
    const anas = scene.watch(ana);
    const group = scene.group(ana, [], {}, community);
    expect(anas()).toEqual([
      told('group.joined', group, ana, { kind: 'created', people: [ana] }),
      told('group.info', community, ana, { kind: 'linked', type: 'sub_group', jid: group.jid }),
      told('group.info', group, ana, { kind: 'linked', type: 'parent_group', jid: community.jid }),
    ]);
  });
});
