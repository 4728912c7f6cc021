import type { Case, Receipt, Step } from '../case.ts';
import { alone, info, subscribe } from '../deliveries.ts';
import { standsStill } from '../happenings.ts';
import { assumed } from '../known.ts';
import { makeGroup, update } from '../stage.ts';

const renamed = (to: 'first' | 'second' | 'third' = 'first') => info({ name: '{{other-name}}' }, to);
const topical = (to: 'first' | 'second' = 'first') => info({ topic: '{{topic}}' }, to);
const rename: Step = update({ name: '{{other-name}}' });
const tell: Step = update({ topic: '{{topic}}' });

/** When what failed is tried again, to the second: whatever comes too early comes where the webhook was set before. */
export const webhooksRetries: readonly Case[] = [
  retries(
    'back-off-doubles',
    'A delivery that fails is tried again after 1 second and then after 2 more, and not before.',
    [
      subscribe('first', { answers: '500', retry_attempts: 2 }),
      { ...rename, receive: [renamed()] },
      later(0.5, moveTo('second', '500')),
      look(0.5, renamed('second')),
      later(1.5, moveTo('third')),
      look(0.5, renamed('third')),
    ],
  ),
  retries(
    'back-off-of-its-own',
    'What waited behind a delivery is tried again 1 second after its own first attempt, not before.',
    [
      subscribe('first', { answers: '500,200,500' }),
      { ...rename, receive: [renamed()] },
      tell,
      look(1, renamed(), topical()),
      later(0.5, moveTo('second')),
      look(0.5, topical('second')),
    ],
  ),
  retries('no-answer', 'A delivery that gets no answer at all is tried again, with the same id.', [
    subscribe('first', { answers: '0,200' }),
    { ...rename, receive: [{ ...renamed(), capture: { id: 'id' } }] },
    look(1, { event: 'group.info', body: { id: '{{id}}', data: { name: '{{other-name}}' } } }),
  ]),
  retries('tried-where-it-is-set', 'A delivery that is tried again goes where the webhook is set by then.', [
    subscribe('first', { answers: '500' }),
    { ...rename, receive: [renamed()] },
    moveTo('second'),
    look(1, renamed('second')),
  ]),
  retries(
    'disabled-while-it-waits',
    'What waits to be tried again is given up when the webhook is disabled by then.',
    [
      subscribe('first', { answers: '500,200' }),
      { ...rename, receive: [renamed()] },
      subscribe('first', { enabled: false }),
      later(1, subscribe('first')),
      { ...tell, receive: [topical()] },
    ],
  ),
];

/** A case about `{{group}}`, in whose world the clock stands still. */
function retries(slug: string, promise: string, steps: readonly Step[]): Case {
  const stage = { ...makeGroup(), meanwhile: [standsStill()] };
  return alone(`webhooks/${slug}`, promise, assumed, [stage, ...steps], ['clock']);
}

/** The webhook of the first account is set to the receiver of another. */
function moveTo(to: 'second' | 'third', answers = '200'): Step {
  const webhook_url = `{{${to}.receiver}}?answers=${answers}`;
  return subscribe('first', { webhook_url, retry_attempts: 2 });
}

/** A step before which so many seconds go by. */
function later(advance: number, step: Step): Step {
  return { ...step, meanwhile: [{ advance }] };
}

/** So many seconds go by, and then this is delivered. */
function look(advance: number, ...receive: Receipt[]): Step {
  return later(advance, { call: 'getWebhook', receive });
}
