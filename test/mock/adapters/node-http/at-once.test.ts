/** What no case sends: many calls at once. */
import { describe, expect, it } from 'vitest';
import { createClient, membersOf } from '../../client.ts';

/** So many requests are sent before the first answer is awaited, each over a connection of its own. */
const MANY = 100;

function times<T>(make: (n: number) => Promise<T>): Promise<T[]> {
  return Promise.all(Array.from({ length: MANY }, (_, n) => make(n)));
}

describe('many requests at once', async () => {
  const { as } = await createClient({ seed: 1 });
  const first = as('first');

  it('that add one number each add them all', async () => {
    const { jid } = await first.createGroup({ participants: ['5511000000999'] });
    const numbers = Array.from({ length: MANY }, (_, n) => `5511000001${String(n).padStart(3, '0')}`);
    const answers = await times((n) =>
      first.post(`/groups/${jid}/participants`, { participants: [numbers[n]] }),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect((await membersOf(first, jid)).slice(2).sort()).toEqual(numbers);
  });

  it('that add the same number add it once; all others are told that it is there', async () => {
    const { jid } = await first.createGroup();
    const answers = await times(() =>
      first.post(`/groups/${jid}/participants`, { participants: ['5511000000777'] }),
    );
    const errors = answers.map(({ body }) => body.participants[0]?.error ?? 'done').sort();
    expect(errors).toEqual([...Array(MANY - 1).fill(409), 'done']);
    expect(await membersOf(first, jid)).toHaveLength(3);
  });

  it('that create a group create one each', async () => {
    const before = (await first.get('/groups')).body.groups.length;
    const made = await times((n) => first.createGroup({ name: `Group ${n}` }));
    expect(new Set(made.map(({ jid }) => jid)).size).toBe(MANY);
    const { groups } = (await first.get('/groups')).body;
    expect(
      groups
        .slice(before)
        .map(({ name }) => name)
        .sort(),
    ).toEqual(made.map(({ name }) => name).sort());
  });

  it('that change other settings lose none of them', async () => {
    const { jid } = await first.createGroup();
    const changes = [
      { name: 'New' },
      { topic: 'About us' },
      { announcement: true },
      { locked: true },
      { join_approval: true },
      { member_add_mode: 'admin' },
    ];
    await Promise.all(changes.map((change) => first.patch(`/groups/${jid}`, change)));
    expect((await first.get(`/groups/${jid}`)).body.group).toMatchObject({
      name: 'New',
      topic: 'About us',
      is_announce: true,
      is_locked: true,
      join_approval: true,
      member_add_mode: 'admin',
    });
  });

  it('that reset the link leave one link, and all others dead', async () => {
    const { jid } = await first.createGroup();
    const links = (await times(() => first.post(`/groups/${jid}/invite/reset`))).map(
      ({ body }) => body.invite_link,
    );
    const alive = await first.inviteLink(jid);
    expect(links.filter((link) => link === alive)).toHaveLength(1);
    const dead = links.filter((link) => link !== alive);
    const joins = await Promise.all(dead.map((link) => as('second').post('/groups/join', { link })));
    expect(new Set(joins.map(({ status }) => status))).toEqual(new Set([410]));
  });

  it('that set the webhook make one', async () => {
    const body = { webhook_url: 'https://example.com/hook', enabled_events: ['group.info'] };
    const answers = await times(() => first.post('/webhook', body));
    expect(new Set(answers.map(({ body: { webhook } }) => webhook.id)).size).toBe(1);
  });

  it('that leave the same group leave it once', async () => {
    const { jid } = await first.createGroup();
    const statuses = (await times(() => first.delete(`/groups/${jid}/leave`))).map(({ status }) => status);
    expect(statuses.sort()).toEqual([200, ...Array(MANY - 1).fill(403)]);
  });
});
