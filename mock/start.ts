import { createServer, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { createApp } from './express/app.ts';
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
};

/** Starts a mock on loopback, or where it is told to. Rejects when it cannot listen there. */
export async function startMock(options: StartOptions = {}): Promise<RunningMock> {
  const mock = createMock(options);
  const server = createServer(LIMITS, createApp(mock));
  server.on('clientError', refuseGarbage);
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

/** Bytes that are no HTTP request never reach the engine; they get the envelope all the same. */
function refuseGarbage(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const isTooLong = error.code === 'HPE_HEADER_OVERFLOW';
  const body = JSON.stringify({
    success: false,
    error: isTooLong ? 'The headers are over 1 MiB.' : 'This is not an HTTP request.',
    error_code: 'VALIDATION_ERROR',
    timestamp: `${new Date().toISOString().slice(0, 19)}Z`,
  });
  socket.end(
    `HTTP/1.1 ${isTooLong ? '431 Request Header Fields Too Large' : '400 Bad Request'}\r\n` +
      `Content-Type: application/json; charset=utf-8\r\nContent-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
  );
}
