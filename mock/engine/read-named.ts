import type { Named } from '../faults/fault.ts';
import { toLinkCode } from '../wire/invite.ts';
import { type GroupJid, type Phone, phoneOf, type World } from '../world/index.ts';
import { headerOf, type RawCall } from './call.ts';
import type { Found } from './find-operation.ts';
import { readBody } from './read-body.ts';

/** What happens to participants where the body does not say, by method. */
const ACTIONS: Readonly<Record<string, Named['action']>> = { POST: 'add', DELETE: 'remove' };

const PARTICIPANTS = /\/participants$/;

/** The groups and people that a request names in its path and body, whether it is otherwise valid or not. */
export function readNamed(world: World, { operation, parameters }: Found, call: RawCall): Named {
  const body = bodyOf(call);
  const { participants, inviter_jid, action = ACTIONS[operation.method], options } = body;
  const texts = [parameters, body, Object(options)].flatMap((one) => Object.values(one)).filter(isText);
  const people = [participants, inviter_jid].flat().filter(isText);
  return {
    groups: new Set(texts.flatMap((text) => groupOf(world, text) ?? [])),
    people: new Set(people.flatMap((id) => phoneOf(world, id) ?? [])) as ReadonlySet<Phone>,
    ...(PARTICIPANTS.test(operation.path) ? { action: action as Named['action'] } : {}),
  };
}

function bodyOf(call: RawCall): Readonly<Record<string, unknown>> {
  try {
    const body = readBody(call, headerOf(call, 'content-type'));
    return Object(body) as Record<string, unknown>;
  } catch {
    // What is wrong with it says whoever reads it next.
    return {};
  }
}

/** A group by its JID, or by a link or a code that leads to it. */
function groupOf(world: World, text: string): GroupJid | undefined {
  if (text.endsWith('@g.us')) return text;
  return world.inviteCodes.get(toLinkCode(text)) ?? world.privateInvites.get(text)?.group;
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}
