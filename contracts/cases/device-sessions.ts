import type { Case, Happening, Step } from '../case.ts';
import { connect } from '../disconnected.ts';
import { shows, standsStill } from '../happenings.ts';
import { assumed, inferred, type Known } from '../known.ts';

const NOON = '2030-01-01T12:00:00Z';
const connecting = inferred('docs: Connect');

/** The device of the first account is in this state from now on. */
function is(state: 'connected' | 'disconnected' | 'logged_out' | 'banned'): Happening {
  return { device: state, of: '{{first.phone}}' };
}

/** The status says that the device was last seen then. */
function wasSeen(last_seen: string, ...meanwhile: NonNullable<Step['meanwhile']>): Step {
  return { call: 'getStatus', meanwhile, expect: { status: 200, body: { data: { last_seen } } } };
}

/** What it takes to connect a device again, and when it was last seen. */
export const deviceSessions: readonly Case[] = [
  about('logged-out-needs-qr', 'Connecting a device that was logged out takes a QR code.', connecting, [
    {
      call: 'connectDevice',
      meanwhile: [is('logged_out')],
      expect: { status: 200, body: { success: true, data: { needs_qr: true } } },
    },
    {
      call: 'getStatus',
      expect: { status: 200, body: { data: { connected: false, is_logged_in: false } } },
    },
  ]),
  about(
    'banned-stays-banned',
    'Connecting a device that is banned does not help, nor does a QR code.',
    assumed,
    [
      {
        call: 'connectDevice',
        meanwhile: [is('banned')],
        expect: { status: 200, body: { data: { needs_qr: false, status: 'banned' } } },
      },
      { call: 'getStatus', expect: { status: 200, body: { data: { connected: false, status: 'banned' } } } },
    ],
  ),
  {
    ...about(
      'disconnect-when-logged-out',
      'Disconnecting a device that was logged out leaves it logged out.',
      assumed,
      [
        { call: 'disconnectDevice', meanwhile: [is('logged_out')], expect: { status: 200 } },
        {
          call: 'getStatus',
          expect: { status: 200, body: { data: { is_logged_in: false, status: 'logged_out' } } },
        },
        connect,
      ],
    ),
    needs: ['people', 'disconnecting'],
    alone: true,
  },
  {
    ...about('last-seen-moves', 'A device was last seen when its session last began or ended.', assumed, [
      wasSeen(NOON, standsStill(NOON), is('disconnected')),
      wasSeen(NOON, { advance: 3600 }, is('logged_out')),
      wasSeen('2030-01-01T14:00:00Z', { advance: 3600 }, is('connected')),
      wasSeen('2030-01-01T15:00:00Z', { advance: 3600 }, is('banned')),
    ]),
    needs: ['people', 'clock'],
  },
  about('same-state-is-no-news', 'A state that a device is in already is no news.', assumed, [
    {
      call: 'connectDevice',
      meanwhile: [is('disconnected'), is('disconnected'), is('connected'), is('connected')],
      expect: { status: 200 },
    },
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
      expect: { status: 200, body: { data: { connected: true } } },
    },
  ]),
];

function about(slug: string, promise: string, known: Known, steps: readonly Step[]): Case {
  return { id: `device/${slug}`, promise, ...known, needs: ['people'], steps };
}
