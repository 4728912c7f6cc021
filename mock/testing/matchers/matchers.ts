import type { ControlSchema } from '../../../spec/index.ts';
import { mustKnow, refuse } from '../kit/error.ts';
import type { MockWorld } from '../kit/world.ts';
import { deedsTo, tellDeeds } from './deeds.ts';
import { findNamed, findNamedGroup, tellGroups } from './named.ts';

/** What a matcher found. */
interface Found {
  pass: boolean;
  message(): string;
}

/** Which promotions are meant: by whom, in which group, and how many there must be (at least one unless given). */
export interface Promotions {
  by?: string;
  group?: string;
  times?: number;
}

/**
 * Assertions about a world in the words of the domain. Groups are named by JID, people by phone number, user JID or LID.
 * What can be nobody and what never was a group is refused, with `not` too.
 */
export interface WorldMatchers<R = unknown> {
  /** Somebody is in a group, whatever their rank. */
  toHaveMember(group: string, phone: string): R;
  /** Somebody is an admin of a group, its creator included. */
  toHaveAdmin(group: string, phone: string): R;
  /** Somebody was promoted through the API. */
  toHavePromoted(phone: string, which?: Promotions): R;
  /** Every scripted fault struck as often as it was meant to. */
  toHaveNoUnansweredFaults(): R;
  /** The code under test did nothing that the contract does not promise to work. */
  toConformToContract(): R;
}

/** The matchers, for `expect.extend`. */
export const worldMatchers = {
  toHaveMember(world: MockWorld, jid: string, id: string): Found {
    const found = lookInto(world, jid, id);
    const { phone } = found;
    return {
      pass: found.member !== undefined,
      message: () =>
        found.member === undefined
          ? `${phone} is not in ${found.where}. ${found.near()}`
          : `${phone} is in ${found.where}, as ${found.member.role}.`,
    };
  },

  toHaveAdmin(world: MockWorld, jid: string, id: string): Found {
    const found = lookInto(world, jid, id);
    const { member, phone } = found;
    return {
      pass: member !== undefined && member.role !== 'member',
      message: () =>
        member === undefined
          ? `${phone} is no admin of ${found.where}, and not even in it. ${found.near()}`
          : `${phone} is ${member.role} of ${found.where}. ${found.near()}`,
    };
  },

  toHavePromoted(world: MockWorld, id: string, which: Promotions = {}): Found {
    mustKnow('toHavePromoted', which, ['by', 'group', 'times']);
    const { group, times } = which;
    // A property without a value is a slip too: it would count the promotions of anybody, anywhere.
    const by = 'by' in which ? findNamed(world, which.by).phone : undefined;
    if ('group' in which) findNamedGroup(world, which.group as string);
    if ('times' in which && !(Number.isInteger(times) && Number(times) >= 0))
      refuse('times must be a whole number from 0', times);
    const person = findNamed(world, id);
    const { phone } = person;
    const deeds = deedsTo(world, person);
    const done = deeds.filter(
      (deed) =>
        deed.action === 'promote' &&
        deed.failure === undefined &&
        deed.by !== null &&
        (by === undefined || deed.by === by) &&
        (group === undefined || deed.group === group),
    );
    const promotions = new Set(done.map(({ call }) => call)).size;
    const wanted = `${times === undefined ? 'at least once' : `${times} times`}${by === undefined ? '' : ` by ${by}`}${group === undefined ? '' : ` in ${group}`}`;
    return {
      pass: times === undefined ? promotions > 0 : promotions === times,
      message: () =>
        `${phone} was to be promoted ${wanted}, and was so ${promotions} times. ${tellDeeds(phone, deeds)}`,
    };
  },

  toHaveNoUnansweredFaults(world: MockWorld): Found {
    const unfired = world.faults.unfired();
    return {
      pass: unfired.length === 0,
      message: () =>
        unfired.length === 0
          ? 'Every fault struck.'
          : `These faults did not strike as often as they were meant to:\n${unfired.map(tellFault).join('\n')}\nThe code under test made other calls than the test thought: ${tellCalls(world)}.`,
    };
  },

  toConformToContract(world: MockWorld): Found {
    const mistakes = world.consumer.report();
    return {
      pass: mistakes.length === 0,
      message: () =>
        mistakes.length === 0
          ? 'The code under test kept to the contract.'
          : `The code under test leans on what the contract does not promise:\n${mistakes.map(({ kind, says }) => `  ${kind}: ${says}`).join('\n')}`,
    };
  },
};

interface Look {
  /** Whose place is looked for, as `Named` has it. */
  phone: string;
  member: ControlSchema<'Member'> | undefined;
  /** The group, for a sentence. */
  where: string;
  /** What comes closest to what was expected. */
  near(): string;
}

function lookInto(world: MockWorld, jid: string, id: string): Look {
  const group = findNamedGroup(world, jid);
  const person = findNamed(world, id);
  const { phone } = person;
  if (group === undefined) {
    const where = `the group ${jid}, which has ended`;
    return { phone, member: undefined, where, near: () => tellGroups(world) };
  }
  const member = group.members.find((one) => one.phone === phone);
  const inside = group.members.map((one) => `${one.phone} (${one.role})`).join(', ');
  const waits = group.join_requests.includes(phone) ? ` ${phone} asked to join and waits for approval.` : '';
  const near = () => `${tellDeeds(phone, deedsTo(world, person))}${waits} In it: ${inside}.`;
  return { phone, member, where: `"${group.name}" (${jid})`, near };
}

function tellFault({ id, operation = 'all', fired, left }: ControlSchema<'Fault'>): string {
  return `  ${id} for ${operation}: struck ${fired} times, ${left ?? 'more'} to go`;
}

function tellCalls(world: MockWorld): string {
  const calls = world.journal.calls().map(({ operation, method, path }) => operation ?? `${method} ${path}`);
  return calls.length === 0 ? 'none' : calls.slice(-10).join(', ');
}
