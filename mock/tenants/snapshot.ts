import { createHash } from 'node:crypto';
import { createFaults } from '../faults/faults.ts';
import { readFaults } from '../faults/saved.ts';
import { at, inOrder, loadWorld, SnapshotError, saveWorld } from '../world/index.ts';
import type { Tenant } from './tenant.ts';
import type { TokenOf } from './tokens.ts';

/** A tenant as JSON; the schema `Snapshot` of the control plane describes it. What `world` and `faults` hold is the mock's own. */
export interface Snapshot {
  format: 'wuts-mock world';
  version: number;
  /** Says that `world` and `faults` are as the mock wrote them; version 1 has none. */
  seal?: string;
  accounts: TokenOf[];
  world: object;
  faults: object;
}

/** What this mock writes. */
const VERSION = 2;

/** A tenant as it is now, its pending future included. */
export function saveTenant(tenant: Tenant): Snapshot {
  const accounts = Array.from(tenant.tokens, ([phone, token]) => ({ phone, token }));
  const [world, faults] = [saveWorld(tenant.world), sort(tenant.faults.save())];
  // Both are in order already.
  const seal = hash(JSON.stringify([world, faults]));
  return { format: 'wuts-mock world', version: VERSION, seal, accounts, world, faults };
}

/** What was saved, ready to be put into a tenant. Throws a `SnapshotError`. */
export function loadParts(snapshot: Snapshot, machine: () => number): Pick<Tenant, 'world' | 'faults'> {
  mustBeSealed(snapshot);
  const world = at('.world', () => loadWorld(toCurrent(snapshot), machine));
  const faults = at('.faults', () => readFaults(snapshot.faults, world));
  mustHaveDevices(snapshot.accounts, new Set(world.devices.keys()));
  return { world, faults: createFaults(world.ids.seed, faults) };
}

/** The seal of a snapshot, however its properties are ordered. */
export function sealOf({ world, faults }: Pick<Snapshot, 'world' | 'faults'>): string {
  return hash(JSON.stringify([sort(world), sort(faults)]));
}

function sort(value: object): object {
  return JSON.parse(JSON.stringify(value), (_, one) =>
    typeof one === 'object' && one !== null && !Array.isArray(one) ? inOrder(one) : one,
  );
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** Version 1, which the mock wrote as 0.1.0, has no seal. */
function mustBeSealed(snapshot: Snapshot): void {
  const { version, seal, world, faults } = snapshot;
  if (version !== VERSION && (version !== 1 || seal !== undefined)) {
    const says = `must be ${VERSION}, or 1 without a seal: take the snapshot anew with this version of the mock`;
    throw new SnapshotError('.version', says, version);
  }
  if (version === VERSION && seal !== hash(JSON.stringify([world, faults])) && seal !== sealOf(snapshot)) {
    const says =
      'does not fit the world and the faults, which were changed: take the snapshot anew, and write a world file for a world of your own';
    throw new SnapshotError('.seal', says, seal ?? null);
  }
}

/** Version 1 knows no names of groups. */
function toCurrent({ version, world }: Snapshot): object {
  return version === 1 ? { names: [], ...world } : world;
}

/** A token stands for a device. */
function mustHaveDevices(accounts: readonly TokenOf[], devices: Set<string>): void {
  for (const [index, { phone }] of accounts.entries()) {
    if (!devices.delete(phone))
      throw new SnapshotError(`.accounts[${index}].phone`, 'has no device, or is there twice', phone);
  }
  for (const phone of devices)
    throw new SnapshotError('.accounts', `lack ${phone}, which has a device`, phone);
}
