import type { Issue } from '../../spec/index.ts';
import type { Named } from '../faults/fault.ts';
import type { Faults } from '../faults/faults.ts';
import { type EventBody, toEvent } from '../wire/event.ts';
import {
  type DeliveryMishap,
  type Device,
  enqueue,
  type Happening,
  type News,
  type World,
} from '../world/index.ts';

/** What is wrong with the payload of an event. */
export type CheckPayload = (event: string, payload: unknown) => readonly Issue[];

/** Puts what happened into the queue of an account, where WUTS has a word for it, as faults let it. */
export function queueDelivery(
  world: World,
  device: Device,
  news: News,
  faults: Faults,
  check: CheckPayload,
): void {
  const body = toEvent(world, device, news, world.ids.uuid());
  if (body === undefined) return;
  const { event } = body;
  const issues = check(event, body);
  if (issues.length > 0)
    throw new Error(`The mock breaks its own document: ${JSON.stringify({ event, issues, body })}`);
  const { happening } = news;
  const named = () => namedIn(happening);
  const mishap = faults.strikeDelivery({ event, phone: device.phone, now: happening.at, named });
  const put = (sent: EventBody, meets: DeliveryMishap | undefined) => {
    const wanted = { id: sent.id, event, createdAt: happening.at, payload: JSON.stringify(sent) };
    enqueue(world, device.outbox, wanted, meets);
  };
  put(body, mishap);
  if (mishap?.duplicateWithNewId) put({ ...body, id: world.ids.uuid() }, { rule: mishap.rule });
}

/** Where it happened, to whom, and by whom. */
function namedIn({ group, actor, change }: Happening): Named {
  const people = 'people' in change ? change.people : [];
  return {
    groups: new Set(group === undefined ? [] : [group]),
    people: new Set(actor === undefined ? people : [...people, actor]),
  };
}
