/** Random walks: what always holds, whatever is called. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contradictions } from './answers.ts';
import { dump } from './dump.ts';
import { INVARIANTS } from './invariants.ts';
import { createMemory, type Memory, remember } from './memory.ts';
import { breaches, lookBefore } from './step-laws.ts';
import { anyRulings, anyStep, comingOrGoing, OPENING, type Step } from './steps.ts';
import { shorten, toLine } from './transcript.ts';
import { createWalk, type Outcome, type Walk } from './walk.ts';

/** What was met on the way: rules of refusals, codes of rows, and what was done. */
const met = new Set<string>();

describe('whatever four people do', () => {
  it('every promise is kept after every step', { timeout: 60_000 }, () => {
    fc.assert(fc.property(anyRulings, walks(anyStep), walkThrough), { seed: 3, numRuns: 80 });
  });

  it('every promise is kept however they come and go', { timeout: 60_000 }, () => {
    fc.assert(fc.property(anyRulings, walks(comingOrGoing), walkThrough), { seed: 3, numRuns: 80 });
  });

  it('they do what can be done, and run into what forbids it', () => {
    const missed = [...DEEDS, ...RULES, ...ROWS].filter((one) => !met.has(one));
    expect(missed).toEqual([]);
  });
});

/** What has to be met, so that nobody takes idle walks for a proof; rarer things may be met as well. */
const DEEDS = [
  ...['add', 'remove', 'promote', 'demote', 'leave', 'join', 'link', 'unlink', 'update', 'approve'],
  ...['create group inside', 'add to community', 'remove from community', 'reset link', 'wait', 'block'],
];
const RULES = [
  ...['not-a-participant', 'not-an-admin', 'no-such-group', 'no-such-invite', 'invite-link-reset'],
  ...['already-a-member', 'removed-by-admin', 'group-full', 'linked-already', 'not-linked-here'],
  ...['admins-stay-in-announcement-group', 'creator-stays-in-community', 'not-on-announcement-group'],
  ...['not-on-community', 'not-a-community', 'not-a-jpeg', 'private-invite-of-another', 'device-not-ready'],
];
const ROWS = ['done', 401, 403, 404, 405, 406, 409, 421, 500].map((row) => `row ${row}`);

function walks(step: fc.Arbitrary<Step>): fc.Arbitrary<Step[]> {
  return fc.array(step, { maxLength: 60, size: 'max' });
}

function walkThrough(rulings: Record<string, string | number>, steps: readonly Step[]): void {
  const walk = createWalk(rulings);
  const memory = createMemory();
  const lines = [`With the rulings ${JSON.stringify(rulings)}`];
  for (const step of [...OPENING, ...steps]) {
    const aim = walk.aim(step);
    const before = lookBefore(walk, aim);
    const outcome = walk.take(step, aim);
    remember(memory, walk, step, aim, outcome);
    lines.push(toLine(walk, step, aim, outcome));
    for (const word of wordsOf(step, outcome)) met.add(word);

    const wrong = [...breaches(walk, step, aim, outcome, before)];
    // What is as it was has been judged already.
    if (dump(walk.network.world) !== before.world) wrong.push(...complaints(walk, memory));
    if (wrong.length > 0)
      throw new Error([...lines, ...wrong.map((what) => shorten(walk, `!! ${what}`))].join('\n'));
  }
}

function wordsOf({ does }: Step, { rule, rows }: Outcome): string[] {
  const errors = rows.map(({ error }) => `row ${error ?? 'done'}`);
  return [rule ?? does, ...errors];
}

/** What is wrong with the world as it is. Looking at it changes nothing. */
function* complaints(walk: Walk, memory: Memory): Iterable<string> {
  const before = dump(walk.network.world);
  for (const [promise, check] of Object.entries(INVARIANTS)) {
    for (const what of check(walk, memory)) yield `${promise}: ${what}`;
  }
  yield* contradictions(walk, memory);
  if (dump(walk.network.world) !== before) yield 'reading changed something';
}
