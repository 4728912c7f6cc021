import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { createMock } from '../../mock/index.ts';

/** What makes a world larger for good, whatever is left or removed afterwards. */
export const GROWING = ['group', 'link', 'invite', 'person', 'community'] as const;
/** One of them. */
export type Growing = (typeof GROWING)[number];

/** What each is, in words. */
export const MEANINGS: Readonly<Record<Growing, string>> = {
  group: 'a group that was made, and ended when its last member left: its invite code is remembered as dead',
  link: 'an invite link that was reset: the old code is remembered as dead',
  invite: 'a private invite of 16 characters, also when it was used or has expired',
  person: 'a number that was met: it has a LID from then on',
  community: 'a community with its announcement group, which its creator cannot leave',
};

const OFTEN = 20_000;

/** The bytes that each of them takes, measured on a mock in this process after collecting garbage. */
export async function measureGrowth(): Promise<Record<Growing, number>> {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const measured: [Growing, number][] = [];
  for (const what of GROWING) {
    const { warm, once } = createLoad(what);
    for (let n = 0; n < warm; n += 1) await once(n);
    collect();
    const before = process.memoryUsage().heapUsed;
    for (let n = warm; n < warm + OFTEN; n += 1) await once(n);
    collect();
    const bytes = (process.memoryUsage().heapUsed - before) / OFTEN;
    // What was measured must still be there.
    await once(0);
    measured.push([what, Math.max(0, Math.round(bytes))]);
  }
  return Object.fromEntries(measured) as Record<Growing, number>;
}

/** A mock of its own, and what makes it grow once; the first times fill what is bounded. */
function createLoad(what: Growing): { warm: number; once: (n: number) => Promise<unknown> } {
  const mock = createMock({ seed: 1 });
  const authorization = mock.accounts[0]?.token ?? '';
  const call = async (method: string, target: string, body?: object): Promise<string> => {
    const headers = { authorization, 'content-type': 'application/json' };
    const text = body === undefined ? '' : JSON.stringify(body);
    const reply = await mock.answer({ method, target, headers, body: new TextEncoder().encode(text) });
    return String(reply.body);
  };
  const make = async (participants: string[]) =>
    /"jid":"([^"]+)"/.exec(await call('POST', '/groups', { name: 'Growing', participants }))?.[1] ?? '';
  const made = make(['5511777777777']);
  const add = async (participants: string[], action = 'add') =>
    call('POST', `/groups/${await made}/participants`, { participants, action });

  const loads: Record<Growing, (n: number) => Promise<unknown>> = {
    group: async () => call('DELETE', `/groups/${await make(['5500000000404'])}/leave`),
    link: async () => call('POST', `/groups/${await made}/invite/reset`),
    invite: () => add(['5500000000403']),
    // Asked about, and never added.
    person: (n) => add([String(5_521_000_000_000 + n)], 'promote'),
    community: () => call('POST', '/communities', { name: 'Growing' }),
  };
  return { warm: 3000, once: loads[what] };
}
