import type { ExpectedDelivery, StepOf } from '../../language/case.ts';
import { info, subscribe, told } from '../../language/deliveries.ts';
import { acts, after, later, standsStill } from '../../language/happenings.ts';
import { assumed, promises } from '../../language/promises.ts';
import { makeGroup, update } from '../../language/stage.ts';

const renamed = (to: 'first' | 'second' | 'third' = 'first') => info({ name: '{{other-name}}' }, to);
const topical = (to: 'first' | 'second' = 'first') => info({ topic: '{{topic}}' }, to);
const rename = update({ name: '{{other-name}}' });
const tell = update({ topic: '{{topic}}' });

/** The clock of a world with `{{group}}` stands still. */
const still = { ...assumed, before: [after(makeGroup(), standsStill())] };

/** When what failed is tried again, to the second: whatever comes too early comes where the webhook was set before. */
export const webhooksRetries = promises('webhooks', still, {
  'back-off-doubles': [
    'A delivery that fails is tried again after 1 second and then after 2 more, and not before.',
    subscribe('first', { answers: '500', retry_attempts: 2 }),
    told(rename, renamed()),
    later(0.5, moveTo('second', '500')),
    look(0.5, renamed('second')),
    later(1.5, moveTo('third')),
    look(0.5, renamed('third')),
  ],
  'third-retry': [
    'The third time that a delivery is tried again comes 4 seconds after the second, and no other follows.',
    subscribe('first', { answers: '500', retry_attempts: 3 }),
    told(rename, renamed()),
    look(1, renamed()),
    look(2, renamed()),
    later(3.5, moveTo('second', '500')),
    look(0.5, renamed('second')),
    later(60, { ...tell, receive: [topical('second')] }),
  ],
  'back-off-of-its-own': [
    'What waited behind a delivery is tried again 1 second after its own first attempt, not before.',
    subscribe('first', { answers: '500,200,500' }),
    told(rename, renamed()),
    tell,
    look(1, renamed(), topical()),
    later(0.5, moveTo('second')),
    look(0.5, topical('second')),
  ],
  'no-answer': [
    'A delivery that gets no answer at all is tried again, with the same id.',
    subscribe('first', { answers: '0,200' }),
    told(rename, { ...renamed(), capture: { id: 'id' } }),
    look(1, { event: 'group.info', body: { id: '{{id}}', data: { name: '{{other-name}}' } } }),
  ],
  'tried-again-after-its-timeout': [
    'While time goes by, a delivery that is not answered within the timeout of its webhook is tried again by itself.',
    after(subscribe('first', { answers: '-1,200', timeout: 1 }), { clock: { frozen: false } }),
    told(rename, renamed(), renamed()),
  ],
  'told-by-itself': [
    'While time goes by, what somebody does later is told at its moment without any call.',
    subscribe(),
    told(
      after(
        { call: 'getWebhook' },
        { clock: { frozen: false } },
        acts('{{first.phone}}', 'set', { topic: '{{topic}}', after_seconds: 0.2 }),
      ),
      topical(),
    ),
  ],
  'tried-where-it-is-set': [
    'A delivery that is tried again goes where the webhook is set by then.',
    subscribe('first', { answers: '500' }),
    told(rename, renamed()),
    moveTo('second'),
    look(1, renamed('second')),
  ],
  'disabled-while-it-waits': [
    'What waits to be tried again is given up when the webhook is disabled by then.',
    subscribe('first', { answers: '500,200' }),
    told(rename, renamed()),
    subscribe('first', { enabled: false }),
    later(1, subscribe('first')),
    told(tell, topical()),
  ],
});

/** The webhook of the first account is set to the receiver of another. */
function moveTo(to: 'second' | 'third', answers = '200'): StepOf<'setWebhook'> {
  const webhook_url = `{{${to}.receiver}}?answers=${answers}`;
  return subscribe('first', { webhook_url, retry_attempts: 2 });
}

/** So many seconds go by, and then this is delivered. */
function look(advance: number, ...receive: ExpectedDelivery[]): StepOf<'getWebhook'> {
  return later(advance, { call: 'getWebhook', receive });
}
