import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { createMock, type RawReply } from '../../mock/index.ts';

/** What makes a world larger for good, whatever is left or removed afterwards. */
export const GROWING = ['group', 'link', 'invite', 'person', 'community'] as const;
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
export function measureGrowth(): Record<Growing, number> {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const measured = GROWING.map((what) => {
    const { warm, once } = createLoad(what);
    for (let n = 0; n < warm; n += 1) once(n);
    collect();
    const before = process.memoryUsage().heapUsed;
    for (let n = warm; n < warm + OFTEN; n += 1) once(n);
    collect();
    const bytes = (process.memoryUsage().heapUsed - before) / OFTEN;
    // What was measured must still be there.
    once(0);
    return [what, Math.max(0, Math.round(bytes))] as const;
  });
  return Object.fromEntries(measured) as Record<Growing, number>;
}

/** A mock of its own, and what makes it grow once; the first times fill what is bounded. */
function createLoad(what: Growing): { warm: number; once: (n: number) => void } {
  const mock = createMock({ seed: 1 });
  const authorization = mock.accounts[0]?.token ?? '';
  const call = (method: string, target: string, body?: object): string => {
    const headers = { authorization, 'content-type': 'application/json' };
    const text = body === undefined ? '' : JSON.stringify(body);
    const reply = mock.answer({ method, target, headers, body: new TextEncoder().encode(text) });
    return (reply as RawReply).body;
  };
  const make = (participants: string[]) =>
    /"jid":"([^"]+)"/.exec(call('POST', '/groups', { name: 'Growing', participants }))?.[1] ?? '';
  const jid = make(['5511777777777']);
  const add = (participants: string[], action = 'add') =>
    call('POST', `/groups/${jid}/participants`, { participants, action });

  const loads: Record<Growing, (n: number) => void> = {
    group: () => {
      call('DELETE', `/groups/${make(['5500000000404'])}/leave`);
    },
    link: () => {
      call('POST', `/groups/${jid}/invite/reset`);
    },
    invite: () => {
      add(['5500000000403']);
    },
    person: (n) => {
      // Asked about, and never added.
      add([String(5_521_000_000_000 + n)], 'promote');
    },
    community: () => {
      call('POST', '/communities', { name: 'Growing' });
    },
  };
  return { warm: 3000, once: loads[what] };
}
