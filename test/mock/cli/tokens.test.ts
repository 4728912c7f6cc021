/** What no call shows: that no token is printed or told anywhere. */
import { connect } from 'node:net';
import { expect, it } from 'vitest';
import { type CaseResult, runContracts, type Target } from '../../../contracts/index.ts';
import { formatEnd } from '../../../contracts/reports/end.ts';
import { REPORTS } from '../../../contracts/reports/index.ts';
import { explain } from '../../../contracts/reports/text.ts';
import { collect, summariseResults } from '../../contracts/reports/results.ts';
import { serve } from './cli.ts';

const TOKENS = {
  first: '11111111-1111-4111-8111-111111111111',
  second: '22222222-2222-4222-8222-222222222222',
  third: 'c0ffee00-1111-4111-8111-abcdefabcdef',
};
const GOOD = `Bearer ${TOKENS.third}`;

/** Requests that carry a token where none belongs, by their first line and headers. */
const MISPLACED: readonly (readonly [string, string[]])[] = [
  [`GET /groups?token=${TOKENS.third}`, []],
  [`GET /groups?access_token=${TOKENS.third}`, [`Authorization: ${GOOD}`]],
  [`GET /groups/${TOKENS.third}`, [`Authorization: ${GOOD}`]],
  [`GET /${TOKENS.third.toUpperCase()}/groups`, [`Authorization: ${GOOD}`]],
  [`GET http://${TOKENS.third}@localhost/groups`, [`Authorization: ${GOOD}`]],
  [`GET /groups#${TOKENS.third}`, [`Authorization: ${GOOD}`]],
  [`GET /groups`, [`Cookie: token=${TOKENS.third}`]],
  [`GET /groups`, [`Authorization: Basic ${TOKENS.third}`]],
  [`GET /groups`, [`Authorization: ${GOOD} ${TOKENS.third}`]],
  [
    `POST /groups`,
    [`Authorization: ${GOOD}`, `Content-Type: ${TOKENS.third.slice(0, 8)}`, 'Content-Length: 2\r\n\r\n{}'],
  ],
  [`${TOKENS.third} /groups`, []],
  ['GET /groups', [`Authorization: ${GOOD}`, `nonsense ${TOKENS.third}`]],
];

it('no token is printed, reported or told, whatever is asked for', async () => {
  const cli = await serve('--account', `${TOKENS.third}=5511777777777`);
  // The mock prints its tokens once, so that people can use it.
  await cli.until(/curl[^\n]*\n/);
  const banner = cli.stdout().length;

  const target: Target = {
    url: cli.url,
    tokens: TOKENS,
    participants: ['5511900000001', '5511900000002', '5511900000003'],
    has: ['magic-numbers', 'disconnecting', 'webhook'],
    disposable: true,
  };
  const results = await collect(runContracts(target, { only: ['auth', 'groups', 'invites'], seed: 1 }));
  const answers: string[] = [];
  for (const [line, headers] of MISPLACED) answers.push(await send(cli.url, line, headers));

  await cli.until(/GET \/groups 401 malformed-token/);
  mustHaveNoToken('what the mock printed', cli.stdout().slice(banner));
  expect(cli.stdout().slice(banner).split('\n').length).toBeGreaterThan(100);
  cli.child.kill('SIGTERM');
  expect((await cli.ended).stderr).toBe('');

  // What one sends as a path is the one thing that one is told again.
  for (const [n, answer] of answers.entries())
    if (!MISPLACED[n]?.[0].includes(`/groups/${TOKENS.third}`)) mustHaveNoToken(`answer ${n}`, answer);
  for (const [where, text] of reportsOf(results, target)) mustHaveNoToken(where, text);
});

function* reportsOf(results: CaseResult[], target: Target): Generator<[string, string]> {
  expect(results.length).toBeGreaterThan(50);
  const summary = summariseResults(results, { target });
  yield ['the results', JSON.stringify(results)];
  yield ['the terminal', formatEnd(summary) + results.map((result) => explain(result, target)).join('\n')];
  for (const name of ['json', 'junit', 'sarif', 'html', 'md'] as const)
    yield [`the ${name} report`, REPORTS[name](summary)];
}

/** What comes back for a request until the mock closes the connection. */
function send(url: string, line: string, headers: readonly string[]): Promise<string> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve) => {
    let said = '';
    const socket = connect(Number(port), hostname, () =>
      socket.write(
        `${line} HTTP/1.1\r\nConnection: close\r\n${headers.join('\r\n')}${headers.length > 0 ? '\r\n' : ''}\r\n`,
      ),
    );
    socket.on('data', (part) => {
      said += part;
    });
    socket.on('error', () => {});
    socket.on('close', () => resolve(said));
  });
}

/** Neither a token nor most of one; what is told is the line that has it. */
function mustHaveNoToken(where: string, text: string): void {
  const lines = text.toLowerCase().split('\n');
  const telling = lines.filter((line) =>
    Object.values(TOKENS).some((token) => line.includes(token.slice(0, 18))),
  );
  expect(
    telling.map((line) => line.slice(0, 200)),
    where,
  ).toEqual([]);
}
