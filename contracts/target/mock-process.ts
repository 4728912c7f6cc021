import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { MOCK_ACCOUNTS, toMockTarget } from './mock-target.ts';
import { CannotRun, type Target } from './target.ts';

/** A mock that runs in a process of its own, with everything that a target can have. */
export interface MockProcess {
  readonly target: Target;
  /** Ends the process. */
  stop(): Promise<void>;
}

/** What it serves: another version of the document, and what a live gateway was seen to do. Both are files. */
interface Served {
  readonly spec?: string | undefined;
  readonly calibration?: string | undefined;
}

/** Ends the mock when its standard input does: however this process ends, the mock does not outlive it. */
const LIFELINE = `data:text/javascript,${encodeURIComponent("process.stdin.resume().once('close', () => process.exit());")}`;

/** Starts the mock by its command line, as a user would. Throws `CannotRun` when it does not come up. */
export async function startMockProcess({ spec, calibration }: Served = {}): Promise<MockProcess> {
  const accounts = MOCK_ACCOUNTS.flatMap(({ token, phone }) => ['--account', `${token}=${phone}`]);
  const options = ['--port', '0', '--quiet', ...accounts];
  if (spec !== undefined) options.push('--spec', spec);
  if (calibration !== undefined) options.push('--calibration', calibration);
  const child = spawn(process.execPath, ['--import', LIFELINE, ...commandLine(), ...options], {
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  let said = '';
  const url = await new Promise<string>((resolve, reject) => {
    const listen = (chunk: Buffer) => {
      said += chunk;
      const found = /WUTS mock on (http:\S+)/.exec(said)?.[1];
      if (found !== undefined) resolve(found);
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.once('error', reject);
    child.once('exit', (code) =>
      reject(new CannotRun(`The mock ended at once (exit code ${code}). It said: ${said}`)),
    );
  });
  const stop = async () => {
    child.kill('SIGINT');
    await ended;
  };
  return { target: toMockTarget(url), stop };
}

/** What Node runs: the source of the mock's command line, or what was built of it, as this file is one or the other. */
function commandLine(): string[] {
  const here = import.meta.url;
  return here.endsWith('.ts')
    ? ['--import', 'tsx', fileURLToPath(new URL('../../mock/cli.ts', here))]
    : [fileURLToPath(new URL('./wuts-mock.js', here))];
}
