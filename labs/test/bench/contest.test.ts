import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Arena, createArena } from '../../bench/arena.ts';
import { type Children, createChildren } from '../../bench/children.ts';
import { hold } from '../../bench/contest.ts';
import { bareExpress, bareHttp, type Contestant, standAlone } from '../../bench/contestants.ts';
import { fromSource } from '../../bench/product.ts';
import type { Runtime } from '../../bench/runtimes.ts';
import { QUICK } from '../../bench/settings.ts';
import { mustBeDone } from '../../bench/state.ts';
import { buildTree, type Tree } from '../../bench/tree.ts';

const runtime: Runtime = { version: process.version, major: 20, path: process.execPath };
const settings = { ...QUICK, seconds: 0.3, warmUpSeconds: 0.2 };
let tree: Tree;
let children: Children;
let arena: Arena;

beforeAll(() => {
  tree = buildTree();
  children = createChildren();
  arena = createArena(tree, fromSource(tree), children);
});
afterAll(() => {
  children.endAll();
  arena.close();
  tree.remove();
});

/** A peer that is a script of one line. */
function scripted(name: string, script: string): Contestant {
  return {
    name,
    kind: 'other',
    args: ({ port }) => ['-e', script, String(port)],
  };
}

describe('the limits', () => {
  it.each([bareHttp, bareExpress])('$name answers the same bytes as the mock', async (limit) => {
    for (const operation of ['getGroup', 'addGroupParticipants'] as const) {
      const { url, stop } = await arena.open(limit, operation, runtime);
      const { method, path, request, status, body, contentType } = arena.samples[operation];
      const headers = { 'content-type': 'application/json' };
      const init = { method, headers, ...(request === '' ? {} : { body: request }) };
      const answer = await fetch(url + path, init);
      expect({
        status: answer.status,
        type: answer.headers.get('content-type'),
        body: await answer.text(),
      }).toEqual({
        status,
        type: contentType,
        body,
      });
      await stop();
    }
  });
});

describe('a contest', () => {
  it('loads everybody, keeps the rounds, and checks that the writes were done', async () => {
    const lines: string[] = [];
    const bench = { arena, runtime, settings, tell: (line: string) => lines.push(line) };
    const contest = await hold([standAlone, bareHttp], 'addGroupParticipants', bench);
    expect(contest.absences).toEqual([]);
    expect(contest.roundsOf(standAlone, 10)).toHaveLength(1);
    expect(contest.measures.map(({ who, what }) => `${who}, ${what}`)).toEqual([
      'wuts-mock, 10 connections',
      'bare node:http, 10 connections',
      'wuts-mock, 100 connections',
      'bare node:http, 100 connections',
      'wuts-mock, 10 connections, processor time',
      'bare node:http, 10 connections, processor time',
      'wuts-mock, 100 connections, processor time',
      'bare node:http, 100 connections, processor time',
    ]);
    const served = contest.measures.filter(({ unit }) => unit === 'req/s');
    expect(served.every(({ median }) => median > 0)).toBe(true);
  }, 60_000);

  it('goes on without a peer that refuses, dies or never comes up, and says why', async () => {
    const refuses = `require('http').createServer((q, r) => r.writeHead(418).end('a teapot')).listen(process.argv[1], '127.0.0.1')`;
    const peers = [scripted('refuses', refuses), scripted('dies', `throw new Error('no licence')`)];
    const bench = { arena, runtime, settings: { ...settings, rounds: 2 }, tell: () => undefined };
    const contest = await hold([...peers, bareHttp], 'getGroup', bench);
    expect(contest.absences).toEqual([
      { who: 'refuses', reason: 'it answers 418: a teapot' },
      { who: 'dies', reason: expect.stringContaining('no licence') },
    ]);
    expect(contest.fastest([...peers, bareHttp], 10)).toBe(bareHttp);
  }, 60_000);

  it('does not go on when the mock or a limit fails', async () => {
    const broken: Contestant = { ...scripted('broken', 'process.exit(3)'), kind: 'limit' };
    const bench = { arena, runtime, settings, tell: () => undefined };
    await expect(hold([broken], 'getGroup', bench, broken)).rejects.toThrow('it ended at its start');
  });
});

describe('the state after a load', () => {
  it('holds every answered write, and at most those on their way beside', () => {
    expect(() => mustBeDone('members', 100, 100, 10)).not.toThrow();
    expect(() => mustBeDone('members', 110, 100, 10)).not.toThrow();
    expect(() => mustBeDone('members', 99, 100, 10)).toThrow('state was lost or made up');
    expect(() => mustBeDone('members', 111, 100, 10)).toThrow('state was lost or made up');
  });
});
