import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createFetch } from './adapters/fetch/fetch.ts';
import { createFront } from './adapters/node-http/front.ts';
import { mustBePair, type TlsOptions } from './adapters/node-http/tls.ts';
import { isLoopback } from './control/loopback.ts';
import { toBasePath } from './engine/base-path.ts';
import { createMock, type Mock, type MockOptions } from './mock.ts';
import { mustBeHost, mustBeWhole } from './option-checks.ts';
import { createKeeper, type Keeper } from './state-file/keeper.ts';

/** How a mock is served. */
export interface StartOptions extends MockOptions {
  /** 0 picks a free one. */
  port?: number | undefined;
  /** The address to listen on; 127.0.0.1 unless given, or ::1 on a machine that has IPv6 only. */
  host?: string | undefined;
  /** A certificate and its key, with which it is served over TLS. */
  tls?: TlsOptions | undefined;
  /** What the header `X-Control-Token` must say; without it the control plane serves this machine alone. */
  controlToken?: string | undefined;
  /** A file that all worlds are loaded from, when it is there, and saved to. */
  state?: string | undefined;
  /** How long after a change it is saved, in milliseconds; 2000 unless given. */
  stateEvery?: number | undefined;
}

/** A mock that listens. */
export interface RunningMock extends Mock {
  /** Where this machine reaches the API: with the base path, and without a slash at its end. */
  url: string;
  /** The address that it listens on, such as `127.0.0.1` or `0.0.0.0`, and the port. */
  readonly address: string;
  readonly port: number;
  /** Ends at once, also with open connections, and saves what `state` keeps. Rejects with a `StateError` when that fails. */
  close(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}

/** Starts a mock on loopback, or where it is told to. Rejects when it cannot listen there, as `createMock` throws, with a `StateError` when the state cannot be loaded or saved. */
export async function startMock(options: StartOptions = {}): Promise<RunningMock> {
  const { host, tls } = options;
  if (tls !== undefined) mustBePair(tls);
  mustBeHost(host);
  mustBeWhole('port', options.port, 0, 65_535);
  mustBeWhole('stateEvery', options.stateEvery, 0);
  const access = { token: options.controlToken, exposed: true };
  let keeper: Keeper | undefined;
  const mock = createMock({ access, ...options, onDrive: () => keeper?.note() });
  keeper = options.state === undefined ? undefined : keepState(mock, options.state, options);
  const kept = keeper === undefined ? mock : withKeeper(mock, keeper);
  const server = createFront(kept, tls);
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
    get accounts() {
      return mock.accounts;
    },
    get calibration() {
      return mock.calibration;
    },
    url: `${tls === undefined ? 'http' : 'https'}://${hostOf(address, family)}:${port}${toBasePath(options.basePath)}`,
    address,
    port,
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

/** Every address of a machine has loopback among them, and is none that can be called on all systems. */
function hostOf(address: string, family: string): string {
  if (family !== 'IPv6') return address === '0.0.0.0' ? '127.0.0.1' : address;
  return address === '::' ? '[::1]' : `[${address}]`;
}

async function listen(server: Server, port: number, host?: string): Promise<AddressInfo> {
  const on = (address: string) =>
    new Promise<AddressInfo>((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, address, () => resolve(server.address() as AddressInfo));
    });
  if (host !== undefined) return on(host);
  // A machine may have IPv6 only.
  return on('127.0.0.1').catch((error) =>
    error.code === 'EADDRNOTAVAIL' ? on('::1') : Promise.reject(error),
  );
}
