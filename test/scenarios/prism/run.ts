/**
 * `npm run contracts:prism`: the suite through `prism proxy --errors` in front of the mock. Prism validates every
 * request and every answer against the document by itself. What Prism refuses to pass on is not the mock's to answer
 * and does not count; whatever passes must be kept, as it is without Prism.
 */
import { runContracts } from '../../../contracts/index.ts';
import { startMockProcess } from '../../../contracts/target/mock-process.ts';
import { startPrism } from './prism.ts';

/** By these problems Prism refuses a request itself, on purpose of the case. */
const REFUSED_BY_PRISM =
  /prism\/errors#(UNPROCESSABLE_ENTITY|UNAUTHORIZED|INVALID_CONTENT_TYPE|NO_\w+_MATCHED\w*)|"code":"invalid_json"/;

/** Prism's process dies of a path that cannot be decoded. */
const DEADLY = ['errors/jid-undecodable'];

const mock = await startMockProcess();
const prism = await startPrism('prism:proxy', mock.target.url, '--errors');

try {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for await (const { case: one, verdict, findings, reason, exchanges } of runContracts(
    { ...mock.target, url: prism.url },
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
  await prism.stop();
  await mock.stop();
}
