/** `npm run provenance`: prints how the facts of `openapi.yaml` are known, and how many a calibration can settle. Fails when one of them does not say. */
import { Command } from 'commander';
import {
  DOCUMENT_FILE,
  type Fact,
  formatLedger,
  lintFacts,
  listFacts,
  loadDocument,
  toLedger,
} from '../spec/index.ts';
import { coverQuestions } from './calibrate/coverage.ts';

const program = new Command('provenance')
  .description('Counts the facts of the document by how they are known, as a Markdown table.')
  .argument('[file]', 'another document than openapi.yaml')
  .option('--all', 'print every fact as well', false)
  .parse();

const document = loadDocument(program.args[0] ?? DOCUMENT_FILE);
const facts = listFacts(document);
console.log(formatLedger(toLedger(facts)));
const { asked, unaskable } = coverQuestions();
console.log(
  `\n${asked.size} of the ${asked.size + unaskable.size} facts that are assumed, those of the tables included, have a question of wuts-contracts calibrate.`,
);
if (program.opts<{ all: boolean }>().all) console.log(`\n${facts.map(toLine).join('\n')}`);

const problems = lintFacts(document);
if (problems.length > 0) {
  console.error(problems.join('\n'));
  process.exitCode = 1;
}

function toLine({ kind, name, provenance, source }: Fact): string {
  const ids = provenance === 'assumed' ? asked.get(`${kind} ${name}`) : undefined;
  const more = source ?? (ids && `asked by ${ids.join(', ')}`);
  const line = `${kind.padEnd(9)} ${String(provenance).padEnd(10)} ${name}`;
  return more === undefined ? line : `${line} (${more})`;
}
