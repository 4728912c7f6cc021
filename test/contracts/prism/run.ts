/**
 * `npm run contracts:prism`: the suite through `prism proxy --errors` in front of the mock. Prism validates every
 * request and every answer against the document by itself. What Prism refuses to pass on is not the mock's to answer
 * and does not count; whatever passes must be kept, as it is without Prism.
 */
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { runContracts } from '../../../contracts/index.ts';
import { startMockProcess } from '../../../contracts/mock-process.ts';

/** By these problems Prism refuses a request itself, on purpose of the case. */
const REFUSED_BY_PRISM =
  /prism\/errors#(UNPROCESSABLE_ENTITY|UNAUTHORIZED|INVALID_CONTENT_TYPE|NO_\w+_MATCHED\w*)|"code":"invalid_json"/;

/** Prism's process dies of a path that cannot be decoded. */
const DEADLY = ['errors/jid-undecodable'];

const mock = await startMockProcess();
const port = await findPort();
const prism = spawn(
  process.execPath,
  [
    createRequire(import.meta.url).resolve('@stoplight/prism-cli/dist/index.js'),
    ...['proxy', '--errors', '-h', '127.0.0.1', '-p', String(port), '-v', 'silent'],
    ...['spec/openapi.yaml', mock.target.url],
  ],
  { stdio: ['ignore', 'ignore', 'inherit'] },
);

try {
  const url = `http://127.0.0.1:${port}`;
  await waitFor(url);
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for await (const { case: one, verdict, findings, reason, exchanges } of runContracts(
    { ...mock.target, url },
    { skip: DEADLY },
  )) {
    if (exchanges.some(({ answer }) => REFUSED_BY_PRISM.test(answer))) counts.skipped += 1;
    else if (verdict === 'kept') counts.passed += 1;
    else {
      counts.failed += 1;
      console.log(
        `${verdict} ${one.id}: ${reason ?? JSON.stringify(findings[0])}\n  ${exchanges.at(-1)?.answer.slice(0, 400)}`,
      );
    }
  }
  console.log(`${counts.skipped} cases hold requests that Prism refuses itself.`);
  console.log(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
  process.exitCode = counts.failed === 0 && counts.passed > 0 ? 0 : 1;
} finally {
  prism.kill();
  await mock.stop();
}

async function findPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('No port is free.');
  return address.port;
}

async function waitFor(url: string): Promise<void> {
  for (let tries = 0; tries < 150; tries += 1) {
    try {
      await fetch(url);
      return;
    } catch {
      await sleep(200);
    }
  }
  throw new Error(`Prism does not answer on ${url}.`);
}
