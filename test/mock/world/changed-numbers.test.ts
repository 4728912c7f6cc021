/** What no case asks of numbers that people change: to one that is theirs already, and to one that somebody had. */
import { describe, expect, it } from 'vitest';
import { createMock } from '../../../mock/index.ts';

const [LONG, SHORT] = ['5511966666666', '551166666666'];
const [OLD, NEW] = ['5511777777777', '5511600000000'];

const worldOf = (phone: string) => {
  const world = createMock({ seed: 1 }).defaultWorld;
  const group = world.person('5511955555555').createsGroup('Here', [phone]);
  const members = () => world.group(group)?.members.map((one) => one.phone) ?? [];
  return { world, group, members };
};

describe('a number that is theirs already', () => {
  it.each([LONG, SHORT])('%s changes nothing', (number) => {
    const { world, group, members } = worldOf(LONG);
    const before = [world.person(LONG).traits(), members()];
    expect(world.person(LONG).changesNumber(number)).toMatchObject({ group: null });
    expect([world.person(LONG).traits(), members()]).toEqual(before);
    expect(world.person(LONG).leaves(group)).toMatchObject({ group: { members_count: 1 } });
  });

  it('changes nothing when it is another one that they have', () => {
    const { world } = worldOf(OLD);
    world.person(OLD).is({ aliases: [NEW] });
    const before = world.person(OLD).traits();
    world.person(OLD).changesNumber(NEW);
    expect(world.person(OLD).traits()).toEqual(before);
  });
});

describe('a number that nobody has any more', () => {
  it('can be had again by who had it, who is who they were', () => {
    const { world, members } = worldOf(OLD);
    const before = [world.person(OLD).traits(), members()];
    for (let times = 0; times < 2; times += 1) {
      world.person(OLD).changesNumber(NEW);
      expect(world.person(OLD).traits()).toMatchObject({ on_whatsapp: false });
      expect(members()).toContain(NEW);
      world.person(NEW).changesNumber(OLD);
      expect([world.person(OLD).traits(), members()]).toEqual(before);
      expect(world.person(NEW).traits()).toMatchObject({ on_whatsapp: false });
    }
  });

  it('can be had by somebody else', () => {
    const { world, members } = worldOf(OLD);
    const { lid } = world.person(LONG).traits();
    world.person(OLD).changesNumber(NEW);
    world.person(LONG).changesNumber(OLD);
    expect(world.person(OLD).traits()).toMatchObject({ lid, on_whatsapp: true });
    expect(members()).not.toContain(OLD);
  });

  it('is nobody in its other spelling too, by which it can be had again', () => {
    const { world, group } = worldOf(LONG);
    world.person(LONG).changesNumber(NEW);
    const { participants } = world.person('5511955555555').adds(group, SHORT);
    expect(participants).toMatchObject([{ error: 404 }]);
    world.person(NEW).changesNumber(SHORT);
    expect(world.person(SHORT).traits()).toEqual(world.person(LONG).traits());
    expect(world.person(SHORT).leaves(group)).toMatchObject({ group: { members_count: 1 } });
  });

  it('can be had by an account, which is on WhatsApp then', () => {
    const { world } = worldOf(OLD);
    world.person(OLD).changesNumber(NEW);
    world.account(OLD);
    expect(world.person(OLD).traits()).toMatchObject({ on_whatsapp: true });
    expect(world.person(OLD).createsGroup('Mine')).toContain('@g.us');
  });

  it('outlives a snapshot', () => {
    const { world } = worldOf(OLD);
    world.person(OLD).changesNumber(NEW);
    world.person(NEW).changesNumber(OLD);
    const saved = world.snapshot();
    world.restore(saved);
    expect(world.snapshot()).toEqual(saved);
  });
});

it.each([
  [
    'is in a group',
    (world: ReturnType<typeof worldOf>['world'], group: string) => void world.person(NEW).joins(group),
  ],
  [
    'was in a group',
    (world: ReturnType<typeof worldOf>['world'], group: string) => {
      world.person(NEW).joins(group);
      world.person(NEW).leaves(group);
    },
  ],
])('a number of somebody off WhatsApp who %s is theirs', (_, act) => {
  const { world, group } = worldOf(OLD);
  act(world, group);
  world.person(NEW).is({ on_whatsapp: false });
  expect(() => world.person(OLD).changesNumber(NEW)).toThrow(/number is that of another person/);
});
