import type { OperationId } from '../../spec/index.ts';
import type { Case } from '../case.ts';
import { assumed, documented, invalid, refused } from '../known.ts';
import { aboutNothing, bodySamples, SAMPLES } from '../samples.ts';
import { BODY_LIMIT, bodyCases } from '../spoil.ts';
import { makeGroup, update } from '../stage.ts';

const page = documented('Errors');

/** For each path an operation on it, all of its methods, and one that it does not have. */
const PATHS: readonly { call: OperationId; takes: readonly string[]; other: string }[] = [
  { call: 'listGroups', takes: ['GET', 'POST'], other: 'DELETE' },
  { call: 'joinGroup', takes: ['POST'], other: 'PUT' },
  { call: 'getGroup', takes: ['GET', 'PATCH'], other: 'DELETE' },
  { call: 'addGroupParticipants', takes: ['POST', 'DELETE'], other: 'PATCH' },
  { call: 'getGroupInviteLink', takes: ['GET'], other: 'PUT' },
  { call: 'resetGroupInviteLink', takes: ['POST'], other: 'DELETE' },
  { call: 'leaveGroup', takes: ['DELETE'], other: 'PATCH' },
  { call: 'setGroupEphemeral', takes: ['PUT'], other: 'DELETE' },
  { call: 'setGroupPicture', takes: ['POST'], other: 'DELETE' },
  { call: 'createCommunity', takes: ['POST'], other: 'DELETE' },
  { call: 'addCommunityParticipants', takes: ['POST', 'DELETE'], other: 'PATCH' },
  { call: 'linkGroup', takes: ['POST', 'DELETE'], other: 'PATCH' },
  { call: 'getStatus', takes: ['GET'], other: 'DELETE' },
  { call: 'connectDevice', takes: ['POST'], other: 'DELETE' },
  { call: 'disconnectDevice', takes: ['POST'], other: 'DELETE' },
  { call: 'getWebhook', takes: ['GET', 'POST'], other: 'PATCH' },
  { call: 'listWebhookEvents', takes: ['GET'], other: 'DELETE' },
];

/** Requests that are wrong as a whole: their JSON, type, size, method or path. The webhook has its own in `webhooks-fields.ts`. */
export const errorsRequests: readonly Case[] = [
  ...bodySamples.filter(({ step }) => step.call !== 'setWebhook').flatMap((one) => bodyCases('errors', one)),
  {
    id: 'errors/update-nothing',
    promise: 'An update of nothing answers 400.',
    ...documented('Update group'),
    steps: [makeGroup(), { ...update({}), expect: invalid }],
  },
  {
    id: 'errors/join-nothing',
    promise: 'Joining without a link and without a private invite answers 400.',
    ...documented('Join group'),
    steps: [{ call: 'joinGroup', body: {}, expect: invalid }],
  },
  {
    id: 'errors/large-enough',
    promise: 'A body of exactly 8 MiB is read: it answers 400 for what is in it.',
    ...assumed,
    steps: [{ ...SAMPLES.createGroup.step, alter: { bytes: BODY_LIMIT }, expect: invalid }],
  },
  type('charset', 'application/json; charset=utf-8', 200),
  type('capitals', 'Application/JSON', 200),
  type('suffix', 'application/merge-patch+json', 200),
  type('other-charset', 'application/json; charset=utf-16', 415),
  type('other-suffix', 'application/xml', 415),
  type('form', 'application/x-www-form-urlencoded', 415),
  type('near-miss', 'application/jsonp', 415),
  type('other-start', 'x-application/merge+json', 415),
  type('other-end', 'application/merge+json5', 415),
  {
    id: 'errors/unknown-properties',
    promise: 'A property that nobody knows is ignored in an update.',
    ...assumed,
    steps: [
      makeGroup(),
      {
        ...update({ topic: '{{topic}}', colour: 'blue' }),
        expect: { status: 200, body: { group: { topic: '{{topic}}', colour: { $absent: true } } } },
      },
    ],
  },
  {
    id: 'errors/only-unknown-properties',
    promise: 'An update with unknown properties only is an update of nothing, which answers 400.',
    ...page,
    steps: [makeGroup(), { ...update({ colour: 'blue' }), expect: invalid }],
  },
  {
    id: 'errors/body-where-none-is-taken',
    promise: 'A body is ignored where the operation takes none.',
    ...assumed,
    steps: [
      makeGroup(),
      {
        call: 'resetGroupInviteLink',
        path: { jid: '{{group}}' },
        alter: { text: 'no JSON at all', contentType: 'text/plain' },
        expect: { status: 200, body: { group_jid: '{{group}}' } },
      },
    ],
  },
  {
    id: 'errors/unknown-path',
    promise: 'A path that does not exist answers 404.',
    ...assumed,
    steps: [
      { call: 'getStatus', alter: { suffix: '/nothing' }, expect: refused(404) },
      {
        call: 'getGroup',
        path: { jid: '{{unknown-group}}' },
        alter: { suffix: '/nothing' },
        expect: refused(404),
      },
    ],
  },
  {
    id: 'errors/unknown-path-of-nobody',
    promise: 'A path that does not exist answers 404 without a token too.',
    ...assumed,
    steps: [{ call: 'getStatus', as: 'nobody', alter: { suffix: '/nothing' }, expect: refused(404) }],
  },
  ...PATHS.map(({ call, takes, other }): Case => {
    const { slug } = SAMPLES[call];
    const { path } = aboutNothing(SAMPLES[call].step);
    const allow = {
      $all: [...takes.map((one) => ({ $matches: `\\b${one}\\b` })), { $not: { $matches: other } }],
    };
    return {
      id: `errors/${slug}-other-method`,
      promise: `${other} on the path of ${call} answers 405, and Allow names what it takes: ${takes.join(', ')}.`,
      ...assumed,
      steps: [
        {
          call,
          ...(path === undefined ? {} : { path }),
          alter: { method: other },
          expect: { ...refused(405), headers: { allow } },
        },
      ],
    };
  }),
];

function type(slug: string, contentType: string, status: 200 | 415): Case {
  const isTaken = status === 200;
  return {
    id: `errors/type-${slug}`,
    promise: `A body with the Content-Type ${contentType} is ${isTaken ? 'read as JSON' : 'refused with 415'}.`,
    ...assumed,
    steps: [
      makeGroup(),
      {
        ...update({ topic: '{{topic}}' }),
        alter: { contentType },
        expect: isTaken ? { status, body: { group: { topic: '{{topic}}' } } } : refused(status),
      },
    ],
  };
}
