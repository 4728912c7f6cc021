#!/usr/bin/env node
import { readTextFile } from '../spec/index.ts';
import { TlsError, type TlsOptions } from './adapters/node-http/tls.ts';
import { explain } from './command-line/letters.ts';
import { logControl, logExchange, logFailedDelivery } from './command-line/log.ts';
import { type CommandLine, readCommandLine } from './command-line/options.ts';
import { createReadyFile, type ReadyFile, toBanner, toReady } from './command-line/ready.ts';
import { readStubs } from './command-line/stub-files.ts';
import { watchFiles } from './command-line/watch-files.ts';
import { onEnd } from './end.ts';
import { type RunningMock, type StartOptions, startMock } from './start.ts';
import { StateError } from './state-file/state-file.ts';
import { readWorldFile, type WorldSource } from './world-file/source.ts';
import { WorldFileError } from './world-file/world-file.ts';

// A reader that is gone, or a disk that is full, is no reason to end.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});

await run(readCommandLine());

async function run({ ruling, account, world, stub = [], ...options }: CommandLine): Promise<void> {
  const wanted: StartOptions = { ...options, rulings: ruling, accounts: account };
  let source: WorldSource | undefined;
  if (!options.quiet) {
    wanted.onExchange = logExchange;
    wanted.onControl = logControl;
    wanted.onFailedDelivery = logFailedDelivery;
  }
  let mock: RunningMock | undefined;
  let files: ReadyFile[] = [];
  let isOver = false;
  // Before anything is answered, so that all that is answered is saved.
  onEnd(() => {
    isOver = true;
    if (mock !== undefined) void end(mock, files);
  });
  try {
    source = world === undefined ? undefined : readWorldFile(world);
    const { spec, calibration, state, cert, key } = options;
    files = (options.readyFile ?? []).map((file) =>
      createReadyFile(file, [spec, calibration, state, cert, key, world, ...stub]),
    );
    wanted.stubs = stub.flatMap(readStubs);
    // Before they are first read, so that no change is missed.
    const onChange = options.watch ? watchFiles(filesOf(options)) : undefined;
    mock = await startMock({ ...wanted, tls: readTls(options), world: source?.world });
    // The very last net: whatever slipped through all others is told, and everybody is served on.
    for (const slip of ['uncaughtException', 'unhandledRejection'] as const) process.on(slip, tellFault);
    if (isOver) await end(mock, files);
    onChange?.(takeOver(mock, options));
    const ready = JSON.stringify(toReady(mock));
    console.log(options.json ? ready : toBanner(mock, options.controlToken !== undefined));
    for (const file of files) file.write(`${ready}\n`);
  } catch (error) {
    const told = error instanceof WorldFileError && source?.explain(error);
    console.error(`wuts-mock: ${told || explain(error, options)}`);
    process.exit(2);
  }
}

/** Throws a `TlsError`. */
function readTls({ cert, key }: CommandLine): TlsOptions | undefined {
  if (cert === undefined && key === undefined) return undefined;
  if (cert === undefined || key === undefined) {
    throw new TlsError('A certificate and its key belong together: give both --cert and --key.');
  }
  const read = (file: string) => {
    try {
      return readTextFile(file);
    } catch (error) {
      throw new TlsError(`${file} cannot be read: ${error instanceof Error ? error.message : error}.`);
    }
  };
  return { cert: read(cert), key: read(key) };
}

/** The files of a mock that may change. */
function filesOf({ spec, calibration }: CommandLine): string[] {
  return [spec, calibration].filter((file) => file !== undefined);
}

/** Has changed files served, or tells why not. */
function takeOver(mock: RunningMock, options: CommandLine): () => void {
  return () => {
    try {
      mock.reload();
      if (!options.quiet) console.log(`taken over: ${filesOf(options).join(', ')}`);
    } catch (error) {
      console.error(`wuts-mock: not taken over, all is served as before. ${explain(error, options)}`);
    }
  };
}

function tellFault(error: unknown): void {
  console.error('wuts-mock: the mock itself is at fault, and goes on:', error);
}

async function end(mock: RunningMock, files: readonly ReadyFile[]): Promise<void> {
  for (const file of files) file.remove();
  try {
    await mock.close();
    process.exit(0);
  } catch (error) {
    console.error(`wuts-mock: ${error instanceof StateError ? error.message : String(error)}`);
    process.exit(1);
  }
}
