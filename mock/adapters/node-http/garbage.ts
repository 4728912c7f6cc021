import type { Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { toTimestamp } from '../../wire/timestamp.ts';

/** What Node refuses by itself, by the code of its error. */
const GARBAGE: Record<string, { status: string; says: string }> = {
  HPE_HEADER_OVERFLOW: { status: '431 Request Header Fields Too Large', says: 'The headers are over 1 MiB.' },
  ERR_HTTP_REQUEST_TIMEOUT: {
    status: '408 Request Timeout',
    says: 'The request took longer than 60 seconds.',
  },
};
const NO_REQUEST = { status: '400 Bad Request', says: 'This is not an HTTP request.' };

/** Answers bytes that are no HTTP request, which never reach the engine, in the envelope all the same; requests before them are answered first. */
export function refuseGarbage(server: Server, onFault: (error: unknown) => void): void {
  const open = new WeakMap<Socket, ServerResponse[]>();
  server.on('request', ({ socket }, response) => {
    const responses = open.get(socket);
    if (responses === undefined) open.set(socket, [response]);
    else {
      while (responses[0]?.writableFinished === true) responses.shift();
      responses.push(response);
    }
  });
  server.on('clientError', (error: NodeJS.ErrnoException, stream) => {
    const socket = stream as Socket;
    if (error.code === 'ECONNRESET' || !socket.writable) {
      socket.destroy();
      return;
    }
    const due = (open.get(socket) ?? []).filter(({ req, closed }) => req.complete && !closed);
    const answered = due.map((response) => new Promise((resolve) => response.once('close', resolve)));
    Promise.all(answered)
      .then(() => socket.end(toText(error)))
      .catch(onFault);
  });
}

function toText({ code = '' }: NodeJS.ErrnoException): string {
  const { status, says } = GARBAGE[code] ?? NO_REQUEST;
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
  return `HTTP/1.1 ${status}\r\n${headers.join('\r\n')}\r\n\r\n${body}`;
}
