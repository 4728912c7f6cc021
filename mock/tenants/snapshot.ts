import { createHash } from 'node:crypto';
import { createFaults } from '../faults/faults.ts';
import { readFaults } from '../faults/saved.ts';
import { at, inOrder, loadWorld, SnapshotError, saveWorld, toWorldText } from '../world/index.ts';
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

/** A piece of text ends with the entry that makes it so long, in characters: about half a millisecond of work. */
const PIECE = 16_384;

/** A tenant as it is now, its pending future included. */
export function saveTenant(tenant: Tenant): Snapshot {
  const accounts = accountsOf(tenant);
  const [world, faults] = [saveWorld(tenant.world), sort(tenant.faults.save())];
  // Both are in order already.
  const seal = hash(JSON.stringify([world, faults]));
  return { format: 'wuts-mock world', version: VERSION, seal, accounts, world, faults };
}

/** The same as JSON in pieces, as it is at this moment, see `toWorldText`. Its world is then no longer to be watched. */
export function toTenantText(tenant: Tenant): Generator<string, void> {
  const accounts = accountsOf(tenant);
  const { faults } = tenant;
  let saved = {};
  const world = toWorldText(tenant.world, () => {
    saved = sort(faults.save());
  });
  return write(world, () => saved, { format: 'wuts-mock world', version: VERSION, accounts });
}

function* write(world: Iterable<string>, faults: () => object, head: object): Generator<string, void> {
  yield `${JSON.stringify(head).slice(0, -1)},"world":`;
  const seal = createHash('sha256').update('[');
  for (const piece of inPieces(world)) {
    seal.update(piece);
    yield piece;
  }
  const rest = JSON.stringify(faults());
  yield `,"faults":${rest},"seal":"${seal.update(`,${rest}]`).digest('hex')}"}`;
}

function* inPieces(texts: Iterable<string>): Generator<string, void> {
  let piece = '';
  for (const text of texts) {
    piece += text;
    if (piece.length < PIECE) continue;
    yield piece;
    piece = '';
  }
  yield piece;
}

function accountsOf({ tokens }: Tenant): TokenOf[] {
  return Array.from(tokens, ([phone, token]) => ({ phone, token }));
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
