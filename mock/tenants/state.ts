import { at, type World, watch } from '../world/index.ts';
import { type Snapshot, toTenantText } from './snapshot.ts';
import type { Start } from './tenant.ts';
import type { Tenants } from './tenants.ts';

/** Every world of a mock as JSON; the schema `State` of the control plane describes it. */
export interface State {
  format: 'wuts-mock state';
  version: 1;
  worlds: { start: Start; snapshot: Snapshot }[];
}

/** All worlds as JSON in pieces, as they are at this moment, however they change while the pieces are taken. One at a time. */
export function toStateText(tenants: Tenants): Generator<string, void> {
  const saved = tenants.list().map((tenant) => ({
    start: tenant.start,
    world: tenant.world,
    text: toTenantText(tenant),
  }));
  return write(saved);
}

function* write(
  saved: readonly { start: Start; world: World; text: Iterable<string> }[],
): Generator<string, void> {
  try {
    yield '{"format":"wuts-mock state","version":1,"worlds":[';
    for (const [index, { start, text }] of saved.entries()) {
      yield `${index === 0 ? '' : ','}{"start":${JSON.stringify(start)},"snapshot":`;
      yield* text;
      yield '}';
    }
    yield ']}\n';
  } finally {
    for (const { world } of saved) watch(world, undefined);
  }
}

/** Brings all worlds back. Throws a `SnapshotError` or an `AccountError`; some are back then. */
export function loadTenants(tenants: Tenants, { worlds }: State): void {
  for (const [index, { start, snapshot }] of worlds.entries())
    at(`.worlds[${index}].snapshot`, () => tenants.adopt(start, snapshot));
}
