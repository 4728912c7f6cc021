import { describe, expect, it } from 'vitest';
import { joinByPrivateInvite } from '../../../mock/world/invites.ts';
import {
  approveJoinRequest,
  cancelJoinRequest,
  rejectJoinRequest,
} from '../../../mock/world/join-requests.ts';
import { addParticipants } from '../../../mock/world/membership.ts';
import { readGroup } from '../../../mock/world/reading.ts';
import { changeSettings } from '../../../mock/world/settings.ts';
import { ana, ben, cleo, createScene, membersOf } from './scene.ts';

const APPROVAL = { joinApproval: true };

describe('joining by link while approval is on', () => {
  it('makes a pending request and no member', () => {
    const scene = createScene();
    const group = scene.group(ana, [], APPROVAL);
    expect(scene.join(group, ben)).toEqual({ group, pending: true });
    expect(membersOf(group)).toEqual([ana]);
    expect([...group.joinRequests.keys()]).toEqual([ben]);
    expect(scene.refusal(() => readGroup(scene.world, group.jid, ben))).toBe('not-a-participant');
  });

  it('twice is still one request, the first one', () => {
    const scene = createScene();
    const group = scene.group(ana, [], APPROVAL);
    const asked = scene.world.clock.now();
    scene.join(group, ben);
    scene.wait(1000);
    expect(scene.join(group, ben).pending).toBe(true);
    expect([...group.joinRequests.values()]).toEqual([{ phone: ben, at: asked, addedBy: undefined }]);
  });

  it('does not touch the community before it is approved', () => {
    const scene = createScene();
    const { community } = scene.community(ana);
    const group = scene.group(ana, [], APPROVAL, community);
    scene.join(group, ben);
    expect(membersOf(community)).toEqual([ana]);
    approveJoinRequest(scene.world, group, ana, ben);
    expect(membersOf(community)).toEqual([ana, ben]);
  });

  it('of a community asks the community', () => {
    const scene = createScene();
    const { community, announcementGroup } = scene.community(ana, [], APPROVAL);
    expect(scene.join(community, ben)).toEqual({ group: community, pending: true });
    expect(scene.join(announcementGroup, cleo)).toEqual({ group: announcementGroup, pending: true });
    expect([...community.joinRequests.keys()]).toEqual([ben, cleo]);
    approveJoinRequest(scene.world, community, ana, ben);
    expect(membersOf(announcementGroup)).toEqual([ana, ben]);
    expect(membersOf(community)).toEqual([ana, ben]);
  });
});

describe('a join request', () => {
  it('that is approved makes a member', () => {
    const { scene, group } = asked();
    approveJoinRequest(scene.world, group, ana, ben);
    expect(group.members.get(ben)).toBe('member');
    expect(group.joinRequests.size).toBe(0);
  });

  it('that is rejected or cancelled is gone, and can be made again', () => {
    const { scene, group } = asked();
    rejectJoinRequest(scene.world, group, ana, ben);
    expect(group.joinRequests.size).toBe(0);
    scene.join(group, ben);
    cancelJoinRequest(scene.world, group, ben);
    expect(group.joinRequests.size).toBe(0);
    expect(scene.join(group, ben).pending).toBe(true);
    expect(membersOf(group)).toEqual([ana, cleo]);
  });

  it('is decided once', () => {
    const { scene, group } = asked();
    approveJoinRequest(scene.world, group, ana, ben);
    expect(scene.refusal(() => approveJoinRequest(scene.world, group, ana, ben))).toBe('no-join-request');
    expect(scene.refusal(() => rejectJoinRequest(scene.world, group, ana, ben))).toBe('no-join-request');
    expect(scene.refusal(() => cancelJoinRequest(scene.world, group, ben))).toBe('no-join-request');
  });

  it('is decided by admins', () => {
    const { scene, group } = asked();
    expect(scene.refusal(() => approveJoinRequest(scene.world, group, cleo, ben))).toBe('not-an-admin');
    expect(scene.refusal(() => rejectJoinRequest(scene.world, group, cleo, ben))).toBe('not-an-admin');
  });

  it('stays when the group is full', () => {
    const { scene, group } = asked({ 'group-members-limit': 2 });
    expect(scene.refusal(() => approveJoinRequest(scene.world, group, ana, ben))).toBe('group-full');
    expect(group.joinRequests.size).toBe(1);
  });

  it('goes when the person is added', () => {
    const { scene, group } = asked();
    expect(scene.add(group, ana, ben)).toEqual(['done']);
    expect(group.joinRequests.size).toBe(0);
  });

  it('goes when the person comes in by a private invite', () => {
    const { scene, group } = asked();
    scene.person(ben).addableBy = 'nobody';
    const [row] = addParticipants(scene.world, group, ana, scene.people(ben));
    const code = row?.addRequest?.code ?? '';
    joinByPrivateInvite(scene.world, ben, { code, group: group.jid, inviter: ana });
    expect(group.joinRequests.size).toBe(0);
  });

  it('to a community goes when the person is added, also one who had only left the announcement group', () => {
    const scene = createScene();
    const { community, announcementGroup } = scene.community(ana, [ben], APPROVAL);
    scene.leave(announcementGroup, ben);
    scene.join(community, ben);
    scene.join(community, cleo);
    expect(scene.add(community, ana, ben, cleo)).toEqual(['done', 'done']);
    expect([...community.joinRequests.keys()]).toEqual([]);
  });

  it('by a plain member who added somebody is approved like any other', () => {
    const { scene, group } = asked();
    expect(scene.add(group, cleo, '5511900000009')).toEqual([421]);
    approveJoinRequest(scene.world, group, ana, '5511900000009');
    expect(group.members.get('5511900000009')).toBe('member');
  });
});

describe('turning approval off', () => {
  it('empties the queue and lets nobody in', () => {
    const { scene, group } = asked();
    changeSettings(scene.world, group, ana, { joinApproval: false });
    expect(group.joinRequests.size).toBe(0);
    expect(membersOf(group)).toEqual([ana, cleo]);
    expect(scene.join(group, ben).pending).toBe(false);
  });

  it('on a community empties its queue', () => {
    const scene = createScene();
    const { community } = scene.community(ana, [], APPROVAL);
    scene.join(community, ben);
    changeSettings(scene.world, community, ana, { joinApproval: false });
    expect(community.joinRequests.size).toBe(0);
  });

  it('is not what any other change does', () => {
    const { scene, group } = asked();
    changeSettings(scene.world, group, ana, { name: 'Crew 2', joinApproval: true });
    expect(group.joinRequests.size).toBe(1);
  });
});

/** A group with approval where Cleo is a plain member and Ben waits. */
function asked(rulings: Parameters<typeof createScene>[0] = {}) {
  const scene = createScene(rulings);
  const group = scene.group(ana, [cleo], APPROVAL);
  scene.join(group, ben);
  return { scene, group };
}
