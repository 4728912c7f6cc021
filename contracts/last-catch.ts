import { createSecretScrub, type Secret } from './target/scrub.ts';

/**
 * Ends the process with exit code 2 and a message when something is thrown that nobody foresaw, wherever that is. Output
 * that nobody reads any more, or that has no room, ends nothing. Secrets that are told later stand in no message either.
 */
export function catchAll(secrets: readonly Secret[]): (error: unknown) => never {
  const fail = (error: unknown): never => {
    console.error(createSecretScrub(secrets).text(tell(error)));
    process.exit(2);
  };
  process.on('uncaughtException', fail);
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
  return fail;
}

function tell(error: unknown): string {
  const [what = ''] = String(error).split('\n');
  const stack = error instanceof Error && process.env.WUTS_STACK ? `\n${error.stack}` : '';
  return [
    `wuts-contracts: the suite itself failed, which says nothing about the target: ${what}`,
    'Run it again. If it fails again, please report it with the options that you gave and what it says with WUTS_STACK=1.',
  ]
    .join('\n')
    .concat(stack);
}
