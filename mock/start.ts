import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createApp } from './express/app.ts';
import { refuseGarbage } from './http/garbage.ts';
import { createMock, type Mock, type MockOptions } from './mock.ts';

/** How a mock is served. */
export interface StartOptions extends MockOptions {
  /** 0 picks a free one. */
  port?: number | undefined;
  host?: string | undefined;
}

/** A mock that listens. */
export interface RunningMock extends Mock {
  /** Without a slash at its end. */
  url: string;
  /** Ends at once, also with open connections. */
  close(): Promise<void>;
}

/** WUTS's own limits. Source: `docs: Limits`. */
const LIMITS = {
  maxHeaderSize: 1024 * 1024,
  headersTimeout: 60_000,
  requestTimeout: 60_000,
  keepAliveTimeout: 65_000,
  // A request without a Host header is as good as any other here.
  requireHostHeader: false,
};

/** Starts a mock on loopback, or where it is told to. Rejects when it cannot listen there. */
export async function startMock(options: StartOptions = {}): Promise<RunningMock> {
  const mock = createMock(options);
  const app = createApp(mock);
  const server = createServer(LIMITS, (request, response) => {
    request.url = toPathAndQuery(request.url ?? '');
    app(request, response);
  });
  // Node refuses every expectation but 100-continue, without a body; HTTP lets a server ignore them.
  server.on('checkExpectation', (request, response) => server.emit('request', request, response));
  refuseGarbage(server);
  const { port, family, address } = await listen(server, options.port ?? 4010, options.host ?? '127.0.0.1');
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

/** Express cannot read a target that is no URL; one that is no path leads nowhere. */
function toPathAndQuery(target: string): string {
  const path = target.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i, '');
  return path.startsWith('/') ? path : `//${path}`;
}
