import type { OperationId } from '../../../spec/index.ts';
import type { Step } from '../../language/case.ts';
import { bodySamples } from '../../language/samples.ts';
import { BODY_LIMIT } from '../../language/spoil.ts';
import { undocumented } from '../../language/templates.ts';
import { type Question, REFUSED, statusOf } from '../question.ts';

/** What is answered to requests that are wrong as a whole. Reading alone shows most of it. */
export const aboutRequests: readonly Question[] = [
  {
    id: 'unauthorized',
    asks: 'Which code has the answer to a token that nobody has?',
    steps: [{ call: 'getStatus', as: 'stranger' }],
    also: ['code UNAUTHORIZED', 'field UnauthorizedError.error_code'],
  },
  {
    id: 'unknown-path',
    asks: 'Which code has the answer about a path that does not exist?',
    steps: [{ call: 'getStatus', alter: { suffix: '/nothing' } }],
    also: ['code NOT_FOUND', 'field NotFoundError.error_code', 'schema ErrorCode'],
  },
  {
    id: 'other-method',
    asks: 'Which code has the answer to a method that a path does not have?',
    steps: [{ call: 'connectDevice', alter: { method: 'GET' } }],
    also: ['code METHOD_NOT_ALLOWED'],
  },
  {
    id: 'device-status',
    asks: 'How are the state, the id, the JID and the number of a device written?',
    recorded: 'this call',
    steps: [{ call: 'getStatus' }],
    answers: (
      [
        ['schema DeviceState', { status: { $matches: '^(connected|disconnected|logged_out|banned)$' } }],
        ['schema DeviceId', { device_id: { $matches: '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' } }],
        ['schema DeviceJid', { jid: { $matches: '^[0-9]{10,15}(:[0-9]{1,5})?@s\\.whatsapp\\.net$' } }],
        ['schema DevicePhone', { phone_number: { $matches: '^[0-9]{10,15}$' } }],
      ] as const
    ).flatMap(([fact, data]) => [
      { when: { status: 200, body: { data } }, means: { [fact]: 'yes' } },
      { when: { status: 200, body: { data: { $not: data } } }, means: { [fact]: 'no' } },
    ]),
  },
  {
    id: 'webhook-unset',
    asks: 'What is answered when no webhook is set?',
    steps: [{ call: 'getWebhook', as: 'second' }],
    answers: [
      { when: { status: 200 }, means: { 'status getWebhook 200': '{{answer.status}}' } },
      {
        when: { status: REFUSED, body: { success: false } },
        means: { 'status getWebhook 404': '{{answer.status}}' },
      },
    ],
  },
  {
    id: 'webhook-events',
    asks: 'Are the names of events listed, and how are they written?',
    recorded: 'this call',
    steps: [{ call: 'listWebhookEvents' }],
    answers: [
      statusOf('status listWebhookEvents 200'),
      ...(['yes', 'no'] as const).map((answer) => {
        const names = { events: { $each: { $matches: '^[a-z][a-z0-9_]*(\\.[a-z0-9_]+)*$' } } };
        const body = answer === 'yes' ? names : { events: { $type: 'array', $not: names.events } };
        return { when: { status: 200, body }, means: { 'schema EventName': answer } } as const;
      }),
    ],
  },
];

/** A request of each operation with a body that is well-formed, and of which as little comes as can be. */
const HARMLESS: { readonly [Id in OperationId]?: Partial<Step> } = {
  createGroup: {
    body: undocumented({
      name: '{{fourth-name}}',
      participants: ['{{first.jid}}'],
      options: { parent_jid: '{{unknown-group}}' },
    }),
  },
  joinGroup: { as: 'second' },
  removeGroupParticipants: { path: { jid: '{{unknown-group}}' } },
  addCommunityParticipants: { path: { jid: '{{unknown-group}}' } },
  removeCommunityParticipants: { path: { jid: '{{unknown-group}}' } },
  linkGroup: { path: { jid: '{{unknown-group}}' } },
  unlinkGroup: { path: { jid: '{{unknown-group}}' } },
} as const;

/** By what such a request is refused whose body is read after all. */
function refusalOf(call: OperationId): Pick<Question, 'unlike'> {
  if (call === 'joinGroup') return { unlike: 'refusal no-such-invite' };
  return JSON.stringify(HARMLESS[call] ?? '').includes('unknown-group')
    ? { unlike: 'refusal no-such-group' }
    : {};
}

/** What is answered to a body of another type, and to one that is too large, operation by operation. */
export const aboutBodies: readonly Question[] = bodySamples.flatMap(({ slug, step }) => {
  const call = { ...step, ...HARMLESS[step.call] } as Step;
  return [
    {
      id: `${slug}-media-type`,
      asks: `What does ${step.call} answer to a body that is announced as text?`,
      on: ['group'],
      ...refusalOf(step.call),
      steps: [{ ...call, alter: { contentType: 'text/plain' } }],
      // It may be read whatever its type: it is carried out then.
      answers: [media(step.call, 415), statusOf(`status ${step.call} 415`)],
      also: [
        'code UNSUPPORTED_MEDIA_TYPE',
        'field UnsupportedMediaTypeError.error_code',
        'schema UnsupportedMediaTypeError',
      ],
    },
    {
      id: `${slug}-too-large`,
      asks: `What does ${step.call} answer to a body of more than 8 MiB?`,
      needs: ['large-bodies'],
      on: ['group'],
      ...refusalOf(step.call),
      steps: [{ ...call, alter: { bytes: BODY_LIMIT + 1 } }],
      answers: [media(step.call, 413)],
      also: [
        'code PAYLOAD_TOO_LARGE',
        'field PayloadTooLargeError.error_code',
        'schema PayloadTooLargeError',
      ],
    },
  ] satisfies Question[];
});

function media(call: OperationId, status: number) {
  return {
    when: { status: { $all: [REFUSED, { $not: 404 }] }, body: { success: false } },
    means: { [`status ${call} ${status}`]: '{{answer.status}}' },
  };
}
