/** Random walks: worlds live beside each other as each would alone. */
import { Agent, request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningMock, startMock } from '../../../mock/index.ts';
import { createRandom } from '../../../mock/world/ids.ts';

const WORLDS = 50;
const STEPS = 40;

let mock: RunningMock;
const agent = new Agent({ keepAlive: true });
beforeAll(async () => {
  mock = await startMock({ port: 0 });
});
afterAll(async () => {
  agent.destroy();
  await mock.close();
});

type Send = (method: string, path: string, token?: string, body?: object) => Promise<string>;

/** Status, rule and body of an answer, as they came over the wire. */
const send: Send = (method, path, token, body) =>
  new Promise((resolve, reject) => {
    const text = body === undefined ? '' : JSON.stringify(body);
    const sent = request(
      mock.url + path,
      {
        method,
        agent,
        headers: {
          ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
          ...(text === ''
            ? {}
            : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }),
        },
      },
      (response) => {
        let answer = '';
        response.setEncoding('utf8').on('data', (chunk) => (answer += chunk));
        response.on('end', () =>
          resolve(`${response.statusCode} ${response.headers['x-mock-rule'] ?? ''} ${answer}`),
        );
      },
    );
    sent.on('error', reject).end(text);
  });

/** The tokens of a world do not show in what it answers to its accounts. */
async function createWorld(seed: number, round: string): Promise<{ name: string; tokens: string[] }> {
  const name = `${round}-${seed}`;
  const answer = await send('POST', '/__mock/worlds', undefined, { name, seed, ttl_seconds: 600 });
  const { accounts } = JSON.parse(answer.slice(answer.indexOf('{')));
  return { name, tokens: accounts.map(({ token }: { token: string }) => token) };
}

/** What two accounts do by chance, and others on their phones, now and later; it follows from the seed alone. */
async function live(seed: number, { name, tokens }: { name: string; tokens: string[] }): Promise<string[]> {
  const { next } = createRandom(seed);
  const pick = <T>(choices: readonly [T, ...T[]]): T =>
    choices[Math.floor(next() * choices.length)] ?? choices[0];
  const phone = () => (next() < 0.1 ? '5500000000403' : String(5_511_999_999_990 + Math.floor(next() * 12)));
  const participants = () => Array.from({ length: 1 + Math.floor(next() * 3) }, phone);
  const jids: [string, ...string[]] = ['120363000000000000@g.us'];
  const links: [string, ...string[]] = ['AbCdEfGhIjKlMnOpQrStUv'];
  const plane = `/__mock/worlds/${name}`;
  const transcript: string[] = [];

  for (let step = 0; step < STEPS; step += 1) {
    const token = pick([tokens[0], tokens[0], tokens[1]]);
    const jid = pick(jids);
    const act = pick<object>([
      { do: 'join', group: jid },
      { do: 'leave', group: jid, after_seconds: 60 },
      { do: 'add', group: jid, participants: participants(), after_seconds: 3600 },
    ]);
    const answer = await pick([
      () => send('POST', '/groups', token, { name: `Group ${step}`, participants: participants() }),
      () => send('POST', '/communities', token, { name: `Community ${step}`, participants: participants() }),
      () => send('POST', `/groups/${jid}/participants`, token, { participants: participants() }),
      () => send('PATCH', `/groups/${jid}`, token, { topic: `Topic ${step}`, join_approval: next() < 0.5 }),
      () => send('POST', `/groups/${jid}/invite/reset`, token),
      () => send('POST', '/groups/join', token, { link: pick(links) }),
      () => send('POST', `/communities/${jid}/groups`, token, { group_jid: pick(jids) }),
      () => send('DELETE', `/groups/${jid}/leave`, token),
      () => send('GET', '/groups', token),
      () => send('POST', `${plane}/people/${phone()}/act`, undefined, act),
      () => send('PATCH', `${plane}/clock`, undefined, { advance_seconds: pick([30, 4000, 90_000]) }),
      () => send('GET', `${plane}/join-requests`),
    ])();
    transcript.push(answer);
    for (const [, made = ''] of answer.matchAll(/"jid":"(\d+@g\.us)"/g))
      if (!jids.includes(made)) jids.push(made);
    for (const [, code = ''] of answer.matchAll(/chat\.whatsapp\.com\/(\w{22})/g)) links.push(code);
  }
  transcript.push(await send('GET', '/groups', tokens[0]), await send('GET', '/groups', tokens[1]));
  const snapshot = await send('GET', `${plane}/snapshot`);
  // All but the tokens, which are made up.
  transcript.push(snapshot.slice(snapshot.indexOf('"world"')));
  return transcript;
}

describe(`${WORLDS} worlds on one port`, () => {
  it('live at the same time as each would alone, byte for byte', { timeout: 180_000 }, async () => {
    const seeds = Array.from({ length: WORLDS }, (_, seed) => seed);
    const worlds = await Promise.all(seeds.map((seed) => createWorld(seed, 'together')));
    const together = await Promise.all(
      worlds.map((world, seed) => live(seed, { ...world, name: world.name })),
    );

    for (const [seed, transcript] of together.entries()) {
      await send('DELETE', `/__mock/worlds/together-${seed}`);
      const world = await createWorld(seed, 'alone');
      const alone = await live(seed, world);
      await send('DELETE', `/__mock/worlds/${world.name}`);
      expect(alone.map((answer) => answer.replaceAll('alone-', 'together-'))).toEqual(transcript);
    }
    expect(new Set(together.map((transcript) => transcript.join('\n'))).size).toBe(WORLDS);
    const statuses = new Set(together.flat().map((answer) => answer.slice(0, 3)));
    expect([...statuses].sort()).toEqual(
      expect.arrayContaining(['200', '201', '403', '404', '409', '410', '422']),
    );
  });
});
