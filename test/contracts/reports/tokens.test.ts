import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CaseResult, runContracts, type Target } from '../../../contracts/index.ts';
import { formatEnd } from '../../../contracts/reports/end.ts';
import { REPORTS } from '../../../contracts/reports/index.ts';
import { explain } from '../../../contracts/reports/text.ts';
import { collect, summariseResults } from './results.ts';

const TOKENS = {
  first: 'c0ffee00-1111-4111-8111-abcdefabcdef',
  second: 'decade00-2222-4222-8222-fedcbafedcba',
};

/** A target that puts the token that it is sent into everything that it says, also where reports cut. */
const server = createServer((request, response) => {
  const token = (request.headers.authorization ?? 'Bearer nobody').replace('Bearer ', '');
  request.resume();
  if (request.url === '/status') {
    const phone_number = token === TOKENS.second ? '5511888888888' : '5511999999999';
    response.end(JSON.stringify({ success: true, data: { phone_number, token } }));
    return;
  }
  const isRefused = request.method === 'GET' && request.url === '/groups';
  response.writeHead(isRefused ? 500 : request.method === 'POST' ? 201 : 200, { 'X-Token': token });
  if (isRefused) response.end(`${'x'.repeat(273)}${token} `.repeat(50));
  else
    response.end(
      JSON.stringify({
        success: token,
        [token]: token.toUpperCase(),
        group: { jid: token, name: [`"${token}"`, encodeURIComponent(token)], participants: token },
        filler: `${'x'.repeat(190)}${token}`.repeat(30),
      }),
    );
});

describe('a target that echoes the token', { timeout: 60_000 }, () => {
  let target: Target;
  let results: CaseResult[];

  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    target = { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, tokens: TOKENS };
    results = await collect(runContracts(target, { only: ['groups', 'auth'], seed: 1 }));
  }, 60_000);

  afterAll(() => server.closeAllConnections());

  it('is held to promises that it does not keep', () => {
    const verdicts = new Set(results.map(({ verdict }) => verdict));
    expect([...verdicts]).toEqual(expect.arrayContaining(['broken', 'skipped']));
    expect(JSON.stringify(results.map(({ findings }) => findings))).toContain('$TOKEN');
  });

  it('does not find it in the results themselves', () => {
    mustHaveNoToken(JSON.stringify(results));
  });

  it.each(['json', 'junit', 'sarif', 'html', 'md'] as const)('does not find it in the %s report', (name) => {
    mustHaveNoToken(REPORTS[name](summariseResults(results, { target })));
  });

  it('does not find it in what the terminal shows', () => {
    mustHaveNoToken(formatEnd(summariseResults(results, { target })));
    for (const result of results) mustHaveNoToken(explain(result, target));
  });
});

/** Neither a token nor most of one. */
function mustHaveNoToken(text: string): void {
  for (const token of Object.values(TOKENS)) expect(text.toLowerCase()).not.toContain(token.slice(0, 10));
}
