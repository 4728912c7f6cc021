import type { Schema } from '../../spec/index.ts';
import {
  type Device,
  type DomainEvent,
  eventName,
  type News,
  type Phone,
  personOf,
  type Settings,
  toUserJid,
  type World,
} from '../world/index.ts';
import { toGroupWithParticipants } from './group.ts';
import { toInviteLink } from './invite.ts';
import { toPersonJid } from './jid.ts';
import { toTimestamp } from './timestamp.ts';

/** What a webhook is sent, but for the signature. */
export type EventBody = Schema<'GroupInfoEvent'> | Schema<'GroupJoinedEvent'> | Schema<'DeviceEvent'>;

/** What an account is told of a happening; undefined when WUTS has no word for it, such as for a new picture. */
export function toEvent(world: World, device: Device, news: News, id: string): EventBody | undefined {
  const { happening } = news;
  const data = toData(world, device, news);
  if (data === undefined) return undefined;
  const event = eventName(happening, device.phone);
  // Seconds since 1970, and never fewer than none: a world may be older than that.
  const timestamp = Math.max(0, Math.floor(happening.at / 1000));
  // The seam between the names of events and the shapes of their data: the payload is checked before it leaves.
  return { id, event, timestamp, device_id: device.id, user_id: device.phone, data } as EventBody;
}

function toData(world: World, device: Device, news: News): object | undefined {
  const { happening, found } = news;
  const { change, group, actor, at } = happening;
  if (change.kind === 'device') {
    const { phone } = device;
    return { jid: toUserJid(phone), phone_number: phone, status: change.state };
  }
  const sender = actor === undefined ? null : toPersonJid(personOf(world, actor), news);
  if (found !== undefined && eventName(happening, device.phone) === 'group.joined') {
    const reason = change.kind === 'joined' ? change.reason : '';
    const type = change.kind === 'created' ? 'new' : '';
    return { group: toGroupWithParticipants(world, found, device.phone), reason, type, sender };
  }
  const said = toInfo(world, news);
  if (Object.keys(said).length === 0) return undefined;
  return { jid: group, sender, timestamp: toTimestamp(at), ...said };
}

type Info = Partial<Schema<'GroupInfo'>>;

function toInfo(world: World, news: News): Info {
  const { change } = news.happening;
  const jids = (people: readonly Phone[]) => people.map((phone) => toPersonJid(personOf(world, phone), news));
  switch (change.kind) {
    case 'joined':
      return { join: jids(change.people), join_reason: change.reason };
    case 'left':
      return { leave: jids(change.people) };
    case 'promoted':
      return { promote: jids(change.people) };
    case 'demoted':
      return { demote: jids(change.people) };
    case 'changed':
      return toSettings(change.settings);
    case 'link-reset':
      return { new_invite_link: toInviteLink(change.code) };
    case 'linked':
      return { link: { type: change.type, jid: change.jid } };
    case 'unlinked':
      return { unlink: { type: change.type, jid: change.jid } };
    case 'renumbered':
      return toNumberChange(world, news, change);
    case 'ended':
      return { delete: { reason: '' } };
    // Whoever is in a group that was just created is told by group.joined.
    default:
      return {};
  }
}

/** Who is called by their LID is called as before. */
function toNumberChange(
  world: World,
  news: News,
  { people, from }: Extract<DomainEvent, { kind: 'renumbered' }>,
): Info {
  if (world.rulings['number-change'] === 'untold' || news.addressing === 'lid') return {};
  const join = people.map((phone) => toPersonJid(personOf(world, phone), news));
  return { leave: [toUserJid(from)], join, join_reason: '' };
}

/** whatsmeow's `events.GroupInfo` has no field for the picture and for who may add members. */
const SETTINGS: Partial<Record<string, keyof Info>> = {
  name: 'name',
  topic: 'topic',
  announcement: 'announce',
  locked: 'locked',
  joinApproval: 'join_approval',
  ephemeralSeconds: 'ephemeral_seconds',
} satisfies Partial<Record<keyof Settings, keyof Info>>;

function toSettings(settings: Partial<Settings>): Info {
  return Object.fromEntries(
    Object.entries(settings).flatMap(([name, value]) => {
      const word = SETTINGS[name];
      return word === undefined ? [] : [[word, value]];
    }),
  );
}
