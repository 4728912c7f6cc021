import { Agent, request } from 'node:http';
import type { ApiDocument } from '../../spec/index.ts';
import { WORLD_MAKER, WORLD_RESET } from './aims.ts';
import type { Places } from './shot.ts';

/** The two accounts that shoot and are shot at. */
export const TOKENS = {
  first: '11111111-1111-4111-8111-111111111111',
  second: '22222222-2222-4222-8222-222222222222',
} as const;

/** What can be seen of a mock. */
export interface View {
  /** What both accounts see. */
  readonly accounts: string;
  /** What is seen at the viewpoints. */
  readonly worlds: string;
  readonly wasDisconnected: boolean;
}

/** Shows all that both accounts can see, and connects them where they are not; without `viewpoints` the worlds are as they were `before`. Throws when a good request does not work. */
export async function look(url: string, viewpoints: readonly string[], before?: View): Promise<View> {
  const tokens = Object.values(TOKENS);
  const seen = await Promise.all(tokens.map((token) => call(url, token, 'GET', '/status')));
  const wasDisconnected = seen.some((status) => !status.includes('"status":"connected"'));
  if (wasDisconnected) await reconnect(url);
  const shown = new Set<string>();
  for (const token of tokens) {
    const list = await call(url, token, 'GET', '/groups');
    // Both accounts read the same of a group.
    const fresh = jidsIn(list).filter((jid) => !shown.has(jid));
    for (const jid of fresh) shown.add(jid);
    const details = fresh.flatMap((jid) => [
      call(url, token, 'GET', `/groups/${jid}`),
      call(url, token, 'GET', `/groups/${jid}/invite`, [200, 403]),
    ]);
    seen.push(list, await call(url, token, 'GET', '/webhook', [200, 404]), ...(await Promise.all(details)));
  }
  const worlds = viewpoints.map((path) => call(url, '', 'GET', path, [200, 404]));
  const worldsNow = worlds.length > 0 || before === undefined ? await Promise.all(worlds) : [before.worlds];
  return { accounts: timeless(seen), worlds: timeless(worldsNow), wasDisconnected };
}

/** A refusal tells when it was, and the clock of a throw-away world goes on. */
function timeless(texts: readonly string[]): string {
  return texts.join('\n').replace(/"(timestamp|now)":"[^"]*"/g, '');
}

/** Takes the default world back to its start, and sets the scene for a round: a group, a linked one, a community, an invite link and a private invite. */
export async function setScene(url: string, documents: readonly ApiDocument[]): Promise<Places> {
  await call(url, '', 'POST', WORLD_RESET);
  const first = (method: string, path: string, body?: object) =>
    call(url, TOKENS.first, method, path, [200, 201], body);
  const group = jidIn(
    await first('POST', '/groups', { name: 'Target', participants: ['5511888888888', '5511777777777'] }),
  );
  const linked = jidIn(await first('POST', '/groups', { name: 'Linked', participants: ['5511777777777'] }));
  const community = jidIn(await first('POST', '/communities', { name: 'Community', participants: [] }));
  await first('POST', `/communities/${community}/groups`, { group_jid: linked });
  const { groups } = JSON.parse(await first('GET', '/groups')) as {
    groups: { jid: string; parent_jid: string; is_announcement_group: boolean }[];
  };
  const announcement =
    groups.find((one) => one.parent_jid === community && one.is_announcement_group)?.jid ?? '';
  const { invite_link: link } = JSON.parse(await first('GET', `/groups/${linked}/invite`)) as {
    invite_link: string;
  };
  const added = await first('POST', `/groups/${group}/participants`, { participants: ['5500000000403'] });
  const code = /"code":"(\w+)"/.exec(added)?.[1] ?? '';
  const world = await makeWorld(url, documents);
  return { ...TOKENS, group, linked, community, announcement, link, 'private-code': code, world };
}

async function reconnect(url: string): Promise<void> {
  for (const token of Object.values(TOKENS)) await call(url, token, 'POST', '/connect');
}

/** A throw-away world, where a document has an operation that makes one; those before it are removed. */
export async function makeWorld(url: string, documents: readonly ApiDocument[]): Promise<string> {
  const operations = documents.flatMap((document) => document.operations);
  const { method: make, path: worlds, body } = WORLD_MAKER;
  if (!operations.some(({ method, path }) => method === make && path === worlds)) return 'nowhere';
  const list = await call(url, '', 'GET', worlds);
  for (const [, old] of list.matchAll(/"name":"(?!default")([^"]+)","seed"/g))
    await call(url, '', 'DELETE', `${worlds}/${old}`, [200, 404]);
  const made = await call(url, '', make, worlds, [200, 201], body);
  return /"(?:world|name)":"([^"]+)"/.exec(made)?.[1] ?? 'nowhere';
}

/** Good requests need no connection of their own. */
const agent = new Agent({ keepAlive: true, maxSockets: 8 });

/** The body of the answer to a good request. */
async function call(
  url: string,
  token: string,
  method: string,
  path: string,
  wanted: readonly number[] = [200],
  body?: object,
): Promise<string> {
  const headers = { ...(token === '' ? {} : { Authorization: token }), 'Content-Type': 'application/json' };
  const text = body === undefined ? '' : JSON.stringify(body);
  const { status, said } = await new Promise<{ status: number | undefined; said: string }>((resolve) => {
    const sent = request(url + path, { agent, method, headers, timeout: 10_000 }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part) => parts.push(part));
      response.on('close', () =>
        resolve({ status: response.statusCode, said: Buffer.concat(parts).toString() }),
      );
    });
    sent.on('timeout', () => sent.destroy(new Error('no answer within 10 s')));
    sent.on('error', ({ message }) => resolve({ status: undefined, said: message }));
    sent.end(text);
  });
  if (status !== undefined && wanted.includes(status)) return said;
  throw new Error(`A good request does not work: ${method} ${path} got ${status}: ${said.slice(0, 300)}`);
}

function jidIn(body: string): string {
  return /"jid":"([^"]+)"/.exec(body)?.[1] ?? '';
}

function jidsIn(list: string): string[] {
  return (JSON.parse(list) as { groups: { jid: string }[] }).groups.map(({ jid }) => jid);
}
