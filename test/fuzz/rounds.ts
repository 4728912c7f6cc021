import fc from 'fast-check';
import type { Shot } from './shot.ts';
import type { Arsenal } from './shots/index.ts';

/** How many shots are fired at one scene. */
const ROUND = 50;

/**
 * The shots of a run, round by round: the drill in an order that the seed gives, every other round what chance gives.
 * The same seed gives the same shots, and a short run is a sample of the whole.
 */
export function* roundsOf(
  { drill, random }: Arsenal,
  seed: number,
  count: number,
): Generator<readonly Shot[]> {
  const [shuffled = []] = fc.sample(fc.shuffledSubarray([...drill], { minLength: drill.length }), {
    seed,
    numRuns: 1,
  });
  for (let made = 0, at = 0; made < count; made += 1) {
    if (made % 2 === 1 || at >= shuffled.length) {
      yield fc.sample(random, { seed: seed + made, numRuns: ROUND });
    } else {
      yield refusalsLast(shuffled.slice(at, at + ROUND));
      at += ROUND;
    }
  }
}

/** Refusals in a row need to be looked at only once. */
function refusalsLast(shots: readonly Shot[]): Shot[] {
  const isRefusal = ({ expects }: Shot) => expects === 'refusal';
  return [...shots.filter((shot) => !isRefusal(shot)), ...shots.filter(isRefusal)];
}
