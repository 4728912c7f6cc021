import type { Case, Expectation } from '../case.ts';
import { apart, connect, disconnect } from '../disconnected.ts';
import { assumed, documented, inferred, refused } from '../known.ts';
import { sessionSamples } from '../samples.ts';
import { isAsBefore, makeGroup, remember, update } from '../stage.ts';

/** The code is documented, the status is one of these. */
const notReady: Expectation = {
  status: [503, 409, 400, 412],
  body: { success: false, error_code: 'DEVICE_NOT_READY' },
};

/** What the operations answer while the device is disconnected. */
export const deviceNotReady: readonly Case[] = [
  apart(
    'message',
    'The error of a disconnected device says: WhatsApp session is not connected.',
    documented('Errors'),
    [
      disconnect,
      { call: 'listGroups', expect: { ...notReady, body: { error: 'WhatsApp session is not connected' } } },
    ],
  ),
  ...sessionSamples.flatMap(({ slug, doing, isAssumed, stage, step }): Case[] => [
    apart(
      `${slug}-not-ready`,
      `${doing} while the device is disconnected answers DEVICE_NOT_READY.`,
      isAssumed ? assumed : documented('Errors'),
      [...stage, disconnect, { ...step, expect: notReady }],
    ),
    apart(`${slug}-not-ready-status`, `${doing} while the device is disconnected answers 503.`, assumed, [
      ...stage,
      disconnect,
      { ...step, expect: { ...notReady, status: 503 } },
    ]),
  ]),
  apart(
    'refused-changes-nothing',
    'What a disconnected device was refused is not done later.',
    documented('Errors'),
    [
      makeGroup(),
      remember(),
      disconnect,
      { ...update({ name: '{{other-name}}' }), expect: notReady },
      connect,
      isAsBefore(),
    ],
  ),
  apart('token-before-device', 'A token of nobody answers 401 whatever the state of the device.', assumed, [
    disconnect,
    { call: 'listGroups', as: 'nobody', expect: refused(401) },
  ]),
  apart(
    'body-before-device',
    'A body that does not fit answers 400 also while the device is disconnected.',
    assumed,
    [
      disconnect,
      { call: 'createGroup', body: {}, expect: { status: 400, body: { error_code: 'VALIDATION_ERROR' } } },
    ],
  ),
  apart(
    'path-before-device',
    'A path without a JID answers 400 also while the device is disconnected.',
    assumed,
    [
      disconnect,
      {
        call: 'getGroup',
        path: { jid: 'nothing' },
        expect: { status: 400, body: { error_code: 'VALIDATION_ERROR' } },
      },
    ],
  ),
  apart('device-before-group', 'A disconnected device does not tell that a group is unknown.', assumed, [
    disconnect,
    { call: 'getGroup', path: { jid: '{{unknown-group}}' }, expect: { ...notReady, status: 503 } },
  ]),
  apart(
    'supporting-works',
    'The names of events are listed while the device is disconnected too.',
    inferred('docs: Errors'),
    [disconnect, { call: 'listWebhookEvents', expect: { status: 200, body: { success: true } } }],
  ),
];
