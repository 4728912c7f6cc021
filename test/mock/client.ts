import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import supertest from 'supertest';
import { expect } from 'vitest';
import { createApp, createMock, type MockOptions } from '../../mock/index.ts';
import { createValidator, loadDocument, type RequestBody, type Schema } from '../../spec/index.ts';

export type Who = 'first' | 'second';

/** The tokens and the numbers of the two accounts of the default world. */
export const TOKENS = {
  first: '11111111-1111-4111-8111-111111111111',
  second: '22222222-2222-4222-8222-222222222222',
} as const satisfies Record<Who, string>;
export const FIRST = '5511999999999';
export const SECOND = '5511888888888';

/** All that answers can hold: a test reads what it expects, and what is not there is undefined. */
export interface AnswerBody extends Schema<'Error'> {
  group: Schema<'GroupWithParticipants'>;
  groups: Schema<'Group'>[];
  community: Schema<'Community'>;
  participants: Schema<'Participant'>[];
  jid: string;
  action: string;
  group_jid: string;
  invite_link: string;
  pending_approval: boolean;
  picture_id: string;
  data: Schema<'DeviceStatus'> & { needs_qr: boolean; message: string };
  webhook: Schema<'Webhook'>;
  events: string[];
}

export interface Answer {
  status: number;
  text: string;
  headers: Record<string, string>;
  body: AnswerBody;
}

/** A request of which everything can be wrong. */
export interface Message {
  method?: string;
  path?: string;
  headers?: Record<string, string>;
  /** A Buffer goes out as it is, without a Content-Type of its own; anything else as JSON. */
  body?: object | undefined;
}

/** The calls of one account. */
export interface Caller {
  get(path: string): Promise<Answer>;
  post(path: string, body?: object): Promise<Answer>;
  put(path: string, body?: object): Promise<Answer>;
  patch(path: string, body?: object): Promise<Answer>;
  delete(path: string, body?: object): Promise<Answer>;
  /** A group for a test that is about something else. */
  createGroup(wanted?: Partial<RequestBody<'createGroup'>>): Promise<Schema<'GroupWithParticipants'>>;
  /** A community, and the announcement group that comes with it. */
  createCommunity(participants?: string[]): Promise<{ jid: string; announcement: string }>;
  /** The code of the invite link of a group. */
  inviteLink(jid: string): Promise<string>;
}

export interface Client {
  url: string;
  as(who: Who): Caller;
  /** Without a token unless the headers have one. */
  send(message: Message): Promise<Answer>;
}

/** A client of a mock of its own, on loopback. */
export async function createClient(options: MockOptions = {}): Promise<Client> {
  return clientOf(createApp(createMock(options)));
}

/** A client of an app; its server does not keep the process alive. */
export async function clientOf(app: RequestListener, prefix = ''): Promise<Client> {
  const server = createServer(app).unref();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}${prefix}`;
  const send = (message: Message) => sendTo(url, message);
  return { url, send, as: (who) => createCaller(send, TOKENS[who]) };
}

function createCaller(send: Client['send'], token: string): Caller {
  const headers = { Authorization: `Bearer ${token}` };
  const call = (method: string) => (path: string, body?: object) => send({ method, path, headers, body });
  const [get, post, put, patch] = [call('GET'), call('POST'), call('PUT'), call('PATCH')];
  return {
    get,
    post,
    put,
    patch,
    delete: call('DELETE'),
    async createGroup(wanted) {
      const made = await post('/groups', { name: 'Friends', participants: ['5511777777777'], ...wanted });
      expect(made.status, made.text).toBe(201);
      return made.body.group;
    },
    async createCommunity(participants = []) {
      const made = await post('/communities', { name: 'Neighbours', participants });
      expect(made.status, made.text).toBe(201);
      const { jid = '' } = made.body.community;
      const { groups } = (await get('/groups')).body;
      const announcement = groups.find((group) => group.parent_jid === jid && group.is_announcement_group);
      return { jid, announcement: announcement?.jid ?? '' };
    },
    async inviteLink(jid) {
      return (await get(`/groups/${jid}/invite`)).body.invite_link;
    },
  };
}

async function sendTo(url: string, message: Message): Promise<Answer> {
  const { method = 'GET', path = '/groups', headers = {}, body } = message;
  if (Buffer.isBuffer(body)) return sendBytes(url + path, { method, headers, body });
  const test = supertest(url)[method.toLowerCase() as 'get'](path).set(headers);
  const { status, text, headers: got, body: parsed } = await (body === undefined ? test : test.send(body));
  return { status, text, headers: got, body: parsed };
}

/** supertest would make JSON of them. */
async function sendBytes(url: string, request: RequestInit): Promise<Answer> {
  const response = await fetch(url, request);
  const text = await response.text();
  return {
    status: response.status,
    text,
    headers: Object.fromEntries(response.headers),
    body: JSON.parse(text),
  };
}

const validator = createValidator(loadDocument());

/** Holds a refusal to the documented envelope: the right status and code, the rule in its header, and nothing more. */
export function expectRefusal(
  { status, headers, body, text }: Answer,
  wanted: number,
  error_code: Schema<'ErrorCode'>,
  rule: string | RegExp = /^[a-z][a-z-]+$/,
): void {
  expect({ status, error_code: body.error_code }, text).toEqual({ status: wanted, error_code });
  expect(validator.reply(undefined, status, body)).toEqual([]);
  const { validation, ...envelope } = body;
  expect(Object.keys(envelope)).toEqual(['success', 'error', 'error_code', 'timestamp']);
  expect(envelope.error).not.toBe('');
  expect(headers['content-type']).toBe('application/json; charset=utf-8');
  if (typeof rule === 'string') expect(headers['x-mock-rule']).toBe(rule);
  else expect(headers['x-mock-rule']).toMatch(rule);
}

/** Everything that both accounts can see, as it came over the wire. */
export async function dump(client: Client): Promise<string[]> {
  const seen: string[] = [];
  for (const who of ['first', 'second'] as const) {
    const { get } = client.as(who);
    const list = await get('/groups');
    seen.push(list.text, (await get('/status')).text, (await get('/webhook')).text);
    for (const { jid } of list.body.groups) {
      seen.push((await get(`/groups/${jid}`)).text, (await get(`/groups/${jid}/invite`)).text);
    }
  }
  return seen;
}

/** The phones of the participants of a group, as somebody sees it. */
export async function membersOf(caller: Caller, jid: string): Promise<string[]> {
  const { group } = (await caller.get(`/groups/${jid}`)).body;
  return group.participants.map(({ jid: user }) => user.replace('@s.whatsapp.net', ''));
}
