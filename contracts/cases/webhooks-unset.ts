import type { Case } from '../case.ts';
import { assumed, refused } from '../known.ts';

/** Accounts that never had a webhook. */
export const webhooksUnset: readonly Case[] = [
  {
    id: 'webhooks/of-a-new-account',
    promise: 'An account that never had a webhook answers 404 for it.',
    ...assumed,
    needs: ['people'],
    steps: [{ call: 'getWebhook', expect: refused(404) }],
  },
];
