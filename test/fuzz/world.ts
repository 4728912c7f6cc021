import type { ApiDocument } from '../../spec/index.ts';
import { WORLD_MAKER } from './aims.ts';
import { type Answer, readAnswers } from './answer.ts';
import { toBytes } from './bytes.ts';
import { fire } from './fire.ts';
import { AT_ONCE, message, type Places, shotOf } from './shot.ts';

/** The two accounts that shoot and are shot at. */
export const TOKENS = {
  first: '11111111-1111-4111-8111-111111111111',
  second: '22222222-2222-4222-8222-222222222222',
} as const;

const NOWHERE: Places = {
  ...TOKENS,
  group: '',
  linked: '',
  community: '',
  announcement: '',
  link: '',
  'private-code': '',
  world: 'nowhere',
};

/** Shows all that both accounts can see, as text. Throws when a good request does not work. */
export async function look(url: string): Promise<string> {
  const seen: string[] = [];
  for (const token of Object.values(TOKENS)) {
    const [list, status, webhook] = await Promise.all([
      call(url, token, 'GET', '/groups'),
      call(url, token, 'GET', '/status'),
      call(url, token, 'GET', '/webhook', [200, 404]),
    ]);
    const { groups } = JSON.parse(list) as { groups: { jid: string }[] };
    const more = groups.flatMap(({ jid }) => [
      call(url, token, 'GET', `/groups/${jid}`),
      call(url, token, 'GET', `/groups/${jid}/invite`, [200, 403]),
    ]);
    seen.push(list, status, webhook, ...(await Promise.all(more)));
  }
  // A refusal tells when it was.
  return seen.join('\n').replace(/"timestamp":"[^"]*"/g, '');
}

/** Connects the devices again, in case a shot has disconnected one. */
export async function reconnect(url: string): Promise<void> {
  for (const token of Object.values(TOKENS)) await call(url, token, 'POST', '/connect');
}

/** How many groups the accounts are in. */
export async function countGroups(url: string): Promise<number> {
  const lists = await Promise.all(Object.values(TOKENS).map((token) => call(url, token, 'GET', '/groups')));
  return lists.reduce((sum, list) => sum + (JSON.parse(list) as { groups: unknown[] }).groups.length, 0);
}

/** Leaves every group that can be left, and sets the scene for a round: a group, a linked one, a community, an invite link and a private invite. */
export async function setScene(url: string, documents: readonly ApiDocument[]): Promise<Places> {
  await reconnect(url);
  const first = (method: string, path: string, body?: object) =>
    call(url, TOKENS.first, method, path, [200, 201], body);
  await leaveAll(url);
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

async function leaveAll(url: string): Promise<void> {
  for (const token of Object.values(TOKENS)) {
    const { groups } = JSON.parse(await call(url, token, 'GET', '/groups')) as { groups: { jid: string }[] };
    for (const { jid } of groups)
      await call(url, token, 'DELETE', `/groups/${jid}/leave`, [200, 403, 404, 422]);
  }
}

async function makeWorld(url: string, documents: readonly ApiDocument[]): Promise<string> {
  const operations = documents.flatMap((document) => document.operations);
  if (!operations.some(({ method, path }) => method === WORLD_MAKER.method && path === WORLD_MAKER.path))
    return 'nowhere';
  const made = await call(url, TOKENS.first, WORLD_MAKER.method, WORLD_MAKER.path, [200, 201], {});
  return /"world":"([^"]+)"/.exec(made)?.[1] ?? 'nowhere';
}

/** The body of the answer to a good request. */
async function call(
  url: string,
  token: string,
  method: string,
  path: string,
  wanted: readonly number[] = [200],
  body?: object,
): Promise<string> {
  const parts = body === undefined ? [] : [{ text: JSON.stringify(body) }];
  const shot = shotOf('good', message(method, path, parts));
  const { received, end } = await fire(url, toBytes(shot, { ...NOWHERE, first: token }), AT_ONCE, true);
  const [answer]: readonly Answer[] = readAnswers(received, [method]).answers;
  if (answer === undefined || !wanted.includes(answer.status)) {
    throw new Error(
      `A good request does not work: ${method} ${path} got ${answer?.status ?? 'no answer'} (${end}): ${answer?.body.slice(0, 300)}`,
    );
  }
  return answer.body;
}

function jidIn(body: string): string {
  return /"jid":"([^"]+)"/.exec(body)?.[1] ?? '';
}
