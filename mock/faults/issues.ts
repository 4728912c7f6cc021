import { type ControlSchema, type Issue, toShown } from '../../spec/index.ts';
import { phoneOf, type World } from '../world/index.ts';

/** Many clients read 16 KiB of headers, and some of them are not of the fault. */
const LONGEST_HEADERS = 8192;

/** Why a fault that fits its schema cannot strike: nobody in the world has the LID of a row, or its headers are too long together. */
export function issuesOfFault(world: World, { rows = [], headers = {} }: ControlSchema<'NewFault'>): Issue[] {
  const issues = rows.flatMap(({ participant }, index) =>
    phoneOf(world, participant) === undefined
      ? [issue(`rows[${index}].participant`, 'is a LID that nobody here has', participant)]
      : [],
  );
  const length = Object.entries(headers).reduce((sum, [name, value]) => sum + name.length + value.length, 0);
  if (length <= LONGEST_HEADERS) return issues;
  const message = `must have at most ${LONGEST_HEADERS} characters together, because clients read no more`;
  return [...issues, issue('headers', message, `${length} characters`)];
}

function issue(field: string, message: string, value: unknown): Issue {
  return { field, message, value: toShown(value) };
}
