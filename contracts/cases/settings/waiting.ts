import type { Step } from '../../language/case.ts';
import { who } from '../../language/cast.ts';
import { acts, after, isRefusedTo, waiting } from '../../language/happenings.ts';
import { assumed, promises } from '../../language/promises.ts';
import { makeGroup, update } from '../../language/stage.ts';
import { reads } from '../../language/views.ts';

const approve = acts('{{first.phone}}', 'approve', { participant: who });

/** `{{group}}` asks, and somebody waits to come into it. */
const asked: readonly Step[] = [
  makeGroup({ join_approval: true }),
  { call: 'getStatus', meanwhile: [acts(who, 'ask')] },
];

/** What settings do to those who wait to come in. */
export const settingsWaiting = promises('settings', assumed, {
  'others-leave-who-waits': [
    'Who waits to come in goes on waiting when other settings change, and when approval is on anew.',
    ...asked,
    update({ name: '{{other-name}}', topic: '{{topic}}', locked: true }),
    update({ join_approval: true }),
    after(reads({ members_count: 1 }), waiting({ phone: who })),
    after(reads({ members_count: 2 }), approve),
  ],
  'approval-off-ends-waiting': [
    'Nobody waits any more after approval was turned off: there is nobody to approve then.',
    ...asked,
    update({ join_approval: false }),
    after(reads({ members_count: 1 }), waiting()),
    update({ join_approval: true }),
    after(reads({ members_count: 1 }), waiting(), isRefusedTo(approve, 404)),
  ],
});
