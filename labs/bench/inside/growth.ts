/** How long single calls take in a mock of some size. Prints `{ times: GrowthTimes }`. */
import { startMock } from '../../../mock/index.ts';
import { FIRST_NEW, phoneOf, TOKEN } from '../requests.ts';
import { medianOf } from '../statistics.ts';
import { type Caller, createCaller, give, readInput } from './caller.ts';
import { findControlPlane } from './control-plane.ts';

/** Nanoseconds per call, batch by batch; undefined when the mock cannot have that many worlds. */
export type GrowthTimes = Record<'getGroup' | 'add' | 'join', number[]> | undefined;

/** How big the mock is: worlds, groups in each of them, members in each group. */
export interface Size {
  worlds: number;
  groups: number;
  members: number;
}

interface Place {
  /** Counts a change of a group, so that its text is made anew: whether one is kept would depend on the size. */
  change: (jid: string) => void;
  owner: Caller;
  guest: Caller;
  jids: string[];
}

const { worlds, groups, members, batches } = readInput<Size & { batches: number }>();
const OTHER_TOKEN = '22222222-2222-4222-8222-222222222222';
const CALLS = 300;
const WARM_UP = 2000;

let added = FIRST_NEW;
let chance = 1;
const mock = await startMock({ port: 0, seed: 1 });
give({ times: await measure() });
await mock.close();

async function measure(): Promise<GrowthTimes> {
  const places: Place[] = [fill(TOKEN, OTHER_TOKEN)];
  if (worlds > 1) {
    const control = await findControlPlane(mock.url);
    if (control === undefined) return undefined;
    while (places.length < worlds) {
      const { tokens } = await control.makeWorld(2);
      places.push(fill(tokens[0] ?? '', tokens[1] ?? ''));
    }
  }
  return {
    getGroup: sample(() => read(places)),
    add: sample(() => add(places)),
    join: sample(() => join(places)),
  };
}

/** Every group is one short of its size, which the member that comes and goes makes up. */
function fill(token: string, guestToken: string): Place {
  const owner = createCaller(mock, token);
  const participants = Array.from({ length: members - 2 }, (_, index) => phoneOf(index));
  const jids = Array.from({ length: groups }, (_, index) => {
    return JSON.parse(owner.call('POST', '/groups', { name: `Group ${index}`, participants })).group.jid;
  });
  const change = (jid: string) => {
    const group: { revision: number } | undefined = mock.tenants.find(token)?.tenant.world.groups.get(jid);
    if (group !== undefined) group.revision += 1;
  };
  return { change, owner, guest: createCaller(mock, guestToken), jids };
}

/** The calls go all over the mock; each is timed alone, for what it needs before and after does not count. */
function sample(one: () => number): number[] {
  for (let n = 0; n < WARM_UP; n += 1) one();
  return Array.from({ length: batches }, () => medianOf(Array.from({ length: CALLS }, one)));
}

function read(places: readonly Place[]): number {
  const { change, owner, jid, path } = anywhere(places);
  change(jid);
  return time(owner.prepare('GET', path));
}

function add(places: readonly Place[]): number {
  const { owner, path } = anywhere(places);
  added += 1;
  const body = { participants: [phoneOf(added)] };
  const nanoseconds = time(owner.prepare('POST', `${path}/participants`, body));
  owner.call('DELETE', `${path}/participants`, body);
  return nanoseconds;
}

function join(places: readonly Place[]): number {
  const { owner, guest, path } = anywhere(places);
  const { invite_link } = JSON.parse(owner.call('GET', `${path}/invite`));
  const nanoseconds = time(guest.prepare('POST', '/groups/join', { link: invite_link }));
  guest.call('DELETE', `${path}/leave`);
  return nanoseconds;
}

function anywhere(places: readonly Place[]): Place & { jid: string; path: string } {
  const place = places[below(places.length)] as Place;
  const jid = place.jids[below(place.jids.length)] ?? '';
  return { ...place, jid, path: `/groups/${jid}` };
}

/** A linear congruence, so that two runs take the same way. */
function below(count: number): number {
  chance = (chance * 1_103_515_245 + 12_345) % 2 ** 31;
  return Math.floor((chance / 2 ** 31) * count);
}

function time(run: () => string): number {
  const start = performance.now();
  run();
  return (performance.now() - start) * 1e6;
}
