import { randomInt } from 'node:crypto';
import { Command } from 'commander';
import { loadControlDocument, loadDocument } from '../../spec/index.ts';
import { readRepeatable } from './repeatable.ts';
import { replay, runFuzz, type Tally } from './run.ts';
import { createVolleys, type Failure } from './volley.ts';

const {
  seed,
  rounds,
  from,
  seconds,
  jobs,
  url,
  replay: file,
} = new Command('fuzz')
  .description(
    'Fires malformed, mutated and hostile requests at a mock, and holds every answer to the document.',
  )
  .option('--seed <number>', 'repeat a run', Number)
  .option('--rounds <number>', 'how many rounds of 100 shots at most', Number, 1000)
  .option(
    '--from <number>',
    'go on with a run of this seed that was cut off, at this round, counted from 0',
    Number,
    0,
  )
  .option('--seconds <number>', 'how long at most', Number, 1800)
  .option('--jobs <number>', 'at how many mocks side by side', Number, 4)
  .option('--url <url>', 'a mock that runs already, with its default accounts')
  .option('--replay <file>', 'fire the shots of a failure again')
  .parse()
  .opts<{
    seed?: number;
    rounds: number;
    from: number;
    seconds: number;
    jobs: number;
    url?: string;
    replay?: string;
  }>();

const documents = [loadDocument(), loadControlDocument()];
const where = url === undefined ? {} : { url };
process.exitCode = (file === undefined ? await fuzz() : await again(file)) ? 0 : 1;

async function fuzz(): Promise<boolean> {
  const chosen = seed ?? randomInt(2 ** 31);
  console.log(`Fuzzing with --seed ${chosen}, at most ${rounds} rounds from round ${from} in ${seconds} s`);
  const start = performance.now();
  const tally = await runFuzz({
    documents,
    seed: chosen,
    rounds,
    from,
    seconds,
    jobs,
    ...where,
    onRound: progress,
    onFailure,
  });
  const took = Math.round((performance.now() - start) / 1000);
  console.log(`${tally.rounds} rounds in ${took} s`);
  return end(tally);
}

async function again(from: string): Promise<boolean> {
  const shots = readRepeatable(from);
  const failure = await replay(createVolleys(documents), url, shots);
  if (failure !== undefined) onFailure(failure, from);
  return end({
    passed: failure === undefined ? shots.length : failure.nth,
    failed: failure === undefined ? 0 : 1,
  });
}

function progress({ rounds: done, passed, failed }: Tally): void {
  if (done % 10 === 0) console.log(`  round ${done}: ${passed} passed, ${failed} failed`);
}

function onFailure({ shot, wrong }: Failure, from: string): void {
  console.log(`FAILED ${shot.name}`);
  for (const { method, target } of shot.messages)
    console.log(`  ${JSON.stringify(`${method} ${target}`).slice(0, 200)}`);
  for (const what of wrong) console.log(`  ${what}`);
  console.log(`  again: npm run fuzz -- --replay ${from}`);
}

function end({ passed, failed }: Pick<Tally, 'passed' | 'failed'>): boolean {
  console.log(`${passed} passed, ${failed} failed`);
  return failed === 0;
}
