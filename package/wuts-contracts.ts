#!/usr/bin/env node
import { mustBeRecent } from './node-version.ts';

mustBeRecent('wuts-contracts');
// Only now: an older Node could not even load it.
await import('../contracts/cli.ts');
