import { createFaults } from '../faults/faults.ts';
import { createJournal } from '../journal/journal.ts';
import { loadWorld, type SavedWorld, SnapshotError, saveWorld } from '../world/index.ts';
import type { Tenant } from './tenant.ts';
import type { TokenOf } from './tokens.ts';

/** What of a tenant is saved, by its name in a snapshot. */
interface Parts {
  world: SavedWorld;
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
};

/** A tenant as it is now, its pending future included. */
export function saveTenant(tenant: Tenant): Snapshot {
  const accounts = Array.from(tenant.tokens, ([phone, token]) => ({ phone, token }));
  const parts = Object.entries(PARTS).map(([name, { save }]) => [name, save(tenant)]);
  return { format: 'wuts-mock world', version: 1, accounts, ...(Object.fromEntries(parts) as Parts) };
}

/** What was saved, ready to be put into a tenant. Throws a `SnapshotError` or a `RulingError`. */
export function loadParts(
  snapshot: Snapshot,
  machine: () => number,
): Pick<Tenant, 'world' | 'faults' | 'journal'> {
  mustHaveDevices(snapshot);
  return {
    world: PARTS.world.load(snapshot.world, snapshot, machine),
    faults: createFaults(snapshot.world.ids.seed),
    journal: createJournal(),
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
