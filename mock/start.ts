import { createServer, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { createApp } from './express/app.ts';
import { createMock, type Mock, type MockOptions } from './mock.ts';
import { toTimestamp } from './wire/timestamp.ts';

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

/** WUTS's own limits. Source: `docs: Limits`. */
const LIMITS = {
  maxHeaderSize: 1024 * 1024,
  headersTimeout: 60_000,
  requestTimeout: 60_000,
  keepAliveTimeout: 65_000,
  // A request without a Host header is as good as any other here.
  requireHostHeader: false,
};

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|::1)$/i;

/** Starts a mock on loopback, or where it is told to. Rejects when it cannot listen there. */
export async function startMock(options: StartOptions = {}): Promise<RunningMock> {
  const host = options.host ?? '127.0.0.1';
  const access = { token: options.controlToken, exposed: !LOOPBACK.test(host) };
  const mock = createMock({ access, ...options });
  const server = createServer(LIMITS, createApp(mock));
  server.on('clientError', refuseGarbage);
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

/** What Node refuses by itself, by the code of its error. */
const GARBAGE: Record<string, { status: string; says: string }> = {
  HPE_HEADER_OVERFLOW: { status: '431 Request Header Fields Too Large', says: 'The headers are over 1 MiB.' },
  ERR_HTTP_REQUEST_TIMEOUT: {
    status: '408 Request Timeout',
    says: 'The request took longer than 60 seconds.',
  },
};
const NO_REQUEST = { status: '400 Bad Request', says: 'This is not an HTTP request.' };

/** Bytes that are no HTTP request never reach the engine; they get the envelope all the same. */
function refuseGarbage(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const { status, says } = GARBAGE[error.code ?? ''] ?? NO_REQUEST;
  const body = JSON.stringify({
    success: false,
    error: says,
    error_code: 'VALIDATION_ERROR',
    timestamp: toTimestamp(Date.now()),
  });
  const headers = [
    'Content-Type: application/json; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'X-Mock-Rule: not-http',
    'Connection: close',
  ];
  socket.end(`HTTP/1.1 ${status}\r\n${headers.join('\r\n')}\r\n\r\n${body}`);
}
