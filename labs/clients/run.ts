/**
 * `npm run clients --prefix labs [-- NAME...]`: generates a client with each generator, compiles it and has it carry out one
 * scenario against a mock, then writes the table of docs/clients.md. With names only those run whose name has one of them in it.
 */
import { execFile } from 'node:child_process';
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { startMock } from '../../mock/index.ts';
import { loadDocument, toEdition } from '../../spec/index.ts';
import { GENERATORS, type Generator } from './generators.ts';
import { fillTable, type Outcome, STAGES } from './table.ts';

const PAGE = new URL('../../docs/clients.md', import.meta.url);
const FOLDER = fileURLToPath(new URL('../node_modules/.cache/clients/', import.meta.url));
const SCENARIOS = new URL('scenarios/', import.meta.url);

/** A generator that has to fetch all its tools is given this long for a stage. */
const LONGEST_STAGE = 600_000;

const wanted = process.argv.slice(2);
const isWanted = ({ name }: Generator) => wanted.length === 0 || wanted.some((part) => name.includes(part));
const outcomes = new Map<string, Outcome>();
for (const generator of GENERATORS.filter(isWanted)) {
  const outcome = await tryOut(generator);
  outcomes.set(generator.name, outcome);
  console.log(
    `${generator.name}: ${outcome.failed === undefined ? 'carried out' : `${outcome.failed}\n${outcome.why}`}`,
  );
}
await writeFile(PAGE, fillTable(await readFile(PAGE, 'utf8'), GENERATORS, outcomes));
const failed = [...outcomes.values()].filter((outcome) => outcome.failed !== undefined).length;
console.log(`${outcomes.size - failed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

async function tryOut(generator: Generator): Promise<Outcome> {
  const folder = `${FOLDER}${generator.name.replaceAll(/[^a-z0-9]+/g, '-')}`;
  await mkdir(folder, { recursive: true });
  await writeFile(`${folder}/openapi.yaml`, JSON.stringify(toEdition(loadDocument(), generator.edition)));
  for (const [file, as] of [
    generator.scenario,
    ...(generator.build === undefined ? [] : [generator.build]),
  ]) {
    await mkdir(dirname(`${folder}/${as}`), { recursive: true });
    await copyFile(new URL(file, SCENARIOS), `${folder}/${as}`);
  }
  const mock = await startMock({ port: 0 });
  const [first, second] = mock.accounts;
  const env = {
    ...process.env,
    WUTS_URL: mock.url,
    WUTS_TOKEN: first?.token,
    WUTS_OTHER_TOKEN: second?.token,
  };
  try {
    for (const stage of STAGES) {
      const options = { cwd: folder, env, timeout: LONGEST_STAGE, maxBuffer: 2 ** 26 };
      try {
        await promisify(execFile)('bash', ['-c', generator[stage]], options);
      } catch (error) {
        const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
        return { failed: stage, why: `${stdout}${stderr}`.trim().split('\n').slice(-12).join('\n') };
      }
    }
    return {};
  } finally {
    await mock.close();
  }
}
