/** What no call shows: that an answer which is kept is told anew once its group changed. */
import { expect, it } from 'vitest';
import { createMock } from '../../../mock/index.ts';

/** A mock, a group of the first account with the second one in it, and the group as either sees it. */
async function createStage(rulings: Record<string, string> = {}) {
  const machine = { now: Date.UTC(2026, 5, 15) };
  const mock = createMock({ now: () => machine.now, rulings });
  const world = mock.defaultWorld;
  const [first, second] = mock.accounts.map(({ token }) => ({ authorization: `Bearer ${token}` }));
  const ask = async (headers: object | undefined, method: string, path: string, body?: object) => {
    const type = { 'content-type': 'application/json' };
    const init = {
      method,
      headers: { ...headers, ...type },
      body: body === undefined ? null : JSON.stringify(body),
    };
    const response = await mock.fetch(`http://mock${path}`, init);
    return (await response.json()) as { group: { jid: string; name: string } };
  };
  const participants = [mock.accounts[1]?.phone, '5511777777777'];
  const { group } = await ask(first, 'POST', '/groups', { name: 'Before', participants });
  const path = `/groups/${group.jid}`;
  const read = async () => [
    await ask(first, 'GET', path),
    await ask(second, 'GET', path),
    await ask(first, 'GET', '/groups'),
  ];
  return {
    mock,
    machine,
    world,
    group,
    path,
    read,
    change: (...how: [string, string, object?]) => ask(first, ...how),
  };
}

it('what is read twice is the same to the byte', async () => {
  const { read } = await createStage();
  expect(JSON.stringify(await read())).toBe(JSON.stringify(await read()));
});

it.each<[string, (stage: Awaited<ReturnType<typeof createStage>>) => unknown]>([
  ['a call changed it', ({ change, path }) => change('PATCH', path, { name: 'After' })],
  [
    'somebody on their phone changed it',
    ({ world, group }) => world.person('5511777777777').leaves(group.jid),
  ],
  [
    'something fell due',
    async ({ machine, world, group, read }) => {
      world.person('5511777777777').after({ minutes: 1 }).leaves(group.jid);
      await read();
      machine.now += 120_000;
    },
  ],
  [
    'somebody in it changed their number',
    ({ world }) => world.person('5511777777777').changesNumber('5511777777770'),
  ],
  ['somebody got another trait', ({ world }) => world.person('5511777777777').is({ phone_known: false })],
])('what is read is new once %s', async (_, happen) => {
  const stage = await createStage();
  const before = await stage.read();
  await happen(stage);
  const after = await stage.read();
  expect(after[0]).not.toEqual(before[0]);
  expect(after[1]).not.toEqual(before[1]);
});

it('what only the account itself sees is new, too', async () => {
  const { change } = await createStage();
  const ask = (...enabled_events: string[]) =>
    change('POST', '/webhook', { webhook_url: 'http://127.0.0.1:9/hook', enabled_events });
  await ask('group.info');
  expect(await change('GET', '/webhook')).toMatchObject({ webhook: { enabled_events: ['group.info'] } });
  await ask('group.joined');
  expect(await change('GET', '/webhook')).toMatchObject({ webhook: { enabled_events: ['group.joined'] } });
});

it('each account reads for itself', async () => {
  const { mock, world, path, read } = await createStage();
  const [group] = await read();
  const { token } = world.account('5511444444444');
  const response = await mock.fetch(`http://mock${path}`, { headers: { authorization: `Bearer ${token}` } });
  expect(response.status).toBe(403);
  expect((await read())[0]).toEqual(group);
});

it('a plain member of an announcement group and an admin each read their own', async () => {
  const { change, mock } = await createStage({ 'addressing-mode': 'lid' });
  const made = await change('POST', '/communities', {
    name: 'Town',
    participants: [mock.accounts[1]?.phone],
  });
  const { community } = made as unknown as { community: { jid: string } };
  const groups = await change('GET', '/groups');
  const { groups: all } = groups as unknown as { groups: { jid: string; parent_jid: string | null }[] };
  const path = `/groups/${all.find(({ parent_jid }) => parent_jid === community.jid)?.jid}`;
  const read = async (token: string | undefined) => {
    const response = await mock.fetch(`http://mock${path}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    const { group } = (await response.json()) as { group: { participants: { phone_number: string }[] } };
    return group.participants.map(({ phone_number }) => phone_number);
  };
  const [admin, member] = mock.accounts;
  expect(await read(admin?.token)).toEqual([
    `${admin?.phone}@s.whatsapp.net`,
    `${member?.phone}@s.whatsapp.net`,
  ]);
  expect(await read(member?.token)).toEqual(['', `${member?.phone}@s.whatsapp.net`]);
});

it('more groups than a mock has at hand are read all the same', async () => {
  const { change } = await createStage();
  const names = Array.from({ length: 120 }, (_, index) => `Group ${index}`);
  const jids: string[] = [];
  for (const name of names)
    jids.push((await change('POST', '/groups', { name, participants: ['5511777777777'] })).group.jid);
  for (const round of [1, 2]) {
    for (const [index, jid] of jids.entries()) {
      expect((await change('GET', `/groups/${jid}`)).group.name, `round ${round}`).toBe(names[index]);
    }
  }
});
