import { describe, expect, it } from 'vitest';
import { unlinkGroup } from '../../../mock/world/communities.ts';
import { readGroup } from '../../../mock/world/reading.ts';
import { ana, ben, cleo, createScene, dan, eva, membersOf } from './scene.ts';

describe('leaving', () => {
  it('the community leaves its announcement group and every linked group', () => {
    const scene = createScene();
    const { community, announcementGroup } = scene.community(ana, [ben]);
    const linked = [scene.group(ana, [ben], {}, community), scene.group(ana, [ben], {}, community)];
    const apart = scene.group(ana, [ben]);
    scene.leave(community, ben);
    for (const group of [community, announcementGroup, ...linked]) expect(membersOf(group)).toEqual([ana]);
    expect(membersOf(apart)).toContain(ben);
  });

  it('the announcement group leaves only that', () => {
    const scene = createScene();
    const { community, announcementGroup } = scene.community(ana, [ben]);
    const group = scene.group(ana, [ben], {}, community);
    scene.leave(announcementGroup, ben);
    expect(membersOf(announcementGroup)).toEqual([ana]);
    expect(membersOf(community)).toContain(ben);
    expect(membersOf(group)).toContain(ben);
    expect(readGroup(scene.world, community.jid, ben)).toBe(community);
  });

  it('the announcement group can be undone by adding to the community', () => {
    const scene = createScene();
    const { community, announcementGroup } = scene.community(ana, [ben]);
    scene.leave(announcementGroup, ben);
    expect(scene.add(community, ana, ben)).toEqual(['done']);
    expect(membersOf(announcementGroup)).toEqual([ana, ben]);
    expect(membersOf(community)).toEqual([ana, ben]);
  });
});

describe('removing', () => {
  it('from the community removes from its announcement group and from every linked group', () => {
    const scene = createScene();
    const { community, announcementGroup } = scene.community(ana, [ben]);
    const linked = [scene.group(ana, [ben], {}, community), scene.group(ana, [ben], {}, community)];
    expect(scene.remove(community, ana, ben, eva)).toEqual(['done', 404]);
    for (const group of [community, announcementGroup, ...linked]) expect(membersOf(group)).toEqual([ana]);
  });

  it('from the community works on an admin of it, yet not on oneself', () => {
    const scene = createScene();
    const { community } = scene.community(ana, [ben, cleo]);
    scene.promote(community, ana, ben, cleo);
    expect(scene.remove(community, ben, ben, cleo)).toEqual([405, 'done']);
  });

  it('from the announcement group removes from that only', () => {
    const scene = createScene();
    const { community, announcementGroup } = scene.community(ana, [ben]);
    expect(scene.remove(announcementGroup, ana, ben)).toEqual(['done']);
    expect(membersOf(announcementGroup)).toEqual([ana]);
    expect(membersOf(community)).toContain(ben);
  });
});

describe('somebody whose group was unlinked', () => {
  it('leaves or is removed from the announcement group only, like anybody else', () => {
    const scene = createScene();
    const { community, announcementGroup } = scene.community(ana);
    const group = scene.group(ana, [ben, cleo], {}, community);
    unlinkGroup(scene.world, community, group.jid, ana);
    scene.leave(announcementGroup, ben);
    scene.remove(announcementGroup, ana, cleo);
    expect(membersOf(announcementGroup)).toEqual([ana]);
    expect(membersOf(community)).toEqual([ana, ben, cleo]);
  });
});

describe('the last linked group', () => {
  it('ends the membership of the community for who leaves it or is removed from it', () => {
    const scene = createScene();
    const { community, announcementGroup } = scene.community(ana);
    const group = scene.group(ana, [ben, cleo], {}, community);
    scene.leave(group, ben);
    scene.remove(group, ana, cleo);
    expect(membersOf(community)).toEqual([ana]);
    expect(membersOf(announcementGroup)).toEqual([ana]);
  });

  it('ends it for who joined that group by link as well', () => {
    const scene = createScene();
    const { community } = scene.community(ana);
    const group = scene.group(ana, [], {}, community);
    scene.join(group, ben);
    scene.leave(group, ben);
    expect(membersOf(community)).toEqual([ana]);
  });

  it('is only the last when no other linked group has them', () => {
    const scene = createScene();
    const { community } = scene.community(ana);
    const [first, second] = [scene.group(ana, [ben], {}, community), scene.group(ana, [ben], {}, community)];
    scene.leave(first, ben);
    expect(membersOf(community)).toContain(ben);
    scene.leave(second, ben);
    expect(membersOf(community)).not.toContain(ben);
  });

  it('does not end it for who was added to the community itself, came by its link, or is its admin', () => {
    const scene = createScene();
    const { community } = scene.community(ana, [ben]);
    scene.join(community, cleo);
    const group = scene.group(ana, [ben, cleo, dan], {}, community);
    scene.promote(community, ana, dan);
    for (const phone of [ben, cleo, dan, ana]) scene.leave(group, phone);
    expect(membersOf(community)).toEqual([ana, ben, cleo, dan]);
  });

  it('does not end it for who was added to the community itself after they had left the announcement group', () => {
    const scene = createScene();
    const { community, announcementGroup } = scene.community(ana);
    const group = scene.group(ana, [ben], {}, community);
    scene.leave(announcementGroup, ben);
    scene.add(community, ana, ben);
    scene.leave(group, ben);
    expect(membersOf(community)).toEqual([ana, ben]);
  });

  it('ends together with its last member', () => {
    const scene = createScene();
    const { community } = scene.community(ana);
    const group = scene.group(ana, [ben], {}, community);
    scene.leave(group, ana);
    scene.leave(group, ben);
    expect(scene.refusal(() => readGroup(scene.world, group.jid, ben))).toBe('no-such-group');
    expect(community.community?.linked.size).toBe(0);
    expect(membersOf(community)).toEqual([ana]);
  });
});
