import { describe, expect, it } from 'vitest';
import { findPerson, letsAdd, MAGIC_NUMBERS, personOf } from '../../../mock/world/people.ts';
import { ana, ben, cleo, createScene } from './scene.ts';

describe('a person', () => {
  it('is on WhatsApp, blocks nobody and lets everybody add them, unless told otherwise', () => {
    const { world } = createScene();
    expect(personOf(world, ana)).toMatchObject({ phone: ana, onWhatsApp: true, addableBy: 'everyone' });
    expect(personOf(world, ana).blocked.size).toBe(0);
    expect(letsAdd(personOf(world, ana), ben)).toBe(true);
  });

  it.each([
    ana,
    `${ana}@s.whatsapp.net`,
    `+${ana}`,
    '+55 (11) 90000-0001',
    '55-11-90000-0001@s.whatsapp.net',
  ])('is found by the spelling %s', (spelling) => {
    const { world } = createScene();
    expect(findPerson(world, spelling)).toBe(personOf(world, ana));
  });

  it('is found by their LID once they were met', () => {
    const { world } = createScene();
    const { lid } = personOf(world, ana);
    expect(lid).toMatch(/^\d{15}@lid$/);
    expect(findPerson(world, lid)).toBe(personOf(world, ana));
  });

  it('of an unknown LID has no number and is not on WhatsApp; nobody is met by asking', () => {
    const { world } = createScene();
    const lid = '123456789012345@lid';
    expect(findPerson(world, lid)).toMatchObject({ phone: '', lid, onWhatsApp: false });
    expect(world.people.size).toBe(0);
  });

  it('is somebody of their own in each world', () => {
    const [one, other] = [createScene(), createScene()];
    one.person(ana).addableBy = 'nobody';
    expect(other.person(ana).addableBy).toBe('everyone');
  });
});

describe('the privacy of a person', () => {
  it.each([
    ['everyone', true, true],
    ['contacts', true, false],
    ['nobody', false, false],
  ] as const)('that says %s', (addableBy, contactMayAdd, strangerMayAdd) => {
    const { person } = createScene();
    Object.assign(person(ana), { addableBy, contacts: new Set([ben]) });
    expect(letsAdd(person(ana), ben)).toBe(contactMayAdd);
    expect(letsAdd(person(ana), cleo)).toBe(strangerMayAdd);
  });
});

describe('the magic numbers', () => {
  it('end in the code that adding them gives', () => {
    expect(MAGIC_NUMBERS).toEqual({
      '5500000000401': 401,
      '5500000000402': 402,
      '5500000000403': 403,
      '5500000000404': 404,
      '5500000000408': 408,
      '5500000000417': 417,
    });
  });

  it('are on WhatsApp, except the one for 404', () => {
    const { person } = createScene();
    const absent = Object.keys(MAGIC_NUMBERS).filter((phone) => !person(phone).onWhatsApp);
    expect(absent).toEqual(['5500000000404']);
  });

  it('are not the only numbers: a number like a name of the language is a number', () => {
    const { world } = createScene();
    for (const odd of ['constructor', '__proto__']) {
      expect(personOf(world, odd)).toMatchObject({ phone: odd, alwaysRefused: undefined });
    }
  });
});
