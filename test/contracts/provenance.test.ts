import { execFile } from 'node:child_process';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { coverQuestions } from '../../contracts/calibrate/coverage.ts';
import { formatLedger, listFacts, loadDocument, toLedger } from '../../spec/index.ts';

const wuts = loadDocument();

it('prints the ledger and how many facts can be asked for, and with --all every fact', async () => {
  const { stdout } = await provenance('--all');
  const { asked, unaskable } = coverQuestions();
  expect(stdout).toContain(formatLedger(toLedger(listFacts(wuts))));
  expect(stdout).toContain(`\n${asked.size} of the ${asked.size + unaskable.size} facts that are assumed, `);
  expect(stdout).toContain('\nstatus    documented createGroup 201 (docs: Create group)\n');
  expect(stdout).toMatch(/\noperation assumed {4}linkGroup \(.*\)\n/);
  expect(stdout).toContain('\ncode      assumed    GONE (asked by ');
  expect(stdout.trimEnd().split('\n')).toHaveLength(7 + 2 + 1 + listFacts(wuts).length);
});

it('fails with the problems of a document', async () => {
  const raw = structuredClone(wuts.raw) as unknown as { paths: Record<string, Record<string, object>> };
  Object.assign(raw.paths['/groups']?.get ?? {}, { 'x-source': undefined });
  const file = join(await mkdtemp(join(tmpdir(), 'wuts-')), 'openapi.json');
  await writeFile(file, JSON.stringify(raw));
  await expect(provenance(file)).rejects.toMatchObject({
    code: 1,
    stdout: expect.stringContaining('| operations |'),
    stderr: expect.stringContaining('The operation "listGroups" is documented and has no x-source'),
  });
});

function provenance(...args: string[]): Promise<{ stdout: string; stderr: string }> {
  const cli = fileURLToPath(new URL('../../contracts/provenance.cli.ts', import.meta.url));
  return promisify(execFile)(process.execPath, ['--import', 'tsx', cli, ...args]);
}
