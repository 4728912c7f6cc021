import type { Happening, Pattern, Step, Template, Witnessed } from './case.ts';

/** Things that happen before the call of a step; they return data. */

/** A step, after something has happened. */
export function after(step: Step, ...meanwhile: NonNullable<Step['meanwhile']>): Step {
  return { ...step, meanwhile };
}

/** A step, after so many seconds have gone by. */
export function later(advance: number, step: Step): Step {
  return after(step, { advance });
}

/** Somebody does something on the phone, about `{{group}}` unless told otherwise. */
export function acts(who: Template, what: string, more: Readonly<Record<string, Template>> = {}): Happening {
  return { act: who, do: what, group: '{{group}}', ...more };
}

/** So many hours go by, and seconds more or fewer. */
export function hoursLater(hours: number, seconds = 0): Happening {
  return { advance: hours * 3600 + seconds };
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
export function isRefusedTo(what: Happening, status: number): Witnessed {
  return { what, expect: { status, body: { success: false } } };
}

/** What somebody does comes to this. */
export function comesTo(what: Happening, body: Pattern): Witnessed {
  return { what, expect: { status: 200, body } };
}

/** At this path of the world there is this to be seen. */
export function shows(look: string, body: Pattern): Witnessed {
  return { what: { look }, expect: { status: 200, body } };
}
