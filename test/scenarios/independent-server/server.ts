import { randomInt } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';

/**
 * A second implementation of a few endpoints, written from the documented facts alone: plain node:http, no code of the
 * mock, other ids, other words in its errors, and its own choice wherever nothing is documented.
 */
export function createIndependentServer(accounts: ReadonlyMap<string, string>): Server {
  const groups = new Map<string, Group>();
  return createServer(async (request, response) => {
    const { status, body } = answer(accounts, groups, request, await readBody(request));
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(body));
  });
}

interface Group {
  jid: string;
  name: string;
  topic: string;
  owner: string;
  created_at: string;
  is_announce: boolean;
  is_locked: boolean;
  join_approval: boolean;
  people: { jid: string; phone_number: string; is_admin: boolean; is_super_admin: boolean }[];
}

interface Answer {
  status: number;
  body: object;
}

function answer(
  accounts: ReadonlyMap<string, string>,
  groups: Map<string, Group>,
  { method, url = '', headers }: IncomingMessage,
  text: string,
): Answer {
  const phone = accounts.get((headers.authorization ?? '').replace(/^bearer +/i, '').toLowerCase());
  if (phone === undefined) return { status: 401, body: { success: false, error: 'Invalid token' } };
  const me = `${phone}@s.whatsapp.net`;
  const path = decode(url.replace(/\?.*/, ''));

  if (method === 'GET' && path === '/status') {
    return ok({
      data: {
        ...CONNECTED,
        device_id: `00000000-0000-4000-8000-${phone.slice(-12)}`,
        jid: me,
        phone_number: phone,
      },
    });
  }
  if (path === '/groups' && method === 'GET') {
    const mine = [...groups.values()].filter(({ people }) => people.some(({ jid }) => jid === me));
    return ok({ groups: mine.map((group) => show(group)) });
  }
  if (path === '/groups' && method === 'POST') return create(groups, me, text);

  const [, jid = '', leave] = /^\/groups\/([^/]*)(\/leave)?$/.exec(path) ?? [];
  if (!/^(\d{15,25}|\d{10,15}-\d{10})@g\.us$/.test(jid)) return refuse(400);
  const group = groups.get(jid);
  if (group === undefined) return refuse(404);
  if (!group.people.some((person) => person.jid === me)) return refuse(403);
  if (leave === undefined) return ok({ group: { ...show(group), participants: group.people } });
  group.people = group.people.filter((person) => person.jid !== me);
  if (group.people.length === 0) groups.delete(jid);
  return ok({});
}

function create(groups: Map<string, Group>, me: string, text: string): Answer {
  const wanted = parse(text);
  const { name, participants, options = {} } = Object(wanted) as Record<string, unknown>;
  const {
    announcement = false,
    locked = false,
    join_approval = false,
    community = false,
    parent_jid,
  } = Object(options);
  const isFit =
    typeof name === 'string' &&
    Array.isArray(participants) &&
    participants.every((one) => typeof one === 'string' && toJid(one) !== undefined) &&
    typeof options === 'object' &&
    [announcement, locked, join_approval, community].every((one) => typeof one === 'boolean') &&
    (parent_jid === undefined || /^\d{15,25}@g\.us$/.test(parent_jid));
  if (!isFit) return refuse(400);
  if (parent_jid !== undefined) return refuse(groups.has(parent_jid) ? 400 : 404);
  const jids = new Set([me, ...participants.map((one) => String(toJid(one)))]);
  const group: Group = {
    jid: `12036${randomInt(1e12, 9e12)}@g.us`,
    name,
    topic: '',
    owner: me,
    created_at: new Date().toISOString(),
    is_announce: announcement,
    is_locked: locked,
    join_approval,
    people: [...jids].map((jid) => ({
      jid,
      phone_number: jid,
      is_admin: jid === me,
      is_super_admin: jid === me,
    })),
  };
  groups.set(group.jid, group);
  return { status: 201, body: { success: true, group: { ...show(group), participants: group.people } } };
}

const CONNECTED = {
  connected: true,
  status: 'connected',
  is_logged_in: true,
  last_seen: '2026-06-15T12:00:00Z',
};

function show({ people, ...group }: Group): object {
  return { ...group, members_count: people.length };
}

function toJid(id: string): string | undefined {
  const [, phone] = /^(\d{10,15})(?:@s\.whatsapp\.net)?$/.exec(id.replace(/[\s()+-]/g, '')) ?? [];
  return phone === undefined ? undefined : `${phone}@s.whatsapp.net`;
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function ok(body: object): Answer {
  return { status: 200, body: { success: true, ...body } };
}

function refuse(status: 400 | 403 | 404): Answer {
  const error_code = { 400: 'VALIDATION_ERROR', 403: 'NOT_ALLOWED', 404: 'UNKNOWN' }[status];
  return { status, body: { success: false, error: 'no', error_code, timestamp: new Date().toISOString() } };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function readBody(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request.setEncoding('utf8')) text += chunk;
  return text;
}
