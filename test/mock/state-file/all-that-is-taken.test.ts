import { copyFileSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createMock, type Mock } from '../../../mock/index.ts';
import { createKeeper } from '../../../mock/state-file/keeper.ts';
import { loadControlDocument, type Operation } from '../../../spec/index.ts';
import { schemaAt } from '../../spec/schema.ts';
import { valuesOf } from '../../spec/values.ts';

const document = loadControlDocument();
const folder = mkdtempSync(join(tmpdir(), 'wuts-taken-'));

/** Stubs hold for all worlds, and are saved with none. */
const OF_NO_WORLD = /^\/__mock\/stubs/;

/** One only asks, one is the end of a webhook, and a snapshot is what the mock itself wrote, which is saved here all the time. */
const NO_CHANGES: readonly string[] = ['askRules', 'receiveDelivery', 'putSnapshot'];

/** What changes a world. */
const CHANGES = document.operations.filter(
  ({ method, id, path }) => method !== 'GET' && !NO_CHANGES.includes(id) && !OF_NO_WORLD.test(path),
);
const VIEWS = document.operations.filter(({ method, path }) => method === 'GET' && !/stream$/.test(path));

/** Times at the ends of what can be named, and what is beyond. */
const TIMES = [
  '0001-01-01T00:00:00Z',
  '9999-12-31T23:59:59Z',
  '9999-12-31T23:59:59.999999Z',
  '9990-01-01T00:00:00Z',
];
const NO_TIMES = [
  '2016-12-31T23:59:60Z',
  '0000-01-01T00:00:00Z',
  '9999-12-31T23:59:59-23:59',
  '2026-02-30T00:00:00Z',
];
const SPANS = [0, Number.MIN_VALUE, 0.0001, 1e9, 31_536_000, 3_153_600_000, 1e15, 1e308];
const LEADER = '5511999999999';
const GROUP = { do: 'create-group', name: 'Crew', participants: [LEADER, '5500000000403'] };

/** Bodies that the document would hardly be sampled for. */
const BIASED: Readonly<Record<string, fc.Arbitrary<object>>> = {
  setClock: fc.record(
    {
      now: fc.constantFrom(...TIMES, ...NO_TIMES),
      advance_seconds: fc.constantFrom(...SPANS),
      frozen: fc.boolean(),
    },
    { requiredKeys: [] },
  ),
  createWorld: fc.record(
    {
      now: fc.constantFrom(...TIMES, ...NO_TIMES),
      ttl_seconds: fc.constantFrom(...SPANS),
      seed: fc.constantFrom(0, 1, 4_294_967_295),
      frozen: fc.boolean(),
      scenario: fc.constantFrom('waiting-room', 'constructor'),
    },
    { requiredKeys: [] },
  ),
  actAsPerson: fc.constantFrom(...SPANS, undefined).map((after_seconds) => ({ ...GROUP, after_seconds })),
  createFault: fc.oneof(
    fc.constantFrom(...SPANS).map((delay_seconds) => ({ delivery: { delay_seconds }, times: null })),
    fc.record({
      status: fc.integer({ min: 200, max: 599 }),
      headers: fc.dictionary(
        fc.constantFrom('__proto__', 'constructor', 'a', 'A', 'Set-Cookie'),
        fc.string(),
      ),
    }),
  ),
  updatePerson: fc.record({ name: fc.string({ unit: 'binary', maxLength: 100 }) }),
  seedWorld: fc.record({ groups: fc.nat(2), communities: fc.nat(1), members: fc.constant([1, 5]) }),
};

interface Deed {
  readonly operation: Operation;
  readonly body: unknown;
}

const deeds: fc.Arbitrary<Deed> = fc.oneof(
  ...CHANGES.map((operation) => {
    if (operation.body === undefined) return fc.constant({ operation, body: undefined });
    const described = valuesOf(schemaAt(document, operation.body));
    const bodies = fc.oneof(described, BIASED[operation.id] ?? described);
    return bodies.map((body): Deed => ({ operation, body }));
  }),
);

async function ask({ fetch }: Mock, { method, path }: Operation, body?: unknown) {
  const target = path.replace('{world}', 'default').replace('{phone}', LEADER).replace('{fault}', 'fault-1');
  return fetch(`http://127.0.0.1${target}`, {
    method,
    headers: { 'Content-Type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

/** What the API does to a world whose clock may be anywhere. */
async function live({ fetch }: Mock): Promise<void> {
  const headers = {
    Authorization: '11111111-1111-4111-8111-111111111111',
    'Content-Type': 'application/json',
  };
  const webhook = { webhook_url: 'http://127.0.0.1:9/', enabled_events: ['group.joined'] };
  for (const [path, body] of [
    ['/webhook', webhook],
    ['/groups', { name: 'Crew', participants: ['5500000000403'] }],
  ] as const) {
    const call = fetch(`http://127.0.0.1${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
    // A fault may drop it.
    await call.catch((error: Error) => expect(error.message).toBe('fetch failed'));
  }
}

it('is told, saved and read again, whatever it is', async () => {
  const taken = new Map<string, number>();
  let count = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(deeds, { minLength: 1, maxLength: 5 }), async (calls) => {
      count += 1;
      const faults: unknown[] = [];
      const options = { seed: 1, onFault: (error: unknown) => faults.push(error) };
      const one = createMock(options);
      const file = join(folder, `${count}.json`);
      const keeper = createKeeper(one.tenants, { file, onFailure: options.onFault });
      try {
        for (const { operation, body } of calls) {
          const { status } = await ask(one, operation, body);
          expect(status, operation.id).toBeLessThan(500);
          if (status >= 300) continue;
          taken.set(operation.id, (taken.get(operation.id) ?? 0) + 1);
          await live(one);
          await keeper.save();
          await mustBeTheSame(one, file);
        }
      } finally {
        one.stop();
        await keeper.close();
      }
      expect(faults).toEqual([]);
    }),
    { numRuns: 80, seed: 1 },
  );
  // Each of them was taken, or nothing is proved about it.
  const told = JSON.stringify(Object.fromEntries(taken));
  expect(taken.size, told).toBeGreaterThanOrEqual(CHANGES.length - 4);
}, 120_000);

/** A mock that reads the file shows in every view what the one shows that wrote it. */
async function mustBeTheSame(one: Mock, file: string): Promise<void> {
  const copy = `${file}.copy`;
  copyFileSync(file, copy);
  const other = createMock({ seed: 1 });
  const keeper = createKeeper(other.tenants, { file: copy, onFailure: () => {} });
  try {
    for (const operation of VIEWS) {
      const answers = await Promise.all([one, other].map((mock) => ask(mock, operation)));
      const [shown, again] = await Promise.all(answers.map((answer) => answer.json()));
      const isMade = answers[0]?.status === 200;
      expect(answers[1]?.status, operation.id).toBe(answers[0]?.status);
      expect(isMade || ['getFault'].includes(operation.id), `${operation.id} ${JSON.stringify(shown)}`).toBe(
        true,
      );
      if (!/journal|consumer|deliveries|clock|worlds/.test(operation.path)) expect(again).toEqual(shown);
    }
    await keeper.save();
    expect(JSON.parse(readFileSync(copy, 'utf8'))).toHaveProperty('worlds');
  } finally {
    other.stop();
    await keeper.close();
  }
}
