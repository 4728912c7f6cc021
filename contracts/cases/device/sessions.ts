import type { StepOf } from '../../language/case.ts';
import { deviceIs, shows, standsStill } from '../../language/happenings.ts';
import { assumed, inferred, promises } from '../../language/promises.ts';
import { connect } from '../../language/stage.ts';
import { answers } from '../../language/views.ts';

const NOON = '2030-01-01T12:00:00Z';
type Meanwhile = NonNullable<StepOf<'getStatus'>['meanwhile']>;

const connecting = inferred('docs: Connect');

/** The status says that the device was last seen then. */
function wasSeen(last_seen: string, ...meanwhile: Meanwhile): StepOf<'getStatus'> {
  return { call: 'getStatus', meanwhile, expect: { status: 200, body: { data: { last_seen } } } };
}

/** What it takes to connect a device again, and when it was last seen. */
export const deviceSessions = promises('device', assumed, {
  'logged-out-needs-qr': [
    connecting,
    'Connecting a device that was logged out takes a QR code.',
    answers(
      { call: 'connectDevice', meanwhile: [deviceIs('logged_out')] },
      { success: true, data: { needs_qr: true } },
    ),
    { call: 'getStatus', expect: { status: 200, body: { data: { connected: false, is_logged_in: false } } } },
  ],
  'banned-stays-banned': [
    'Connecting a device that is banned does not help, nor does a QR code.',
    answers(
      { call: 'connectDevice', meanwhile: [deviceIs('banned')] },
      { data: { needs_qr: false, status: 'banned' } },
    ),
    { call: 'getStatus', expect: { status: 200, body: { data: { connected: false, status: 'banned' } } } },
  ],
  'disconnect-when-logged-out': [
    'Disconnecting a device that was logged out leaves it logged out.',
    { call: 'disconnectDevice', meanwhile: [deviceIs('logged_out')], expect: { status: 200 } },
    answers({ call: 'getStatus' }, { data: { is_logged_in: false, status: 'logged_out' } }),
    connect,
  ],
  'last-seen-moves': [
    'A device was last seen when its session last began or ended.',
    wasSeen(NOON, standsStill(NOON), deviceIs('disconnected')),
    wasSeen(NOON, { advance: 3600 }, deviceIs('logged_out')),
    wasSeen('2030-01-01T14:00:00Z', { advance: 3600 }, deviceIs('connected')),
    wasSeen('2030-01-01T15:00:00Z', { advance: 3600 }, deviceIs('banned')),
  ],
  'same-state-is-no-news': [
    'A state that a device is in already is no news.',
    {
      call: 'connectDevice',
      meanwhile: [
        deviceIs('disconnected'),
        deviceIs('disconnected'),
        deviceIs('connected'),
        deviceIs('connected'),
      ],
      expect: { status: 200 },
    },
    answers(
      {
        call: 'getStatus',
        meanwhile: [
          shows('/events?phone={{first.phone}}', {
            events: [
              { kind: 'device', details: { state: 'disconnected' }, told: ['{{first.phone}}'] },
              { kind: 'device', details: { state: 'connected' }, told: ['{{first.phone}}'] },
            ],
          }),
        ],
      },
      { data: { connected: true } },
    ),
  ],
});
