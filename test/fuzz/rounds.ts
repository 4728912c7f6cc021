import fc from 'fast-check';
import type { Shot } from './shot.ts';
import type { Arsenal } from './shots/index.ts';

/** How many shots are fired at one scene. */
const ROUND = 50;

/** The shots of a run, round by round: the drill first, then what chance gives. The same seed gives the same shots. */
export function* roundsOf(
  { drill, random }: Arsenal,
  seed: number,
  count: number,
): Generator<readonly Shot[]> {
  let made = 0;
  for (let at = 0; at < drill.length && made < count; at += ROUND, made += 1) {
    yield drill.slice(at, at + ROUND);
  }
  for (; made < count; made += 1) yield fc.sample(random, { seed: seed + made, numRuns: ROUND });
}

/** How many rounds the drill takes. */
export function lengthOfDrill({ drill }: Arsenal): number {
  return Math.ceil(drill.length / ROUND);
}
