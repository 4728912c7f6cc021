import type { Schema } from '../../../spec/index.ts';
import type { StepOf } from '../../language/case.ts';
import { first, group, second } from '../../language/cast.ts';
import type { Pattern } from '../../language/patterns.ts';
import { assumed, inferred, promises, restsOn, time } from '../../language/promises.ts';
import { apart, connect, connected, disconnect, letIn, makeGroup, update } from '../../language/stage.ts';
import { answers, isAsBefore, reads, remember } from '../../language/views.ts';

const status = restsOn('operation getStatus');
const disconnecting = restsOn('operation disconnectDevice');
const seen = (data: Pattern<Schema<'DeviceStatus'>>): StepOf<'getStatus'> => ({
  call: 'getStatus',
  expect: { status: 200, body: { success: true, data } },
});

/** The device of an account, its state, and connecting and disconnecting it. */
export const device = [
  ...promises('device', status, {
    status: [
      'The status of a connected device names its JID and its phone number, and that it is logged in.',
      seen({
        connected: true,
        is_logged_in: true,
        jid: first,
        phone_number: { $matches: '[0-9]{10,15}' },
        device_id: { $matches: '.' },
        status: { $matches: '.' },
      }),
    ],
    'status-values': [
      assumed,
      'The status of a connected device is "connected", and its phone number is the bare one.',
      seen({ status: 'connected', phone_number: '{{first.phone}}' }),
    ],
    'id-is-a-uuid': [
      assumed,
      'The id of a device is a UUID.',
      seen({ device_id: { $matches: '^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$' } }),
    ],
    'last-seen': [
      'The status tells when the device was last seen, in RFC 3339 and UTC.',
      seen({ last_seen: time }),
    ],
    'id-stays': [
      'A device has the same id in every status.',
      { call: 'getStatus', capture: { id: 'data.device_id' } },
      seen({ device_id: '{{id}}' }),
    ],
    'status-of-each': [
      'Each account sees the status of its own device.',
      { ...seen({ jid: second, phone_number: { $matches: '{{second.phone}}' } }), as: 'second' },
      seen({ jid: first, phone_number: { $matches: '{{first.phone}}' } }),
    ],
    'connect-when-connected': [
      assumed,
      'Connecting a connected device is a success: it names the device and needs no QR code.',
      { call: 'getStatus', capture: { id: 'data.device_id' } },
      answers(
        { call: 'connectDevice' },
        { success: true, data: { device_id: '{{id}}', needs_qr: false, status: { $matches: '.' } } },
      ),
    ],
    'connect-says-connected': [
      assumed,
      'Connecting answers the status "connected".',
      { call: 'connectDevice', expect: { status: 200, body: { data: { status: 'connected' } } } },
    ],
  }),
  ...promises(
    'device',
    { ...disconnecting, ...apart },
    {
      disconnect: [
        'Disconnecting answers a message and the id of the device.',
        { call: 'getStatus', capture: { id: 'data.device_id' } },
        answers(disconnect, { success: true, data: { message: { $matches: '.' }, device_id: '{{id}}' } }),
      ],
      'disconnected-status': [
        'A disconnected device is not connected but logged in still, and its status is 200.',
        disconnect,
        seen({ connected: false, is_logged_in: true, jid: first }),
      ],
      'disconnected-says-so': [
        assumed,
        'The status of a disconnected device is "disconnected".',
        disconnect,
        seen({ status: 'disconnected' }),
      ],
      'disconnect-twice': [
        assumed,
        'Disconnecting a disconnected device is a success.',
        disconnect,
        { call: 'disconnectDevice', expect: { status: 200, body: { success: true } } },
        seen({ connected: false }),
      ],
      'others-stay-connected': [
        'Disconnecting one device leaves that of another account connected.',
        makeGroup(),
        ...letIn(),
        disconnect,
        reads(group, { as: 'second' }),
        { ...seen({ connected: true }), as: 'second' },
      ],
    },
  ),
  ...promises('device', disconnecting, {
    'connect-again': [
      'Connecting after disconnecting needs no QR code: the credentials are kept.',
      disconnect,
      answers({ call: 'connectDevice' }, { success: true, data: { needs_qr: false } }),
      connected,
      seen({ connected: true, is_logged_in: true }),
    ],
    'same-device-again': [
      'After disconnecting and connecting it is the same device.',
      { call: 'getStatus', capture: { id: 'data.device_id' } },
      disconnect,
      { call: 'connectDevice', expect: { status: 200, body: { data: { device_id: '{{id}}' } } } },
    ],
    'groups-stay': [
      'After disconnecting and connecting the groups are as they were.',
      makeGroup(),
      remember(),
      disconnect,
      connect,
      connected,
      isAsBefore(),
    ],
    'catches-up': [
      inferred('docs: Disconnect'),
      'What others changed meanwhile is there after connecting.',
      makeGroup(),
      ...letIn(),
      disconnect,
      update({ topic: '{{topic}}' }, 'second'),
      connect,
      connected,
      reads({ topic: '{{topic}}', members_count: 2 }),
    ],
  }),
];
