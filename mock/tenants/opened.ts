import type { Tenant } from './tenant.ts';

/** How many worlds open by themselves, and for how long. */
export interface OpenOptions {
  /** The most at a time; the one that was not used for longest goes first. 1000 unless given. */
  readonly worlds?: number | undefined;
  /** A world ends when it was not used for so many milliseconds; an hour unless given. */
  readonly idle?: number | undefined;
}

/** The worlds that opened by themselves, the one that was not used for longest first. */
export interface Opened {
  /** Notes that a world was used now. */
  touch(tenant: Tenant): void;
  forget(tenant: Tenant): void;
  /** Those that are too many once there is one more. */
  surplus(): Tenant[];
  /** All of them, the one that was not used for longest first. */
  list(): Iterable<Tenant>;
}

/** How long an opened world outlives its last use, in milliseconds. */
export const OPEN_IDLE = 3_600_000;

/** No worlds as yet, and never more than `most`. */
export function createOpened(most = 1000): Opened {
  const tenants = new Set<Tenant>();
  return {
    touch(tenant) {
      tenants.delete(tenant);
      tenants.add(tenant);
    },
    forget: (tenant) => void tenants.delete(tenant),
    list: () => tenants,
    surplus: () => [...tenants].slice(0, Math.max(0, tenants.size + 1 - most)),
  };
}
