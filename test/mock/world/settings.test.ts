import { describe, expect, it } from 'vitest';
import type { Settings } from '../../../mock/world/groups.ts';
import { changePicture, changeSettings } from '../../../mock/world/settings.ts';
import { ana, ben, createScene } from './scene.ts';

const JPEG = '/9j/4AAQSkZJRg==';

describe('changing settings', () => {
  const changes: Partial<Settings>[] = [
    { name: 'Crew 2' },
    { topic: 'What we do' },
    { announcement: true },
    { locked: true },
    { joinApproval: true },
    { memberAddMode: 'admin' },
    { ephemeralSeconds: 604800 },
  ];

  it.each(changes)('changes %j and nothing else', (change) => {
    const { world, group } = createScene();
    const crew = group(ana);
    const before = { ...crew.settings };
    changeSettings(world, crew, ana, change);
    expect(crew.settings).toEqual({ ...before, ...change });
  });

  it('changes all of them or, when one is refused, none', () => {
    const { world, group, refusal } = createScene();
    const crew = group(ana, [ben]);
    const byMember = () => changeSettings(world, crew, ben, { name: 'Crew 2', announcement: true });
    expect(refusal(byMember)).toBe('not-an-admin');
    const tooLong = () => changeSettings(world, crew, ana, { topic: 'New', name: 'x'.repeat(101) });
    expect(refusal(tooLong)).toBe('name-too-long');
  });

  it('accepts a name of 100 characters', () => {
    const { world, group } = createScene();
    const crew = group(ana);
    changeSettings(world, crew, ana, { name: 'é'.repeat(100) });
    expect(crew.settings.name).toHaveLength(100);
  });

  it('is refused for name and topic of a locked group, except to admins', () => {
    const { world, group, refusal } = createScene();
    const crew = group(ana, [ben], { locked: true });
    expect(refusal(() => changeSettings(world, crew, ben, { name: 'Crew 2' }))).toBe('group-is-locked');
    expect(refusal(() => changeSettings(world, crew, ben, { ephemeralSeconds: 86400 }))).toBe(
      'group-is-locked',
    );
    changeSettings(world, crew, ana, { name: 'Crew 2' });
    expect(crew.settings.name).toBe('Crew 2');
  });
});

describe('a picture', () => {
  it('has the Unix time as its id, and a higher one for each that comes after it', () => {
    const { world, group, wait } = createScene();
    const crew = group(ana);
    const seconds = Date.parse('2026-06-15T12:00:00Z') / 1000;
    expect(changePicture(world, crew, ana, JPEG)).toBe(String(seconds));
    expect(changePicture(world, crew, ana, JPEG)).toBe(String(seconds + 1));
    wait(60_000);
    expect(changePicture(world, crew, ana, JPEG)).toBe(String(seconds + 60));
    expect(crew.settings.pictureId).toBe(String(seconds + 60));
  });

  it('is refused when it is no JPEG', () => {
    const { world, group, refusal } = createScene();
    const crew = group(ana);
    for (const image of ['', 'iVBORw0KGgo=', 'data:image/jpeg;base64,/9j/']) {
      expect(refusal(() => changePicture(world, crew, ana, image))).toBe('not-a-jpeg');
    }
  });

  it('of a community is that of its announcement group too', () => {
    const { world, community } = createScene();
    const town = community(ana);
    const id = changePicture(world, town.community, ana, JPEG);
    expect(town.announcementGroup.settings.pictureId).toBe(id);
  });
});

describe('an announcement group', () => {
  it.each<Partial<Settings>>([
    { name: 'News' },
    { topic: 'News' },
    { announcement: false },
    { locked: true },
    { joinApproval: true },
    { memberAddMode: 'admin' },
    { ephemeralSeconds: 86400 },
  ])('follows its community: nobody sets %j', (change) => {
    const { world, community, refusal } = createScene();
    const { announcementGroup } = community(ana);
    const attempt = () => changeSettings(world, announcementGroup, ana, change);
    expect(refusal(attempt)).toBe('not-on-announcement-group');
  });

  it('has no picture of its own', () => {
    const { world, community, refusal } = createScene();
    const { announcementGroup } = community(ana);
    expect(refusal(() => changePicture(world, announcementGroup, ana, JPEG))).toBe(
      'not-on-announcement-group',
    );
  });
});

describe('a community', () => {
  it.each<Partial<Settings>>([
    { announcement: true },
    { memberAddMode: 'admin' },
    { ephemeralSeconds: 86400 },
  ])('does not support %j', (change) => {
    const { world, community, refusal } = createScene();
    const town = community(ana).community;
    expect(refusal(() => changeSettings(world, town, ana, change))).toBe('not-on-community');
  });

  it('can be locked and given approval; its announcement group stays as it is', () => {
    const { world, community } = createScene();
    const town = community(ana);
    changeSettings(world, town.community, ana, { locked: true, joinApproval: true });
    expect(town.community.settings).toMatchObject({ locked: true, joinApproval: true });
    expect(town.announcementGroup.settings).toMatchObject({ locked: false, joinApproval: false });
  });
});
