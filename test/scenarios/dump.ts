import type { World } from '../../mock/world/index.ts';

/** These change without anything having happened: people are met whenever they are asked about, and a refused change counts as a revision. */
const LEFT_OUT: ReadonlySet<string> = new Set([
  ...['clock', 'ids', 'rulings', 'people', 'lids', 'happenings'],
  ...['revision', 'peopleRevision'],
]);

/** All that a world knows, as text: groups, members, settings, requests, invites, devices, and how much has happened. */
export function dump(world: World): string {
  const state = Object.entries(world).filter(([name]) => !LEFT_OUT.has(name) && name !== 'groups');
  // A world that was saved and loaded counts the changes of its groups anew.
  const groups = Array.from(world.groups.values(), ({ revision: _, ...group }) => group);
  const accounts = [...world.devices.keys()].map((phone) => world.people.get(phone));
  return JSON.stringify([state, groups, accounts], toPlain);
}

function toPlain(_key: string, value: unknown): unknown {
  return value instanceof Map || value instanceof Set ? [...value] : value;
}
