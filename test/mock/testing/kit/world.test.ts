/** What no call shows: a world through the programming interface. */
import { Server } from 'node:net';
import { afterAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { createApp, createMock, MockError, type MockWorld, startMock } from '../../../../mock/index.ts';
import { clientOf } from '../../client.ts';

const GUEST = '5511777777777';
const mock = await startMock({ port: 0 });
afterAll(() => mock.close());

/** The code under test: whatever a team wrote against WUTS. */
function consumerOf(world: MockWorld) {
  const call = async (method: string, path: string, body?: object) => {
    const response = await fetch(mock.url + path, {
      method,
      headers: { Authorization: `Bearer ${world.token}`, 'Content-Type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return { status: response.status, body: JSON.parse(await response.text()) };
  };
  return {
    call,
    createGroup: async (...participants: string[]): Promise<string> =>
      (await call('POST', '/groups', { name: 'Team', participants })).body.group.jid,
    add: (group: string, ...participants: string[]) =>
      call('POST', `/groups/${group}/participants`, { participants }),
  };
}

describe('a world in the same process', () => {
  it('comes with tokens of its own, and ends', async () => {
    const world = mock.world();
    expect(world.accounts).toMatchObject([{ phone: '5511999999999' }, { phone: '5511888888888' }]);
    expect((await consumerOf(world).call('GET', '/groups')).status).toBe(200);
    const { token } = world;
    world.end();
    const headers = { Authorization: `Bearer ${token}` };
    expect((await fetch(`${mock.url}/groups`, { headers })).status).toBe(401);
    expect(() => world.groups()).toThrow(MockError);
  });

  it('is filled and looked into by what people do', async () => {
    const world = mock.world({ seed: 1 });
    const group = await consumerOf(world).createGroup(world.phone);
    const guest = world.person(GUEST);
    guest.joins(group);
    world.person(world.phone).promotes(group, GUEST);
    guest.sets(group, { topic: 'News', join_approval: true });
    expect(world.person('5511666666666').asks(group).pending_approval).toBe(true);
    expect(world.group(group)).toMatchObject({
      name: 'Team',
      topic: 'News',
      members: [
        { phone: world.phone, role: 'creator' },
        { phone: GUEST, role: 'admin' },
      ],
      join_requests: ['5511666666666'],
    });
    expect(guest.tries().leaves(group).events).toMatchObject([{ kind: 'left', people: [GUEST] }]);
    expect(() => world.person('5511666666666').tries().leaves(group)).toThrow('not-a-participant');
    const answers = guest.may({ do: 'leave', group }, { do: 'rename', group, name: 'Ours' });
    expect(answers).toMatchObject([{ allowed: true, rule: null }, { allowed: true }]);
    expect(world.person('5511666666666').may({ do: 'leave', group })).toMatchObject([
      { allowed: false, rule: 'not-a-participant' },
    ]);
    guest.after({ hours: 1 }).leaves(group);
    expect(world.clock.due()).toMatchObject([{ kind: 'act', phone: GUEST, group_jid: group, what: 'leave' }]);
    guest.approves(group, '5511666666666');
    guest.removes(group, '5511666666666');
    guest.demotes(group, GUEST);
    guest.leaves(group);
    expect(world.group(group)?.members).toHaveLength(1);
  });

  it('knows communities too', () => {
    const world = mock.world();
    const guest = world.person(GUEST);
    const town = guest.createsCommunity('Town', [world.phone]);
    const crew = guest.createsGroup('Crew', [world.phone]);
    guest.links(town, crew);
    guest.unlinks(town, crew);
    expect(guest.createsGroup('Inside', [], { parent_jid: town })).toMatch(/@g\.us$/);
    expect(world.groups().map(({ name }) => name)).toEqual(['Town', 'Town', 'Crew', 'Inside']);
  });

  it('lets a private invite grow old in no time', async () => {
    const world = mock.world();
    const guest = world.person(GUEST);
    guest.is({ addable_by: 'nobody' });
    const consumer = consumerOf(world);
    const group = await consumer.createGroup(world.phone);
    const { code } = (await consumer.add(group, GUEST)).body.participants[0].add_request;
    const invite = { code, group, inviter: world.phone };
    world.clock.advance({ hours: 72 });
    expect(() => guest.accepts(invite)).toThrow('older than 72 hours');
    expect(world.clock.now().getTime() - Date.now()).toBeGreaterThan(71 * 3_600_000);
  });

  it('knows who was met, and what they are like', () => {
    const world = mock.world();
    const guest = world.person(GUEST);
    expect(guest.is({ name: 'Gil', addable_by: 'contacts', contacts: [world.phone] })).toEqual(
      guest.traits(),
    );
    expect(guest.traits()).toMatchObject({ phone: GUEST, name: 'Gil', on_whatsapp: true });
    expect(world.people().map(({ phone }) => phone)).toEqual(['5511999999999', '5511888888888', GUEST]);
  });

  it('lets people do things later', async () => {
    const world = mock.world({ seed: 1 });
    const group = await consumerOf(world).createGroup(world.phone);
    world.person(GUEST).after({ minutes: 5 }).joins(group);
    expect(world.group(group)?.members).toHaveLength(1);
    world.clock.advance({ minutes: 5 });
    expect(world.group(group)?.members).toHaveLength(2);
  });

  it('injects faults, and says which of them never struck', async () => {
    const world = mock.world();
    const fault = world.faults.next('addGroupParticipants', { status: 503, error_code: 'INTERNAL_ERROR' });
    const consumer = consumerOf(world);
    const group = await consumer.createGroup(world.phone);
    expect(world.faults.unfired()).toMatchObject([{ id: fault.id }]);
    expect((await consumer.add(group, GUEST)).status).toBe(503);
    expect((await consumer.add(group, GUEST)).status).toBe(200);
    expect(world.faults.unfired()).toEqual([]);
    world.faults.clear();
    expect(world.faults.list()).toEqual([]);
  });

  it('loses the session of a device and gets it back', async () => {
    const world = mock.world();
    world.device().disconnects();
    expect((await consumerOf(world).call('GET', '/groups')).body.error_code).toBe('DEVICE_NOT_READY');
    expect(world.device().state).toBe('disconnected');
    world.device().logsOut();
    world.device().isBanned();
    world.device().connects();
    expect((await consumerOf(world).call('GET', '/groups')).status).toBe(200);
  });

  it('remembers the calls, waits for one, and says what came closest', async () => {
    const world = mock.world();
    const waiting = world.journal.waitFor('createGroup');
    await consumerOf(world).createGroup(GUEST);
    expect(await waiting).toMatchObject({ operation: 'createGroup', status: 201, phone: world.phone });
    expect(world.journal.calls({ operation: 'createGroup', phone: GUEST })).toHaveLength(1);
    await expect(world.journal.waitFor('leaveGroup', { timeout: 20 })).rejects.toThrow(
      'operation is createGroup, not leaveGroup',
    );
    world.journal.clear();
    expect(world.journal.calls()).toEqual([]);
  });

  it('is saved, restored and reset', async () => {
    const world = mock.world({ seed: 3 });
    const group = await consumerOf(world).createGroup(GUEST);
    const saved = world.snapshot();
    world.person(GUEST).leaves(group);
    world.restore(saved);
    expect(world.group(group)?.members).toHaveLength(2);
    world.reset();
    expect(world.groups()).toEqual([]);
  });

  it('is seeded by size', async () => {
    const world = mock.world();
    await world.seed({ groups: 5, communities: 1, members: [2, 6], seed: 42 });
    expect(world.groups().length).toBeGreaterThanOrEqual(7);
  });

  it('says in one sentence what it cannot do, and by which rule', () => {
    const world = mock.world();
    const tell = () => world.person(GUEST).leaves('120363000000000000@g.us');
    expect(tell).toThrow('There is no such group, or it has ended. (no-such-group)');
    expect(() => world.person('12').leaves('nowhere')).toThrow('phone must be a phone number');
    expect(() => mock.world({ name: 'default' })).toThrow('There is a world "default" already.');
  });
});

describe('a mock without a server', () => {
  it('answers fetch', async () => {
    const { fetch: ask, defaultWorld } = createMock();
    const headers = { Authorization: `Bearer ${defaultWorld.token}` };
    const response = await ask('http://wuts.test/groups', { headers });
    expect(await response.json()).toEqual({ success: true, groups: [] });
    await expect(ask('http://wuts.test/groups', { headers, signal: AbortSignal.abort() })).rejects.toThrow();
  });

  it('drops and cuts connections for fetch as a server does', async () => {
    const { fetch: ask, defaultWorld } = createMock();
    const headers = { Authorization: `Bearer ${defaultWorld.token}` };
    defaultWorld.faults.next('listGroups', { drop: 'before' });
    await expect(ask('http://wuts.test/groups', { headers })).rejects.toThrow('fetch failed');
    defaultWorld.faults.next('listGroups', { truncate: true });
    const half = await ask('http://wuts.test/groups', { headers });
    await expect(half.text()).rejects.toThrow('terminated');
    defaultWorld.faults.next('listGroups', { delay_ms: 30 });
    const before = performance.now();
    await ask('http://wuts.test/groups', { headers });
    expect(performance.now() - before).toBeGreaterThan(25);
  });

  it('is an Express app', async () => {
    const { as } = await clientOf(createApp(createMock()));
    expect((await as('first').get('/groups')).status).toBe(200);
  });
});

describe('a mock that is started', () => {
  it('ends with the block that uses it, open connections included', async () => {
    let url = '';
    {
      await using brief = await startMock({ port: 0 });
      url = brief.url;
      await fetch(`${url}/__mock`);
    }
    await expect(fetch(`${url}/__mock`)).rejects.toThrow();
  });

  it('listens on ::1 where there is no 127.0.0.1, and nowhere else than where it is told to', async () => {
    const tried: unknown[] = [];
    const listen = Server.prototype.listen as (port: number, host: string, done?: () => void) => Server;
    const refuse = vi.spyOn(Server.prototype, 'listen').mockImplementation(function (
      this: Server,
      ...args: unknown[]
    ) {
      const [, host, done] = args;
      tried.push(host);
      if (host === '::1') return listen.call(this, 0, '127.0.0.1', done as () => void);
      const error = Object.assign(new Error('not available'), { code: 'EADDRNOTAVAIL' });
      queueMicrotask(() => this.emit('error', error));
      return this;
    });
    onTestFinished(() => refuse.mockRestore());
    await using brief = await startMock({ port: 0 });
    expect((await fetch(`${brief.url}/health`)).status).toBe(200);
    await expect(startMock({ port: 0, host: '127.0.0.1' })).rejects.toThrow('not available');
    expect(tried).toEqual(['127.0.0.1', '::1', '127.0.0.1']);
  });
});
