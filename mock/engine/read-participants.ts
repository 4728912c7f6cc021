import { type Phone, phoneOf, type World } from '../world/index.ts';
import { headerOf, type RawCall } from './call.ts';
import { readBody } from './read-body.ts';

const NOBODY: ReadonlySet<Phone> = new Set();

/** The participants that the body of a request names, whether it is otherwise valid or not. */
export function readParticipants(world: World, call: RawCall): ReadonlySet<Phone> {
  const named = participantsIn(call);
  if (!Array.isArray(named)) return NOBODY;
  const phones = named.map((id) => (typeof id === 'string' ? phoneOf(world, id) : undefined));
  return new Set(phones.filter((phone) => phone !== undefined));
}

function participantsIn(call: RawCall): unknown {
  try {
    const body = readBody(call, headerOf(call, 'content-type'));
    return typeof body === 'object' && body !== null && 'participants' in body
      ? body.participants
      : undefined;
  } catch {
    // What is wrong with it says whoever reads it next.
    return undefined;
  }
}
