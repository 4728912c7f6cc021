import { describe, expect, it } from 'vitest';
import { HOUR } from '../../../mock/world/clock.ts';
import { linkGroup } from '../../../mock/world/communities.ts';
import type { Group } from '../../../mock/world/groups.ts';
import {
  joinByLink,
  joinByPrivateInvite,
  type PrivateInvite,
  readInviteCode,
  resetInviteCode,
} from '../../../mock/world/invites.ts';
import { addParticipants } from '../../../mock/world/membership.ts';
import { ana, ben, cleo, createScene, dan, membersOf, type Scene } from './scene.ts';

describe('an invite link', () => {
  it('stays the same however often it is read', () => {
    const { world, group } = createScene();
    const crew = group(ana);
    const code = readInviteCode(world, crew, ana);
    expect(code).toMatch(/^[A-Za-z0-9]{22}$/);
    expect(readInviteCode(world, crew, ana)).toBe(code);
  });

  it('lets people in as plain members', () => {
    const scene = createScene();
    const group = scene.group(ana);
    expect(scene.join(group, ben)).toEqual({ group, pending: false });
    expect(group.members.get(ben)).toBe('member');
  });

  it('is dead at once when it is reset, and the new one works', () => {
    const scene = createScene();
    const group = scene.group(ana);
    const old = group.inviteCode;
    expect(resetInviteCode(scene.world, group, ana)).toBe(group.inviteCode);
    expect(group.inviteCode).not.toBe(old);
    expect(scene.refusal(() => joinByLink(scene.world, ben, old))).toBe('invite-link-reset');
    expect(scene.join(group, ben).pending).toBe(false);
  });

  it('stays dead, however often the link is reset again', () => {
    const scene = createScene();
    const group = scene.group(ana);
    const dead = [0, 1, 2].map(() => {
      const code = group.inviteCode;
      resetInviteCode(scene.world, group, ana);
      return code;
    });
    for (const code of dead) {
      expect(scene.refusal(() => joinByLink(scene.world, ben, code))).toBe('invite-link-reset');
    }
  });

  it('is unknown when it never existed', () => {
    const scene = createScene();
    for (const code of ['x'.repeat(22), '', 'constructor']) {
      expect(scene.refusal(() => joinByLink(scene.world, ben, code))).toBe('no-such-invite');
    }
  });

  it('leads nowhere when its group has ended', () => {
    const scene = createScene();
    const group = scene.group(ana);
    scene.leave(group, ana);
    expect(scene.refusal(() => scene.join(group, ben))).toBe('no-such-group');
  });

  it('is refused to a member', () => {
    const scene = createScene();
    const group = scene.group(ana, [ben]);
    expect(scene.refusal(() => scene.join(group, ben))).toBe('already-a-member');
  });

  it('is refused to who was removed by an admin, and open to who left', () => {
    const scene = createScene();
    const group = scene.group(ana, [ben, cleo]);
    scene.remove(group, ana, ben);
    scene.leave(group, cleo);
    expect(scene.refusal(() => scene.join(group, ben))).toBe('removed-by-admin');
    expect(scene.join(group, cleo).pending).toBe(false);
  });

  it('is refused when the group is full', () => {
    const scene = createScene({ 'group-members-limit': 1 });
    const group = scene.group(ana);
    expect(scene.refusal(() => scene.join(group, ben))).toBe('group-full');
  });
});

describe('the invite link of a linked group', () => {
  it('leads into the community as well', () => {
    const scene = createScene();
    const { community, announcementGroup } = scene.community(ana);
    const group = scene.group(ana, [], {}, community);
    scene.join(group, ben);
    for (const one of [group, community, announcementGroup]) expect(membersOf(one)).toEqual([ana, ben]);
  });

  it('is refused when the community is full, yet not to who is in it', () => {
    const scene = createScene({ 'community-members-limit': 2 });
    const { community } = scene.community(ana, [ben]);
    const group = scene.group(ana, [], {}, community);
    expect(scene.refusal(() => scene.join(group, cleo))).toBe('community-full');
    expect(scene.join(group, ben).pending).toBe(false);
  });

  it('is refused to who was removed from the community', () => {
    const scene = createScene();
    const { community } = scene.community(ana, [ben]);
    const group = scene.group(ana, [], {}, community);
    scene.remove(community, ana, ben);
    expect(scene.refusal(() => scene.join(group, ben))).toBe('removed-by-admin');
  });
});

describe('the invite link of a community', () => {
  it.each(['community', 'announcementGroup'] as const)('leads into its announcement group (%s)', (side) => {
    const scene = createScene();
    const both = scene.community(ana);
    expect(scene.join(both[side], ben)).toEqual({ group: both[side], pending: false });
    expect(membersOf(both.announcementGroup)).toEqual([ana, ben]);
    expect(membersOf(both.community)).toEqual([ana, ben]);
    expect(scene.refusal(() => scene.join(both[side], ben))).toBe('already-a-member');
  });

  it('is refused when the community is full, and to who was removed', () => {
    const scene = createScene({ 'community-members-limit': 2 });
    const { community } = scene.community(ana, [ben]);
    expect(scene.refusal(() => scene.join(community, cleo))).toBe('community-full');
    scene.remove(community, ana, ben);
    expect(scene.refusal(() => scene.join(community, ben))).toBe('removed-by-admin');
  });
});

describe('a private invite', () => {
  it('lets the invited person in, once', () => {
    const { scene, group, accept } = invited();
    expect(accept()).toEqual({ group, pending: false });
    expect(membersOf(group)).toEqual([ana, ben]);
    scene.leave(group, ben);
    expect(scene.refusal(accept)).toBe('private-invite-used');
  });

  it('is valid for 72 hours', () => {
    const fresh = invited();
    fresh.scene.wait(72 * HOUR - 1);
    expect(fresh.accept().pending).toBe(false);
    const late = invited();
    late.scene.wait(72 * HOUR);
    expect(late.scene.refusal(late.accept)).toBe('private-invite-expired');
  });

  it('is for the invited person only', () => {
    const { scene, accept } = invited();
    expect(scene.refusal(() => accept({}, cleo))).toBe('private-invite-of-another');
    expect(accept().pending).toBe(false);
  });

  it('is unknown with another inviter, another group or another code', () => {
    const { scene, accept } = invited();
    const other = scene.group(ana).jid;
    expect(scene.refusal(() => accept({ inviter: dan }))).toBe('no-such-invite');
    expect(scene.refusal(() => accept({ group: other }))).toBe('no-such-invite');
    expect(scene.refusal(() => accept({ code: 'x'.repeat(16) }))).toBe('no-such-invite');
    expect(scene.refusal(() => accept({ group: '120363000000000000@g.us' }))).toBe('no-such-group');
  });

  it('is refused to a member and to a full group, and is not used up by that', () => {
    const { scene, group, accept } = invited({ 'group-members-limit': 2 });
    scene.join(group, ben);
    expect(scene.refusal(accept)).toBe('already-a-member');
    scene.leave(group, ben);
    scene.join(group, cleo);
    expect(scene.refusal(accept)).toBe('group-full');
    scene.leave(group, cleo);
    expect(accept().pending).toBe(false);
  });

  it('survives a reset of the invite link', () => {
    const { scene, group, accept } = invited();
    resetInviteCode(scene.world, group, ana);
    expect(accept().pending).toBe(false);
  });

  it('into a community works under the JID of either side', () => {
    for (const side of ['community', 'announcementGroup'] as const) {
      const scene = createScene();
      const both = scene.community(ana);
      const { code } = inviteTo(scene, both.community);
      joinByPrivateInvite(scene.world, ben, { code, group: both[side].jid, inviter: ana });
      expect(membersOf(both.community)).toEqual([ana, ben]);
      expect(membersOf(both.announcementGroup)).toEqual([ana, ben]);
    }
  });

  it('into a group that was linked since leads into the community as well', () => {
    const { scene, group, accept } = invited();
    const { community } = scene.community(ana);
    linkGroup(scene.world, community, group.jid, ana);
    accept();
    expect(membersOf(community)).toEqual([ana, ben]);
  });
});

/** A group of Ana, who tried to add Ben and got a private invite for him. */
function invited(rulings: Parameters<typeof createScene>[0] = {}) {
  const scene = createScene(rulings);
  const group = scene.group(ana);
  const invite = inviteTo(scene, group);
  const accept = (other: Partial<Pick<PrivateInvite, 'code' | 'group' | 'inviter'>> = {}, phone = ben) =>
    joinByPrivateInvite(scene.world, phone, { code: invite.code, group: group.jid, inviter: ana, ...other });
  return { scene, group, accept };
}

function inviteTo(scene: Scene, group: Group): PrivateInvite {
  scene.person(ben).addableBy = 'nobody';
  const [row] = addParticipants(scene.world, group, ana, scene.people(ben));
  if (row?.addRequest === undefined) throw new Error('There was no private invite.');
  return row.addRequest;
}
