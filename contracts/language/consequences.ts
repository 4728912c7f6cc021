import type { Case } from './case.ts';

/** What comes of a promise that is not kept, where that weighs more than how the promise is known. */
export const CONSEQUENCES = {
  isolation: 'whoever takes no part in a group sees it, changes it or is told of it',
  roles: 'somebody does to a group what only others may',
} as const;

/** One of them. */
export type Consequence = keyof typeof CONSEQUENCES;

/** A line of the table. */
interface Line {
  /** Which cases, by their ids. */
  readonly cases: RegExp;
  readonly comesOf: Consequence;
  /** Only those of these cases in which something is refused with this status. */
  readonly refusing?: 403;
}

/**
 * The cases that fail a run whatever their provenance when a call is carried out that was to be refused, or what is to
 * be hidden is seen: users rely on that most. A refusal with another status is none of it.
 */
const TABLE: readonly Line[] = [
  { cases: /^auth\/outside-/, comesOf: 'isolation' },
  { cases: /^roles\/.*-outsider$/, comesOf: 'isolation', refusing: 403 },
  { cases: /^communities\/((add|remove|link|unlink)-)?outsider$/, comesOf: 'isolation' },
  { cases: /^leaving\/(afterwards|removed)$/, comesOf: 'isolation' },
  { cases: /^join-approval\/no-member-yet$/, comesOf: 'isolation' },
  { cases: /^events\/of-other-groups$/, comesOf: 'isolation' },
  { cases: /^roles\//, comesOf: 'roles', refusing: 403 },
  { cases: /^settings\/(forbidden-changes-nothing|all-or-nothing-forbidden)$/, comesOf: 'roles' },
  { cases: /^linking\/(admin-of-the|outside-the|unlink-as)-/, comesOf: 'roles' },
];

/** What comes of it when a case is not kept by something being carried out or seen; undefined for most. */
export function consequenceOf({ id, steps }: Pick<Case, 'id' | 'steps'>): Consequence | undefined {
  const refuses = (status: number) =>
    steps.some(({ expect }) => [expect?.status].flat().includes(status as never));
  return TABLE.find(({ cases, refusing }) => cases.test(id) && (refusing === undefined || refuses(refusing)))
    ?.comesOf;
}

/** The ids that the table is about, for those who want to see that there are such cases. */
export const SEVERE: readonly RegExp[] = TABLE.map(({ cases }) => cases);
