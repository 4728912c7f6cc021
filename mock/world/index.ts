export { schedule, settle } from './agenda.ts';
export { apply, type ScriptedRow, type ScriptedRows, touch, watch } from './apply/apply.ts';
export { meet, meetByNumber } from './apply/meet.ts';
export { type Clock, createClock, isMoment, SEEDED_NOW } from './clock.ts';
export type { Row } from './decision.ts';
export { askRules, dryRun, rehearse } from './dry-run.ts';
export { createIds, createRandom, MOST_SEED } from './ids.ts';
export { linkedGroupsLimit, membersLimit, nameLimit } from './limits.ts';
export {
  type DeliveryMishap,
  dueDelivery,
  enqueue,
  giveUp,
  noteAttempt,
  takeNews,
} from './outbox.ts';
export { NO_ROWS, type Outcome, perform, performOnPhone } from './perform.ts';
export { allowed, ExpectedError, Refusal } from './refusals.ts';
export type { RefusalOfAct } from './rules/acts.ts';
export { invite } from './rules/admission.ts';
export { connect, disconnect, linkDevice, setDeviceState, whyNotReady } from './rules/devices.ts';
export { changePerson } from './rules/people.ts';
export { findCommunity, findGroup, findGroupTo, findInviteCode, listGroups } from './rules/reading.ts';
export { changeGroup, startOfImage } from './rules/settings.ts';
export { renewWebhook } from './rules/webhooks.ts';
export { createRulings, RulingError } from './rulings.ts';
export { SnapshotError } from './snapshot/error.ts';
export { at, type Form, inOrder, list, object, record, text } from './snapshot/form.ts';
export { count, moment, phone, seed } from './snapshot/values.ts';
export { loadWorld, saveWorld } from './snapshot/world.ts';
export { toWorldText } from './snapshot/world-text.ts';
export type { Act, Founding } from './state/act.ts';
export type { Delivery } from './state/delivery.ts';
export type { Device, Webhook } from './state/device.ts';
export { type DomainEvent, EVENT_NAMES, eventName, type Happening, type News } from './state/domain-event.ts';
export {
  type AddressingMode,
  type Group,
  isAdmin,
  type NewSettings,
  parentOf,
  type Settings,
} from './state/group.ts';
export type { GroupJid, LinkCode, Phone } from './state/id.ts';
export { type Person, type Traits, toUserJid } from './state/person.ts';
export { aliasesOf, groupOf, metBy, personOf, phoneOf, roomIn } from './state/reading.ts';
export { createWorld, type World } from './state/world.ts';
