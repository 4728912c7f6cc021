import type { ApiDocument } from '../../spec/index.ts';
import { writeRepeatable } from './repeatable.ts';
import { roundsOf } from './rounds.ts';
import type { Shot } from './shot.ts';
import { createArsenal } from './shots/index.ts';
import { startTarget, type Target, targetAt } from './target.ts';
import { type Failure, fireVolley } from './volley.ts';

/** How long a run goes on, and at what. */
export interface RunOptions {
  readonly documents: readonly ApiDocument[];
  readonly seed: number;
  readonly rounds: number;
  readonly seconds: number;
  /** A mock that runs already; otherwise one is started. */
  readonly url?: string;
  /** Called after each round. */
  onRound?(tally: Tally): void;
  /** Called with each failure, and the file that repeats it. */
  onFailure?(failure: Failure, file: string): void;
}

/** What has come of a run so far. */
export interface Tally {
  rounds: number;
  passed: number;
  failed: number;
}

/** The mock that is started is the same one in every run. */
const OPTIONS = ['--quiet', '--seed', '1'];

/** After so many failures, more would help nobody. */
const ENOUGH = 10;

/** Fires round after round, until the rounds or the seconds are over. */
export async function runFuzz(options: RunOptions): Promise<Tally> {
  const { documents, seed, rounds, seconds, url } = options;
  const end = performance.now() + seconds * 1000;
  const tally: Tally = { rounds: 0, passed: 0, failed: 0 };
  const renew = async (): Promise<Target> => (url === undefined ? startTarget(OPTIONS) : targetAt(url));
  let target = await renew();
  try {
    for (const shots of roundsOf(createArsenal(documents), seed, rounds)) {
      const onShot = () => {
        tally.passed += 1;
      };
      for (let rest = shots; rest.length > 0; ) {
        const failure = await fireVolley(target, documents, rest, onShot);
        if (failure === undefined) break;
        tally.failed += 1;
        const file = writeRepeatable(
          await minimise(options, rest.slice(0, failure.nth + 1)),
          seed,
          tally.failed,
        );
        options.onFailure?.(failure, file);
        await target.stop();
        target = await renew();
        rest = rest.slice(failure.nth + 1);
        if (tally.failed >= ENOUGH) return tally;
      }
      tally.rounds += 1;
      options.onRound?.(tally);
      if (performance.now() > end) break;
    }
  } finally {
    await target.stop();
  }
  return tally;
}

/** Fires shots at a fresh mock, or at the one of the URL. */
export async function replay(
  { documents, url }: Pick<RunOptions, 'documents' | 'url'>,
  shots: readonly Shot[],
): Promise<Failure | undefined> {
  const target = url === undefined ? await startTarget(OPTIONS) : targetAt(url);
  try {
    return await fireVolley(target, documents, shots);
  } finally {
    await target.stop();
  }
}

/** The last shot alone, when that does wrong at a fresh mock too; otherwise all of the round that led to it. */
async function minimise(options: RunOptions, shots: readonly Shot[]): Promise<readonly Shot[]> {
  const last = shots.slice(-1);
  return (await replay(options, last)) === undefined ? shots : last;
}
