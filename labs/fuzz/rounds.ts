import { createChance, shuffle } from './chance.ts';
import { isQuiet, type Shot } from './shot.ts';
import type { Arsenal } from './shots/index.ts';

/** How many shots are fired at one scene. */
const ROUND = 100;

/**
 * The shots of a run, round by round: the drill in an order that the seed gives, every other round what chance gives.
 * The same seed gives the same shots, a short run is a sample of the whole, and `from` goes on with a run that was cut
 * off before that round, counted from 0.
 */
export function* roundsOf(
  { drill, random }: Arsenal,
  seed: number,
  count: number,
  from = 0,
): Generator<readonly Shot[]> {
  const shuffled = shuffle(drill, createChance(seed));
  for (let made = from, at = Math.ceil(from / 2) * ROUND; made < from + count; made += 1) {
    if (made % 2 === 1 || at >= shuffled.length) yield quietLast(random(seed, made, ROUND));
    else {
      yield quietLast(shuffled.slice(at, at + ROUND));
      at += ROUND;
    }
  }
}

/** What should change nothing needs to be looked at only once in a row. */
function quietLast(shots: readonly Shot[]): Shot[] {
  return [...shots.filter((shot) => !isQuiet(shot)), ...shots.filter(isQuiet)];
}
