import { describe, expect, it } from 'vitest';
import { type CaseResult, isFailure, runContracts } from '../../../contracts/index.ts';
import { BROKEN } from './breaks.ts';
import { PARTIAL } from './partial.ts';
import { serveBroken } from './server.ts';

describe('an implementation that', () => {
  it.each([...BROKEN, ...PARTIAL])('$is is caught', async ({ create, only, caughtBy }) => {
    const server = await serveBroken(create);
    try {
      const failing: CaseResult[] = [];
      const target = {
        ...server,
        participants: NUMBERS,
        has: ['magic-numbers', 'invented-numbers'] as const,
      };
      for await (const result of runContracts(target, { only: [only], timeout: 1000, seed: 7 })) {
        if (isFailure(result.verdict, { strict: true, disposable: true })) failing.push(result);
      }
      const caught = failing.find((result) => result.case.id === caughtBy);
      expect(failing.map((result) => result.case.id)).toContain(caughtBy);
      if (caught?.case.provenance === 'documented') expect(caught.verdict).toBe('broken');
      expect(failing.every(({ findings, reason }) => findings.length > 0 || reason !== undefined)).toBe(true);
    } finally {
      await server.close();
    }
  });

  it('is right is not caught', async () => {
    const server = await serveBroken(
      () =>
        ({ answer }) =>
          answer(),
    );
    try {
      const verdicts = new Set<string>();
      const target = { ...server, participants: NUMBERS, has: ['magic-numbers'] as const };
      for await (const { verdict } of runContracts(target, { only: ['groups', 'invites'] }))
        verdicts.add(verdict);
      // What needs a second account is skipped.
      expect([...verdicts].sort()).toEqual(['kept', 'skipped']);
    } finally {
      await server.close();
    }
  });
});

const NUMBERS = ['5511900000001', '5511900000002', '5511900000003'];
