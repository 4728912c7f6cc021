import { watch } from '../apply/apply.ts';
import type { Group } from '../state/group.ts';
import type { World } from '../state/world.ts';
import { group } from './groups.ts';
import { happening } from './happenings.ts';
import { person } from './people.ts';
import { saveWithoutLists } from './world.ts';

/**
 * The world as JSON, entry by entry, as `saveWorld` has it at this moment, however it changes while they are taken: before the
 * first change its parts are noted, and a group before its own. `onNote` is called at that moment. One at a time of a
 * world, which is then no longer to be watched.
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
