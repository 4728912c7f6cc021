import { BlockList, isIP } from 'node:net';
import type { Wire } from '../engine/call.ts';

const LOOPBACK = new BlockList();
LOOPBACK.addSubnet('127.0.0.0', 8, 'ipv4');
LOOPBACK.addAddress('::1', 'ipv6');

/** Whether an IP address in any spelling, `::ffff:127.0.0.1` and `0:0:0:0:0:0:0:1` among them, is one of this machine alone. */
export function isLoopback(address: string): boolean {
  const version = isIP(address);
  return version !== 0 && LOOPBACK.check(address, version === 6 ? 'ipv6' : 'ipv4');
}

/** Whether a `Host` header names this machine: `localhost` or a loopback address, which no DNS can point elsewhere. */
export function isLoopbackHost(host: string): boolean {
  // Whatever else a URL could hold beside a host and a port is none.
  if (!/^[\w.:[\]-]+$/.test(host) || !URL.canParse(`http://${host}`)) return false;
  const name = new URL(`http://${host}`).hostname.replace(/\.$/, '').replace(/^\[(.*)\]$/, '$1');
  return name === 'localhost' || isLoopback(name);
}

/** Whether a request comes from this machine: within the process, over a UNIX socket or from a loopback address. */
export function isFromThisMachine(wire: Wire | undefined): boolean {
  if (wire === undefined) return true;
  const { remoteAddress, server } = wire.socket;
  // A connection that has ended since has no address either, whoever it came from.
  if (remoteAddress === undefined) return typeof server?.address() === 'string';
  return isLoopback(remoteAddress);
}
