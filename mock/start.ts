import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createFront } from './http/front.ts';
import { createMock, type Mock, type MockOptions } from './mock.ts';

/** How a mock is served. */
export interface StartOptions extends MockOptions {
  /** 0 picks a free one. */
  port?: number | undefined;
  host?: string | undefined;
  /** What the header `X-Control-Token` must say; without it the control plane serves this machine alone. */
  controlToken?: string | undefined;
}

/** A mock that listens. */
export interface RunningMock extends Mock {
  /** Without a slash at its end. */
  url: string;
  /** Ends at once, also with open connections. */
  close(): Promise<void>;
}

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|::1)$/i;

/** Starts a mock on loopback, or where it is told to. Rejects when it cannot listen there. */
export async function startMock(options: StartOptions = {}): Promise<RunningMock> {
  const host = options.host ?? '127.0.0.1';
  const access = { token: options.controlToken, exposed: !LOOPBACK.test(host) };
  const mock = createMock({ access, ...options });
  const server = createFront(mock.answer);
  const { port, family, address } = await listen(server, options.port ?? 4010, host);
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { ...mock, url: `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`, close };
}

function listen(server: Server, port: number, host: string): Promise<AddressInfo> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve(server.address() as AddressInfo));
  });
}
