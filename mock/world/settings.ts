import type { Action } from '../../spec/facts/index.ts';
import { announcementGroupOf } from './communities.ts';
import { record } from './events.ts';
import type { Group, Settings } from './groups.ts';
import { nameLimit } from './limits.ts';
import type { Phone } from './people.ts';
import { Refusal } from './refusals.ts';
import { mustBeAllowed } from './roles.ts';
import type { World } from './world.ts';

const ACTIONS: Record<keyof Settings, Action> = {
  name: 'set-name',
  topic: 'set-topic',
  announcement: 'set-announcement',
  locked: 'set-locked',
  joinApproval: 'set-join-approval',
  memberAddMode: 'set-member-add-mode',
  ephemeralSeconds: 'set-timer',
  pictureId: 'set-picture',
};

/** What an announcement group takes over from its community. */
const FOLLOWED = ['name', 'topic', 'pictureId'] as const;

/** In base64, the first three bytes of every JPEG. */
const JPEG_START = '/9j/';

/** Changes settings of a group: all of them or, when one is refused, none. */
export function changeSettings(world: World, group: Group, phone: Phone, wanted: Partial<Settings>): void {
  for (const name of Object.keys(wanted)) mustBeAllowed(world, group, phone, ACTIONS[name as keyof Settings]);
  if (wanted.name !== undefined) mustFitName(world, wanted.name);
  apply(world, group, phone, wanted);
  const announcementGroup = announcementGroupOf(world, group);
  if (announcementGroup !== undefined) apply(world, announcementGroup, phone, pick(wanted, FOLLOWED));
  if (wanted.joinApproval === false) group.joinRequests.clear();
}

/** Gives the group a new picture and returns its id. The image is base64; only its kind is looked at. */
export function changePicture(world: World, group: Group, phone: Phone, image: string): string {
  mustBeAllowed(world, group, phone, 'set-picture');
  if (!image.startsWith(JPEG_START))
    throw new Refusal('not-a-jpeg', `It starts with "${image.slice(0, 8)}".`);
  const { counters } = world;
  counters.pictureId = Math.max(Math.floor(world.clock.now() / 1000), counters.pictureId + 1);
  const pictureId = String(counters.pictureId);
  changeSettings(world, group, phone, { pictureId });
  return pictureId;
}

/** Refuses a name that WhatsApp finds too long. The ruling `subject-limit` counts characters. */
export function mustFitName(world: World, name: string): void {
  const limit = nameLimit(world);
  const length = [...name].length;
  if (length > limit)
    throw new Refusal('name-too-long', `It has ${length} characters, the limit is ${limit}.`);
}

function apply(world: World, group: Group, actor: Phone, wanted: Partial<Settings>): void {
  const changed = Object.entries(wanted).filter(
    ([name, value]) => group.settings[name as keyof Settings] !== value,
  );
  if (changed.length === 0) return;
  const settings: Partial<Settings> = Object.fromEntries(changed);
  Object.assign(group.settings, settings);
  record(world, group, actor, { kind: 'changed', settings });
}

function pick(settings: Partial<Settings>, names: readonly (keyof Settings)[]): Partial<Settings> {
  return Object.fromEntries(
    Object.entries(settings).filter(([name]) => names.includes(name as keyof Settings)),
  );
}
