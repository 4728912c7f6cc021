import { describe, expect, it } from 'vitest';
import { HOUR } from '../../../mock/world/clock.ts';
import type { Group } from '../../../mock/world/groups.ts';
import { addParticipants } from '../../../mock/world/membership.ts';
import { findPerson, MAGIC_NUMBERS } from '../../../mock/world/people.ts';
import { ana, ben, cleo, createScene, dan, eva, membersOf, type Scene } from './scene.ts';

const MINUTE = HOUR / 60;

describe('an added person', () => {
  it('is a plain member, and their row has no error', () => {
    const scene = createScene();
    const group = scene.group(ana);
    expect(addParticipants(scene.world, group, ana, scene.people(ben))).toStrictEqual([
      { person: scene.person(ben), role: 'member' },
    ]);
    expect(group.members.get(ben)).toBe('member');
  });

  it('is added although another row of the same request fails', () => {
    const scene = createScene();
    const group = scene.group(ana, [ben]);
    scene.person(cleo).addableBy = 'nobody';
    expect(scene.add(group, ana, ben, cleo, dan)).toEqual([409, 403, 'done']);
    expect(membersOf(group)).toEqual([ana, ben, dan]);
  });

  it('has one row for each time that they are named: the first acts, the rest see its effect', () => {
    const scene = createScene();
    expect(scene.add(scene.group(ana), ana, ben, ben, ben)).toEqual(['done', 409, 409]);
  });
});

describe('a row fails with', () => {
  it('401 when the person blocked the adder, and only for that adder', () => {
    const scene = createScene();
    const group = scene.group(ana, [ben]);
    scene.person(cleo).blocked = new Set([ana]);
    expect(scene.add(group, ana, cleo)).toEqual([401]);
    expect(scene.add(group, ben, cleo)).toEqual(['done']);
  });

  it('402 when an admin removed the person and a plain member adds them', () => {
    const scene = createScene();
    const group = scene.group(ana, [ben, cleo]);
    scene.remove(group, ana, cleo);
    expect(scene.add(group, ben, cleo)).toEqual([402]);
    expect(membersOf(group)).not.toContain(cleo);
  });

  it('402 no longer once an admin added them again', () => {
    const scene = createScene();
    const group = scene.group(ana, [ben, cleo]);
    scene.remove(group, ana, cleo);
    expect(scene.add(group, ana, cleo)).toEqual(['done']);
    scene.leave(group, cleo);
    expect(scene.add(group, ben, cleo)).toEqual(['done']);
  });

  it('402 never for somebody who left of their own accord', () => {
    const scene = createScene();
    const group = scene.group(ana, [ben, cleo]);
    scene.leave(group, cleo);
    expect(scene.add(group, ben, cleo)).toEqual(['done']);
  });

  it('403 when privacy forbids it, with an add_request of 16 characters that is valid for 72 hours', () => {
    const scene = createScene();
    const group = scene.group(ana);
    scene.person(ben).addableBy = 'nobody';
    const [row] = addParticipants(scene.world, group, ana, scene.people(ben));
    expect(row?.error).toBe(403);
    expect(row?.addRequest?.code).toMatch(/^[A-Za-z0-9]{16}$/);
    expect(row?.addRequest?.expiresAt).toBe(scene.world.clock.now() + 72 * HOUR);
    expect(membersOf(group)).toEqual([ana]);
  });

  it('403 when only contacts may add the person, and the adder is none', () => {
    const scene = createScene();
    const group = scene.group(ana, [ben]);
    Object.assign(scene.person(cleo), { addableBy: 'contacts', contacts: new Set([ben]) });
    expect(scene.add(group, ana, cleo)).toEqual([403]);
    expect(scene.add(group, ben, cleo)).toEqual(['done']);
  });

  it('404 when the number is not on WhatsApp', () => {
    const scene = createScene();
    scene.person(ben).onWhatsApp = false;
    expect(scene.add(scene.group(ana), ana, ben)).toEqual([404]);
  });

  it('404 when it is a LID that nobody has', () => {
    const { world, group } = withGroup();
    const [row] = addParticipants(world, group, ana, [findPerson(world, '123456789012345@lid')]);
    expect(row).toMatchObject({ error: 404, role: undefined });
  });

  it('409 when the person is a member already', () => {
    const scene = createScene();
    const group = scene.group(ana, [ben]);
    expect(scene.add(group, ana, ben, ana)).toEqual([409, 409]);
  });

  it('409 for a member whatever else would be in the way', () => {
    const scene = createScene({ 'group-members-limit': 2 });
    const group = scene.group(ana, [ben]);
    Object.assign(scene.person(ben), { blocked: new Set([ana]), addableBy: 'nobody' });
    expect(scene.add(group, ana, ben)).toEqual([409]);
  });

  it('417 when the person was removed from the community and no admin of it adds them', () => {
    const scene = createScene();
    const { community } = scene.community(ana, [ben, cleo]);
    const group = scene.group(ana, [ben], {}, community);
    scene.remove(community, ana, cleo);
    expect(scene.add(group, ben, cleo)).toEqual([417]);
    expect(scene.add(group, ana, cleo)).toEqual(['done']);
  });

  it('419 when the community is full', () => {
    const scene = createScene({ 'community-members-limit': 2 });
    const { community, announcementGroup } = scene.community(ana, [ben]);
    const group = scene.group(ana, [], {}, community);
    expect(scene.add(community, ana, cleo)).toEqual([419]);
    expect(scene.add(announcementGroup, ana, cleo)).toEqual([419]);
    expect(scene.add(group, ana, cleo, ben)).toEqual([419, 'done']);
  });

  it('421 when a plain member adds while approval is on, and a join request is made instead', () => {
    const scene = createScene();
    const group = scene.group(ana, [ben], { joinApproval: true });
    expect(scene.add(group, ben, cleo, cleo)).toEqual([421, 421]);
    expect(membersOf(group)).not.toContain(cleo);
    expect([...group.joinRequests.values()]).toEqual([
      { phone: cleo, at: scene.world.clock.now(), addedBy: ben },
    ]);
  });

  it('421 never when an admin adds', () => {
    const scene = createScene();
    const group = scene.group(ana, [], { joinApproval: true });
    expect(scene.add(group, ana, ben)).toEqual(['done']);
  });

  it('500 when the group is full', () => {
    const scene = createScene({ 'group-members-limit': 2 });
    const group = scene.group(ana);
    expect(scene.add(group, ana, ben, cleo)).toEqual(['done', 500]);
    expect(membersOf(group)).toEqual([ana, ben]);
  });

  it.each(Object.entries(MAGIC_NUMBERS))(
    'its own code whenever the magic number %s is added: %i',
    (magic, code) => {
      const scene = createScene();
      const group = scene.group(ana);
      const [row] = addParticipants(scene.world, group, ana, scene.people(magic));
      expect(row?.error).toBe(code);
      expect(row?.addRequest !== undefined).toBe(code === 403);
      expect(scene.add(group, ana, magic)).toEqual([code]);
      scene.join(group, magic);
      expect(scene.add(group, ana, magic)).toEqual([409]);
    },
  );
});

describe('a row fails with 408, recently left,', () => {
  it('when the person left twice within 24 hours', () => {
    const { scene, group } = leftTwice(23 * HOUR);
    expect(scene.add(group, ana, eva)).toEqual([408]);
  });

  it('until 24 hours after they left', () => {
    const { scene, group } = leftTwice(1 * HOUR);
    scene.wait(24 * HOUR - MINUTE);
    expect(scene.add(group, ana, eva)).toEqual([408]);
    scene.wait(MINUTE);
    expect(scene.add(group, ana, eva)).toEqual(['done']);
  });

  it('never when they left twice more than 24 hours apart', () => {
    const { scene, group } = leftTwice(24 * HOUR + MINUTE);
    expect(scene.add(group, ana, eva)).toEqual(['done']);
  });

  it('never when they left once', () => {
    const scene = createScene();
    const group = scene.group(ana, [eva]);
    scene.leave(group, eva);
    expect(scene.add(group, ana, eva)).toEqual(['done']);
  });

  it('never when an admin removed them', () => {
    const scene = createScene();
    const group = scene.group(ana, [eva]);
    scene.leave(group, eva);
    scene.add(group, ana, eva);
    scene.remove(group, ana, eva);
    expect(scene.add(group, ana, eva)).toEqual(['done']);
  });

  it('in that group only, and not when they come by link', () => {
    const { scene, group } = leftTwice(1 * HOUR);
    expect(scene.add(scene.group(ana), ana, eva)).toEqual(['done']);
    expect(scene.join(group, eva).pending).toBe(false);
  });
});

function withGroup(): { world: Scene['world']; group: Group } {
  const scene = createScene();
  return { world: scene.world, group: scene.group(ana) };
}

/** Eva left, came back at once, and left again after some time. */
function leftTwice(apart: number): { scene: Scene; group: Group } {
  const scene = createScene();
  const group = scene.group(ana, [eva]);
  scene.leave(group, eva);
  scene.add(group, ana, eva);
  scene.wait(apart);
  scene.leave(group, eva);
  return { scene, group };
}
