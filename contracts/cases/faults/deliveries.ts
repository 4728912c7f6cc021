import type { ControlBody, ControlSchema } from '../../../spec/index.ts';
import type { ExpectedDelivery, StepOf, Witnessed } from '../../language/case.ts';
import { group } from '../../language/cast.ts';
import { info, subscribe, told } from '../../language/deliveries.ts';
import { after, later, shows, standsStill } from '../../language/happenings.ts';
import type { Properties } from '../../language/patterns.ts';
import { assumed, promises } from '../../language/promises.ts';
import { makeGroup, update } from '../../language/stage.ts';

const renamed = (to: 'first' | 'second' = 'first') => info({ name: '{{other-name}}' }, to);
const topical = (to: 'first' | 'second' = 'first') => info({ topic: '{{topic}}' }, to);
const locked = info({ locked: true });
const rename = update({ name: '{{other-name}}' });
const tell = update({ topic: '{{topic}}' });
const lock = update({ locked: true });
const announce = update({ announcement: true });
const again: ExpectedDelivery = {
  event: 'group.info',
  body: { id: '{{id}}', data: { name: '{{other-name}}' } },
};
const another: ExpectedDelivery = {
  ...again,
  body: { id: { $not: '{{id}}' }, data: { name: '{{other-name}}' } },
};

/** The first account has the events of `{{group}}` sent to itself, and the clock stands still. */
const still = { ...assumed, before: [after(makeGroup(), standsStill()), subscribe()] };

/** What can go wrong with deliveries on their way: a receiver that counts on none of it never sees it coming. */
export const faultsOfDeliveries = promises('faults', still, {
  'delivery-twice': [
    'A delivery that is duplicated comes twice with the same id, and not once more.',
    told(strikes('duplicate', rename), { ...renamed(), capture: { id: 'id' } }, again),
    told(tell, topical()),
    told(later(60, lock), locked),
  ],
  'delivery-twice-then-refused': [
    'A delivery that is duplicated is over when it arrived once, whatever becomes of its copy.',
    subscribe('first', { answers: '200,500,200' }),
    told(strikes('duplicate', rename), { ...renamed(), capture: { id: 'id' } }, again),
    told(tell, topical()),
    told(later(60, lock), locked),
  ],
  'delivery-twice-with-new-id': [
    'A delivery that is duplicated with a new id comes twice with different ids.',
    told(strikes('duplicate-with-new-id', rename), { ...renamed(), capture: { id: 'id' } }, another),
    told(after(tell, logs(struck(1), struck(2))), topical()),
  ],
  'delivery-lost': [
    'A delivery that gets lost never comes, and takes nothing that waits with it.',
    subscribe('first', { answers: '500,200' }),
    told(rename, renamed()),
    strikes('drop', tell),
    told(later(1, lock), renamed(), locked),
  ],
  'delivery-late': [
    'A delivery that is delayed comes that much later, and what follows waits for it.',
    strikes({ delay_seconds: 60 }, rename),
    tell,
    later(59, subscribe('first', { webhook_url: '{{second.receiver}}' })),
    told(later(1, { call: 'getWebhook' }), renamed('second'), topical('second')),
  ],
  'delivery-overtaken': [
    'A delivery that the next one overtakes comes right after it, and nothing else overtakes it.',
    subscribe('first', { answers: '200,500,200' }),
    strikes('reorder', rename),
    told(tell, topical(), renamed()),
    lock,
    told(later(1, { call: 'getWebhook' }), renamed(), locked),
  ],
  'delivery-in-the-log': [
    'The log tells what became of each delivery: it arrived, a fault dropped it, it failed, or it is tried again.',
    subscribe('first', { answers: '200,500', retry_attempts: 0 }),
    told(rename, renamed()),
    strikes('drop', tell),
    told(lock, locked),
    subscribe('first', { answers: '500', retry_attempts: 1 }),
    told(announce, info({ announce: true })),
    after(
      { call: 'getWebhook' },
      logs(
        { sequence: 1, state: 'delivered', fault: null, reason: null, attempts: [{ status: 200 }] },
        { sequence: 2, state: 'dropped', fault: { $matches: '.' }, attempts: [] },
        { sequence: 3, state: 'failed', fault: null, reason: null, attempts: [{ status: 500 }] },
        { sequence: 4, state: 'pending', fault: null, attempts: [{ status: 500 }] },
      ),
    ),
    subscribe('first', { enabled: false }),
    after(
      { call: 'getWebhook' },
      { advance: 1 },
      logs({ sequence: 4, state: 'failed', reason: { $matches: '.' }, attempts: [{ status: 500 }] }),
    ),
  ],
  'delivery-of-one-event': [
    'A fault of one event lets the deliveries of other events pass.',
    told(strikes('drop', rename, { event: 'group.joined' }), renamed()),
  ],
  'delivery-of-one-group': [
    'A fault of one group lets the deliveries of other groups pass, and strikes its own.',
    told(strikes('drop', rename, { group: '{{unknown-group}}' }), renamed()),
    strikes('drop', tell, { group: '{{group}}' }),
    told(lock, locked),
  ],
  'delivery-of-one-participant': [
    'A fault of one participant strikes what happens to them and what they do, and lets the rest pass.',
    told(strikes('drop', rename, { participant: '{{second.phone}}' }), renamed()),
    { call: 'addGroupParticipants', path: group, body: { participants: ['{{second.jid}}'] } },
    strikes('drop', tell, { participant: '{{first.phone}}' }),
    told(lock, locked),
  ],
});

/** The log of the first account has these deliveries. */
function logs(...deliveries: Properties<ControlSchema<'Delivery'>>[]): Witnessed {
  return shows('/deliveries?phone={{first.phone}}&settled_within=5', {
    deliveries: { $all: deliveries.map((one) => ({ $contains: one })) },
  });
}

/** In the log a delivery of this number has the fault that struck it. */
function struck(sequence: number): Properties<ControlSchema<'Delivery'>> {
  return { sequence, state: 'delivered', fault: { $matches: '.' } };
}

/** The delivery of what this step changes meets a fault, of `group.info` unless told otherwise. */
function strikes(
  delivery: Fault['delivery'],
  step: StepOf<'updateGroup'>,
  of: Pick<Fault, 'event' | 'group' | 'participant'> = { event: 'group.info' },
): StepOf<'updateGroup'> {
  return after(step, { fault: { delivery, ...of } });
}

type Fault = Required<Pick<ControlBody<'createFault'>, 'delivery'>> &
  Pick<ControlBody<'createFault'>, 'event' | 'group' | 'participant'>;
