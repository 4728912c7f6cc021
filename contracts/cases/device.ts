import type { Case, Expectation, Step } from '../case.ts';
import { apart, connect, disconnect } from '../disconnected.ts';
import { assumed, documented, inferred, time } from '../known.ts';
import { isAsBefore, letIn, makeGroup, reads, remember, update } from '../stage.ts';

const status = documented('Status');
const seen = (data: NonNullable<Expectation['body']>): Step => ({
  call: 'getStatus',
  expect: { status: 200, body: { success: true, data } },
});

/** The device of an account, its state, and connecting and disconnecting it. */
export const device: readonly Case[] = [
  {
    id: 'device/status',
    promise: 'The status of a connected device names its JID and its phone number, and that it is logged in.',
    ...status,
    steps: [
      seen({
        connected: true,
        is_logged_in: true,
        jid: '{{first.jid}}',
        phone_number: { $matches: '[0-9]{10,15}' },
        device_id: { $matches: '.' },
        status: { $matches: '.' },
      }),
    ],
  },
  {
    id: 'device/status-values',
    promise: 'The status of a connected device is "connected", and its phone number is the bare one.',
    ...assumed,
    steps: [seen({ status: 'connected', phone_number: '{{first.phone}}' })],
  },
  {
    id: 'device/id-is-a-uuid',
    promise: 'The id of a device is a UUID.',
    ...assumed,
    steps: [seen({ device_id: { $matches: '^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$' } })],
  },
  {
    id: 'device/last-seen',
    promise: 'The status tells when the device was last seen, in RFC 3339 and UTC.',
    ...status,
    steps: [seen({ last_seen: time })],
  },
  {
    id: 'device/id-stays',
    promise: 'A device has the same id in every status.',
    ...status,
    steps: [{ call: 'getStatus', capture: { id: 'data.device_id' } }, seen({ device_id: '{{id}}' })],
  },
  {
    id: 'device/status-of-each',
    promise: 'Each account sees the status of its own device.',
    ...status,
    needs: ['second-account'],
    steps: [
      { ...seen({ jid: '{{second.jid}}', phone_number: { $matches: '{{second.phone}}' } }), as: 'second' },
      seen({ jid: '{{first.jid}}', phone_number: { $matches: '{{first.phone}}' } }),
    ],
  },
  {
    id: 'device/connect-when-connected',
    promise: 'Connecting a connected device is a success: it names the device and needs no QR code.',
    ...documented('Connect'),
    steps: [
      { call: 'getStatus', capture: { id: 'data.device_id' } },
      {
        call: 'connectDevice',
        expect: {
          status: 200,
          body: { success: true, data: { device_id: '{{id}}', needs_qr: false, status: { $matches: '.' } } },
        },
      },
    ],
  },
  {
    id: 'device/connect-says-connected',
    promise: 'Connecting answers the status "connected".',
    ...assumed,
    steps: [{ call: 'connectDevice', expect: { status: 200, body: { data: { status: 'connected' } } } }],
  },
  apart('disconnect', 'Disconnecting answers a message and the id of the device.', documented('Disconnect'), [
    { call: 'getStatus', capture: { id: 'data.device_id' } },
    {
      call: 'disconnectDevice',
      expect: {
        status: 200,
        body: { success: true, data: { message: { $matches: '.' }, device_id: '{{id}}' } },
      },
    },
  ]),
  apart(
    'disconnected-status',
    'A disconnected device is not connected but logged in still, and its status is 200.',
    documented('Disconnect'),
    [disconnect, seen({ connected: false, is_logged_in: true, jid: '{{first.jid}}' })],
  ),
  apart('disconnected-says-so', 'The status of a disconnected device is "disconnected".', assumed, [
    disconnect,
    seen({ status: 'disconnected' }),
  ]),
  apart('disconnect-twice', 'Disconnecting a disconnected device is a success.', assumed, [
    disconnect,
    { call: 'disconnectDevice', expect: { status: 200, body: { success: true } } },
    seen({ connected: false }),
  ]),
  apart(
    'connect-again',
    'Connecting after disconnecting needs no QR code: the credentials are kept.',
    documented('Disconnect'),
    [
      disconnect,
      { call: 'connectDevice', expect: { status: 200, body: { success: true, data: { needs_qr: false } } } },
      seen({ connected: true, is_logged_in: true }),
    ],
  ),
  apart(
    'same-device-again',
    'After disconnecting and connecting it is the same device.',
    documented('Disconnect'),
    [
      { call: 'getStatus', capture: { id: 'data.device_id' } },
      disconnect,
      { call: 'connectDevice', expect: { status: 200, body: { data: { device_id: '{{id}}' } } } },
    ],
  ),
  apart(
    'groups-stay',
    'After disconnecting and connecting the groups are as they were.',
    documented('Disconnect'),
    [makeGroup(), remember(), disconnect, connect, isAsBefore()],
  ),
  {
    ...apart(
      'others-stay-connected',
      'Disconnecting one device leaves that of another account connected.',
      documented('Disconnect'),
      [
        makeGroup(),
        ...letIn(),
        disconnect,
        reads({ jid: '{{group}}' }, { as: 'second' }),
        { ...seen({ connected: true }), as: 'second' },
      ],
    ),
    needs: ['disconnecting', 'second-account'],
  },
  {
    ...apart(
      'catches-up',
      'What others changed meanwhile is there after connecting.',
      inferred('docs: Disconnect'),
      [
        makeGroup(),
        ...letIn(),
        disconnect,
        update({ topic: '{{topic}}' }, 'second'),
        connect,
        reads({ topic: '{{topic}}', members_count: 2 }),
      ],
    ),
    needs: ['disconnecting', 'second-account'],
  },
];
