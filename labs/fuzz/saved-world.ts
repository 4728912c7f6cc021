import { createHash } from 'node:crypto';
import { createMock, type Mock } from '../../mock/index.ts';
import type { Json } from '../../test/spec/schema.ts';
import type { Change } from './shot.ts';
import { TOKENS } from './tokens.ts';

type Path = readonly string[];

/** An object or a list that can be changed. */
type Holder = { [key: string]: Json };

/** A saved world that has something of everything, and every place in it. */
interface Saved {
  readonly world: Json;
  readonly places: readonly Path[];
}

/** What that world is called. */
export const SAVED_WORLD = 'saved';

let saved: Saved | undefined;

/** A saved world that has something of everything; its account is `{{third}}`. */
export function savedWorld(): Saved {
  if (saved === undefined) {
    const world = saveWorld();
    saved = { world, places: placesIn(world).slice(1) };
  }
  return saved;
}

/** That world with some changes, and as if it had been saved like that. */
export function savedWith(changes: readonly Change[]): Json {
  const { world, places } = savedWorld();
  const changed = structuredClone(world) as Holder;
  for (const { at, put, key } of changes) {
    const path = places[Math.floor(at * places.length)] ?? [];
    change(changed, key === undefined ? path : [...path, key], put);
  }
  return reseal(changed);
}

/** The group of that world in which people wait to be let in. */
export function savedGroup(): string {
  return /"jid":"([^"]+)"/.exec(JSON.stringify(savedWorld().world))?.[1] ?? '';
}

function saveWorld(): Json {
  const mock = createMock({ seed: 1 });
  fillWorld(mock);
  const { snapshot } = JSON.parse(send(mock, 'GET', `/__mock/worlds/${SAVED_WORLD}/snapshot`, {})) as {
    snapshot: Json;
  };
  mock.stop();
  return JSON.parse(JSON.stringify(snapshot).replaceAll(TOKENS.third, '{{third}}')) as Json;
}

/** Makes the world that is saved. */
export function fillWorld(mock: Mock): void {
  const [me, other, lia, rui] = ['5511999999999', '5511888888888', '5511777770001', '5511777770002'];
  const accounts = [{ phone: me, token: TOKENS.third }, { phone: other }];
  const world = `/__mock/worlds/${SAVED_WORLD}`;
  const tell = (method: string, path: string, body: object) => send(mock, method, path, body);
  tell('POST', '/__mock/worlds', { name: SAVED_WORLD, seed: 7, scenario: 'waiting-room', accounts });
  // Nobody listens at that port.
  tell('POST', '/webhook', {
    webhook_url: 'http://127.0.0.1:9/',
    enabled_events: ['group.info'],
    secret: 's',
  });
  const made = tell('POST', '/groups', { name: 'Saved', participants: [lia, '5500000000403'] });
  const group = /"jid":"([^"]+)"/.exec(made)?.[1] ?? '';
  const united = tell('POST', '/communities', { name: 'United', participants: [] });
  const community = /"jid":"([^"]+)"/.exec(united)?.[1] ?? '';
  tell('POST', `/communities/${community}/groups`, { group_jid: group });
  tell('DELETE', `/groups/${group}/participants`, { participants: [lia] });
  tell('PATCH', `/groups/${group}`, { topic: 'Topic', locked: true });
  tell('PUT', `/groups/${group}/ephemeral`, { duration_seconds: 86_400 });
  tell('POST', `${world}/people/${rui}/act`, { do: 'join', group, after_seconds: 3600 });
  tell('PATCH', `${world}/people/${rui}`, { addable_by: 'contacts', contacts: [me], blocked: [lia] });
  const answer = { status: 503, error_code: 'INTERNAL_ERROR', message: 'busy', headers: { 'X-Why': 'busy' } };
  tell('POST', `${world}/faults`, { operation: 'listGroups', ...answer, times: 2, delay_ms: [0, 1] });
  tell('POST', `${world}/faults`, { operation: 'getGroup', per_window: { calls: 1, seconds: 60 } });
  tell('POST', `${world}/faults`, { rows: [{ participant: lia, code: 408 }], probability: 0.5 });
  tell('POST', `${world}/faults`, { delivery: { delay_seconds: 60 }, event: 'group.info' });
  tell('GET', `/groups/${group}`, {});
}

/** The body of an answer that is there at once. */
function send(mock: Mock, method: string, target: string, body: object): string {
  const headers = { authorization: TOKENS.third, 'content-type': 'application/json' };
  const reply = mock.answer({ method, target, headers, body: Buffer.from(JSON.stringify(body)) });
  return 'body' in reply && typeof reply.body === 'string' ? reply.body : '';
}

function placesIn(value: Json, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, one]) => placesIn(one, [...path, key]))];
}

/** Another change may have taken the place away. */
function change(within: Holder, path: Path, put: Json | undefined): void {
  const [last = '', ...before] = [...path].reverse();
  let holder: Holder | undefined = within;
  for (const key of before.reverse()) holder = toHolder(holder?.[key]);
  if (holder === undefined) return;
  if (put === undefined) delete holder[last];
  else
    Object.defineProperty(holder, last, { value: put, enumerable: true, configurable: true, writable: true });
}

/** What was cloned may be changed. */
function toHolder(value: Json | undefined): Holder | undefined {
  return typeof value === 'object' && value !== null ? (value as Holder) : undefined;
}

/** A snapshot with a seal says that nobody has changed it. */
function reseal(snapshot: Holder): Json {
  if (!('seal' in snapshot)) return snapshot;
  const text = JSON.stringify([snapshot.world, snapshot.faults]);
  return { ...snapshot, seal: createHash('sha256').update(text).digest('hex') };
}
