import { createValidator, type Issue, loadControlDocument, toShown } from '../../spec/index.ts';
import { fromTimestamp } from '../wire/timestamp.ts';
import { phoneOf, type World } from '../world/index.ts';
import { type Duration, isLogNormal, percentilesIn } from './chance.ts';
import type { NewFault } from './fault.ts';
import { PRESETS } from './presets.ts';

/** Many clients read 16 KiB of headers, and some of them are not of the fault. */
const LONGEST_HEADERS = 8192;

/**
 * Why a fault that fits its schema cannot strike: it contradicts its preset, whose fields it has by now, nobody in the
 * world has a LID that it names, its headers are too long together, its base64 is cut off, its time is over before it
 * begins, or a higher percentile is shorter.
 */
export function issuesOfFault(world: World, fault: NewFault): Issue[] {
  const contradictions = issuesOfPreset(fault);
  if (contradictions.length > 0) return contradictions;
  const {
    participant,
    rows = [],
    headers = {},
    body_base64 = '',
    delay_ms,
    bytes_over_ms,
    from,
    until,
  } = fault;
  const named = [
    { field: 'participant', id: participant },
    ...rows.map((row, index) => ({ field: `rows[${index}].participant`, id: row.participant })),
  ];
  const length = Object.entries(headers).reduce((sum, [name, value]) => sum + name.length + value.length, 0);
  const isTooLong = `must have at most ${LONGEST_HEADERS} characters together, because clients read no more`;
  return [
    ...named.flatMap(({ field, id }) =>
      id === undefined || phoneOf(world, id) !== undefined
        ? []
        : [issue(field, 'is a LID that nobody here has', id)],
    ),
    ...(length > LONGEST_HEADERS ? [issue('headers', isTooLong, `${length} characters`)] : []),
    ...(Buffer.from(body_base64, 'base64').toString('base64') === body_base64
      ? []
      : [issue('body_base64', 'must be whole base64 with its padding', body_base64)]),
    ...issuesOfDuration('delay_ms', delay_ms),
    ...issuesOfDuration('bytes_over_ms', bytes_over_ms),
    ...issuesOfTime(from, until),
  ];
}

function issuesOfPreset({ preset, ...fault }: NewFault): Issue[] {
  if (preset === undefined) return [];
  const { needs } = PRESETS[preset];
  if (needs !== undefined && !(needs in fault))
    return [issue(needs, `is needed with the preset ${preset}`, null)];
  return createValidator(loadControlDocument()).value('#/components/schemas/NewFault', fault);
}

function issuesOfTime(from: string | undefined, until: string | undefined): Issue[] {
  if (from === undefined || until === undefined) return [];
  const isInOrder = (fromTimestamp(from) ?? 0) < (fromTimestamp(until) ?? 0);
  return isInOrder ? [] : [issue('until', `must be after from, which is ${from}`, until)];
}

function issuesOfDuration(field: string, duration: Duration | undefined): Issue[] {
  if (typeof duration !== 'object' || Array.isArray(duration) || isLogNormal(duration)) return [];
  const values = percentilesIn(duration).map(([, value]) => value);
  const falls = values.some((value, index) => value < (values[index - 1] ?? 0));
  return falls ? [issue(field, 'must not be shorter at a higher percentile', duration)] : [];
}

function issue(field: string, message: string, value: unknown): Issue {
  return { field, message, value: toShown(value) };
}
