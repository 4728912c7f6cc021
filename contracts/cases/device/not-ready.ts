import { assumed, inferred, notReady, promises, refused, restsOn } from '../../language/promises.ts';
import { sessionSamples } from '../../language/samples.ts';
import { apart, connect, connected, disconnect, makeGroup, update } from '../../language/stage.ts';
import { undocumented } from '../../language/templates.ts';
import { isAsBefore, remember } from '../../language/views.ts';

const known = { ...restsOn('code DEVICE_NOT_READY'), ...apart };

/** What the operations answer while the device is disconnected. */
export const deviceNotReady = [
  ...promises('device', known, {
    message: [
      'The error of a disconnected device says: WhatsApp session is not connected.',
      disconnect,
      { call: 'listGroups', expect: { ...notReady, body: { error: 'WhatsApp session is not connected' } } },
    ],
  }),
  ...sessionSamples.flatMap(({ slug, doing, stage, step }) =>
    promises(
      'device',
      { ...restsOn('code DEVICE_NOT_READY', `operation ${step.call}`), ...apart },
      {
        [`${slug}-not-ready`]: [
          `${doing} while the device is disconnected answers DEVICE_NOT_READY.`,
          ...stage,
          disconnect,
          { ...step, expect: notReady },
        ],
        [`${slug}-not-ready-status`]: [
          restsOn('ruling device-not-ready'),
          `${doing} while the device is disconnected answers 503.`,
          ...stage,
          disconnect,
          { ...step, expect: { ...notReady, status: 503 } },
        ],
      },
    ),
  ),
  ...promises('device', restsOn('code DEVICE_NOT_READY'), {
    'refused-changes-nothing': [
      'What a disconnected device was refused is not done later.',
      makeGroup(),
      remember(),
      disconnect,
      { ...update({ name: '{{other-name}}' }), expect: notReady },
      connect,
      connected,
      isAsBefore(),
    ],
  }),
  ...promises(
    'device',
    { ...assumed, ...apart },
    {
      'token-before-device': [
        'A token of nobody answers 401 whatever the state of the device.',
        disconnect,
        { call: 'listGroups', as: 'nobody', expect: refused(401) },
      ],
      'body-before-device': [
        restsOn('ruling request-or-device'),
        'A body that does not fit answers 400 also while the device is disconnected.',
        disconnect,
        {
          call: 'createGroup',
          body: undocumented({}),
          expect: { status: 400, body: { error_code: 'VALIDATION_ERROR' } },
        },
      ],
      'path-before-device': [
        restsOn('ruling request-or-device'),
        'A path without a JID answers 400 also while the device is disconnected.',
        disconnect,
        {
          call: 'getGroup',
          path: { jid: 'nothing' },
          expect: { status: 400, body: { error_code: 'VALIDATION_ERROR' } },
        },
      ],
      'device-before-group': [
        restsOn('ruling device-not-ready'),
        'A disconnected device does not tell that a group is unknown.',
        disconnect,
        { call: 'getGroup', path: { jid: '{{unknown-group}}' }, expect: { ...notReady, status: 503 } },
      ],
      'supporting-works': [
        inferred('docs: Errors'),
        'The names of events are listed while the device is disconnected too.',
        disconnect,
        { call: 'listWebhookEvents', expect: { status: 200, body: { success: true } } },
      ],
    },
  ),
];
