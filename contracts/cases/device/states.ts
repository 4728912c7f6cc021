import type { Schema } from '../../../spec/index.ts';
import { after, deviceIs } from '../../language/happenings.ts';
import type { Pattern } from '../../language/patterns.ts';
import { assumed, promises } from '../../language/promises.ts';
import { sessionSamples } from '../../language/samples.ts';
import { makeGroup } from '../../language/stage.ts';
import { lists } from '../../language/views.ts';

const STATES = {
  disconnected: { doing: 'disconnected', data: { connected: false, is_logged_in: true } },
  logged_out: { doing: 'logged out', data: { connected: false, is_logged_in: false } },
  banned: { doing: 'banned', data: { connected: false } },
} as const satisfies Record<string, { doing: string; data: Pattern<Schema<'DeviceStatus'>> }>;

const [sample] = sessionSamples;

/** What becomes of calls and of the status when WhatsApp, or its owner, ends the session of a device. */
export const deviceStates = (['disconnected', 'logged_out', 'banned'] as const).flatMap((state) => {
  const { doing, data } = STATES[state];
  const slug = state.replace('_', '-');
  return promises('device', assumed, {
    [`${slug}-by-whatsapp`]: [
      `A device that was ${doing} from elsewhere answers 503 DEVICE_NOT_READY.`,
      {
        ...(sample?.step ?? { call: 'listGroups' }),
        meanwhile: [deviceIs(state)],
        expect: { status: 503, body: { error_code: 'DEVICE_NOT_READY' } },
      },
    ],
    [`${slug}-by-whatsapp-status`]: [
      `The status of a device that was ${doing} from elsewhere tells so.`,
      { call: 'getStatus', meanwhile: [deviceIs(state)], expect: { status: 200, body: { data } } },
    ],
    [`${slug}-and-back`]: [
      `A device that was ${doing} and is connected again still has its groups.`,
      makeGroup(),
      after(lists(), deviceIs(state), deviceIs('connected')),
    ],
  });
});
