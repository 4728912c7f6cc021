import { randomInt } from 'node:crypto';
import type { Command } from 'commander';
import {
  type ApiDocument,
  CalibrationError,
  loadDocument,
  readCalibration,
  writeCalibration,
} from '../../spec/index.ts';
import { readArchive } from '../har/archive.ts';
import { interruptible } from '../interrupt.ts';
import { mustBeApart, mustBeWritable } from '../reports/report-files.ts';
import type { Subcommand, Write } from '../subcommand.ts';
import { CannotRun } from '../target/target.ts';
import { addTargetOptions, type TargetLine, toPhone, toTarget } from '../target-options.ts';
import { learnFromArchive } from './archive.ts';
import { calibrate } from './calibrate.ts';
import { toCalibrationHtml } from './html.ts';
import type { Numbers } from './needs.ts';
import { formatPlan } from './plan.ts';
import { formatOutcome, whatChanged } from './summary.ts';

interface Options extends TargetLine, Numbers {
  readonly output: string;
  readonly plan?: boolean;
  readonly check?: string;
  readonly har?: string;
  readonly html?: string;
}

/** Adds `calibrate`, which asks a target what nobody wrote down; `choose` gets what it does. Returns the command. */
export function addCalibrateCommand(program: Command, choose: (run: Subcommand) => void): Command {
  const command = addTargetOptions(program.command('calibrate'))
    .description('learn from a live implementation what nobody wrote down')
    .option('-o, --output <file>', 'where what is learnt goes; - is standard output', 'wuts.calibration.yaml')
    .option('--plan', 'print what would be asked and end, without a request')
    .option('--check <file>', 'say what has changed since this file was made, and write nothing')
    .option('--har <file>', 'learn from recorded calls (HAR 1.2), and send nothing; --url names their host')
    .option('--html <file>', 'a report to read in a browser or to mail')
    .option('--stranger <phone>', 'a number that is not on WhatsApp', toPhone)
    .option('--private <phone>', 'a number whose privacy forbids that you add it', toPhone)
    .option('--large-bodies', 'send bodies of more than 8 MiB too')
    .option('--limits', 'send names, topics and lists too that are longer or shorter than allowed')
    .addHelpText('after', EXAMPLES);
  return command.action((_: unknown, own: Command) =>
    choose((write) => run({ ...program.opts<Options>(), ...own.opts<Options>() }, write)),
  );
}

const EXAMPLES = `
Examples:
  wuts-contracts calibrate --url https://wuts.example --token $TOKEN --second-token $SECOND --plan
  wuts-contracts calibrate --url https://wuts.example --token $TOKEN --second-token $SECOND --allow-changes
  wuts-contracts calibrate --url https://wuts.example --token $TOKEN --check wuts.calibration.yaml
  wuts-contracts calibrate --har traffic.har

Exit code: 0 something was learnt, or nothing has changed; 1 something has changed; 2 it could not be asked.
`;

async function run({ output, plan, check, har, html, ...options }: Options, write: Write): Promise<number> {
  if (plan) {
    console.log(formatPlan(toTarget(options), options, options.spec));
    return 0;
  }
  const written = [check === undefined ? output : undefined, html].filter((file) => file !== undefined);
  mustBeApart(written, [check, options.spec, har]);
  const document = loadDocument(options.spec);
  const before = check === undefined ? undefined : readBefore(check, document);
  for (const file of written) mustBeWritable(file);
  // What is learnt may go to a program: what is for people goes elsewhere then.
  const people = written.includes('-') ? process.stderr : process.stdout;
  const outcome =
    har === undefined
      ? await askLive(options, document, people)
      : learnFromArchive(readArchive(har), document, {
          host: options.url && new URL(options.url).host,
        });
  people.write(`${formatOutcome(outcome)}\n`);
  if (html !== undefined) write(html, toCalibrationHtml(outcome));
  if (before !== undefined) {
    const changed = whatChanged(before, outcome.calibration);
    people.write(
      changed.length === 0
        ? `Nothing has changed since ${before.day}.\n`
        : `Changed since ${before.day}:\n${changed.map((line) => `  ${line}\n`).join('')}`,
    );
    if (changed.length > 0) return 1;
  } else {
    write(output, writeCalibration(outcome.calibration));
    if (output !== '-')
      people.write(`Written to ${output}. A mock behaves so with wuts-mock --calibration ${output}\n`);
  }
  if (Object.keys(outcome.calibration.settled).length === 0) throw new CannotRun('Nothing was settled.');
  return outcome.endedEarly === undefined ? 0 : 2;
}

async function askLive(options: Omit<Options, 'output'>, document: ApiDocument, people: NodeJS.WriteStream) {
  const outcome = await calibrate(toTarget(options), {
    ...options,
    document,
    ca: options.cafile,
    seed: options.seed ?? randomInt(2 ** 31),
    signal: interruptible(),
    onQuestion: ({ asks }, done, all) => {
      if (people.isTTY) people.write(`\r\u001b[2K${done + 1}/${all} ${asks}`);
    },
  });
  if (people.isTTY) people.write('\r\u001b[2K');
  return outcome;
}

function readBefore(file: string, document: ApiDocument) {
  try {
    return readCalibration(file, document);
  } catch (error) {
    if (error instanceof CalibrationError) throw new CannotRun(error.message);
    throw error;
  }
}
