/** What no call shows: that a seed gives the same bytes in every run. */
import { describe, expect, it } from 'vitest';
import { type Client, createClient, type Who } from '../client.ts';

/** Numbers that look random and are always the same. */
function createDice(state = 42): (sides: number) => number {
  return (sides) => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return Math.floor((state / 2 ** 31) * sides);
  };
}

/** A long life of one mock: calls of both accounts, sensible and senseless, and every answer as it came. */
async function transcriptOf({ as }: Client, length = 400): Promise<string[]> {
  const dice = createDice();
  const pick = <T>(choices: readonly [T, ...T[]]): T => choices[dice(choices.length)] ?? choices[0];
  const phone = () => (dice(8) === 0 ? '5500000000403' : String(5_511_999_999_990 + dice(12)));
  const participants = () => Array.from({ length: 1 + dice(4) }, phone);
  const transcript: string[] = [];
  const jids: [string, ...string[]] = ['120363000000000000@g.us'];
  const links: [string, ...string[]] = ['https://chat.whatsapp.com/AbCdEfGhIjKlMnOpQrStUv'];

  for (let step = 0; step < length; step += 1) {
    const { get, post, put, patch, delete: remove } = as(pick<Who>(['first', 'first', 'second']));
    const jid = pick(jids);
    const group = `/groups/${jid}`;
    const rows = `${group}/participants`;
    const child = { group_jid: pick(jids) };
    const answer = await pick([
      () => post('/groups', { name: `Group ${step}`, participants: participants() }),
      () => post('/communities', { name: `Community ${step}`, participants: participants() }),
      () => post(rows, { participants: participants() }),
      () => post(rows, { participants: participants(), action: pick(['promote', 'demote', 'remove']) }),
      () => patch(group, { topic: `Topic ${step}`, join_approval: dice(2) === 0, locked: dice(2) === 0 }),
      () => put(`${group}/ephemeral`, { duration_seconds: pick([0, 86_400, 7]) }),
      () => post(`${group}/picture`, { image_base64: '/9j/4AAQ' }),
      () => get(`${group}/invite`),
      () => post(`${group}/invite/reset`),
      () => post('/groups/join', { link: pick(links) }),
      () => post(`/communities/${jid}/groups`, child),
      () => remove(`/communities/${jid}/groups`, child),
      () => (dice(6) === 0 ? remove(`${group}/leave`) : get('/status')),
      () => post('/webhook', { webhook_url: 'https://example.com', enabled_events: ['group.info'] }),
      () => get('/groups'),
      () => get(group),
    ])();
    transcript.push(`${answer.status} ${answer.headers['x-mock-rule'] ?? ''} ${answer.text}`);
    const made = answer.body.group?.jid ?? answer.body.community?.jid;
    if (made !== undefined) jids.push(made);
    if (answer.body.invite_link !== undefined) links.push(answer.body.invite_link);
  }
  return transcript;
}

describe('one seed', () => {
  it('gives the same transcript twice, byte for byte', async () => {
    const [one, two] = [await createClient({ seed: 7 }), await createClient({ seed: 7 })];
    const transcript = await transcriptOf(one);
    expect(await transcriptOf(two)).toEqual(transcript);
    // It is worth something only when much of it went well, and some of it did not.
    const statuses = new Set(transcript.map((answer) => answer.slice(0, 3)));
    expect([...statuses].sort()).toEqual(['200', '201', '400', '403', '404', '409', '410', '422']);
  });

  it('does so whatever the hour: its clock stands still', async () => {
    const { get, createGroup } = (await createClient({ seed: 7 })).as('first');
    const { jid, created_at } = await createGroup();
    await new Promise((resolve) => setTimeout(resolve, 1100));
    expect(created_at).toBe('2026-06-15T12:00:00Z');
    expect((await get(`/groups/${jid}/nothing`)).body.timestamp).toBe(created_at);
  });

  it('gives other ids than another seed, and the same course of things', async () => {
    const [one, two] = await Promise.all(
      [7, 8].map(async (seed) => transcriptOf(await createClient({ seed }), 100)),
    );
    expect(one).not.toEqual(two);
    expect(idsIn(one).filter((id) => idsIn(two).includes(id))).toEqual([]);
    const statusesOf = (transcript: string[] = []) => transcript.map((answer) => answer.slice(0, 3));
    expect(statusesOf(one)).toEqual(statusesOf(two));
  });
});

describe('no seed', () => {
  it('gives other ids each time, and the time of the day', async () => {
    const clients = [await createClient(), await createClient()];
    const groups = await Promise.all(clients.map(({ as }) => as('first').createGroup()));
    const [one, two] = groups;
    expect(one?.jid).not.toBe(two?.jid);
    expect(Math.abs(Date.parse(one?.created_at ?? '') - Date.now())).toBeLessThan(60_000);
  });
});

/** Group JIDs that the mock made, device ids, LIDs and invite links. */
function idsIn(transcript: string[] = []): string[] {
  const ids = transcript
    .join('\n')
    .match(/\d+@g\.us|\d+@lid|[0-9a-f]{8}-[0-9a-f-]{27}|chat\.whatsapp\.com\/\w{22}/g);
  return [...new Set(ids)].filter((id) => id !== '120363000000000000@g.us');
}
