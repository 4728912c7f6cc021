import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createMock } from '../../../mock/index.ts';
import { sealOf } from '../../../mock/tenants/snapshot.ts';
import { loadControlDocument } from '../../../spec/index.ts';
import type { Json } from './plane.ts';

/** A real snapshot with a bit of everything in it. */
const REAL: Json = JSON.parse(
  readFileSync(new URL('./fixtures/snapshot-0.1.0.json', import.meta.url), 'utf8'),
);

const JUNK = [null, true, -1, 0, 1, 3, 1e15, 253_402_300_799_999, 1e300, '', 'x', '5511999999999', {}, []];

/** One change: to the place that the picks lead to. */
interface Mutation {
  picks: number[];
  does: 'drop' | 'junk' | 'copy' | 'twice' | 'add';
  other: number[];
}

const picks = fc.array(fc.nat(60), { minLength: 1, maxLength: 8 });
const mutation: fc.Arbitrary<Mutation> = fc.record({
  picks,
  does: fc.constantFrom('drop', 'junk', 'copy', 'twice', 'add'),
  other: picks,
});

/** Every reading of the control plane. */
const READINGS = loadControlDocument()
  .operations.filter(({ method, path }) => method === 'GET' && !path.endsWith('/stream'))
  .map(({ path }) =>
    path.replace('{world}', 'default').replace('{phone}', '5511999999999').replace('{fault}', 'fault-1'),
  );

const met = { taken: 0, refused: 0 };

it('a sealed snapshot that was changed at random is refused, or as good as any', {
  timeout: 240_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(mutation, { minLength: 1, maxLength: 3 }), async (mutations) => {
      const { ask, faults } = createStage();
      const snapshot = structuredClone(REAL);
      snapshot.version = 2;
      snapshot.world.names = [];
      await expectStatus(ask, 'PUT', '/__mock/worlds/default/snapshot', 200, {
        snapshot: { ...snapshot, seal: sealOf(snapshot) },
      });
      const before = await ask('GET', '/__mock/worlds/default/snapshot');
      for (const one of mutations) mutate(snapshot, one);

      const body = { snapshot: { ...snapshot, seal: sealOf(snapshot) } };
      const { status, text } = await ask('PUT', '/__mock/worlds/default/snapshot', body);
      expect([200, 422], text).toContain(status);
      if (status === 422) {
        met.refused += 1;
        expect(JSON.parse(text).validation[0].field).toMatch(/^snapshot\.(world|faults|accounts)/);
        expect(await ask('GET', '/__mock/worlds/default/snapshot')).toEqual(before);
      } else {
        met.taken += 1;
        await expectSound(ask);
      }
      expect(faults).toEqual([]);
    }),
    { seed: 5, numRuns: 150 },
  );
});

it('was tried with many that were taken and many that were not', () => {
  expect(met.taken).toBeGreaterThan(20);
  expect(met.refused).toBeGreaterThan(50);
});

type Ask = (
  method: string,
  path: string,
  body?: object,
  token?: string,
) => Promise<{ status: number; text: string }>;

function createStage(): { ask: Ask; faults: unknown[] } {
  const faults: unknown[] = [];
  const mock = createMock({ seed: 3, onFault: (error) => faults.push(error) });
  const ask: Ask = async (method, path, body, token = REAL.accounts[0].token) => {
    const headers = { Authorization: token, 'Content-Type': 'application/json' };
    const init = body === undefined ? {} : { body: JSON.stringify(body) };
    const response = await mock
      .fetch(`http://mock${path}`, { method, headers, ...init })
      .catch(() => new Response('cut', { status: 499 }));
    return { status: response.status, text: await response.text() };
  };
  return { ask, faults };
}

async function expectStatus(ask: Ask, method: string, path: string, wanted: number, body?: object) {
  const { status, text } = await ask(method, path, body);
  expect(status, text).toBe(wanted);
}

/** Nothing that is read or done later fails over it, and it can be taken along again. */
async function expectSound(ask: Ask): Promise<void> {
  const path = '/__mock/worlds/default/snapshot';
  const { text } = await ask('GET', path);
  await expectStatus(ask, 'PUT', path, 200, JSON.parse(text));
  expect((await ask('GET', path)).text).toBe(text);

  await readAll(ask);
  // A fault that was changed may strike, as it is meant to.
  await ask('DELETE', '/__mock/worlds/default/faults');
  // 422 where the clock is at the end of time already.
  const later = await ask('PATCH', '/__mock/worlds/default/clock', { advance_seconds: 10_000 });
  expect([200, 400, 422], later.text).toContain(later.status);
  for (const { jid } of JSON.parse((await ask('GET', '/__mock/worlds/default/groups')).text).groups) {
    await act(ask, '5511888888888', { do: 'join', group: jid });
    await act(ask, '5511777777777', { do: 'leave', group: jid });
    await act(ask, '5511999999999', { do: 'add', group: jid, participants: ['5511444444444'] });
    await act(ask, '5511999999999', { do: 'remove', group: jid, participants: ['5511888888888'] });
    await act(ask, '5511999999999', { do: 'set', group: jid, topic: 'Another' });
  }
  await readAll(ask);
  expect((await ask('GET', path)).status).toBe(200);
}

async function act(ask: Ask, phone: string, body: object): Promise<void> {
  const { status, text } = await ask('POST', `/__mock/worlds/default/people/${phone}/act`, body);
  expect(status, text).toBeLessThan(500);
}

async function readAll(ask: Ask): Promise<void> {
  for (const path of READINGS) {
    const { status, text } = await ask('GET', path);
    expect([200, 404], `${path} ${text}`).toContain(status);
  }
  for (const { token } of REAL.accounts) {
    const { status, text } = await ask('GET', '/groups', undefined, token);
    const groups = status === 200 ? JSON.parse(text).groups : [];
    const paths = groups.flatMap(({ jid, is_community }: Json) => [
      `/groups/${jid}`,
      `/groups/${jid}/invite`,
      ...(is_community ? [`/communities/${jid}/groups`] : []),
    ]);
    for (const one of ['/status', '/webhook', '/groups', ...paths]) {
      const answer = await ask('GET', one, undefined, token);
      // 503 is a device that is not connected, or a fault.
      if (answer.status !== 503) expect(answer.status, `${one} ${answer.text}`).toBeLessThan(500);
    }
  }
}

/** Where the picks lead to: as deep as they go, in the world or in the faults. */
function placeOf(root: Json, picked: number[]): { holder: Json; name: string } {
  const [first = 0, ...rest] = picked;
  let holder: Json = root;
  let name = first % 5 === 0 ? 'faults' : 'world';
  for (const pick of rest) {
    const inside = holder[name];
    if (typeof inside !== 'object' || inside === null || Object.keys(inside).length === 0) break;
    holder = inside;
    const names = Object.keys(inside);
    name = names[pick % names.length] ?? '';
  }
  return { holder, name };
}

function mutate(root: Json, { picks: picked, does, other }: Mutation): void {
  const { holder, name } = placeOf(root, picked);
  const junk = JUNK[(other[0] ?? 0) % JUNK.length];
  if (holder === root && does !== 'add') return;
  if (does === 'junk') holder[name] = junk;
  else if (does === 'add') holder[name] = addTo(holder[name], junk);
  else if (does === 'copy') {
    const from = placeOf(root, other);
    holder[name] = structuredClone(from.holder[from.name]);
  } else if (Array.isArray(holder)) {
    if (does === 'drop') holder.splice(Number(name), 1);
    else holder.splice(Number(name), 0, structuredClone(holder[Number(name)]));
  } else if (does === 'drop') delete holder[name];
}

function addTo(value: Json, junk: Json): Json {
  if (Array.isArray(value)) return [...value, junk];
  return typeof value === 'object' && value !== null ? { ...value, more: junk } : junk;
}
