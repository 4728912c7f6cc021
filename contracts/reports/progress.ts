import { type CaseResult, isFailure } from '../runner/result.ts';
import type { RunOptions, Target } from '../target/target.ts';
import { explain } from './text.ts';

/** Tells on a stream how a run goes. */
export interface Progress {
  /** One more case is done. */
  tell(result: CaseResult): void;
  /** Nothing more is to be told. */
  end(): void;
}

/** The width that a line of progress never passes, so that it can be wiped. */
const WIDTH = 78;

/** A progress of `total` cases: what is not kept as it comes, and on a terminal a line that counts. */
export function createProgress(
  stream: NodeJS.WriteStream,
  total: number,
  target: Target,
  options: RunOptions,
): Progress {
  const wipe = stream.isTTY ? `\r${' '.repeat(WIDTH)}\r` : '';
  let done = 0;
  let failed = 0;
  return {
    tell(result) {
      done += 1;
      if (isFailure(result.verdict, { ...options, ...target })) failed += 1;
      const isWorthTelling = result.verdict !== 'kept' && result.verdict !== 'skipped';
      if (isWorthTelling) stream.write(`${wipe}${explain(result, target)}\n\n`);
      if (stream.isTTY) {
        const line = `${done}/${total}, ${failed} failed: ${result.case.id}`;
        stream.write(`${wipe}${line.slice(0, WIDTH)}`);
      }
    },
    end() {
      stream.write(wipe);
    },
  };
}
