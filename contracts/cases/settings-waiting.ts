import type { Case, Pattern, Step } from '../case.ts';
import { acts, isRefusedTo, shows } from '../happenings.ts';
import { assumed } from '../known.ts';
import { makeGroup, reads, update } from '../stage.ts';

const who = '{{number1}}';
const approve = acts('{{first.phone}}', 'approve', { participant: who });

/** `{{group}}` asks, and somebody waits to come into it. */
const asked: readonly Step[] = [
  makeGroup({ join_approval: true }),
  { call: 'getStatus', meanwhile: [acts(who, 'ask')] },
];

/** What settings do to those who wait to come in. */
export const settingsWaiting: readonly Case[] = [
  {
    id: 'settings/others-leave-who-waits',
    promise: 'Who waits to come in goes on waiting when other settings change, and when approval is on anew.',
    ...assumed,
    needs: ['people', 'one-number'],
    steps: [
      ...asked,
      update({ name: '{{other-name}}', topic: '{{topic}}', locked: true }),
      update({ join_approval: true }),
      { ...reads({ members_count: 1 }), meanwhile: [waiting({ phone: who })] },
      { ...reads({ members_count: 2 }), meanwhile: [approve] },
    ],
  },
  {
    id: 'settings/approval-off-ends-waiting',
    promise: 'Nobody waits any more after approval was turned off: there is nobody to approve then.',
    ...assumed,
    needs: ['people', 'one-number'],
    steps: [
      ...asked,
      update({ join_approval: false }),
      update({ join_approval: true }),
      { ...reads({ members_count: 1 }), meanwhile: [waiting(), isRefusedTo(approve, 404)] },
    ],
  },
];

/** These wait to come into `{{group}}`. */
function waiting(...people: Pattern[]) {
  return shows('/join-requests?group={{group}}', { join_requests: people });
}
