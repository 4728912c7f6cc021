import { setTimeout as wait } from 'node:timers/promises';
import { Command } from 'commander';
import { startTarget } from '../fuzz/target.ts';
import { GROWING, type Growing, MEANINGS, measureGrowth } from './growth.ts';
import { createWorker, type Worker } from './load.ts';
import { median, residentMemory, toMegabytes } from './memory.ts';

/** Memory may grow by this much beyond what the world has to remember: V8 collects when it likes. */
const MARGIN = 12 * 1024 * 1024;

/** With a small heap V8 has to collect what is garbage, so that what remains is what is held. */
const HEAP = '--max-old-space-size=64';

/** So many use the mock at once, and so many requests per second they make together at most. */
const WORKERS = 6;

const { minutes, rate } = new Command('soak')
  .description('Uses a mock for a while in every way, and fails when its memory grows.')
  .option('--minutes <number>', 'how long', Number, 10)
  .option('--rate <number>', 'requests per second at most', Number, 600)
  .parse()
  .opts<{ minutes: number; rate: number }>();

console.log('What a world never forgets, in bytes of heap:');
const bytes = await measureGrowth();
for (const what of GROWING) console.log(`  ${String(bytes[what]).padStart(6)}  ${what}: ${MEANINGS[what]}`);

const accounts = Array.from({ length: WORKERS * 2 }, (_, n) => ({
  token: `5ca1ab1e-0000-4000-8000-${String(n).padStart(12, '0')}`,
  phone: `55410000000${String(n).padStart(2, '0')}`,
}));
const options = accounts.flatMap(({ token, phone }) => ['--account', `${token}=${phone}`]);
const target = await startTarget(['--quiet', ...options], { node: [HEAP] });
const end = Date.now() + minutes * 60_000;
const warm = Date.now() + minutes * 15_000;

try {
  const workers = Array.from({ length: WORKERS }, (_, n) => toWorker(n));
  const samples: { at: number; memory: number; known: number }[] = [];
  let failure: Error | undefined;
  const working = workers.map((worker) =>
    work(worker).catch((error: Error) => {
      failure ??= error;
    }),
  );
  for (let second = 1; Date.now() < end && failure === undefined; second += 1) {
    await wait(1000);
    samples.push({ at: Date.now(), memory: residentMemory(target.pid ?? 0), known: known(workers) });
    if (second % 30 === 0) report(second, workers);
  }
  await Promise.all(working);
  const complaints = target.complaints();
  if (failure !== undefined) complaints.push(failure.message);
  process.exitCode = judge(samples, complaints, workers) ? 0 : 1;
} finally {
  await target.stop();
}

function toWorker(n: number): Worker {
  const [first, second] = accounts.slice(2 * n);
  if (first === undefined || second === undefined) throw new Error(`There are no accounts for worker ${n}.`);
  return createWorker(target.url, [first, second], n);
}

async function work(worker: Worker): Promise<void> {
  const start = Date.now();
  while (Date.now() < end) {
    await worker.live();
    const due = start + (worker.requests() / (rate / WORKERS)) * 1000;
    if (due > Date.now()) await wait(due - Date.now());
  }
}

/** What the worlds have to remember by now, in bytes. */
function known(workers: readonly Worker[]): number {
  const of = ({ grown }: Worker) =>
    GROWING.reduce((sum, what: Growing) => sum + grown[what] * bytes[what], 0);
  return workers.reduce((sum, worker) => sum + of(worker), 0);
}

function requestsOf(workers: readonly Worker[]): number {
  return workers.reduce((sum, worker) => sum + worker.requests(), 0);
}

function report(second: number, workers: readonly Worker[]): void {
  const memory = toMegabytes(residentMemory(target.pid ?? 0));
  console.log(
    `  ${second} s: ${requestsOf(workers)} requests, ${memory}, of which ${toMegabytes(known(workers))} to remember`,
  );
}

/** Compares the middle of the minutes right after the warm-up with that of the last ones. */
function judge(
  samples: readonly { at: number; memory: number; known: number }[],
  complaints: readonly string[],
  workers: readonly Worker[],
): boolean {
  const after = samples.filter(({ at }) => at >= warm);
  const part = Math.max(1, Math.floor(after.length / 5));
  const middle = (some: typeof after, of: 'memory' | 'known') => median(some.map((one) => one[of]));
  const [from, to] = [after.slice(0, part), after.slice(-part)];
  const grown = middle(to, 'memory') - middle(from, 'memory');
  const remembered = middle(to, 'known') - middle(from, 'known');
  const leaked = grown - remembered;
  console.log(`${requestsOf(workers)} requests in ${minutes} minutes`);
  console.log(
    `after the warm-up ${toMegabytes(middle(from, 'memory'))}, at the end ${toMegabytes(middle(to, 'memory'))}`,
  );
  console.log(`grown by ${toMegabytes(grown)}, of which ${toMegabytes(remembered)} has to be remembered`);
  for (const what of complaints) console.log(`FAILED ${what}`);
  const isFlat = leaked <= MARGIN;
  const verdict = isFlat ? 'flat' : 'NOT flat';
  console.log(`${verdict}: ${toMegabytes(leaked)} beyond that, with a margin of ${toMegabytes(MARGIN)}`);
  return isFlat && complaints.length === 0;
}
