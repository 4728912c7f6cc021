/** How long the engine takes for one call, without any server. Prints nanoseconds by operation and batch. */
import { createMock } from '../../../mock/index.ts';
import { FIRST_NEW, GROUP_OF_TEN, phoneOf } from '../requests.ts';
import { answerNow } from './answer-now.ts';
import { createCaller, give, readInput } from './caller.ts';

/** Nanoseconds per call, batch by batch, by what is called. */
export type EngineTimes = Record<string, number[]>;

const { batches } = readInput<{ batches: number }>();
const CALLS = 2000;
const GROUPS = 100;

const mock = createMock({ seed: 1 });
const { call, prepare } = createCaller(mock);
const group = JSON.parse(GROUP_OF_TEN);
const jids = Array.from({ length: GROUPS }, () => JSON.parse(call('POST', '/groups', group)).group.jid);
const path = `/groups/${jids[0]}`;
let added = FIRST_NEW;

const add = () => {
  added += 1;
  return call('POST', `/groups/${jids[added % GROUPS]}/participants`, { participants: [phoneOf(added)] });
};
const refused = (target: string, authorization: string) => {
  const raw = { method: 'GET', target, headers: { authorization }, body: new Uint8Array() };
  return () => answerNow(mock, raw).body;
};

const getGroup = prepare('GET', path);
const changed: { revision: number } | undefined = mock.tenants.main.world.groups.get(jids[0]);

const OPERATIONS: Record<string, () => string> = {
  getGroup,
  'getGroup, first read after a change': () => {
    if (changed !== undefined) changed.revision += 1;
    return getGroup();
  },
  addGroupParticipants: add,
  createGroup: prepare('POST', '/groups', group),
  updateGroup: prepare('PATCH', path, { topic: 'The same topic' }),
  promoteParticipants: prepare('POST', `${path}/participants`, {
    action: 'promote',
    participants: [phoneOf(0)],
  }),
  getGroupInviteLink: prepare('GET', `${path}/invite`),
  getStatus: prepare('GET', '/status'),
  'unknown token (401)': refused(path, 'Bearer 99999999-9999-4999-8999-999999999999'),
  'a world, made, used once and dropped': () => {
    const { name, accounts } = mock.world();
    const own = createCaller(mock, accounts[0]?.token);
    const made = own.call('POST', '/groups', { name: 'Alone', participants: [phoneOf(0)] });
    const tenant = mock.tenants.get(name);
    if (tenant !== undefined) mock.tenants.remove(tenant);
    return made;
  },
  'unknown path (404)': refused('/nothing', ''),
};

const times: EngineTimes = {};
for (const [name, run] of Object.entries(OPERATIONS)) {
  for (let n = 0; n < CALLS; n += 1) run();
  times[name] = Array.from({ length: batches }, () => time(run));
}
give(times);

function time(run: () => string): number {
  const start = performance.now();
  for (let n = 0; n < CALLS; n += 1) run();
  return ((performance.now() - start) * 1e6) / CALLS;
}
