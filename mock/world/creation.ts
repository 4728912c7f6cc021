import { mustAllBeAddable } from './admission.ts';
import { attach, findCommunityToHold, tellLinked } from './communities.ts';
import { foundGroup, type Group, newJid, type Settings } from './groups.ts';
import { admitFirst, type Row } from './membership.ts';
import type { Person, Phone } from './people.ts';
import { Refusal } from './refusals.ts';
import { mustFitName } from './settings.ts';
import type { World } from './world.ts';

/** What was made, and a row for each participant other than its creator. */
export interface Created {
  group: Group;
  rows: Row[];
}

/** Creates a group, inside the community `parent` where one is given. Who cannot be added is a failed row. */
export function createGroup(
  world: World,
  creator: Phone,
  settings: Partial<Settings> & { name: string },
  people: readonly Person[],
  parent?: string,
): Created {
  const community = parent === undefined ? undefined : findCommunityToHold(world, parent, creator);
  mustFitName(world, settings.name);
  mustAllBeAddable(world, people);

  const group = foundGroup(world, creator, 'group', settings);
  if (community !== undefined) attach(community, group);
  const rows = admitFirst(world, group, creator, people);
  if (community !== undefined) tellLinked(world, community, group, creator, 'linked');
  return { group, rows };
}

/** Creates a community with its announcement group, into which the participants are put; a `parent` is refused. */
export function createCommunity(
  world: World,
  creator: Phone,
  settings: Partial<Settings> & { name: string },
  people: readonly Person[],
  parent?: string,
): Created {
  if (parent !== undefined) throw new Refusal('community-in-community');
  if (settings.announcement === true)
    throw new Refusal('not-on-community', 'It was asked to be an announcement group.');
  mustFitName(world, settings.name);
  mustAllBeAddable(world, people);

  const jid = newJid(world);
  const announcementJid = newJid(world);
  const group = foundGroup(world, creator, 'community', settings, {
    jid,
    announcementGroup: announcementJid,
  });
  const announcementGroup = foundGroup(
    world,
    creator,
    'announcement',
    { name: settings.name, announcement: true },
    { jid: announcementJid, parent: jid },
  );
  const rows = admitFirst(world, announcementGroup, creator, people);
  return { group, rows };
}
