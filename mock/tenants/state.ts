import { at } from '../world/index.ts';
import { type Snapshot, saveTenant } from './snapshot.ts';
import type { Start } from './tenant.ts';
import type { Tenants } from './tenants.ts';

/** Every world of a mock as JSON; the schema `State` of the control plane describes it. */
export interface State {
  format: 'wuts-mock state';
  version: 1;
  worlds: { start: Start; snapshot: Snapshot }[];
}

/** All worlds as they are now. */
export function saveTenants(tenants: Tenants): State {
  const worlds = tenants.list().map((tenant) => ({ start: tenant.start, snapshot: saveTenant(tenant) }));
  return { format: 'wuts-mock state', version: 1, worlds };
}

/** Brings all worlds back. Throws a `SnapshotError` or an `AccountError`; some are back then. */
export function loadTenants(tenants: Tenants, { worlds }: State): void {
  for (const [index, { start, snapshot }] of worlds.entries())
    at(`.worlds[${index}].snapshot`, () => tenants.adopt(start, snapshot));
}
