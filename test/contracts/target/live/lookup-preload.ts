/** For a process of its own: it finds the live host on loopback. */
import dns from 'node:dns';
import { toLoopback } from './lookup.ts';

dns.lookup = toLoopback(dns.lookup);
