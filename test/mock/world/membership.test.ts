import { describe, expect, it } from 'vitest';
import { readGroup } from '../../../mock/world/reading.ts';
import { adminsOf, ana, ben, cleo, createScene, dan, membersOf, strangers } from './scene.ts';

describe('removing', () => {
  it('takes members out, one row each', () => {
    const scene = createScene();
    const group = scene.group(ana, [ben, cleo, dan]);
    expect(scene.remove(group, ana, ben, cleo)).toEqual(['done', 'done']);
    expect(membersOf(group)).toEqual([ana, dan]);
  });

  it('fails with 404 for who is no member', () => {
    const scene = createScene();
    expect(scene.remove(scene.group(ana), ana, ben)).toEqual([404]);
  });

  it('fails with 406 for the creator, whoever tries', () => {
    const scene = createScene();
    const group = scene.group(ana, [ben]);
    scene.promote(group, ana, ben);
    expect(scene.remove(group, ben, ana)).toEqual([406]);
    expect(group.members.get(ana)).toBe('creator');
  });

  it('fails with 405 for oneself', () => {
    const scene = createScene();
    const group = scene.group(ana, [ben]);
    scene.promote(group, ana, ben);
    expect(scene.remove(group, ben, ben)).toEqual([405]);
    expect(membersOf(group)).toContain(ben);
  });

  it('fails with 405 for an admin in an announcement group', () => {
    const scene = createScene();
    const { announcementGroup } = scene.community(ana, [ben, cleo]);
    scene.promote(announcementGroup, ana, ben);
    expect(scene.remove(announcementGroup, ana, ben, cleo)).toEqual([405, 'done']);
  });

  it('works on an admin in an ordinary group', () => {
    const scene = createScene();
    const group = scene.group(ana, [ben]);
    scene.promote(group, ana, ben);
    expect(scene.remove(group, ana, ben)).toEqual(['done']);
  });

  it('sees its own effect when somebody is named twice', () => {
    const scene = createScene();
    expect(scene.remove(scene.group(ana, [ben]), ana, ben, ben)).toEqual(['done', 404]);
  });
});

describe('promoting', () => {
  it('makes an admin of a member', () => {
    const scene = createScene();
    const group = scene.group(ana, [ben]);
    expect(scene.promote(group, ana, ben)).toEqual(['done']);
    expect(group.members.get(ben)).toBe('admin');
  });

  it('fails with 404 for who is no member', () => {
    const scene = createScene();
    expect(scene.promote(scene.group(ana), ana, ben)).toEqual([404]);
  });

  it('succeeds for who is an admin already, and leaves the creator the creator', () => {
    const scene = createScene();
    const group = scene.group(ana, [ben]);
    expect(scene.promote(group, ana, ben, ben, ana)).toEqual(['done', 'done', 'done']);
    expect([...group.members.values()]).toEqual(['creator', 'admin']);
  });

  it('knows no limit of admins in an ordinary group', () => {
    const scene = createScene();
    const crowd = strangers(30);
    expect(new Set(scene.promote(scene.group(ana, crowd), ana, ...crowd))).toEqual(new Set(['done']));
  });
});

describe('demoting', () => {
  it('makes a plain member of an admin, also by an admin who is not the creator', () => {
    const scene = createScene();
    const group = scene.group(ana, [ben, cleo]);
    scene.promote(group, ana, ben, cleo);
    expect(scene.demote(group, ben, cleo)).toEqual(['done']);
    expect(group.members.get(cleo)).toBe('member');
  });

  it('fails with 404 for who is no member', () => {
    const scene = createScene();
    expect(scene.demote(scene.group(ana), ana, ben)).toEqual([404]);
  });

  it('fails with 406 for the creator', () => {
    const scene = createScene();
    const group = scene.group(ana, [ben]);
    scene.promote(group, ana, ben);
    expect(scene.demote(group, ben, ana)).toEqual([406]);
    expect(group.members.get(ana)).toBe('creator');
  });

  it('succeeds for a plain member, also when they are named twice', () => {
    const scene = createScene();
    const group = scene.group(ana, [ben, cleo]);
    scene.promote(group, ana, ben);
    expect(scene.demote(group, ana, cleo, ben, ben)).toEqual(['done', 'done', 'done']);
    expect(adminsOf(group)).toEqual([ana]);
  });
});

describe('leaving', () => {
  it('is open to everybody in an ordinary group, the creator included', () => {
    const scene = createScene();
    const group = scene.group(ana, [ben, cleo]);
    scene.leave(group, cleo);
    scene.leave(group, ana);
    expect(membersOf(group)).toEqual([ben]);
  });

  it('makes the longest-standing member an admin when the only admin goes', () => {
    const scene = createScene();
    const group = scene.group(ana, [ben, cleo]);
    scene.leave(group, ana);
    expect(group.members).toEqual(
      new Map([
        [ben, 'admin'],
        [cleo, 'member'],
      ]),
    );
  });

  it('counts standing from the last time of joining', () => {
    const scene = createScene();
    const group = scene.group(ana, [ben, cleo]);
    scene.leave(group, ben);
    scene.add(group, ana, ben);
    scene.leave(group, ana);
    expect(adminsOf(group)).toEqual([cleo]);
  });

  it('makes nobody an admin while another admin is there', () => {
    const scene = createScene();
    const group = scene.group(ana, [ben, cleo]);
    scene.promote(group, ana, cleo);
    scene.leave(group, ana);
    expect(adminsOf(group)).toEqual([cleo]);
  });

  it('leaves no super admin when the creator goes, and does not bring one back with them', () => {
    const scene = createScene();
    const group = scene.group(ana, [ben]);
    scene.leave(group, ana);
    scene.add(group, ben, ana);
    expect([...group.members]).toEqual([
      [ben, 'admin'],
      [ana, 'member'],
    ]);
    expect(group.owner).toBe(ana);
  });

  it('ends the group when the last one goes: it is not found any more', () => {
    const scene = createScene();
    const group = scene.group(ana, [ben]);
    scene.leave(group, ana);
    scene.leave(group, ben);
    expect(scene.refusal(() => readGroup(scene.world, group.jid, ben))).toBe('no-such-group');
    expect(scene.refusal(() => scene.join(group, ana))).toBe('no-such-group');
  });
});

describe('somebody who left or was removed', () => {
  it('is no participant any more and cannot read the group', () => {
    const scene = createScene();
    const group = scene.group(ana, [ben, cleo]);
    scene.leave(group, ben);
    scene.remove(group, ana, cleo);
    for (const phone of [ben, cleo]) {
      expect(scene.refusal(() => readGroup(scene.world, group.jid, phone))).toBe('not-a-participant');
      expect(scene.refusal(() => scene.leave(group, phone))).toBe('not-a-participant');
    }
  });

  it('comes back as a plain member, whatever they were', () => {
    const scene = createScene();
    const group = scene.group(ana, [ben]);
    scene.promote(group, ana, ben);
    scene.remove(group, ana, ben);
    scene.add(group, ana, ben);
    expect(group.members.get(ben)).toBe('member');
  });
});
