import { Agent, request } from 'node:http';
import type { Growing } from './growth.ts';

/** Somebody who uses the mock all the time, and leaves nothing behind but what `grown` counts. */
export interface Worker {
  /** Goes through the life of one group, and calls of every other kind. Throws on an answer that is not expected. */
  live(): Promise<void>;
  readonly grown: Readonly<Record<Growing, number>>;
  requests(): number;
}

/** An account of the mock. */
export interface Account {
  readonly token: string;
  readonly phone: string;
}

/** Numbers without an account; no others are met. */
const POOL = Array.from({ length: 200 }, (_, n) => `5531000000${String(n).padStart(3, '0')}`);

const REFUSED: readonly [string, string, number, string?][] = [
  ['GET', '/groups/120363999999999999@g.us', 404],
  ['GET', '/groups/__proto__', 400],
  ['GET', '/nowhere', 404],
  ['PUT', '/groups', 405],
  ['POST', '/groups', 400, '{"name":'],
  ['POST', '/groups', 400, `{"name":"${'x'.repeat(20_000)}","participants":[]}`],
  ['POST', '/groups/join', 404, '{"link":"https://chat.whatsapp.com/AAAAAAAAAAAAAAAAAAAAAA"}'],
  ['POST', '/webhook', 400, '{"webhook_url":"ftp://example.com","enabled_events":["group.info"]}'],
];

/** A worker with two accounts of its own. */
export function createWorker(
  url: string,
  [first, second]: readonly [Account, Account],
  seed: number,
): Worker {
  const agent = new Agent({ keepAlive: true, maxSockets: 4 });
  const grown: Record<Growing, number> = { group: 0, link: 0, invite: 0, person: 0, community: 0 };
  let [requests, lives, community] = [0, 0, ''];

  const call = async (
    who: Account | undefined,
    method: string,
    path: string,
    wanted: number,
    body?: object | string,
  ) => {
    requests += 1;
    const text = typeof body === 'object' ? JSON.stringify(body) : (body ?? '');
    // Node gives a DELETE no length of its own.
    const length = String(Buffer.byteLength(text));
    const headers: Record<string, string> = { 'Content-Type': 'application/json', 'Content-Length': length };
    if (who !== undefined) headers.Authorization = `Bearer ${who.token}`;
    const answer = await send(url, agent, { method, path, headers, text });
    if (answer.status === wanted) return answer.text;
    throw new Error(
      `${method} ${path} answered ${answer.status}, not ${wanted}: ${answer.text.slice(0, 300)}`,
    );
  };

  const live = async () => {
    lives += 1;
    const others = Array.from(
      { length: 5 },
      (_, n) => POOL[(seed * 37 + lives * 11 + n * 7) % POOL.length] ?? '',
    );
    if (community === '') {
      community = jidIn(await call(first, 'POST', '/communities', 201, { name: 'Soak' }));
      grown.community += 1;
    }
    const jid = jidIn(
      await call(first, 'POST', '/groups', 201, { name: `Soak ${lives}`, participants: others }),
    );
    grown.group += 1;
    const group = `/groups/${jid}`;
    await call(first, 'GET', '/groups', 200);
    await call(first, 'PATCH', group, 200, { name: `Renamed ${lives}`, topic: 'x'.repeat(lives % 2048) });
    await call(first, 'PUT', `${group}/ephemeral`, 200, { duration_seconds: 86400 });
    await call(first, 'POST', `${group}/picture`, 200, { image_base64: `/9j/${'A'.repeat(40_000)}` });
    for (const action of ['promote', 'demote'])
      await call(first, 'POST', `${group}/participants`, 200, { participants: others, action });
    const link = /"invite_link":"([^"]+)"/.exec(await call(first, 'GET', `${group}/invite`, 200))?.[1];
    await call(second, 'POST', '/groups/join', 200, { link });
    await call(second, 'GET', group, 200);
    await call(second, 'PATCH', `/groups/${community}`, 403, { name: 'Mine' });
    if (lives % 10 === 0) {
      await call(first, 'POST', `${group}/invite/reset`, 200);
      await call(first, 'POST', `${group}/participants`, 200, { participants: ['5500000000403'] });
      grown.link += 1;
      grown.invite += 1;
    }
    await call(first, 'POST', `/communities/${community}/groups`, 200, { group_jid: jid });
    await call(first, 'DELETE', `/communities/${community}/groups`, 200, { group_jid: jid });
    await call(second, 'DELETE', `/communities/${community}/participants`, 403, { participants: others });
    await call(second, 'DELETE', `/groups/${community}/leave`, 200);
    await call(second, 'DELETE', `${group}/leave`, 200);
    await call(first, 'DELETE', `${group}/participants`, 200, { participants: others });
    await call(first, 'DELETE', `${group}/leave`, 200);
    await call(first, 'GET', group, 404);
    await call(second, 'POST', '/disconnect', 200);
    await call(second, 'GET', '/groups', 503);
    await call(second, 'POST', '/connect', 200);
    await call(first, 'POST', '/webhook', 200, {
      webhook_url: 'https://example.com/soak',
      enabled_events: ['group.info'],
      enabled: false,
    });
    if (lives % 5 === 0) {
      const made = await call(undefined, 'POST', '/__mock/worlds', 201, { seed: lives });
      const world = /"world":"([^"]+)"/.exec(made)?.[1];
      await call(undefined, 'PATCH', `/__mock/worlds/${world}/clock`, 200, { advance_seconds: 86400 });
      await call(undefined, 'DELETE', `/__mock/worlds/${world}`, 200);
    }
    for (const [method, path, status, body] of REFUSED) await call(first, method, path, status, body);
    await call(undefined, 'GET', '/groups', 401);
  };
  return { live, grown, requests: () => requests };
}

function send(
  url: string,
  agent: Agent,
  {
    method,
    path,
    headers,
    text,
  }: { method: string; path: string; headers: Record<string, string>; text: string },
): Promise<{ status: number | undefined; text: string }> {
  return new Promise((resolve, reject) => {
    const sent = request(url + path, { agent, method, headers }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part) => parts.push(part));
      response.on('end', () =>
        resolve({ status: response.statusCode, text: Buffer.concat(parts).toString() }),
      );
      response.on('error', reject);
    });
    sent.on('error', reject).end(text);
  });
}

function jidIn(text: string): string {
  return /"jid":"([^"]+)"/.exec(text)?.[1] ?? '';
}
