import { type Change, decide } from '../decision.ts';
import { nameLimit } from '../limits.ts';
import { Refusal, refuse } from '../refusals.ts';
import { whyNot } from '../roles.ts';
import type { AddressingMode, Group, Settings } from '../state/group.ts';
import type { GroupJid, Phone } from '../state/id.ts';
import { announcementGroupOf } from '../state/reading.ts';
import type { World } from '../state/world.ts';
import { findGroup, findGroupTo } from './reading.ts';

const ACTIONS = {
  name: 'set-name',
  topic: 'set-topic',
  announcement: 'set-announcement',
  locked: 'set-locked',
  joinApproval: 'set-join-approval',
  memberAddMode: 'set-member-add-mode',
  ephemeralSeconds: 'set-timer',
  pictureId: 'set-picture',
} as const satisfies Record<keyof Settings, string>;

/** What an announcement group takes over from its community. */
const FOLLOWED: readonly string[] = ['name', 'topic', 'pictureId'] satisfies (keyof Settings)[];

/** In base64, the first three bytes of every JPEG. */
const JPEG_START = '/9j/';

/** So many characters of an image in base64 are looked at. */
const LOOKED_AT = 8;

/** What has to be kept of an image in base64: a text so short is one of its own, and keeps no longer one alive. */
export function startOfImage(image: string): string {
  return image.slice(0, LOOKED_AT);
}

/** Changes settings of a group: all of them or, when one is refused, none. */
export function changeSettings(world: World, jid: GroupJid, phone: Phone, wanted: Partial<Settings>) {
  const group = findGroup(world, jid);
  if (group instanceof Refusal) return group;
  for (const name of Object.keys(wanted)) {
    const denial = whyNot(world, group, phone, ACTIONS[name as keyof Settings]);
    if (denial !== undefined) return denial;
  }
  const refusal = wanted.name === undefined ? undefined : whyNotName(world, wanted.name);
  return refusal ?? decide(jid, toChanges(world, group, phone, wanted));
}

/** Makes a group what it is, whatever the rules say, as if WhatsApp had. The announcement group of a community follows it. */
export function changeGroup(
  world: World,
  jid: GroupJid,
  { addressing, ...settings }: { addressing?: AddressingMode | undefined; name?: string | undefined },
): Change[] | Refusal<'not-found'> {
  const group = findGroup(world, jid);
  if (group instanceof Refusal) return group;
  const both = group.kind === 'community' ? [group, announcementGroupOf(world, group)] : [group];
  return [
    ...(addressing === undefined
      ? []
      : both.map((one): Change => ({ kind: 'address', group: one.jid, by: addressing }))),
    ...(settings.name === undefined ? [] : toChanges(world, group, undefined, { name: settings.name })),
  ];
}

/** Gives the group a new picture. The image is base64; only its kind is looked at. */
export function changePicture(world: World, jid: GroupJid, phone: Phone, image: string) {
  const group = findGroupTo(world, jid, phone, 'set-picture');
  if (group instanceof Refusal) return group;
  if (!image.startsWith(JPEG_START)) return refuse('not-a-jpeg', `It starts with "${startOfImage(image)}".`);
  const id = Math.max(Math.floor(world.clock.now() / 1000), world.counters.pictureId + 1);
  const changes = toChanges(world, group, phone, { pictureId: String(id) });
  return decide(jid, [{ kind: 'count-picture', id }, ...changes]);
}

/** Refuses a name that WhatsApp finds too long. The ruling `subject-limit` counts characters. */
export function whyNotName(world: World, name: string) {
  const limit = nameLimit(world);
  const length = [...name].length;
  if (length <= limit) return undefined;
  return refuse('name-too-long', `It has ${length} characters, the limit is ${limit}.`);
}

function toChanges(
  world: World,
  group: Group,
  actor: Phone | undefined,
  wanted: Partial<Settings>,
): Change[] {
  const changes = toChange(group, actor, wanted, () => true);
  if (group.kind !== 'community') return changes;
  const announcementGroup = announcementGroupOf(world, group);
  return [...changes, ...toChange(announcementGroup, actor, wanted, (name) => FOLLOWED.includes(name))];
}

/** What of the wanted settings is another one now. */
function toChange(
  { jid, settings: current }: Group,
  actor: Phone | undefined,
  wanted: Partial<Settings>,
  isMeant: (name: string) => boolean,
): Change[] {
  const changed = Object.entries(wanted).filter(
    ([name, value]) => isMeant(name) && current[name as keyof Settings] !== value,
  );
  if (changed.length === 0) return [];
  return [{ kind: 'set', group: jid, settings: Object.fromEntries(changed), actor }];
}
