/** What no call shows: in which order, and at which moment, what is due happens. */
import { describe, expect, it } from 'vitest';
import { schedule, settle } from '../../../mock/world/agenda.ts';
import { HOUR } from '../../../mock/world/clock.ts';
import { ana, ben, cleo, createScene, membersOf, type Scene } from './scene.ts';

/** Lets somebody join a group so many hours from now. */
function joinsIn(scene: Scene, hours: number, phone: string, group: string) {
  return schedule(scene.world, scene.world.clock.now() + hours * HOUR, phone, { do: 'join', by: { group } });
}

describe('what people are going to do', () => {
  it('happens when it is due, and not before', () => {
    const scene = createScene();
    const group = scene.group(ana);
    joinsIn(scene, 2, ben, group.jid);
    settle(scene.world);
    scene.wait(2 * HOUR - 1);
    settle(scene.world);
    expect(membersOf(group)).toEqual([ana]);
    scene.wait(1);
    settle(scene.world);
    expect(membersOf(group)).toEqual([ana, ben]);
    expect(scene.world.agenda).toEqual([]);
  });

  it('happens in order, each at its own moment, however late somebody looks', () => {
    const scene = createScene();
    const group = scene.group(ana);
    const start = scene.world.clock.now();
    joinsIn(scene, 3, cleo, group.jid);
    joinsIn(scene, 1, ben, group.jid);
    scene.wait(100 * HOUR);
    settle(scene.world);
    expect(membersOf(group)).toEqual([ana, ben, cleo]);
    const joined = scene.world.happenings.filter(({ change }) => change.kind === 'joined');
    expect(joined.map(({ at }) => (at - start) / HOUR)).toEqual([1, 3]);
  });

  it('at the same moment happens in the order in which it was scheduled', () => {
    const scene = createScene();
    const group = scene.group(ana);
    joinsIn(scene, 1, ben, group.jid);
    joinsIn(scene, 1, cleo, group.jid);
    scene.wait(HOUR);
    settle(scene.world);
    expect(membersOf(group)).toEqual([ana, ben, cleo]);
  });

  it('is recorded when the rules refuse it by then, and the rest goes on', () => {
    const scene = createScene();
    const group = scene.group(ana);
    joinsIn(scene, 1, ben, '120363000000000000@g.us');
    joinsIn(scene, 2, ben, group.jid);
    scene.wait(2 * HOUR);
    settle(scene.world);
    expect(scene.world.happenings.map(({ change }) => change)).toContainEqual(
      expect.objectContaining({ kind: 'refused', rule: 'no-such-group' }),
    );
    expect(membersOf(group)).toEqual([ana, ben]);
  });
});
