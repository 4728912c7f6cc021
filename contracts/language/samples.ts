import type { OperationId } from '../../spec/index.ts';
import type { Step, Template } from './case.ts';
import { community, group } from './cast.ts';
import { CHILD_GROUP, link, makeCommunity } from './communities.ts';
import { makeGroup } from './stage.ts';

/** A well-formed call of an operation, from which cases about all operations are made. */
export interface Sample {
  /** The operation, as ids of cases write it. */
  readonly slug: string;
  /** What the call does, to start a sentence with. */
  readonly doing: string;
  /** Nobody knows the operation's path and names, so all about it is assumed. */
  readonly isAssumed: boolean;
  /** What has to be done before. */
  readonly stage: readonly Step[];
  readonly step: Step;
}

const me = { participants: ['{{first.jid}}'] };

/** A grey JPEG of 192 by 192 pixels, in base64. */
export const JPEG = [
  '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAP//////////////////////////////////////////////////////////////////',
  '////////////////////wAALCADAAMABAREA/8QAFAABAAAAAAAAAAAAAAAAAAAAAP/EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAI',
  'AQEAAD8AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA',
  'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA',
  '/9k=',
].join('');

/** A webhook that receives nothing. */
export const WEBHOOK = {
  webhook_url: 'https://example.com/wuts-contract',
  enabled_events: ['group.info'],
  enabled: false,
};

/** A sample for each operation; it does not compile while one is missing. */
export const SAMPLES: Readonly<Record<OperationId, Sample>> = {
  listGroups: sample('listGroups', 'Listing the groups'),
  createGroup: sample('createGroup', 'Creating a group', { body: { name: '{{name}}', ...me } }),
  getGroup: inGroup('getGroup', 'Reading a group'),
  updateGroup: inGroup('updateGroup', 'Updating a group', { topic: '{{topic}}' }),
  addGroupParticipants: inGroup('addGroupParticipants', 'Adding participants to a group', me),
  removeGroupParticipants: inGroup('removeGroupParticipants', 'Removing participants from a group', me),
  getGroupInviteLink: inGroup('getGroupInviteLink', 'Reading an invite link'),
  resetGroupInviteLink: inGroup('resetGroupInviteLink', 'Resetting an invite link'),
  joinGroup: sample('joinGroup', 'Joining a group', {
    body: { link: 'https://chat.whatsapp.com/{{unknown-code}}' },
  }),
  leaveGroup: inGroup('leaveGroup', 'Leaving a group'),
  setGroupEphemeral: inGroup('setGroupEphemeral', 'Setting a timer', { duration_seconds: 604800 }),
  setGroupPicture: inGroup('setGroupPicture', 'Setting a picture', { image_base64: JPEG }),
  createCommunity: sample('createCommunity', 'Creating a community', {
    body: { name: '{{other-name}}', participants: ['{{first.jid}}'] },
  }),
  addCommunityParticipants: inCommunity('addCommunityParticipants', 'Adding participants to a community', me),
  removeCommunityParticipants: inCommunity(
    'removeCommunityParticipants',
    'Removing participants from a community',
    me,
  ),
  linkGroup: assumedIn([makeGroup(), makeCommunity()], 'linkGroup', 'Linking a group'),
  unlinkGroup: assumedIn([makeGroup(), makeCommunity(), link()], 'unlinkGroup', 'Unlinking a group'),
  getStatus: sample('getStatus', 'Reading the status'),
  connectDevice: sample('connectDevice', 'Connecting the device'),
  disconnectDevice: sample('disconnectDevice', 'Disconnecting the device'),
  getWebhook: sample('getWebhook', 'Reading the webhook'),
  setWebhook: sample('setWebhook', 'Setting the webhook', { body: WEBHOOK }),
  listWebhookEvents: sample('listWebhookEvents', 'Listing the events'),
};

/** All samples. */
export const samples: readonly Sample[] = Object.values(SAMPLES);

/** The operations that need the WhatsApp session of the device. */
export const sessionSamples: readonly Sample[] = samples.filter(
  ({ step }) => !/Status|Device|Webhook/.test(step.call),
);

/** The operations that take a body. */
export const bodySamples: readonly Sample[] = samples.filter(({ step }) => step.body !== undefined);

/** The operations on one group or community. */
export const pathSamples: readonly Sample[] = samples.filter(({ step }) => step.path !== undefined);

/** The same call about a group that does not exist, so that no stage is needed. */
export function aboutNothing(step: Step): Step {
  return JSON.parse(JSON.stringify(step).replaceAll(/\{\{(group|community)\}\}/g, '{{unknown-group}}'));
}

function sample(call: OperationId, doing: string, step: Omit<Step, 'call'> = {}): Sample {
  const slug = call.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  return { slug, doing, isAssumed: false, stage: [], step: { call, ...step } };
}

function inGroup(call: OperationId, doing: string, body?: Template): Sample {
  const step = body === undefined ? { path: group } : { path: group, body };
  return { ...sample(call, doing, step), stage: [makeGroup()] };
}

function inCommunity(call: OperationId, doing: string, body: Template): Sample {
  return { ...sample(call, doing, { path: community, body }), stage: [makeCommunity()] };
}

function assumedIn(stage: readonly Step[], call: OperationId, doing: string): Sample {
  const step = { path: community, body: { [CHILD_GROUP]: '{{group}}' } };
  return { ...sample(call, doing, step), isAssumed: true, stage };
}
