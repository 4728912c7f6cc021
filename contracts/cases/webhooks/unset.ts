import { assumed, promises, refused } from '../../language/promises.ts';

/** Accounts that never had a webhook. */
export const webhooksUnset = promises('webhooks', assumed, {
  'of-a-new-account': [
    { needs: ['people'] },
    'An account that never had a webhook answers 404 for it.',
    { call: 'getWebhook', expect: refused(404) },
  ],
});
