import type { ControlBody, ControlSchema, OperationId } from '../../spec/index.ts';
import type { Happening, Looks, RefusedStatus, StepOf, Witnessed } from './case.ts';
import type { Pattern } from './patterns.ts';
import type { Filled } from './templates.ts';

/** Things that happen before the call of a step; they return data. */

/** What somebody does on the phone. */
export type Act = ControlBody<'actAsPerson'>;

/** A step, after something has happened. */
export function after<Id extends OperationId>(
  step: StepOf<Id>,
  ...meanwhile: readonly (Happening | Witnessed)[]
): StepOf<Id> {
  return { ...step, meanwhile };
}

/** A step, after so many seconds have gone by. */
export function later<Id extends OperationId>(advance: number, step: StepOf<Id>): StepOf<Id> {
  return after(step, { advance });
}

/** Somebody does something on the phone, about `{{group}}` unless told otherwise. */
export function acts(who: string, what: Act['do'], more: Omit<Filled<Act>, 'do'> = {}): Happening {
  return { act: who, do: what, group: '{{group}}', ...more };
}

/** Somebody creates a group, or a community, with the first account in it. */
export function creates(
  who: string,
  name: string,
  more: Omit<Filled<Act>, 'do'> & { readonly do?: 'create-community' } = {},
): Happening {
  return { act: who, do: 'create-group', name, participants: ['{{first.phone}}'], ...more };
}

/** So many hours go by, and seconds more or fewer. */
export function hoursLater(hours: number, seconds = 0): Happening {
  return { advance: hours * 3600 + seconds };
}

/** The device of the first account is in this state from now on. */
export function deviceIs(state: ControlSchema<'DeviceState'>): Happening {
  return { device: state, of: '{{first.phone}}' };
}

/** The privacy of this person lets nobody add them to groups from now on. */
export function isPrivate(person: string): Happening {
  return { person, is: { addable_by: 'nobody' } };
}

/** The clock stands still, at this moment where one is given. */
export function standsStill(now?: string): Happening {
  return { clock: { frozen: true, ...(now === undefined ? {} : { now }) } };
}

/** What somebody does is refused by the rules, as it is when an account does it. */
export function isRefusedTo(what: Happening, status: RefusedStatus): Witnessed {
  return { what, expect: { status, body: { success: false } } };
}

/** What somebody does comes to this. */
export function comesTo(what: Happening, body: Pattern<ControlSchema<'ActAnswer'>>): Witnessed {
  return { what, expect: { status: 200, body } };
}

/** At this path of the world there is this to be seen. */
export function shows<Look extends keyof Looks>(look: Look, body: Pattern<Looks[Look]>): Witnessed {
  return { what: { look }, expect: { status: 200, body } } as Witnessed;
}

/** These wait to come into `{{group}}`. */
export function waiting(...people: Pattern<ControlSchema<'JoinRequest'>>[]): Witnessed {
  return shows('/join-requests?group={{group}}', { join_requests: people });
}
