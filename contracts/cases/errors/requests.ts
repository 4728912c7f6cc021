import type { OperationId } from '../../../spec/index.ts';
import { group } from '../../language/cast.ts';
import { assumed, invalid, promises, refused, restsOn } from '../../language/promises.ts';
import { aboutNothing, bodySamples, SAMPLES, type Sample } from '../../language/samples.ts';
import { BODY_LIMIT, bodyCases } from '../../language/spoil.ts';
import { makeGroup, update } from '../../language/stage.ts';
import { undocumented } from '../../language/templates.ts';
import { answers } from '../../language/views.ts';

const page = restsOn('schema Error');

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
export const errorsRequests = [
  ...bodySamples.filter(({ step }) => step.call !== 'setWebhook').flatMap((one) => bodyCases('errors', one)),
  ...promises('errors', restsOn('operation updateGroup'), {
    'update-nothing': ['An update of nothing answers 400.', makeGroup(), { ...update({}), expect: invalid }],
    'join-nothing': [
      restsOn('operation joinGroup'),
      'Joining without a link and without a private invite answers 400.',
      { call: 'joinGroup', body: {}, expect: invalid },
    ],
    'large-enough': [
      assumed,
      'A body of exactly 8 MiB is read: it answers 400 for what does not fit, and 201 where only spaces fill it.',
      { ...SAMPLES.createGroup.step, alter: { bytes: BODY_LIMIT }, expect: invalid },
      { ...SAMPLES.createGroup.step, alter: { padded: BODY_LIMIT }, expect: { status: 201 } },
    ],
  }),
  ...type('charset', 'application/json; charset=utf-8', 200),
  ...type('capitals', 'Application/JSON', 200),
  ...type('suffix', 'application/merge-patch+json', 200),
  ...type('other-charset', 'application/json; charset=utf-16', 415),
  ...type('other-suffix', 'application/xml', 415),
  ...type('form', 'application/x-www-form-urlencoded', 415),
  ...type('near-miss', 'application/jsonp', 415),
  ...type('other-start', 'x-application/merge+json', 415),
  ...type('other-end', 'application/merge+json5', 415),
  ...promises('errors', assumed, {
    'unknown-properties': [
      'A property that nobody knows is ignored in an update.',
      makeGroup(),
      answers(update(undocumented({ topic: '{{topic}}', colour: 'blue' })), {
        group: undocumented({ topic: '{{topic}}', colour: { $absent: true } }),
      }),
    ],
    'only-unknown-properties': [
      page,
      'An update with unknown properties only is an update of nothing, which answers 400.',
      makeGroup(),
      { ...update(undocumented({ colour: 'blue' })), expect: invalid },
    ],
    'body-where-none-is-taken': [
      'A body is ignored where the operation takes none.',
      makeGroup(),
      answers(
        {
          call: 'resetGroupInviteLink',
          path: group,
          alter: { text: 'no JSON at all', contentType: 'text/plain' },
        },
        { group_jid: '{{group}}' },
      ),
    ],
    'unknown-path': [
      'A path that does not exist answers 404.',
      { call: 'getStatus', alter: { suffix: '/nothing' }, expect: refused(404) },
      {
        call: 'getGroup',
        path: { jid: '{{unknown-group}}' },
        alter: { suffix: '/nothing' },
        expect: refused(404),
      },
    ],
    'unknown-path-of-nobody': [
      'A path that does not exist answers 404 without a token too.',
      { call: 'getStatus', as: 'nobody', alter: { suffix: '/nothing' }, expect: refused(404) },
    ],
  }),
  ...PATHS.flatMap(({ call, takes, other }) => {
    const { slug, step }: Sample = SAMPLES[call];
    const { body: _, ...bare } = aboutNothing(step);
    const allow = {
      $all: [...takes.map((one) => ({ $matches: `\\b${one}\\b` })), { $not: { $matches: other } }],
    };
    return promises('errors', assumed, {
      [`${slug}-other-method`]: [
        `${other} on the path of ${call} answers 405, and Allow names what it takes: ${takes.join(', ')}.`,
        { ...bare, alter: { method: other }, expect: { ...refused(405), headers: { allow } } },
      ],
    });
  }),
];

function type(slug: string, contentType: string, status: 200 | 415) {
  const isTaken = status === 200;
  return promises('errors', assumed, {
    [`type-${slug}`]: [
      `A body with the Content-Type ${contentType} is ${isTaken ? 'read as JSON' : 'refused with 415'}.`,
      makeGroup(),
      {
        ...update({ topic: '{{topic}}' }),
        alter: { contentType },
        expect: isTaken ? { status: 200, body: { group: { topic: '{{topic}}' } } } : refused(415),
      },
    ],
  });
}
