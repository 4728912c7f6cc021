import type { ControlSchema } from '../../../spec/index.ts';
import { MockError, refuse } from '../kit/error.ts';
import type { MockWorld } from '../kit/world.ts';

/** Somebody that a matcher is told. */
export interface Named {
  /** Their number; of a stranger, what they were called. */
  readonly phone: string;
  /** Undefined for a stranger. */
  readonly lid: string | undefined;
}

/** Whom a matcher is told. Throws for what can be nobody: with `not`, it would pass whatever happened. */
export function findNamed(world: MockWorld, id: unknown): Named {
  if (typeof id !== 'string')
    refuse('phone must be a phone number of 10 to 15 digits, a user JID or a LID', id);
  return world.people({ phone: id })[0] ?? { phone: id, lid: undefined };
}

/** The group that a matcher is told; undefined for one that has ended. Throws for what never was one, as above. */
export function findNamedGroup(world: MockWorld, jid: string): ControlSchema<'WholeGroup'> | undefined {
  const group = world.group(jid);
  if (group !== undefined || world.events({ group: jid, limit: 1 }).length > 0) return group;
  throw new MockError('no-such-group', `There is no group ${jid}, and there was none. ${tellGroups(world)}`);
}

/** The groups that there are, in a sentence. */
export function tellGroups(world: MockWorld): string {
  const groups = world.groups().map(({ jid, name }) => `"${name}" (${jid})`);
  return groups.length === 0 ? 'The world has no group.' : `The world has ${groups.join(', ')}.`;
}
