import type { Happening, Template } from './case.ts';

/** Things that happen before the call of a step; they return data. */

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
