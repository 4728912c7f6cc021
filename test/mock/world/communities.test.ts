import { describe, expect, it } from 'vitest';
import { listGroups, readCommunity } from '../../../mock/world/reading.ts';
import { changeSettings } from '../../../mock/world/settings.ts';
import { adminsOf, ana, ben, cleo, createScene, membersOf, strangers } from './scene.ts';

describe('a community', () => {
  it('is renamed together with its announcement group', () => {
    const scene = createScene();
    const { community, announcementGroup } = scene.community(ana);
    changeSettings(scene.world, community, ana, { name: 'City', topic: 'All of us' });
    expect(announcementGroup.settings).toMatchObject({
      name: 'City',
      topic: 'All of us',
      announcement: true,
    });
  });

  it('is listed to every member, flat with its announcement group and its linked groups', () => {
    const scene = createScene();
    const device = scene.device(ben);
    const { community, announcementGroup } = scene.community(ana, [ben]);
    const group = scene.group(ana, [ben], {}, community);
    scene.group(ana, [], {}, community);
    expect(listGroups(scene.world, device)).toEqual(
      expect.arrayContaining([community, announcementGroup, group]),
    );
    expect(listGroups(scene.world, device)).toHaveLength(3);
  });

  it('is read by every member, and by nobody else', () => {
    const scene = createScene();
    const { community } = scene.community(ana, [ben]);
    expect(readCommunity(scene.world, community.jid, ben)).toBe(community);
    expect(scene.refusal(() => readCommunity(scene.world, community.jid, cleo))).toBe('not-a-participant');
  });

  it('is not what an ordinary group is read as', () => {
    const scene = createScene();
    const group = scene.group(ana);
    expect(scene.refusal(() => readCommunity(scene.world, group.jid, ana))).toBe('not-a-community');
  });
});

describe('adding to a community', () => {
  it('puts people into its announcement group', () => {
    const scene = createScene();
    const { community, announcementGroup } = scene.community(ana);
    expect(scene.add(community, ana, ben)).toEqual(['done']);
    expect(membersOf(announcementGroup)).toEqual([ana, ben]);
    expect(membersOf(community)).toEqual([ana, ben]);
  });

  it('is the same when done on the announcement group', () => {
    const scene = createScene();
    const { community, announcementGroup } = scene.community(ana);
    expect(scene.add(announcementGroup, ana, ben)).toEqual(['done']);
    expect(membersOf(announcementGroup)).toEqual([ana, ben]);
    expect(membersOf(community)).toEqual([ana, ben]);
  });

  it('happens to whoever is added to a linked group', () => {
    const scene = createScene();
    const { community, announcementGroup } = scene.community(ana);
    const group = scene.group(ana, [], {}, community);
    scene.add(group, ana, ben);
    expect(membersOf(announcementGroup)).toContain(ben);
    expect(membersOf(community)).toContain(ben);
  });

  it('takes up to 5000 members', () => {
    const scene = createScene();
    const { community, announcementGroup } = scene.community(ana, strangers(4998));
    expect(scene.add(community, ana, ben, cleo)).toEqual(['done', 419]);
    expect(announcementGroup.members.size).toBe(5000);
  });
});

describe('an admin of a community', () => {
  it.each(['community', 'announcementGroup'] as const)(
    'is made and unmade on both sides by the %s',
    (side) => {
      const scene = createScene();
      const both = scene.community(ana, [ben]);
      expect(scene.promote(both[side], ana, ben)).toEqual(['done']);
      expect(adminsOf(both.community)).toEqual([ana, ben]);
      expect(adminsOf(both.announcementGroup)).toEqual([ana, ben]);
      expect(scene.demote(both[side], ana, ben)).toEqual(['done']);
      expect(adminsOf(both.community)).toEqual([ana]);
      expect(adminsOf(both.announcementGroup)).toEqual([ana]);
    },
  );

  it('is never the creator no more: row 406 on both sides', () => {
    const scene = createScene();
    const { community, announcementGroup } = scene.community(ana, [ben]);
    scene.promote(community, ana, ben);
    for (const side of [community, announcementGroup]) {
      expect(scene.demote(side, ben, ana)).toEqual([406]);
      expect(scene.remove(side, ben, ana)).toEqual([406]);
    }
  });

  it('must be in the announcement group to be promoted or demoted: row 403', () => {
    const scene = createScene();
    const { community, announcementGroup } = scene.community(ana, [ben]);
    scene.leave(announcementGroup, ben);
    expect(scene.promote(community, ana, ben, cleo)).toEqual([403, 403]);
    expect(scene.promote(announcementGroup, ana, ben)).toEqual([404]);
    expect(scene.demote(community, ana, ben, cleo)).toEqual([403, 403]);
    expect(scene.demote(announcementGroup, ana, ben)).toEqual([404]);
  });

  it('is one of at most 20, the creator counted: row 419', () => {
    const scene = createScene();
    const crowd = strangers(20);
    const { community, announcementGroup } = scene.community(ana, crowd);
    const outcomes = scene.promote(community, ana, ...crowd);
    expect(outcomes.slice(0, 19)).toEqual(Array(19).fill('done'));
    expect(outcomes[19]).toBe(419);
    expect(scene.promote(announcementGroup, ana, ...crowd.slice(18))).toEqual(['done', 419]);
    expect(adminsOf(announcementGroup)).toHaveLength(20);
  });

  it('cannot leave the announcement group, yet can leave the community unless they created it', () => {
    const scene = createScene();
    const { community, announcementGroup } = scene.community(ana, [ben]);
    scene.promote(community, ana, ben);
    expect(scene.refusal(() => scene.leave(announcementGroup, ben))).toBe(
      'admins-stay-in-announcement-group',
    );
    expect(scene.refusal(() => scene.leave(announcementGroup, ana))).toBe(
      'admins-stay-in-announcement-group',
    );
    expect(scene.refusal(() => scene.leave(community, ana))).toBe('creator-stays-in-community');
    scene.leave(community, ben);
    expect(membersOf(community)).toEqual([ana]);
    expect(membersOf(announcementGroup)).toEqual([ana]);
  });
});
