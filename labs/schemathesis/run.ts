/**
 * `npm run schemathesis --prefix labs [-- EXAMPLES]`: holds a mock to both of its documents with Schemathesis, all checks and
 * 100 examples an operation unless told otherwise. It fetches the tool by itself and needs Python 3.
 */
import { spawn } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { startMock } from '../../mock/index.ts';

const FOLDER = fileURLToPath(new URL('../node_modules/.cache/schemathesis/', import.meta.url));
const HERE = fileURLToPath(new URL('.', import.meta.url));

/** Where a mock serves its documents: that of the API, and that of the control plane. */
const DOCUMENTS = ['openapi.json', '__mock/openapi.json'];

const [examples = '100'] = process.argv.slice(2);
await mkdir(FOLDER, { recursive: true });
const installs =
  'test -x venv/bin/st || (python3 -m venv venv && venv/bin/pip install -q schemathesis==4.32.5)';
let isClean = (await run('bash', ['-c', installs], FOLDER)) === 0;
for (const document of isClean ? DOCUMENTS : []) {
  // A device that is not connected answers 409: 503 would count as the server's own fault.
  const mock = await startMock({ port: 0, seed: 1, rulings: { 'device-not-ready': '409' } });
  const url = `${mock.url}/${document}`;
  const header = `Authorization: Bearer ${mock.accounts[0]?.token}`;
  const args = ['run', url, '--url', mock.url, '--checks', 'all', '-n', examples, '-H', header];
  isClean = (await run(`${FOLDER}venv/bin/st`, [...args, '--no-color'], HERE)) === 0 && isClean;
  await mock.close();
}
process.exitCode = isClean ? 0 : 1;

/** How the command ended, which tells what it does in this terminal. */
function run(command: string, args: readonly string[], cwd: string): Promise<number> {
  return new Promise((resolve, reject) => {
    spawn(command, args, { cwd, stdio: 'inherit' })
      .on('error', reject)
      .on('exit', (code) => resolve(code ?? 1));
  });
}
