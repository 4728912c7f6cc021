/** What no case makes: worlds that are seeded by size. */
import { describe, expect, it } from 'vitest';
import { createPlane, expectRefused, type Json, type Plane } from './plane.ts';

const SIZE = { groups: 20, communities: 3, members: [2, 200], seed: 42 };

async function worldOf(plane: Plane, world = 'default'): Promise<Json> {
  return (await plane.control('GET', `/worlds/${world}/snapshot`)).body.snapshot.world;
}

const seed = (plane: Plane, body: object, world = 'default') =>
  plane.control('POST', `/worlds/${world}/seed`, body);

describe('a world by size', async () => {
  const plane = await createPlane({ seed: 1 });
  const { body } = await seed(plane, SIZE);
  const { groups, people, devices } = await worldOf(plane);
  const plain = groups.filter(({ kind }: Json) => kind === 'group');

  it('has as many groups, communities and members as were wanted', () => {
    expect(body).toEqual({ success: true, groups: 26, people: people.length, made: {} });
    expect(plain).toHaveLength(20);
    expect(groups.filter(({ kind }: Json) => kind === 'community')).toHaveLength(3);
    const sizes = plain.map(({ members }: Json) => members.length);
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(2);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(200);
    expect(new Set(sizes).size).toBeGreaterThan(10);
  });

  it('is varied: names, settings, roles, links, requests and traits', () => {
    expect(new Set(plain.map(({ settings }: Json) => settings.name)).size).toBeGreaterThan(15);
    for (const name of ['locked', 'joinApproval', 'memberAddMode', 'ephemeralSeconds'])
      expect(new Set(plain.map(({ settings }: Json) => settings[name])).size, name).toBeGreaterThan(1);
    const linked = plain.filter(({ parent }: Json) => parent !== null);
    expect(linked.length).toBeGreaterThan(5);
    expect(linked.length).toBeLessThan(15);
    const roles = plain.flatMap(({ members }: Json) => members.map(({ role }: Json) => role));
    expect(new Set(roles)).toEqual(new Set(['creator', 'admin', 'member']));
    expect(plain.some(({ joinRequests }: Json) => joinRequests.length > 0)).toBe(true);
    expect(people.filter(({ name }: Json) => name !== '').length).toBeGreaterThan(500);
    expect(people.filter(({ addableBy }: Json) => addableBy !== 'everyone').length).toBeGreaterThan(5);
  });

  it('has the accounts in a good share of the groups', async () => {
    for (const { groups: own } of devices) {
      expect(own.length).toBeGreaterThan(6);
      expect(own.length).toBeLessThan(26);
    }
    const list = (await plane.as('first').get('/groups')).body.groups;
    expect(list).toHaveLength(devices[0].groups.length);
  });

  it('is the same again from the same seeds, and another from another', async () => {
    const again = await createPlane({ seed: 1 });
    await seed(again, SIZE);
    expect(await worldOf(again)).toEqual(await worldOf(plane));
    await again.control('POST', '/worlds/default/reset');
    await seed(again, { ...SIZE, seed: 43 });
    const other = await worldOf(again);
    expect(other.groups.map(({ settings }: Json) => settings.name)).not.toEqual(
      groups.map(({ settings }: Json) => settings.name),
    );
  });

  it('comes on top of what is there, by the same rules as everything', async () => {
    const mine = await createPlane({ seed: 2 });
    const { jid } = await mine.as('first').createGroup();
    expect((await seed(mine, { groups: 3 })).body.groups).toBe(4);
    expect((await seed(mine, { groups: 3 })).body.groups).toBe(7);
    expect((await mine.as('first').get(`/groups/${jid}`)).status).toBe(200);
  });

  it('is filled while other worlds go on, and none is held up for long', async () => {
    const mine = await createPlane({ seed: 2 });
    await mine.control('POST', '/worlds', { name: 'large' });
    let isFilled = false;
    let longest = 0;
    const turn = (before: NodeJS.CpuUsage) => {
      const { user, system } = process.cpuUsage(before);
      longest = Math.max(longest, (user + system) / 1000);
      if (!isFilled) setImmediate(turn, process.cpuUsage());
    };
    const filled = seed(mine, { groups: 3000 }, 'large').finally(() => {
      isFilled = true;
    });
    turn(process.cpuUsage());
    const answered: number[] = [];
    while (!isFilled) answered.push((await mine.as('first').get('/groups')).status);
    expect((await filled).body).toMatchObject({ success: true, groups: 3000 });
    expect(answered.length).toBeGreaterThan(5);
    expect(new Set(answered)).toEqual(new Set([200]));
    // Milliseconds of the processor: 50 at most on a quiet machine, and all of it together are over a thousand.
    expect(longest).toBeLessThan(500);
  });

  it.each([
    ['is reset', 'reset', /was reset, restored or ended while it was filled\. Seed it again\./],
    ['ends', undefined, /was reset, restored or ended/],
  ])('is told of when it %s meanwhile', async (_, act, says) => {
    const mine = await createPlane({ seed: 2 });
    await mine.control('POST', '/worlds', { name: 'large' });
    // Names are loaded by the first one, so that the second has begun when the world changes.
    await seed(mine, { groups: 1 }, 'large');
    const filled = seed(mine, { groups: 10_000 }, 'large');
    await mine.as('first').get('/groups');
    await (act === undefined
      ? mine.control('DELETE', '/worlds/large')
      : mine.control('POST', `/worlds/large/${act}`));
    expectRefused(await filled, 422, 'scenario-cannot-happen');
    expect((await filled).body.error).toMatch(says);
  });

  it('finds no room that another one is taking', async () => {
    const mine = await createPlane({ seed: 2, memory: 44 });
    await mine.control('POST', '/worlds', { name: 'other' });
    // Names are loaded by the first one, so that both are asked for at once.
    await seed(mine, { groups: 1 });
    const both = ['default', 'other'].map((world) => seed(mine, { groups: 1000, members: [50, 100] }, world));
    const [one, other] = await Promise.all(both);
    expect(one?.status).toBe(200);
    if (other !== undefined) expectRefused(other, 422, 'memory-is-full');
  });

  it('keeps within the rulings of its world', async () => {
    const rulings = {
      'group-members-limit': 30,
      'community-members-limit': 40,
      'community-groups-limit': 2,
      'subject-limit': 8,
    };
    await plane.control('POST', '/worlds', { name: 'small', seed: 1, rulings });
    const { status } = await seed(plane, { groups: 20, communities: 2, members: [10, 30] }, 'small');
    expect(status).toBe(200);
    const small = await worldOf(plane, 'small');
    for (const { kind, members, settings, community } of small.groups) {
      expect(members.length).toBeLessThanOrEqual(kind === 'group' ? 30 : 40);
      expect(settings.name.length).toBeLessThanOrEqual(8);
      expect(community?.linked.length ?? 0).toBeLessThanOrEqual(2);
    }
  });

  it.each([
    ['more members than a group may have', { groups: 1, members: [2, 1025] }, 422, /the most is 1024/],
    ['more members than the fewest', { groups: 1, members: [9, 2] }, 422, /put the smaller number first/],
    ['more than anybody waits for', { groups: 20_000, members: [1000, 1000] }, 422, /2000000 is the most/],
    ['too many groups', { groups: 20_001 }, 400, /validation failed/],
    ['one number for the members', { groups: 1, members: [2] }, 400, /validation failed/],
    ['nothing', {}, 400, /validation failed/],
    ['a scenario and a size', { scenario: 'school', groups: 1 }, 400, /validation failed/],
    ['a scenario that is none', { scenario: 'moon' }, 400, /validation failed/],
    ['a scenario that is a property of all objects', { scenario: 'constructor' }, 400, /validation failed/],
  ])('wanted with %s is refused, and nothing is made', async (_, wanted, status, says) => {
    const before = await worldOf(plane);
    const answer = await seed(plane, wanted);
    expectRefused(answer, status, status === 400 ? 'does-not-fit-the-document' : 'scenario-cannot-happen');
    expect(answer.body.error).toMatch(says);
    expect(await worldOf(plane)).toEqual(before);
  });
});
