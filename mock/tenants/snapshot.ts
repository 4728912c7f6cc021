import { createFaults, type SavedFaults } from '../faults/faults.ts';
import { loadWorld, type SavedWorld, SnapshotError, saveWorld } from '../world/index.ts';
import type { Tenant } from './tenant.ts';
import type { TokenOf } from './tokens.ts';

/** What of a tenant is saved, by its name in a snapshot. */
interface Parts {
  world: SavedWorld;
  faults: SavedFaults;
}

/** A tenant as JSON; the schema `Snapshot` of the control plane describes it. */
export interface Snapshot extends Parts {
  format: 'wuts-mock world';
  version: 1;
  accounts: TokenOf[];
}

interface Part<Name extends keyof Parts> {
  save(tenant: Tenant): Parts[Name];
  load(saved: Parts[Name], snapshot: Snapshot, machine: () => number): Tenant[Name];
}

const PARTS: { readonly [Name in keyof Parts]: Part<Name> } = {
  world: {
    save: ({ world }) => saveWorld(world),
    load: (saved, _, machine) => loadWorld(saved, machine),
  },
  faults: {
    save: ({ faults }) => faults.save(),
    load: (saved, { world }) => createFaults(world.ids.seed, saved),
  },
};

/** A tenant as it is now, its pending future included. */
export function saveTenant(tenant: Tenant): Snapshot {
  const accounts = Array.from(tenant.tokens, ([phone, token]) => ({ phone, token }));
  const parts = Object.entries(PARTS).map(([name, { save }]) => [name, save(tenant)]);
  return { format: 'wuts-mock world', version: 1, accounts, ...(Object.fromEntries(parts) as Parts) };
}

/** What was saved, ready to be put into a tenant. Throws a `SnapshotError` or a `RulingError`. */
export function loadParts(snapshot: Snapshot, machine: () => number): Pick<Tenant, keyof Parts> {
  mustHaveDevices(snapshot);
  mustBeNumbered(snapshot.faults);
  return {
    world: PARTS.world.load(snapshot.world, snapshot, machine),
    faults: PARTS.faults.load(snapshot.faults, snapshot, machine),
  };
}

/** A token stands for a device. */
function mustHaveDevices({ accounts, world: { devices } }: Snapshot): void {
  const linked = new Set(devices.map(({ phone }) => phone));
  const wrong = accounts.flatMap(({ phone }, index) =>
    linked.delete(phone)
      ? []
      : [{ field: `accounts[${index}].phone`, message: 'has no device, or is there twice', value: phone }],
  );
  for (const phone of linked)
    wrong.push({ field: 'accounts', message: `lacks ${phone}, which has a device`, value: phone });
  if (wrong.length > 0) throw new SnapshotError(wrong);
}

/** Each fault has a number of its own, and the next one has none of theirs. */
function mustBeNumbered({ made, faults }: SavedFaults): void {
  const ids = new Set<string>();
  const wrong = faults.flatMap(({ id }, index) => {
    const isFree = !ids.has(id) && Number(/\d+$/.exec(id)) <= made;
    ids.add(id);
    if (isFree) return [];
    return [
      { field: `faults.faults[${index}].id`, message: 'is there twice, or above faults.made', value: id },
    ];
  });
  if (wrong.length > 0) throw new SnapshotError(wrong);
}
