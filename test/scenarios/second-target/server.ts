import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { Verdict } from '../../../contracts/index.ts';
import type { Tokens } from '../../../contracts/target/target.ts';
import { DoesNotFit, readBody } from './bodies.ts';
import { type Choices, choose } from './choices.ts';
import { createNetwork, type News, No } from './network.ts';
import { OPERATIONS } from './operations.ts';
import { createPost } from './post.ts';
import { lidOf, showWhole } from './show.ts';

/** So many sets of three accounts: with one alone, most of a run would be reading lists of the groups of all cases. */
const SETS = Array.from({ length: 12 }, (_, set) => {
  const [first, second, third] = [1, 2, 3].map((place) => {
    const number = String(10 * set + place).padStart(4, '0');
    return { token: `aaaa${number}-aaaa-4aaa-8aaa-aaaaaaaaaaaa`, phone: `55113000${number}` };
  }) as [Account, Account, Account];
  return { first, second, third };
});
const ACCOUNTS = SETS.flatMap((set) => Object.values(set));

/** On a gateway that keeps to all that is documented or inferred, each of these verdicts is a false alarm. */
export const ALARMS: ReadonlySet<Verdict> = new Set(['broken', 'differs', 'setup-failed']);

/** An account of the gateway. */
export interface Account {
  readonly token: string;
  readonly phone: string;
}

/** Every path with its methods. */
const ROUTES: readonly (readonly [path: RegExp, methods: Readonly<Record<string, string>>])[] = [
  [/^\/groups$/, { GET: 'listGroups', POST: 'createGroup' }],
  [/^\/groups\/join$/, { POST: 'joinGroup' }],
  [/^\/groups\/([^/]+)$/, { GET: 'getGroup', PATCH: 'updateGroup' }],
  [/^\/groups\/([^/]+)\/participants$/, { POST: 'addGroupParticipants', DELETE: 'removeGroupParticipants' }],
  [/^\/groups\/([^/]+)\/invite$/, { GET: 'getGroupInviteLink' }],
  [/^\/groups\/([^/]+)\/invite\/reset$/, { POST: 'resetGroupInviteLink' }],
  [/^\/groups\/([^/]+)\/leave$/, { DELETE: 'leaveGroup' }],
  [/^\/groups\/([^/]+)\/ephemeral$/, { PUT: 'setGroupEphemeral' }],
  [/^\/groups\/([^/]+)\/picture$/, { POST: 'setGroupPicture' }],
  [/^\/communities$/, { POST: 'createCommunity' }],
  [
    /^\/communities\/([^/]+)\/participants$/,
    { POST: 'addCommunityParticipants', DELETE: 'removeCommunityParticipants' },
  ],
  [/^\/status$/, { GET: 'getStatus' }],
  [/^\/connect$/, { POST: 'connectDevice' }],
  [/^\/disconnect$/, { POST: 'disconnectDevice' }],
  [/^\/webhook$/, { GET: 'getWebhook', POST: 'setWebhook' }],
  [/^\/webhook\/events$/, { GET: 'listWebhookEvents' }],
];

const MOST_BYTES = 8 * 1024 * 1024;

/** What a gateway may do to its answers before they go out. */
export type Meddle = (
  answer: Sent,
  /** How many answers went out before it. */
  before: number,
) => Sent | Promise<Sent>;

/** An answer as it goes out. */
export interface Sent {
  readonly status: number;
  readonly type: string;
  readonly text: string;
  readonly allow?: string | undefined;
}

/** Starts a gateway that keeps all that is documented and follows from it, and does the rest as the seed decides. */
export async function startSecondTarget(
  seed: number,
  more: Partial<Choices> = {},
  meddle: Meddle = (answer) => answer,
) {
  const choices = { ...choose(seed), ...more };
  const routes = [...ROUTES, ...linkRoutes(choices)];
  const offline = new Set<string>();
  const post = createPost(choices);
  const send = (phone: string, event: string, data: object) =>
    post.send(phone, { event, device_id: choices.deviceId(phone), data });
  const tell = ({ group, sender, to = [...group.members.keys()], said }: News) => {
    const { joined, ...info } = said;
    const tellsLids = choices.called === 'lid' || choices.extras === 'ours';
    const isLid = choices.toldCalled === 'lid' && tellsLids;
    const jid = (phone: string) => (isLid ? lidOf(phone) : `${phone}@s.whatsapp.net`);
    const by = sender === null ? null : jid(sender);
    const known = Object.fromEntries(
      Object.entries(info).map(([word, value]) => [
        word,
        PEOPLE.includes(word) ? (value as string[]).map(jid) : value,
      ]),
    );
    for (const phone of to) {
      if (phone === sender && !choices.ownDeeds) continue;
      if (joined !== undefined)
        send(phone, 'group.joined', { group: showWhole(group, choices), ...(joined as object), sender: by });
      else send(phone, 'group.info', { jid: group.jid, sender: by, timestamp: now(), ...known });
    }
  };
  const network = createNetwork(choices, tell);
  let pictures = 0;

  /** What is there whatever the session of the device. */
  const around: Readonly<
    Record<string, (me: string, body: Record<string, unknown>) => readonly [number, object]>
  > = {
    getStatus: (me) => [200, { data: statusOf(me) }],
    connectDevice(me) {
      if (!offline.has(me) && choices.connectAgain === 409) throw new No(409);
      const connected = () => offline.delete(me) && send(me, 'device.connected', {});
      if (choices.connecting === 0) connected();
      else setTimeout(connected, choices.connecting);
      const status = offline.has(me) ? 'connecting' : 'connected';
      return [200, { data: { status, device_id: choices.deviceId(me), needs_qr: false } }];
    },
    disconnectDevice(me) {
      if (!offline.has(me)) send(me, 'device.disconnected', {});
      offline.add(me);
      return [200, { data: { message: choices.words[2], device_id: choices.deviceId(me) } }];
    },
    getWebhook(me) {
      const webhook = post.webhookOf(me);
      if (webhook === undefined) throw new No(404);
      return [200, { message: choices.words[2], webhook }];
    },
    setWebhook(me, body) {
      const isForAll = (body.enabled_events as string[]).includes('all');
      const message = isForAll ? `nothing for all: ${EVENTS.join(', ')}` : choices.words[2];
      return [200, { message, webhook: post.set(me, body) }];
    },
    listWebhookEvents: () => [200, { events: choices.shuffle([...EVENTS, ...choices.otherEventNames]) }],
  };

  function statusOf(me: string): object {
    const isThere = !offline.has(me);
    return {
      connected: isThere,
      status: isThere ? 'connected' : 'disconnected',
      device_id: choices.deviceId(me),
      jid: `${me}${choices.ownJidWithDevice ? ':18' : ''}@s.whatsapp.net`,
      phone_number: choices.phoneOfStatus(me),
      is_logged_in: true,
      last_seen: now(),
    };
  }

  function answer(
    { method = '', url = '', headers }: IncomingMessage,
    raw: string,
  ): readonly [status: number, body: object, allow?: string] {
    const account = ACCOUNTS.find(
      ({ token }) => token === (headers.authorization ?? '').replace(/^bearer +/i, ''),
    );
    const path = url.replace(/\?.*/, '');
    const [found, methods = {}] = routes.find(([one]) => one.test(path)) ?? [];
    const operation = methods[method];
    if (account === undefined && (operation !== undefined || !choices.byDocument)) return refuse(401);
    if (found === undefined) return refuse(404);
    if (operation === undefined) return [...refuse(choices.otherMethod), Object.keys(methods).join(', ')];
    if (account === undefined) return refuse(401);
    const isInSession = around[operation] === undefined;
    if (choices.deviceFirst && isInSession && offline.has(account.phone)) return notReady();
    let jid = '';
    try {
      jid = decodeURIComponent(found.exec(path)?.[1] ?? '');
    } catch {
      return refuse(choices.undecodable);
    }
    if (/\(/.test(found.source) && !/^(\d{15,25}|\d{10,15}-\d{10})@g\.us$/.test(jid))
      return refuse(400, choices.byDocument ? [{ field: 'jid', value: jid }] : []);
    const type = headers['content-type'];
    const takesBody = !['GET'].includes(method) && !/Device|Link|leave/.test(operation);
    if (takesBody || /linkGroup|unlinkGroup/.test(operation)) {
      if (raw.length > MOST_BYTES) return refuse(choices.tooLarge);
      const otherwise = type === undefined ? choices.untyped : choices.typedText;
      if (otherwise !== 'read' && !isJson(type) && (raw !== '' || !choices.byDocument))
        return refuse(otherwise);
    }
    try {
      const body = readBody(operation, raw, choices);
      const [status, more] =
        around[operation]?.(account.phone, body) ?? inSession(operation, account.phone, jid, body);
      const done = status < 300 ? choices.done[operation] : undefined;
      return [done ?? status, { success: true, ...more }];
    } catch (error) {
      const first = error instanceof DoesNotFit && isInSession ? unreadable(jid, account.phone) : undefined;
      const told = first ?? error;
      if (told instanceof DoesNotFit) return refuse(400, told.fields);
      if (told instanceof No) return refuse(told.status, [], told.rule);
      throw told;
    }
  }

  /** Why somebody cannot read a group, where that is told first. */
  function unreadable(jid: string, me: string): unknown {
    if (!choices.groupFirst || jid === '' || offline.has(me)) return undefined;
    try {
      network.find('read', jid, me);
      return undefined;
    } catch (error) {
      return error;
    }
  }

  function inSession(
    operation: string,
    me: string,
    jid: string,
    body: Record<string, unknown>,
  ): readonly [number, object] {
    if (offline.has(me)) return notReady();
    const count = () => ++pictures;
    const done = OPERATIONS[operation]?.({ me, jid, body, network, choices, tell, count });
    if (done === undefined) throw new Error(`no operation ${operation}`);
    return done;
  }

  function notReady(): readonly [number, object] {
    return [choices.notReady, { ...failure('DEVICE_NOT_READY'), error: 'WhatsApp session is not connected' }];
  }

  function refuse(status: number, fields: readonly object[] = [], rule = ''): readonly [number, object] {
    const chosen = choices.refusals[rule];
    if (chosen !== undefined) return [chosen.status, failure(chosen.error_code)];
    const [forbidden, missing, conflict] = choices.otherCodes;
    const codes: Readonly<Record<number, string>> = {
      400: 'VALIDATION_ERROR',
      403: forbidden,
      404: missing,
      409: conflict,
      413: 'PAYLOAD_TOO_LARGE',
    };
    if (status === 401 && choices.envelopeOf401 === 'short')
      return [401, { success: false, error: choices.words[0] }];
    const validation = fields.map((field) => ({ ...field, message: choices.words[0] }));
    const isListed = choices.validation === 'listed' && validation.length > 0;
    return [
      status,
      {
        ...failure(codes[status] ?? `HTTP_${status}`.replace(/\d+/, 'ERROR')),
        ...(isListed ? { validation } : choices.noFields === 'empty' && { validation: [] }),
      },
    ];
  }

  function isJson(type = ''): boolean {
    if (!choices.byDocument) return /json/i.test(type);
    return /^application\/([\w.-]+\+)?json *(; *charset=utf-8)?$/i.test(type);
  }

  function failure(error_code: string): object {
    return { success: false, error: choices.words[0], error_code, timestamp: now() };
  }

  let answered = 0;
  const server = createServer(async (request, response) => {
    const raw = await text(request).catch(() => undefined);
    // Who asked has gone away.
    if (raw === undefined) return;
    let status = 500;
    let body: object = { success: false, error: 'internal error' };
    let allow: string | undefined;
    try {
      [status, body, allow] = answer(request, raw);
    } catch (error) {
      console.error('the second target fails', request.method, request.url, error);
    }
    const made: Sent = { status, type: 'application/json', text: JSON.stringify(body), allow };
    const sent = await meddle(made, answered++);
    const more = sent.allow === undefined ? {} : { allow: sent.allow };
    response.writeHead(sent.status, { 'content-type': sent.type, ...more }).end(sent.text);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const [tokens, ...moreTokens] = SETS.map(({ first, second, third }) => ({
    first: first.token,
    second: second.token,
    third: third.token,
  })) as [Tokens, ...Tokens[]];
  return {
    target: {
      url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      tokens,
      moreTokens,
      participants: ['551140000001', '551140000002', '551140000003'],
      has: ['disconnecting', 'webhook', 'receiver'] as const,
    },
    choices,
    accounts: ACCOUNTS,
    close() {
      post.close();
      server.close();
      server.closeAllConnections();
    },
  };
}

/** The paths of linking, each with its methods. */
function linkRoutes({ linking }: Choices): typeof ROUTES {
  const paths = new Set(Object.values(linking).map((place) => place.replace(/^\w+ /, '')));
  return [...paths].map((path) => [
    new RegExp(`^${path.replace('{jid}', '([^/]+)')}$`),
    Object.fromEntries(
      Object.entries(linking)
        .filter(([, place]) => place.endsWith(` ${path}`))
        .map(([operation, place]) => [place.replace(/ .*/, ''), operation]),
    ),
  ]);
}

const EVENTS = ['group.info', 'group.joined', 'device.connected', 'device.disconnected', 'device.logged_out'];

/** What events tell by JIDs. */
const PEOPLE = ['join', 'leave', 'promote', 'demote'];

function now(): string {
  return `${new Date().toISOString().slice(0, 19)}Z`;
}
