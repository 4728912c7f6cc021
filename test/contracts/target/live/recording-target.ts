import dns from 'node:dns';
import { createServer, request as forward, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { vi } from 'vitest';
import { type RunningMock, startMock } from '../../../../mock/index.ts';
import { LIVE_HOST, toLoopback } from './lookup.ts';

type StartAccounts = NonNullable<Parameters<typeof startMock>[0]>['accounts'];

/** A target under the name of another host, which writes down all that reaches it and answers as a mock does. */
export interface RecordingTarget {
  readonly url: string;
  /** `METHOD path` of each request under that name since the last `clear`. */
  readonly seen: string[];
  /** Those of them that are not plain reading. */
  changes(): string[];
  clear(): void;
  close(): Promise<void>;
}

/** Starts one. Until it is closed, this process finds `live.example` on loopback. */
export async function startRecordingTarget(accounts: StartAccounts): Promise<RecordingTarget> {
  const mock = await startMock({ port: 0, accounts });
  const seen: string[] = [];
  const server = createServer(record(mock, seen));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const toHosts = toLoopback(dns.lookup);
  const lookup = vi.spyOn(dns, 'lookup').mockImplementation(toHosts);
  return {
    url: `http://${LIVE_HOST}:${(server.address() as AddressInfo).port}`,
    seen,
    changes: () => seen.filter((one) => !one.startsWith('GET ')),
    clear: () => void seen.splice(0),
    async close() {
      lookup.mockRestore();
      server.closeAllConnections();
      server.close();
      await mock.close();
    },
  };
}

/** Passes on what comes, as if it had come to the mock itself. */
function record(mock: RunningMock, seen: string[]): RequestListener {
  return (request, response) => {
    const { method = '', url = '', headers } = request;
    const isMore = headers['content-length'] !== undefined || headers['transfer-encoding'] !== undefined;
    // What comes by the address of this machine does not leave it.
    if (headers.host?.startsWith(LIVE_HOST))
      seen.push(`${method === 'GET' && isMore ? 'GET with a body' : method} ${url}`);
    const passed = forward(mock.url + url, { method, headers: { ...headers, host: new URL(mock.url).host } });
    passed.once('response', (answer) => {
      response.writeHead(answer.statusCode ?? 500, answer.headers);
      answer.pipe(response);
    });
    passed.once('error', () => response.destroy());
    request.pipe(passed);
  };
}
