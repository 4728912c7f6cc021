import type { ApiDocument } from '../../spec/index.ts';
import { WARM_UP } from './aims.ts';
import { createLine } from './line.ts';
import { writeRepeatable } from './repeatable.ts';
import { roundsOf } from './rounds.ts';
import type { Shot } from './shot.ts';
import { createArsenal } from './shots/index.ts';
import { startTarget, type Target, targetAt } from './target.ts';
import { createVolleys, type Failure, type FireVolley } from './volley.ts';

/** How long a run goes on, and at what. */
export interface RunOptions {
  readonly documents: readonly ApiDocument[];
  readonly seed: number;
  readonly rounds: number;
  /** The first of these rounds, counted from 0. */
  readonly from: number;
  readonly seconds: number;
  /** At so many mocks side by side. */
  readonly jobs: number;
  /** A mock that runs already, to which there is one job; otherwise mocks are started. */
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

/** The mock that is started is the same one in every run, and whatever it refuses changes nothing. */
const OPTIONS = ['--quiet', '--seed', '1', '--ruling', 'update-atomicity=whole'];

/** After so many failures, more would help nobody. */
const ENOUGH = 10;

/** Fires round after round, until the rounds or the seconds are over. Rounds are the same whatever the number of jobs. */
export async function runFuzz(options: RunOptions): Promise<Tally> {
  const { documents, seed, jobs, url } = options;
  const end = performance.now() + options.seconds * 1000;
  const tally: Tally = { rounds: 0, passed: 0, failed: 0 };
  const rounds = roundsOf(createArsenal(documents), seed, options.rounds, options.from);
  const fireVolley = createVolleys(documents);
  const isOver = () => performance.now() > end || tally.failed >= ENOUGH;

  const tell = async (failure: Failure, shots: readonly Shot[]) => {
    tally.failed += 1;
    const nth = tally.failed;
    const { failure: found, shots: needed } = await trace(fireVolley, url, failure, shots);
    options.onFailure?.(found, writeRepeatable(needed, seed, nth));
  };

  const job = async () => {
    let target = await renew(url);
    const onShot = () => {
      tally.passed += 1;
    };
    try {
      for (let round = rounds.next(); !round.done; round = rounds.next()) {
        for (let rest = round.value; rest.length > 0 && !isOver(); ) {
          const failure = await fireVolley(target, rest, { onShot, isOver });
          if (failure === undefined) break;
          await tell(failure, rest.slice(0, failure.nth + 1));
          await target.stop();
          target = await renew(url);
          rest = rest.slice(failure.nth + 1);
        }
        if (isOver()) break;
        tally.rounds += 1;
        options.onRound?.(tally);
      }
    } finally {
      await target.stop();
    }
  };
  await Promise.all(Array.from({ length: url === undefined ? jobs : 1 }, job));
  return tally;
}

/** Fires shots at a fresh mock, or at the one of the URL. */
export async function replay(
  fireVolley: FireVolley,
  url: string | undefined,
  shots: readonly Shot[],
): Promise<Failure | undefined> {
  const target = await renew(url);
  try {
    return await fireVolley(target, shots, { isCareful: true });
  } finally {
    await target.stop();
  }
}

async function renew(url: string | undefined): Promise<Target> {
  const target = url === undefined ? await startTarget(OPTIONS) : targetAt(url);
  const line = createLine(target.url);
  await line.ask(WARM_UP).finally(() => line.close());
  return target;
}

/**
 * Which of the shots of a volley did wrong, by firing them again one by one: it alone, when it does so at a fresh mock
 * too; otherwise with those that led to it.
 */
async function trace(
  fireVolley: FireVolley,
  url: string | undefined,
  failure: Failure,
  shots: readonly Shot[],
): Promise<{ failure: Failure; shots: readonly Shot[] }> {
  const found = (await replay(fireVolley, url, shots)) ?? failure;
  const alone = await replay(fireVolley, url, [found.shot]);
  if (alone !== undefined) return { failure: alone, shots: [found.shot] };
  return { failure: found, shots: shots.slice(0, found.nth + 1) };
}
