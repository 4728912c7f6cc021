import { Command, InvalidArgumentError } from 'commander';
import { ROWS } from './rows/index.ts';

/** What the command line asks for. */
export interface CommandLine {
  quick?: boolean;
  only?: string[];
  rounds?: number;
  seconds?: number;
  thisNode?: boolean;
  json?: string;
  md?: string;
  svg?: string;
}

const IDS = ROWS.map(({ id }) => id);

/** Reads the arguments behind the program's name. Ends the process on a bad option. */
export function parseCommandLine(args: readonly string[]): CommandLine {
  const command = new Command('bench')
    .description('Measures the mock beside its peers and beside what Node itself can do.')
    .option('--quick', 'a short run on this Node alone, whose figures are rough')
    .option('--only <row>', `only this row (repeatable): ${IDS.join(', ')}`, toRow)
    .option('--rounds <number>', 'rounds of every load', toCount)
    .option('--seconds <number>', 'seconds of load, per round and number of connections', toCount)
    .option('--this-node', 'leave Node 24 out')
    .option('--json <file>', 'write every figure as JSON')
    .option('--md <file>', 'write the tables as Markdown')
    .option('--svg <file>', 'write the plot')
    .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : 2))
    .parse([...args], { from: 'user' });
  return command.opts<CommandLine>();
}

function toRow(id: string, before: string[] = []): string[] {
  if (IDS.includes(id)) return [...before, id];
  throw new InvalidArgumentError(`a row is one of ${IDS.join(', ')}.`);
}

function toCount(text: string): number {
  if (/^[1-9]\d{0,2}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('it is a whole number from 1 to 999.');
}
