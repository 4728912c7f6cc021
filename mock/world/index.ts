export { type Act, perform } from './acts.ts';
export { schedule, settle } from './agenda.ts';
export { type Clock, createClock, isMoment, SEEDED_NOW } from './clock.ts';
export { linkGroup, unlinkGroup } from './communities.ts';
export { createCommunity, createGroup } from './creation.ts';
export {
  connect,
  type Device,
  disconnect,
  linkDevice,
  mustBeReady,
  setDeviceState,
} from './devices.ts';
export { type Change, EVENT_NAMES, eventName, type Happening, type News } from './events.ts';
export type { Group, Settings } from './groups.ts';
export { findGroup, roomIn } from './groups.ts';
export { createIds, createRandom } from './ids.ts';
export { joinByLink, joinByPrivateInvite, readInviteCode, resetInviteCode } from './invites.ts';
export { linkedGroupsLimit, membersLimit, nameLimit } from './limits.ts';
export {
  addParticipants,
  demoteParticipants,
  leaveGroup,
  promoteParticipants,
  type Row,
  removeParticipants,
} from './membership.ts';
export {
  type Delivery,
  type DeliveryMishap,
  dueDelivery,
  enqueue,
  giveUp,
  noteAttempt,
} from './outbox.ts';
export {
  changePerson,
  findPerson,
  type Person,
  type Phone,
  personOf,
  phoneOf,
  type Traits,
  toUserJid,
} from './people.ts';
export { listGroups, readCommunity, readGroup } from './reading.ts';
export { Refusal } from './refusals.ts';
export { createRulings, RulingError } from './rulings.ts';
export { changePicture, changeSettings } from './settings.ts';
export { SnapshotError } from './snapshot/error.ts';
export { at, type Form, inOrder, list, object, record, text } from './snapshot/form.ts';
export { count, moment, phone, seed } from './snapshot/values.ts';
export { loadWorld, saveWorld } from './snapshot/world.ts';
export { setWebhook, type Webhook } from './webhooks.ts';
export { createWorld, NO_ROWS, type World } from './world.ts';
