import type { ApiDocument } from '../../spec/index.ts';
import { type CaseResult, isFailure } from '../runner/result.ts';
import type { RunOptions, Target } from '../target/target.ts';
import { toCaseReport } from './case-report.ts';
import { count } from './show.ts';
import { signsOf } from './signs.ts';
import { explainReport } from './text.ts';

/** Tells on a stream how a run goes. */
export interface Progress {
  /** One more call was answered, within so many milliseconds. */
  answered(milliseconds: number): void;
  /** One more case is done. */
  tell(result: CaseResult): void;
  /** Nothing more is to be told. */
  end(): void;
}

/** What a progress tells of, and where. */
export interface Told {
  readonly stream: Pick<NodeJS.WriteStream, 'write' | 'isTTY' | 'columns'>;
  /** How many cases there are, and how many calls they make. */
  readonly cases: number;
  readonly calls: number;
  readonly target: Target;
  readonly options: RunOptions;
  readonly document: ApiDocument;
  /** What the surroundings say of the terminal. */
  readonly env?: Readonly<Record<string, string | undefined>>;
}

/** So many causes are explained as they come; the rest is told in the end. */
const MOST_EXPLAINED = 20;

/** Where no line can be rewritten, one is written this often, in milliseconds. */
const EVERY = 15_000;

/** A run that takes longer is forecast, in milliseconds; after so long, for the first answers of a target are the slowest. */
const LONG = 30_000;
const ENOUGH = 5000;

/** Says why a case is not kept as soon as a cause is seen, and how far the run is: on a terminal in a line that is rewritten. */
export function createProgress({
  stream,
  cases,
  calls,
  target,
  options,
  document,
  env = {},
}: Told): Progress {
  const isRewritable = stream.isTTY === true && env.TERM !== 'dumb' && !env.CI;
  const width = Math.max(1, (stream.columns || 80) - 1);
  const wipe = isRewritable ? `\r${' '.repeat(width)}\r` : '';
  const policy = { ...options, ...target };
  const known = new Set<string>();
  const start = performance.now();
  let told = start;
  let done = 0;
  let failed = 0;
  let answers = 0;
  let waited = 0;
  let isForecast = false;
  let explained = 0;
  const forecast = () => {
    const { concurrency = 4 } = options;
    const expected = (calls * (waited / answers)) / concurrency;
    if (expected < LONG) return;
    const each = (waited / answers / 1000).toFixed(1);
    stream.write(
      `${wipe}At ${each} s an answer, ${count(cases, 'case')} with ${count(calls, 'call')} take about ${toTime(expected)}. --time-limit ends it earlier, --only asks for less.\n`,
    );
  };
  return {
    answered(milliseconds) {
      answers += 1;
      waited += milliseconds;
      if (isForecast || performance.now() - start < ENOUGH) return;
      isForecast = true;
      forecast();
    },
    tell(result) {
      done += 1;
      if (isFailure(result.verdict, policy)) failed += 1;
      if (result.verdict !== 'kept' && result.verdict !== 'skipped') {
        const report = toCaseReport(result, target, options);
        const fresh = signsOf(report, document).filter(({ key }) => !known.has(key));
        for (const { key } of fresh) known.add(key);
        if (fresh.length > 0 && ++explained <= MOST_EXPLAINED)
          stream.write(`${wipe}${explainReport(report)}\n\n`);
      }
      const line = `${done}/${cases}, ${failed} failed`;
      if (isRewritable) stream.write(`${wipe}${`${line}: ${result.case.id}`.slice(0, width)}`);
      else if (performance.now() - told >= EVERY) {
        told = performance.now();
        const left = ((told - start) / done) * (cases - done);
        stream.write(`${line}, about ${toTime(left)} left\n`);
      }
    },
    end() {
      stream.write(wipe);
    },
  };
}

/** A time in words, such as `2 h 40 min`. */
function toTime(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000);
  if (seconds < 120) return `${seconds} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 120 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
