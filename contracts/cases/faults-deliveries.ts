import type { Case, Receipt, Step } from '../case.ts';
import { alone, info, subscribe } from '../deliveries.ts';
import { standsStill } from '../happenings.ts';
import { assumed } from '../known.ts';
import { makeGroup, update } from '../stage.ts';

const renamed = (to: 'first' | 'second' = 'first') => info({ name: '{{other-name}}' }, to);
const topical = (to: 'first' | 'second' = 'first') => info({ topic: '{{topic}}' }, to);
const locked = info({ locked: true });
const rename: Step = update({ name: '{{other-name}}' });
const tell: Step = update({ topic: '{{topic}}' });
const lock: Step = update({ locked: true });
const again: Receipt = { event: 'group.info', body: { id: '{{id}}', data: { name: '{{other-name}}' } } };

/** What can go wrong with deliveries on their way: a receiver that counts on none of it never sees it coming. */
export const faultsOfDeliveries: readonly Case[] = [
  struck('delivery-twice', 'A delivery that is duplicated comes twice with the same id, and not once more.', [
    { ...strikes('duplicate', rename), receive: [{ ...renamed(), capture: { id: 'id' } }, again] },
    { ...tell, receive: [topical()] },
    { ...later(60, lock), receive: [locked] },
  ]),
  struck(
    'delivery-twice-then-refused',
    'A delivery that is duplicated is over when it arrived once, whatever becomes of its copy.',
    [
      subscribe('first', { answers: '200,500,200' }),
      { ...strikes('duplicate', rename), receive: [{ ...renamed(), capture: { id: 'id' } }, again] },
      { ...tell, receive: [topical()] },
      { ...later(60, lock), receive: [locked] },
    ],
  ),
  struck('delivery-lost', 'A delivery that gets lost never comes, and takes nothing that waits with it.', [
    subscribe('first', { answers: '500,200' }),
    { ...rename, receive: [renamed()] },
    strikes('drop', tell),
    { ...later(1, lock), receive: [renamed(), locked] },
  ]),
  struck(
    'delivery-late',
    'A delivery that is delayed comes that much later, and what follows waits for it.',
    [
      strikes({ delay_seconds: 60 }, rename),
      tell,
      later(59, subscribe('first', { webhook_url: '{{second.receiver}}' })),
      { ...later(1, { call: 'getWebhook' }), receive: [renamed('second'), topical('second')] },
    ],
  ),
  struck(
    'delivery-overtaken',
    'A delivery that the next one overtakes comes right after it, and nothing else overtakes it.',
    [
      subscribe('first', { answers: '200,500,200' }),
      strikes('reorder', rename),
      { ...tell, receive: [topical(), renamed()] },
      lock,
      { ...later(1, { call: 'getWebhook' }), receive: [renamed(), locked] },
    ],
  ),
  struck('delivery-of-one-event', 'A fault of one event lets the deliveries of other events pass.', [
    { ...strikes('drop', rename, 'group.joined'), receive: [renamed()] },
  ]),
];

/** A case about `{{group}}`, whose events the first account has sent to itself; the clock stands still. */
function struck(slug: string, promise: string, steps: readonly Step[]): Case {
  const stage = [{ ...makeGroup(), meanwhile: [standsStill()] }, subscribe()];
  return alone(`faults/${slug}`, promise, assumed, [...stage, ...steps], ['faults', 'clock']);
}

/** The delivery of what this step changes meets a fault. */
function strikes(delivery: string | { delay_seconds: number }, step: Step, event = 'group.info'): Step {
  return { ...step, meanwhile: [{ fault: { delivery, event } }] };
}

/** A step before which so many seconds go by. */
function later(advance: number, step: Step): Step {
  return { ...step, meanwhile: [{ advance }] };
}
