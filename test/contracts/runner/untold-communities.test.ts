import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CaseResult, runContracts } from '../../../contracts/index.ts';
import { type BrokenServer, rewrite, serveBroken } from '../../scenarios/broken-server/server.ts';
import { collect } from '../reports/results.ts';

let server: BrokenServer;
let results: CaseResult[];

/** The documentation shows `"community": {}`, so an implementation may well answer just that. */
beforeAll(async () => {
  server = await serveBroken(() => ({ call, answer }) => {
    const reply = answer();
    const isMade = call.method === 'POST' && call.target === '/communities' && reply.status === 201;
    return isMade ? rewrite(reply, (body) => ({ ...body, community: {} })) : reply;
  });
  const target = {
    ...server,
    participants: ['5511900000001', '5511900000002', '5511900000003'],
    has: ['magic-numbers'] as const,
  };
  results = await collect(runContracts(target, { only: ['communities', 'linking'], seed: 1 }));
}, 60_000);
afterAll(() => server.close());

describe('a target that does not tell the JID of a community that was made', () => {
  it('is held to what is promised of communities all the same', () => {
    const tried = results.filter(({ verdict }) => verdict !== 'skipped');
    expect(tried.length).toBeGreaterThan(90);
    expect(results.filter(({ verdict }) => verdict === 'broken' || verdict === 'setup-failed')).toEqual([]);
    const told = (id: string) => results.find(({ case: one }) => one.id === id)?.verdict;
    expect([told('communities/leave'), told('linking/link')]).toEqual(['kept', 'kept']);
  });

  it('is seen to do otherwise than assumed where the answer itself is looked at', () => {
    const discoveries = results.filter(({ verdict }) => verdict === 'discovery');
    expect(discoveries.map(({ findings }) => findings[0]?.path)).toEqual([
      'community.participants',
      'community.jid',
      'community.members_count',
    ]);
  });

  it('has every community that was made named, because none can be left', () => {
    const leftovers = results.flatMap((result) => result.leftovers);
    expect(leftovers.length).toBeGreaterThan(50);
    expect(leftovers.filter((one) => /undefined/.test(one))).toEqual([]);
  });
});
