import { createServer, type Server, request as send } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import { calibrate } from '../../../contracts/calibrate/calibrate.ts';
import { MOCK_ACCOUNTS, toMockTarget } from '../../../contracts/target/mock-target.ts';
import { startMock } from '../../../mock/index.ts';
import { isAsHeld } from '../../../spec/index.ts';

/** What stands before a mock and answers some calls in its place; false lets the call through. */
type Front = (
  call: number,
  answer: (status: number, type: string, body: string, retry?: string) => void,
  drop: () => void,
) => boolean;

const FRONTS: Readonly<Record<string, Front>> = {
  'answers 502 as HTML now and then': (call, answer) => {
    if (call % 7 !== 6) return false;
    answer(502, 'text/html', '<h1>Bad Gateway</h1>');
    return true;
  },
  'answers 404 as HTML now and then': (call, answer) => {
    if (call % 5 !== 4) return false;
    answer(404, 'text/html', '<h1>Not Found</h1>');
    return true;
  },
  'fails in JSON now and then': (call, answer) => {
    if (call % 6 !== 5) return false;
    answer(500, 'application/json', '{"success":false,"error":"oops","error_code":"OOPS"}');
    return true;
  },
  'drops connections': (call, _, drop) => {
    if (call % 9 !== 8) return false;
    drop();
    return true;
  },
  'throttles after 20 calls, for ever': (call, answer) => {
    if (call < 20) return false;
    answer(429, 'application/json', '{"success":false,"error":"slow down","error_code":"RATE_LIMITED"}', '1');
    return true;
  },
};

it.concurrent.each(Object.keys(FRONTS))(
  'of a target that %s nothing wrong is said',
  { timeout: 60_000 },
  async (name) => {
    await using mock = await startMock({ port: 0, accounts: MOCK_ACCOUNTS });
    const { url, server } = await stand(mock.url, FRONTS[name] as Front);
    try {
      const { tokens } = toMockTarget(mock.url);
      const target = {
        url,
        tokens: { first: tokens.first, second: tokens.second },
        participants: ['5511900000001'],
        has: ['disconnecting', 'webhook', 'receiver'],
      } as const;
      const { calibration } = await calibrate(target, { seed: 1, waitLimit: 100 });
      const wrong = Object.entries(calibration.settled).filter(
        ([fact, { answer }]) => !isAsHeld(fact, answer),
      );
      expect(wrong).toEqual([]);
      expect(calibration.contradicted).toEqual({});
      expect(Object.keys(calibration.settled).length).toBeGreaterThan(5);
      expect(Object.keys(calibration.unsettled).length).toBeGreaterThan(5);
    } finally {
      server.closeAllConnections();
      server.close();
    }
  },
);

async function stand(behind: string, front: Front): Promise<{ url: string; server: Server }> {
  let calls = 0;
  const server = createServer((from, to) => {
    // The accounts are met before anything is asked.
    const isTaken =
      calls++ >= 2 &&
      front(
        calls - 3,
        (status, type, body, retry) => {
          from.resume();
          to.writeHead(status, {
            'Content-Type': type,
            ...(retry !== undefined && { 'Retry-After': retry }),
          }).end(body);
        },
        () => from.destroy(),
      );
    if (isTaken) return;
    const onward = send(`${behind}${from.url}`, { method: from.method, headers: from.headers }, (answer) => {
      to.writeHead(answer.statusCode ?? 500, answer.headers);
      answer.pipe(to);
    });
    from.pipe(onward);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server };
}
