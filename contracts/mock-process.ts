import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { CannotRun, type Target } from './target.ts';

/** A mock that runs in a process of its own, with everything that a target can have. */
export interface MockProcess {
  readonly target: Target;
  /** Ends the process. */
  stop(): Promise<void>;
}

const TOKENS = {
  first: '11111111-1111-4111-8111-111111111111',
  second: '22222222-2222-4222-8222-222222222222',
  third: '33333333-3333-4333-8333-333333333333',
};

/** Starts the mock by its command line, as a user would. Throws `CannotRun` when it does not come up. */
export async function startMockProcess(spec?: string): Promise<MockProcess> {
  const options = ['--port', '0', '--quiet', '--account', `${TOKENS.third}=5511777777777`];
  if (spec !== undefined) options.push('--spec', spec);
  const child = spawn(process.execPath, [...commandLine(), ...options], {
    stdio: ['ignore', 'pipe', 'pipe'],
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
  const target: Target = {
    url,
    tokens: TOKENS,
    participants: ['5511900000001', '5511900000002', '5511900000003'],
    has: ['magic-numbers', 'disconnecting', 'webhook', 'people', 'clock', 'faults', 'rulings'],
    control: { url: `${url}/__mock` },
    disposable: true,
  };
  const stop = async () => {
    child.kill('SIGINT');
    await ended;
  };
  return { target, stop };
}

/** What Node runs: the source of the mock's command line, or what was built of it, as this file is one or the other. */
function commandLine(): string[] {
  const here = import.meta.url;
  return here.endsWith('.ts')
    ? ['--import', 'tsx', fileURLToPath(new URL('../mock/cli.ts', here))]
    : [fileURLToPath(new URL('./wuts-mock.js', here))];
}
