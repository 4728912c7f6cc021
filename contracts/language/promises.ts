import type { Case, Refusal, RefusedStatus, Step } from './case.ts';
import type { Pattern } from './patterns.ts';
import { needsOf, runsAlone } from './shown-needs.ts';
import { successOf } from './views.ts';

export { assumed, documented, inferred } from '../../spec/facts/index.ts';
export { restsOn } from './facts.ts';

/** How a promise is known, to be spread into a case. */
export type Known = Pick<Case, 'provenance' | 'source' | 'facts'>;

/** What is around the steps of a case. */
interface Around extends Pick<Case, 'needs' | 'world' | 'alone'> {
  readonly before?: readonly Step[];
  readonly after?: readonly Step[];
}

/** A sentence and its steps; first what is otherwise than in the group, such as how it is known. */
export type Promised =
  | readonly [sentence: string, ...steps: Step[]]
  | readonly [
      own: Around & (Known | { readonly source?: never; readonly facts?: never }),
      sentence: string,
      ...steps: Step[],
    ];

/**
 * Cases of a theme that are known alike, by their slugs. What they need follows from their steps; `needs` says what no
 * step shows. A last call of which nothing is expected is to succeed.
 */
export function promises(
  theme: string,
  group: Known & Around,
  promised: Readonly<Record<string, Promised>>,
): readonly Case[] {
  return Object.entries(promised).map(([slug, given]) => {
    const [own, promise, ...rest] = hasOwn(given) ? given : ([{}, ...given] as const);
    const { provenance, source, facts } = 'provenance' in own ? own : group;
    const { needs: written = [], world, alone, before = [], after = [] } = { ...group, ...own };
    const steps = toSucceed([...before, ...rest, ...after]);
    const id = `${theme}/${slug}`;
    const needs = needsOf({ id, steps, ...(world && { world }), needs: written });
    return {
      id,
      promise,
      provenance,
      ...(source !== undefined && { source }),
      ...(facts && { facts }),
      ...(needs.length > 0 && { needs }),
      ...(world && { world }),
      ...((alone || runsAlone(needs)) && { alone: true }),
      steps,
    };
  });
}

/** Around cases in whose world unknown things are decided so. */
export function decided(rulings: NonNullable<NonNullable<Case['world']>['rulings']>): Pick<Case, 'world'> {
  return { world: { rulings } };
}

/** The request does not fit: 400 with the code that the documentation shows. */
export const invalid = {
  status: 400,
  body: { success: false, error_code: 'VALIDATION_ERROR' },
} as const satisfies Refusal;

/** Refused, for whatever reason the status tells; a text says so to people. */
export function refused<Status extends RefusedStatus | readonly RefusedStatus[]>(status: Status) {
  return { status, body: { success: false, error: { $matches: '\\S' } } } satisfies Refusal;
}

/** The device is not ready: the code is documented, the status is one of these. */
export const notReady: Refusal = {
  status: [503, 409, 400, 412],
  body: { success: false, error_code: 'DEVICE_NOT_READY' },
};

/** A time of this century in RFC 3339 and UTC. */
export const time: Pattern<string> = { $matches: '^20\\d\\d-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z$' };

function hasOwn(given: Promised): given is Exclude<Promised, readonly [string, ...Step[]]> {
  return typeof given[0] !== 'string';
}

function toSucceed(steps: readonly Step[]): readonly Step[] {
  const last = steps.at(-1);
  if (last === undefined || last.expect !== undefined) return steps;
  return steps.with(-1, { ...last, expect: { status: successOf(last) } } as Step);
}
