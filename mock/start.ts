import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createFetch } from './adapters/fetch/fetch.ts';
import { createFront } from './adapters/node-http/front.ts';
import { isLoopback } from './control/loopback.ts';
import { createMock, type Mock, type MockOptions } from './mock.ts';
import { createKeeper, type Keeper } from './state-file/keeper.ts';

/** How a mock is served. */
export interface StartOptions extends MockOptions {
  /** 0 picks a free one. */
  port?: number | undefined;
  host?: string | undefined;
  /** What the header `X-Control-Token` must say; without it the control plane serves this machine alone. */
  controlToken?: string | undefined;
  /** A file that all worlds are loaded from, when it is there, and saved to. */
  state?: string | undefined;
  /** How long after a change it is saved, in milliseconds; 2000 unless given. */
  stateEvery?: number | undefined;
}

/** A mock that listens. */
export interface RunningMock extends Mock {
  /** Without a slash at its end. */
  url: string;
  /** Ends at once, also with open connections, and saves what `state` keeps. Rejects with a `StateError` when that fails. */
  close(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}

/** Starts a mock on loopback, or where it is told to. Rejects when it cannot listen there, and as `createMock` throws; with a `StateError` when the state cannot be loaded or saved. */
export async function startMock(options: StartOptions = {}): Promise<RunningMock> {
  const host = options.host ?? '127.0.0.1';
  const access = { token: options.controlToken, exposed: true };
  let keeper: Keeper | undefined;
  const mock = createMock({ access, ...options, onDrive: () => keeper?.note() });
  keeper = options.state === undefined ? undefined : keepState(mock, options.state, options);
  const kept = keeper === undefined ? mock : withKeeper(mock, keeper);
  const server = createFront(kept);
  const giveUp = (error: unknown): never => {
    keeper?.abandon();
    mock.stop();
    server.close().closeAllConnections();
    throw error;
  };
  const { port, family, address } = await listen(server, options.port ?? 4010, host).catch(giveUp);
  access.exposed = !isLoopback(address);
  const close = async () => {
    await new Promise<void>((resolve) => {
      mock.stop();
      server.close(() => resolve());
      server.closeAllConnections();
    });
    // Only now: whatever was answered is in it.
    await keeper?.close();
  };
  await keeper?.save().catch(giveUp);
  return {
    ...kept,
    url: `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`,
    close,
    [Symbol.asyncDispose]: close,
  };
}

/** What the file holds comes before what the options say, but for accounts that it lacks. */
function keepState({ tenants, onFault }: Mock, file: string, options: StartOptions): Keeper {
  const keeper = createKeeper(tenants, { file, every: options.stateEvery, onFailure: onFault });
  try {
    for (const { phone, token } of options.accounts ?? []) {
      if (tenants.main.tokens.get(phone) !== token) tenants.addAccount(tenants.main, { phone, token });
    }
    return keeper;
  } catch (error) {
    keeper.abandon();
    throw error;
  }
}

/** The mock, whose calls are noted; reading changes nothing that would be missed. */
function withKeeper(mock: Mock, keeper: Keeper): Mock {
  const answer: Mock['answer'] = (call) => {
    const outcome = mock.answer(call);
    if (call.method === 'GET' || call.method === 'HEAD') return outcome;
    keeper.note();
    return outcome instanceof Promise ? outcome.finally(() => keeper.note()) : outcome;
  };
  return { ...mock, answer, fetch: createFetch({ ...mock, answer }) };
}

function listen(server: Server, port: number, host: string): Promise<AddressInfo> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve(server.address() as AddressInfo));
  });
}
