import type { Case } from '../language/case.ts';
import { suite } from '../suite.ts';
import type { RunOptions } from '../target/target.ts';

/** The cases whose id matches what is asked for. `*` in a pattern stands for anything; a theme stands for all its cases. */
export function chooseCases({ only = [], skip: unwanted = [] }: RunOptions): readonly Case[] {
  const matches = (patterns: readonly string[], { id }: Case) =>
    patterns.some((pattern) => toRegExp(pattern).test(id));
  return suite.filter((one) => (only.length === 0 || matches(only, one)) && !matches(unwanted, one));
}

function toRegExp(pattern: string): RegExp {
  const literal = pattern.split('*').map((part) => part.replace(/[\\^$.|?+()[\]{}]/g, '\\$&'));
  return new RegExp(`^${literal.join('.*')}(/.*)?$`);
}
