import type dns from 'node:dns';

/** A name that leads to this machine, as that of a live service leads to another: nothing in it says so. */
export const LIVE_HOST = 'live.example';

type Lookup = (host: string, options: { all?: boolean }, told: (...found: unknown[]) => void) => void;

/** `dns.lookup`, which finds the live host on loopback. */
export function toLoopback(lookup: typeof dns.lookup): typeof dns.lookup {
  const original = lookup as unknown as Lookup;
  const found = { address: '127.0.0.1', family: 4 };
  const patched: Lookup = (host, options, told) => {
    if (host !== LIVE_HOST) original(host, options, told);
    else if (options.all) told(null, [found]);
    else told(null, found.address, found.family);
  };
  return patched as typeof dns.lookup;
}
