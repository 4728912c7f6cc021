import type { ApiDocument } from '../../spec/index.ts';
import { WORLD_MAKER, WORLD_RESET } from './aims.ts';
import type { Line, Question } from './line.ts';
import type { Places } from './shot.ts';
import { TOKENS } from './tokens.ts';

const ACCOUNTS = [TOKENS.first, TOKENS.second];

/** Takes the default world back to its start, and sets the scene for a round: a group, a linked one, a community, an invite link and a private invite. */
export async function setScene(line: Line, url: string, documents: readonly ApiDocument[]): Promise<Places> {
  const post = (path: string, body: object): Question => ({
    ...{ method: 'POST', path, token: TOKENS.first, body },
    wanted: [200, 201],
  });
  const [, grouped = '', apart = '', united = ''] = await line.ask(
    { method: 'POST', path: WORLD_RESET },
    post('/groups', { name: 'Target', participants: ['5511888888888', '5511777777777'] }),
    post('/groups', { name: 'Linked', participants: ['5511777777777'] }),
    post('/communities', { name: 'Community', participants: [] }),
  );
  const [group, linked, community] = [jidIn(grouped), jidIn(apart), jidIn(united)];
  const [, list = '', invite = '', added = ''] = await line.ask(
    post(`/communities/${community}/groups`, { group_jid: linked }),
    { path: '/groups', token: TOKENS.first },
    { path: `/groups/${linked}/invite`, token: TOKENS.first },
    post(`/groups/${group}/participants`, { participants: ['5500000000403'] }),
  );
  const { groups } = JSON.parse(list) as {
    groups: { jid: string; parent_jid: string; is_announcement_group: boolean }[];
  };
  const announcement =
    groups.find((one) => one.parent_jid === community && one.is_announcement_group)?.jid ?? '';
  const { invite_link: link } = JSON.parse(invite) as { invite_link: string };
  const code = /"code":"(\w+)"/.exec(added)?.[1] ?? '';
  const world = await makeWorld(line, documents);
  const jids = { group, linked, community, announcement };
  return { ...TOKENS, ...jids, link, 'private-code': code, world, port: new URL(url).port };
}

/** A throw-away world, where a document has an operation that makes one; those before it are removed. */
export async function makeWorld(line: Line, documents: readonly ApiDocument[]): Promise<string> {
  const operations = documents.flatMap((document) => document.operations);
  const { method: make, path: worlds, body } = WORLD_MAKER;
  if (!operations.some(({ method, path }) => method === make && path === worlds)) return 'nowhere';
  const [list = ''] = await line.ask({ path: worlds });
  const old = Array.from(list.matchAll(/"name":"(?!default")([^"]+)","seed"/g), ([, name]) => name);
  const [made = ''] = (
    await line.ask(
      ...old.map((name) => ({ method: 'DELETE', path: `${worlds}/${name}`, wanted: [200, 404] })),
      { method: make, path: worlds, body: { ...body, accounts: OF_WORLD }, wanted: [200, 201] },
    )
  ).slice(-1);
  return /"(?:world|name)":"([^"]+)"/.exec(made)?.[1] ?? 'nowhere';
}

const OF_WORLD = [{ phone: '5511999999999', token: TOKENS.third }, { phone: '5511888888888' }];

/** Connects both accounts where they are not. */
export async function connectAll(line: Line): Promise<void> {
  const seen = await line.ask(...ACCOUNTS.map((token) => ({ path: '/status', token })));
  if (seen.every((status) => status.includes('"status":"connected"'))) return;
  await line.ask(...ACCOUNTS.map((token) => ({ method: 'POST', path: '/connect', token })));
}

function jidIn(body: string): string {
  return /"jid":"([^"]+)"/.exec(body)?.[1] ?? '';
}
