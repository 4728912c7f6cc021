import { availableParallelism, loadavg } from 'node:os';

/** How long an answer may take on a machine that has nothing else to do, in milliseconds. */
const PATIENCE = 30_000;

/** How long an answer may take now: with twice as much work as there are processors, twice as long. */
export function patienceNow(): number {
  const [lastMinute = 0] = loadavg();
  return PATIENCE * Math.max(1, lastMinute / availableParallelism());
}
