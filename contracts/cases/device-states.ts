import type { Case, Happening } from '../case.ts';
import { assumed } from '../known.ts';
import { sessionSamples } from '../samples.ts';
import { lists, makeGroup } from '../stage.ts';

const STATES = {
  disconnected: { doing: 'disconnected', data: { connected: false, is_logged_in: true } },
  logged_out: { doing: 'logged out', data: { connected: false, is_logged_in: false } },
  banned: { doing: 'banned', data: { connected: false } },
} as const;

/** The device of the first account is in this state from now on. */
function is(state: keyof typeof STATES | 'connected'): Happening {
  return { device: state, of: '{{first.phone}}' };
}

const [sample] = sessionSamples;

/** What becomes of calls and of the status when WhatsApp, or its owner, ends the session of a device. */
export const deviceStates: readonly Case[] = (['disconnected', 'logged_out', 'banned'] as const).flatMap(
  (state): Case[] => {
    const { doing, data } = STATES[state];
    const slug = state.replace('_', '-');
    return [
      {
        id: `device/${slug}-by-whatsapp`,
        promise: `A device that was ${doing} from elsewhere answers 503 DEVICE_NOT_READY.`,
        ...assumed,
        needs: ['people'],
        steps: [
          {
            ...(sample?.step ?? { call: 'listGroups' }),
            meanwhile: [is(state)],
            expect: { status: 503, body: { error_code: 'DEVICE_NOT_READY' } },
          },
        ],
      },
      {
        id: `device/${slug}-by-whatsapp-status`,
        promise: `The status of a device that was ${doing} from elsewhere tells so.`,
        ...assumed,
        needs: ['people'],
        steps: [
          {
            call: 'getStatus',
            meanwhile: [is(state)],
            expect: { status: 200, body: { data } },
          },
        ],
      },
      {
        id: `device/${slug}-and-back`,
        promise: `A device that was ${doing} and is connected again still has its groups.`,
        ...assumed,
        needs: ['people'],
        steps: [makeGroup(), { ...lists(), meanwhile: [is(state), is('connected')] }],
      },
    ];
  },
);
