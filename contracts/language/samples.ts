import type { OperationId } from '../../spec/index.ts';
import { CHILD_GROUP } from './arguments.ts';
import type { BodyOf, Step, StepInGroup, StepOf } from './case.ts';
import { community, group } from './cast.ts';
import { link, makeCommunity } from './communities.ts';
import { makeGroup } from './stage.ts';

/** A well-formed call of an operation, from which cases about all operations are made. */
export interface Sample<Call = Step> {
  /** The operation, as ids of cases write it. */
  readonly slug: string;
  /** What the call does, to start a sentence with. */
  readonly doing: string;
  /** What has to be done before. */
  readonly stage: readonly Step[];
  readonly step: Call;
}

const me = { participants: ['{{first.jid}}'] };
const ofCommunity: Pick<StepOf<'linkGroup'>, 'path' | 'body'> = {
  path: community,
  body: { [CHILD_GROUP]: '{{group}}' },
};

/** A grey JPEG of 192 by 192 pixels, in base64. */
export const JPEG = [
  '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAP//////////////////////////////////////////////////////////////////',
  '////////////////////wAALCADAAMABAREA/8QAFAABAAAAAAAAAAAAAAAAAAAAAP/EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAI',
  'AQEAAD8AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA',
  'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA',
  '/9k=',
].join('');

/** A webhook that receives nothing. */
export const WEBHOOK: BodyOf<'setWebhook'> = {
  webhook_url: 'https://example.com/wuts-contract',
  enabled_events: ['group.info'],
  enabled: false,
};

/** A sample for each operation; it does not compile while one is missing. */
export const SAMPLES: { readonly [Id in OperationId]: Sample<StepOf<Id>> } = {
  listGroups: sample('Listing the groups', { call: 'listGroups' }),
  createGroup: sample('Creating a group', { call: 'createGroup', body: { name: '{{name}}', ...me } }),
  getGroup: inGroup('Reading a group', { call: 'getGroup', path: group }),
  updateGroup: inGroup('Updating a group', {
    call: 'updateGroup',
    path: group,
    body: { topic: '{{topic}}' },
  }),
  addGroupParticipants: inGroup('Adding participants to a group', {
    call: 'addGroupParticipants',
    path: group,
    body: me,
  }),
  removeGroupParticipants: inGroup('Removing participants from a group', {
    call: 'removeGroupParticipants',
    path: group,
    body: me,
  }),
  getGroupInviteLink: inGroup('Reading an invite link', { call: 'getGroupInviteLink', path: group }),
  resetGroupInviteLink: inGroup('Resetting an invite link', { call: 'resetGroupInviteLink', path: group }),
  joinGroup: sample('Joining a group', {
    call: 'joinGroup',
    body: { link: 'https://chat.whatsapp.com/{{unknown-code}}' },
  }),
  leaveGroup: inGroup('Leaving a group', { call: 'leaveGroup', path: group }),
  setGroupEphemeral: inGroup('Setting a timer', {
    call: 'setGroupEphemeral',
    path: group,
    body: { duration_seconds: 604800 },
  }),
  setGroupPicture: inGroup('Setting a picture', {
    call: 'setGroupPicture',
    path: group,
    body: { image_base64: JPEG },
  }),
  createCommunity: sample('Creating a community', {
    call: 'createCommunity',
    body: { name: '{{other-name}}', ...me },
  }),
  addCommunityParticipants: inCommunity('Adding participants to a community', {
    call: 'addCommunityParticipants',
    path: community,
    body: me,
  }),
  removeCommunityParticipants: inCommunity('Removing participants from a community', {
    call: 'removeCommunityParticipants',
    path: community,
    body: me,
  }),
  linkGroup: withBoth([makeGroup(), makeCommunity()], 'Linking a group', {
    call: 'linkGroup',
    ...ofCommunity,
  }),
  unlinkGroup: withBoth([makeGroup(), makeCommunity(), link()], 'Unlinking a group', {
    call: 'unlinkGroup',
    ...ofCommunity,
  }),
  getStatus: sample('Reading the status', { call: 'getStatus' }),
  connectDevice: sample('Connecting the device', { call: 'connectDevice' }),
  disconnectDevice: sample('Disconnecting the device', { call: 'disconnectDevice' }),
  getWebhook: sample('Reading the webhook', { call: 'getWebhook' }),
  setWebhook: sample('Setting the webhook', { call: 'setWebhook', body: WEBHOOK }),
  listWebhookEvents: sample('Listing the events', { call: 'listWebhookEvents' }),
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
export const pathSamples = samples.filter(
  (sample): sample is Sample<StepInGroup> => sample.step.path !== undefined,
);

/** The same call about a group that does not exist, so that no stage is needed. */
export function aboutNothing<Call extends Step>(step: Call): Call {
  return JSON.parse(JSON.stringify(step).replaceAll(/\{\{(group|community)\}\}/g, '{{unknown-group}}'));
}

function sample<Id extends OperationId>(doing: string, step: StepOf<Id>): Sample<StepOf<Id>> {
  const slug = step.call.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  return { slug, doing, stage: [], step };
}

function inGroup<Id extends OperationId>(doing: string, step: StepOf<Id>): Sample<StepOf<Id>> {
  return { ...sample(doing, step), stage: [makeGroup()] };
}

function inCommunity<Id extends OperationId>(doing: string, step: StepOf<Id>): Sample<StepOf<Id>> {
  return { ...sample(doing, step), stage: [makeCommunity()] };
}

function withBoth<Id extends OperationId>(
  stage: readonly Step[],
  doing: string,
  step: StepOf<Id>,
): Sample<StepOf<Id>> {
  return { ...sample(doing, step), stage };
}
