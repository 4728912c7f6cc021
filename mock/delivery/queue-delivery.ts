import type { Issue } from '../../spec/index.ts';
import type { Named } from '../faults/fault.ts';
import type { Faults } from '../faults/faults.ts';
import { type EventBody, toEvent } from '../wire/event.ts';
import type { Omission } from '../wire/undocumented.ts';
import type { WireForm } from '../wire/wire-form.ts';
import {
  type DeliveryMishap,
  type Device,
  enqueue,
  type Happening,
  type News,
  type World,
} from '../world/index.ts';

/** What the document says of payloads. */
export interface PayloadRules {
  /** What is wrong with the payload of an event. */
  check(event: string, payload: unknown): readonly Issue[];
  omitUndocumented: Omission;
  form: WireForm;
}

/** Puts what happened into the queue of an account, where WUTS has a word for it, as faults let it. */
export function queueDelivery(
  world: World,
  device: Device,
  news: News,
  faults: Faults,
  { check, omitUndocumented, form }: PayloadRules,
): void {
  if (!form.tellsOwnDeeds && news.happening.actor === device.phone) return;
  const made = toEvent(world, device, news, world.ids.uuid());
  const body = made && form.toEvent(made);
  if (body === undefined) return;
  const { event } = body;
  const issues = check(event, body);
  if (issues.length > 0)
    throw new Error(`The mock breaks its own document: ${JSON.stringify({ event, issues, body })}`);
  const { happening } = news;
  const named = () => namedIn(happening);
  const mishap = faults.strikeDelivery({ event, phone: device.phone, now: happening.at, named });
  const put = (payload: EventBody, meets: DeliveryMishap | undefined) => {
    const wanted = { id: payload.id, event, createdAt: happening.at, payload: JSON.stringify(payload) };
    enqueue(world, device.outbox, wanted, meets);
  };
  const names = form.namesIn(event, ['data', 'group']);
  const sent = withDocumentedGroup(body, names, (ref, group) => omitUndocumented(world, ref, group));
  put(sent, mishap);
  if (mishap?.duplicateWithNewId) put({ ...sent, id: world.ids.uuid() }, { rule: mishap.rule });
}

/** Of the data of events the documentation shows nothing; of a group within them it does. */
function withDocumentedGroup(
  body: EventBody,
  [data = '', group = '']: readonly string[],
  omitUndocumented: (ref: string, group: unknown) => unknown,
): EventBody {
  const told = Object(body)[data];
  if (told?.[group] === undefined) return body;
  const shown = omitUndocumented('#/components/schemas/GroupWithParticipants', told[group]);
  return { ...body, [data]: { ...told, [group]: shown } };
}

/** Where it happened, to whom, and by whom. */
function namedIn({ group, actor, change }: Happening): Named {
  const people = 'people' in change ? change.people : [];
  return {
    groups: new Set(group === undefined ? [] : [group]),
    people: new Set(actor === undefined ? people : [...people, actor]),
  };
}
