import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type CaseResult, runContracts } from '../../../contracts/index.ts';
import { createIndependentServer } from './server.ts';

const TOKENS = {
  first: 'aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa',
  second: 'bbbbbbbb-bbbb-4bbb-8bbb-bbbbbbbbbbbb',
};
const server = createIndependentServer(
  new Map([
    [TOKENS.first, '551130000001'],
    [TOKENS.second, '551130000002'],
  ]),
);
const results: CaseResult[] = [];

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const target = {
    url: `http://127.0.0.1:${port}`,
    tokens: TOKENS,
    participants: ['551140000001', '551140000002', '551140000003'],
    operations: ['getStatus', 'listGroups', 'createGroup', 'getGroup', 'leaveGroup'] as const,
  };
  for await (const result of runContracts(target)) results.push(result);
}, 60_000);

afterAll(() => {
  server.close();
  server.closeAllConnections();
});

it('keeps every documented promise about the endpoints that it has', () => {
  const broken = results.filter(({ verdict }) => verdict === 'broken' || verdict === 'setup-failed');
  expect(broken.map((result) => [result.case.id, result.findings])).toEqual([]);
});

it('is seen to choose otherwise where nothing is documented', () => {
  const discovered = results.filter(({ verdict }) => verdict === 'discovery').map((result) => result.case.id);
  expect(discovered).toContain('errors/code-of-403');
  expect(discovered).toContain('errors/create-group-name-too-long');
});

it('is held to a good part of the suite, and the rest is skipped by name', () => {
  const kept = results.filter(({ verdict }) => verdict === 'kept');
  expect(kept.length).toBeGreaterThan(80);
  const skipped = results.filter(({ verdict }) => verdict === 'skipped');
  expect(skipped.every(({ reason }) => /does not implement|lacks/.test(reason ?? ''))).toBe(true);
});
