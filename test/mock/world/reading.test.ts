import { describe, expect, it } from 'vitest';
import { toGroupWithParticipants } from '../../../mock/wire/group.ts';
import { listGroups, readGroup } from '../../../mock/world/reading.ts';
import { ana, ben, cleo, createScene } from './scene.ts';

describe('the list of groups', () => {
  it('has every group that the device takes part in, in the order of joining, and no other', () => {
    const scene = createScene();
    const device = scene.device(ben);
    const [first, second] = [scene.group(ana), scene.group(ana)];
    scene.group(ana);
    scene.add(second, ana, ben);
    scene.add(first, ana, ben);
    const own = scene.group(ben);
    expect(listGroups(scene.world, device)).toEqual([second, first, own]);
  });

  it('loses a group that one left, was removed from, or that ended', () => {
    const scene = createScene();
    const device = scene.device(ben);
    const [left, removed, ended, kept] = [
      scene.group(ana, [ben]),
      scene.group(ana, [ben]),
      scene.group(ben),
      scene.group(ana, [ben]),
    ];
    scene.leave(left, ben);
    scene.remove(removed, ana, ben);
    scene.leave(ended, ben);
    expect(listGroups(scene.world, device)).toEqual([kept]);
  });

  it('does not have a group that one only asked to join', () => {
    const scene = createScene();
    const device = scene.device(ben);
    scene.join(scene.group(ana, [], { joinApproval: true }), ben);
    expect(listGroups(scene.world, device)).toEqual([]);
  });
});

describe('reading a group', () => {
  it('is for those who take part', () => {
    const { world, group, refusal } = createScene();
    const crew = group(ana, [ben]);
    expect(readGroup(world, crew.jid, ben)).toBe(crew);
    expect(refusal(() => readGroup(world, crew.jid, cleo))).toBe('not-a-participant');
  });

  it('finds no group that never was', () => {
    const { world, refusal } = createScene();
    for (const jid of ['120363000000000000@g.us', '', 'constructor', '__proto__']) {
      expect(refusal(() => readGroup(world, jid, ana))).toBe('no-such-group');
    }
  });
});

describe('what is read', () => {
  it('of a group or an announcement group are all participants, the creator once as admin and super admin', () => {
    const { world, group, community } = createScene();
    for (const one of [group(ana, [ben]), community(ana, [ben]).announcementGroup]) {
      const { participants, members_count } = toGroupWithParticipants(world, one);
      expect(members_count).toBe(2);
      expect(
        participants.map(({ jid, is_admin, is_super_admin }) => [jid, is_admin, is_super_admin]),
      ).toEqual([
        [`${ana}@s.whatsapp.net`, true, true],
        [`${ben}@s.whatsapp.net`, false, false],
      ]);
    }
  });

  it('of a community are its admins only, while its count is that of all members', () => {
    const scene = createScene();
    const { community } = scene.community(ana, [ben, cleo]);
    scene.promote(community, ana, cleo);
    const { participants, members_count } = toGroupWithParticipants(scene.world, community);
    expect(participants.map(({ phone_number }) => phone_number)).toEqual([
      `${ana}@s.whatsapp.net`,
      `${cleo}@s.whatsapp.net`,
    ]);
    expect(members_count).toBe(3);
  });
});
