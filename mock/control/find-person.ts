import { Problem } from '../problem.ts';
import { phoneOf, type World } from '../world/index.ts';

/** The number of somebody who is called by a number, a JID or a LID. Throws a `Problem` for a LID of nobody. */
export function whoIs(world: World | undefined, id: string): string {
  const phone = world === undefined ? id : phoneOf(world, id);
  if (phone !== undefined) return phone;
  throw new Problem(404, 'no-such-person', `Nobody in this world has the LID ${id}.`);
}
