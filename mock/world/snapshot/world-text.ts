import { watch } from '../apply/apply.ts';
import type { Group } from '../state/group.ts';
import type { World } from '../state/world.ts';
import { group } from './groups.ts';
import { happening } from './happenings.ts';
import { person } from './people.ts';
import { saveWithoutLists } from './world.ts';

/**
 * The world as JSON, in pieces, as `saveWorld` has it at this moment, also when it changes before the last piece is taken:
 * its parts are noted before its first change, and a group is saved before the first change of that group. `onNote` is
 * called when the parts are noted. A world has one such text at a time; the caller stops watching the world afterwards.
 */
export function toWorldText(world: World, onNote: () => void): Generator<string, void> {
  const early = new Map<Group, unknown>();
  let noted: ReturnType<typeof noteParts> | undefined;
  const note = () => {
    if (noted !== undefined) return noted;
    noted = noteParts(world, early);
    onNote();
    return noted;
  };
  watch(world, {
    beforeChange: note,
    beforeGroup(one) {
      if (!early.has(one)) early.set(one, group.save(one));
    },
  });
  return textOf(note);
}

/** What is written in place is saved at once, and of the rest it is noted which entries there are. */
function noteParts(world: World, early: ReadonlyMap<Group, unknown>) {
  const rest = saveWithoutLists(world);
  const codes = [...world.inviteCodes.keys()];
  const long: Record<string, Iterable<unknown>> = {
    devices: rest.devices,
    people: saved([...world.people.values()], person.save),
    groups: saved([...world.groups.values()], (one) => early.get(one) ?? group.save(one)),
    inviteCodes: saved(codes, (code) => ({ code, group: world.inviteCodes.get(code) })),
    happenings: saved([...world.happenings], happening.save),
  };
  return Object.entries<unknown>(rest).map(([name, value]) => ({ name, value, entries: long[name] }));
}

function* saved<T>(values: readonly T[], save: (value: T) => unknown) {
  for (const value of values) yield save(value);
}

function* textOf(note: () => ReturnType<typeof noteParts>): Generator<string, void> {
  let before = '{';
  for (const { name, value, entries } of note()) {
    yield `${before}${JSON.stringify(name)}:`;
    before = ',';
    if (entries === undefined) yield JSON.stringify(value);
    else yield* listOf(entries);
  }
  yield '}';
}

function* listOf(entries: Iterable<unknown>): Generator<string, void> {
  let before = '[';
  for (const entry of entries) {
    yield before + JSON.stringify(entry);
    before = ',';
  }
  yield before === '[' ? '[]' : ']';
}
