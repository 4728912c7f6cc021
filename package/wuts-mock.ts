#!/usr/bin/env node
import { mustBeRecent } from './node-version.ts';

mustBeRecent('wuts-mock');
// Only now: an older Node could not even load it.
await import('../mock/cli.ts');
