import type { Case } from './case.ts';
import { groups } from './cases/groups.ts';

/** Every promise, theme by theme. */
export const suite: readonly Case[] = [...groups];
