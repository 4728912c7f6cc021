import { type Group, parentOf, personOf } from '../../mock/world/index.ts';
import type { Aim } from './aim.ts';
import type { Step } from './steps.ts';
import type { Outcome, Walk } from './walk.ts';

/** What has to be known of the past to judge the present. */
export interface Memory {
  /** The invite link of each group, as it was told at first or by the last reset. */
  readonly links: Map<string, string>;
  /** The codes of links that were reset, or whose group has ended. */
  readonly dead: Set<string>;
  /** Who was kept out of the community when their group was linked, by the JID of each linked group. */
  readonly keptOut: Map<string, Set<string>>;
  /** Groups whose admins demoted themselves, or that everybody left, so that there may be no admin. */
  readonly adminless: Set<string>;
}

/** Nothing has happened yet. */
export function createMemory(): Memory {
  return { links: new Map(), dead: new Set(), keptOut: new Map(), adminless: new Set() };
}

/** Notes a step that was just taken. */
export function remember(memory: Memory, walk: Walk, step: Step, aim: Aim, outcome: Outcome): void {
  const { world } = walk.network;
  forget(memory, walk);
  if (outcome.status < 400) rememberStep(memory, walk, step, aim, outcome);

  for (const group of world.groups.values()) {
    if (!memory.links.has(group.jid))
      memory.links.set(group.jid, `https://chat.whatsapp.com/${group.inviteCode}`);
    if (group.members.size === 0) memory.adminless.add(group.jid);
    if (parentOf(group) !== undefined && !memory.keptOut.has(group.jid))
      memory.keptOut.set(group.jid, new Set());
  }
  const alive = new Set([...world.groups.values()].map(({ inviteCode }) => inviteCode));
  for (const code of world.inviteCodes.keys()) if (!alive.has(code)) memory.dead.add(code);
}

/** An excuse is good until it is no longer needed. */
function forget({ keptOut, adminless }: Memory, { network }: Walk): void {
  for (const [jid, phones] of keptOut) {
    const group = network.world.groups.get(jid);
    if (group === undefined || parentOf(group) === undefined) keptOut.delete(jid);
    for (const phone of phones) if (!group?.members.has(phone)) phones.delete(phone);
  }
  for (const jid of adminless) {
    const roles = [...(network.world.groups.get(jid)?.members.values() ?? [])];
    if (roles.some((role) => role !== 'member')) adminless.delete(jid);
  }
}

function rememberStep(memory: Memory, walk: Walk, step: Step, aim: Aim, { link }: Outcome): void {
  const { groups } = walk.network.world;
  if (step.does === 'reset link' && link !== undefined) memory.links.set(aim.group, link);
  if (step.does === 'demote' && step.whom.includes(step.by) && groups.get(aim.group)?.kind === 'group') {
    memory.adminless.add(aim.group);
  }
  const child = groups.get(aim.child);
  const isNew = child !== undefined && !memory.keptOut.has(child.jid);
  if (step.does === 'link' && isNew && parentOf(child) === aim.group) {
    memory.keptOut.set(child.jid, new Set(forbidding(walk, child, walk.phone(step.by))));
  }
}

/** The members whose privacy keeps somebody from taking them along. */
function forbidding({ network: { world } }: Walk, group: Group, admin: string): string[] {
  return [...group.members.keys()].filter((phone) => {
    const { addableBy, blocked } = personOf(world, phone);
    return phone !== admin && (addableBy !== 'everyone' || blocked.has(admin));
  });
}
