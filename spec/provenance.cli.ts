/** `npm run provenance`: prints how the facts of `openapi.yaml` are known. Fails when one of them does not say. */
import { Command } from 'commander';
import { DOCUMENT_FILE, loadDocument } from './document.ts';
import { type Fact, formatLedger, lintFacts, listFacts, toLedger } from './provenance.ts';

const program = new Command('provenance')
  .description('Counts the facts of the document by how they are known, as a Markdown table.')
  .argument('[file]', 'another document than openapi.yaml')
  .option('--all', 'print every fact as well', false)
  .parse();

const document = loadDocument(program.args[0] ?? DOCUMENT_FILE);
const facts = listFacts(document);
console.log(formatLedger(toLedger(facts)));
if (program.opts<{ all: boolean }>().all) console.log(`\n${facts.map(toLine).join('\n')}`);

const problems = lintFacts(document);
if (problems.length > 0) {
  console.error(problems.join('\n'));
  process.exitCode = 1;
}

function toLine({ kind, name, provenance, source }: Fact): string {
  const line = `${kind.padEnd(9)} ${String(provenance).padEnd(10)} ${name}`;
  return source === undefined ? line : `${line} (${source})`;
}
