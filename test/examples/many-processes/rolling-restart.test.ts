/** What compose.yaml and kubernetes.yaml start, started here: each mock is ended and started again while people work. */
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { noHaproxy } from '../../missing.ts';
import { type Run, startCli } from '../../mock/cli/cli.ts';
import { freePort } from '../../package/free-port.ts';
import { startBalancer } from './balancer.ts';
import { callerOf } from './caller.ts';
import { MANIFESTS } from './manifests.ts';

/** Tokens that meet both mocks. */
const TOKENS = Array.from({ length: 12 }, (_, index) => {
  const head = Math.imul(index + 1, 0x9e3779b1) >>> 0;
  return `${head.toString(16).padStart(8, '0')}-0000-4000-8000-000000000000`;
});

/** Starting a process takes its time on a busy machine. */
const POLL = { timeout: 20_000 };

/** A mock that can be ended and started again on its port, with its state. */
interface Replica {
  readonly state: string;
  current: Run;
  /** Ends it by a signal. */
  end(signal: NodeJS.Signals): Promise<void>;
  start(): Promise<void>;
}

async function startReplica(port: number): Promise<Replica> {
  const folder = mkdtempSync(join(tmpdir(), 'wuts-rolling-'));
  const options = MANIFESTS['compose.yaml']?.options.map((option) => option.replace('/data', folder));
  const run = () => startCli('--port', String(port), ...(options ?? []));
  const replica: Replica = {
    state: join(folder, 'wuts.json'),
    current: run(),
    end: async (signal) => {
      replica.current.child.kill(signal);
      const { code, stderr } = await replica.current.ended;
      expect([code, stderr]).toEqual([signal === 'SIGKILL' ? null : 0, '']);
    },
    start: async () => {
      replica.current = run();
      await replica.current.until(/^WUTS mock on .*curl/s);
    },
  };
  onTestFinished(async () => {
    replica.current.child.kill('SIGKILL');
    await replica.current.ended;
  });
  await replica.current.until(/^WUTS mock on .*curl/s);
  return replica;
}

/** Two mocks behind the balancer, and people, each with a world of their own in one of them. */
async function startAll() {
  const mocks = [await freePort(), await freePort()];
  const replicas = await Promise.all(mocks.map(startReplica));
  const { url, close } = await startBalancer({ mocks });
  onTestFinished(async () => void (await close()));
  const people = TOKENS.map((token) => ({
    token,
    ...callerOf(url, token),
    /** The names of the groups whose making was answered. */
    answered: [] as string[],
    /** What else was answered: a status, or that the connection was lost. */
    refused: [] as (number | 'lost')[],
  }));
  return { url, replicas, people };
}

type Person = Awaited<ReturnType<typeof startAll>>['people'][number];

async function create({ call, answered, refused }: Person, name: string): Promise<void> {
  const answer = await call('POST', '/groups', { name, participants: ['5511777777777'] }).catch(
    () => undefined,
  );
  if (answer?.status === 201) answered.push(name);
  else refused.push(answer?.status ?? 'lost');
}

/** Waits until each has been answered once more than before. */
async function everybodyWorks(people: readonly Person[]): Promise<void> {
  const before = people.map(({ answered }) => answered.length);
  const isOn = () => people.every(({ answered }, index) => answered.length > Number(before[index]));
  await expect.poll(isOn, POLL).toBe(true);
}

describe.skipIf(noHaproxy)(`a mock with --state behind the balancer${noHaproxy}`, { timeout: 60_000 }, () => {
  it('is restarted by SIGTERM: no world misses what was answered, and those of others notice nothing', async () => {
    const { replicas, people } = await startAll();
    let isOver = false;
    const work = async (person: Person) => {
      for (let n = 0; !isOver; n += 1) {
        await create(person, `Group ${n}`);
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    };
    const working = Promise.all(people.map(work));
    const noticed: Person[][] = [];
    for (const { end, start } of replicas) {
      await everybodyWorks(people);
      await end('SIGTERM');
      await expect.poll(() => people.some(({ refused }) => refused.includes(503)), POLL).toBe(true);
      await start();
      await everybodyWorks(people);
      noticed.push(people.filter(({ refused }) => refused.splice(0).length > 0));
    }
    isOver = true;
    await working;

    const [first = [], second = []] = noticed;
    expect(first.filter((person) => second.includes(person))).toEqual([]);
    for (const { answered, groups, refused } of people) {
      expect(await groups()).toEqual(expect.arrayContaining(answered));
      expect(refused).toEqual([]);
    }
  });

  it('dies, and has what its file held when it is started again', async () => {
    const { url, replicas, people } = await startAll();
    for (const [index, person] of people.entries()) await create(person, `Saved ${index}`);
    const isSaved = () => {
      const files = replicas.map(({ state }) => readFileSync(state, 'utf8')).join();
      return people.every((_, index) => files.includes(`"Saved ${index}"`));
    };
    await expect.poll(isSaved, POLL).toBe(true);
    const [first] = replicas;
    await first?.end('SIGKILL');
    // A connection to the dead may still be there, once.
    for (const name of ['Meanwhile', 'Later']) await Promise.all(people.map((one) => create(one, name)));
    const away = people.filter(({ refused }) => refused.length > 0);
    expect(away.map(({ refused }) => refused.at(-1))).toEqual(away.map(() => 503));
    expect(away.length).toBeGreaterThan(0);
    const { headers } = await fetch(`${url}/groups`, { headers: { Authorization: String(away[0]?.token) } });
    expect(headers.get('Retry-After')).toBe('1');
    expect(away.length).toBeLessThan(people.length);
    await first?.start();
    for (const { answered, groups } of people) expect((await groups()).sort()).toEqual(answered.sort());
  });
});
