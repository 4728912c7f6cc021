import { setImmediate } from 'node:timers/promises';
import type { Run } from '../../../contracts/runner/run.ts';
import type { Request } from '../../../contracts/target/client.ts';
import type { ReceivedDelivery } from '../../../contracts/target/delivery-queue.ts';
import { parseJson } from '../../../contracts/target/json.ts';
import { MOCK_ACCOUNTS } from '../../../contracts/target/mock-target.ts';
import type { Inbox } from '../../../contracts/target/receiver.ts';
import { type Answer, NoAnswer, type Send } from '../../../contracts/target/send.ts';
import { createMock, type Mock, type RawReply } from '../../../mock/index.ts';
import { createRouter, loadControlDocument, loadDocument } from '../../../spec/index.ts';
import { watched, watchRulings } from './faulty-rules.ts';
import type { Watch } from './watch.ts';

/** An answer that goes well for each operation: what is answered instead of a refusal that is not told. */
export type Examples = Map<string, Answer>;

/** The accounts of one set. */
const ACCOUNTS = MOCK_ACCOUNTS.slice(0, 3);

const route = createRouter(loadDocument().operations);
const routeControl = createRouter(loadControlDocument().operations);
const SILENT = () => ({ issues: [], undocumented: [] });

/**
 * The same run, at a mock of its own within this process from which one thing is taken away. The document has no say, so
 * that what fails is what a case expects. `end` is to be called after the case.
 */
export function atFaultyMock(met: Run, watch: Watch, examples: Examples): { run: Run; end(): void } {
  const mock = createMock({ accounts: ACCOUNTS, onFault: () => {} });
  const first = new Map<string, Answer>();

  const carryOut = async (request: Request): Promise<Answer> => {
    for (const { world } of mock.tenants.list()) watchRulings(world, watch);
    return toAnswer(await ask(mock, request, watch));
  };

  const send: Send = async (given) => {
    // Deliveries go out in between.
    await setImmediate();
    watch.next();
    const call = toCall(given);
    const example = examples.get(call.name);
    const isLeftOut =
      call.isControl && watch.isFaulty({ at: 'control', of: call.name, part: '', turn: 'is not done' });
    if (isLeftOut && example !== undefined) return example;
    const answer = await carryOut(spoilRequest(given, call, watch));
    if (answer.status < 300 && example === undefined) examples.set(call.name, answer);
    if (call.isControl) return answer;
    const remembered = (key: string): Answer => {
      const before = first.get(key) ?? answer;
      first.set(key, before);
      return before;
    };
    const path = `${given.method} ${given.url}`;
    const before = { any: remembered(path), own: remembered(`${path} ${given.headers.Authorization}`) };
    const askAsOthers = async () => {
      for (const { token } of ACCOUNTS) {
        const headers = { ...given.headers, Authorization: `Bearer ${token}` };
        const other = await carryOut({ method: given.method, url: given.url, headers, body: given.body });
        if (other.status < 300) return other;
      }
      return answer;
    };
    return spoilAnswer(answer, { name: call.name, before, example, askAsOthers }, watch);
  };

  const open = async () => spoilInbox(await met.receiver.open(), watch);
  return {
    run: { ...met, send, receiver: { ...met.receiver, open }, checkBody: SILENT, checkDelivery: SILENT },
    end: () => mock.stop(),
  };
}

interface Call {
  /** Of the operation; the same for all that is none. */
  readonly name: string;
  readonly isControl: boolean;
}

function toCall({ method, url }: Request): Call {
  const { pathname } = new URL(url);
  const isControl = pathname.startsWith('/__mock');
  const led = isControl ? routeControl(method, pathname) : route(method, pathname);
  return { name: led.kind === 'operation' ? led.operation.id : 'nothing', isControl };
}

function spoilRequest(request: Request, { name }: Call, { spoilt }: Watch): Request {
  const { method, url, headers, body } = request;
  const changed = body === undefined ? undefined : spoilt('request', name, () => parseJson(body));
  return changed === undefined ? request : { method, url, headers, body: JSON.stringify(changed) };
}

/** What there is to be answered instead. */
interface Instead {
  readonly name: string;
  /** What the same call was answered first: the same account, or whoever asked. */
  readonly before: { readonly own: Answer; readonly any: Answer };
  readonly example: Answer | undefined;
  askAsOthers(): Promise<Answer>;
}

async function spoilAnswer(
  answer: Answer,
  { name, before, example, askAsOthers }: Instead,
  watch: Watch,
): Promise<Answer> {
  const { isFaulty, spoilt } = watch;
  const { status, headers, body } = answer;
  const rule = headers['x-mock-rule'];
  if (rule !== undefined) {
    const is = (turn: string) => isFaulty({ at: 'refusal', of: name, part: rule, turn });
    if (is('is not told')) return example ?? withBody({ ...answer, status: 200 }, { success: true });
    if (is('lets through what another account may')) return askAsOthers();
    if (is('has another status')) return { ...answer, status: status === 400 ? 422 : 400 };
  } else {
    const is = (turn: string) => isFaulty({ at: 'answer', of: name, part: '', turn });
    if (is('is that of the first time')) return before.own;
    if (is('is that of whoever asked first')) return before.any;
  }
  const of = `${name} ${status}`;
  const changed = spoilt('answer', of, () => body);
  if (changed !== undefined) return withBody(answer, changed);
  return { ...answer, headers: spoilt('header', of, () => headers) ?? headers };
}

function withBody(answer: Answer, body: unknown): Answer {
  return { ...answer, body, text: JSON.stringify(body) };
}

/** What every event about a group has. */
const COMMON = ['jid', 'sender', 'sender_pn', 'timestamp'];

function spoilInbox(inbox: Inbox, { isFaulty, spoilt }: Watch): Inbox {
  const again = new Map<string, ReceivedDelivery>();
  const take: Inbox['take'] = async (account, within) => {
    const twice = again.get(account);
    again.delete(account);
    const delivery = twice ?? (await inbox.take(account, within));
    if (delivery === undefined) return undefined;
    const body = Object(parseJson(delivery.text));
    const told = Object.keys(Object(body.data)).filter((one) => !COMMON.includes(one));
    const of = `${body.event} ${told.join('+')}`;
    if (isFaulty({ at: 'event', of, part: '', turn: 'is not sent' })) return take(account, within);
    if (twice === undefined && isFaulty({ at: 'event', of, part: '', turn: 'is sent twice' }))
      again.set(account, delivery);
    const changed = spoilt('event', of, () => body);
    const headers = spoilt('event header', of, () => delivery.headers) ?? delivery.headers;
    const text = changed === undefined ? delivery.text : JSON.stringify(changed);
    return { ...delivery, text, headers };
  };
  return { ...inbox, take };
}

async function ask(
  mock: Mock,
  { method, url, headers, body = '' }: Request,
  watch: Watch,
): Promise<RawReply> {
  const head = { method, target: url.replace(/^\w+:\/\/[^/]*/, ''), headers: toLowerCase(headers) };
  const bytes = Buffer.from(body);
  const limit = bytes.length === 0 ? 0 : mock.intake.bodyLimit(head);
  const isTaken = bytes.length <= limit;
  const taken = isTaken ? bytes : limit === 0 ? 'not-read' : 'too-large';
  return (await watched(watch, () => mock.answer({ ...head, body: taken }))) as RawReply;
}

function toAnswer({ status, headers, body: text, cut }: RawReply): Answer {
  if (cut !== undefined) throw new NoAnswer(`no answer: the connection is ${cut}`);
  return { status, headers: toLowerCase(headers), text, body: parseJson(text) };
}

function toLowerCase(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}
