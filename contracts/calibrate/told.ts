import { compare } from '../language/patterns.ts';
import { at, fill, type Values } from '../language/templates.ts';
import type { Run } from '../runner/run.ts';
import type { ReceivedDelivery } from '../target/delivery-queue.ts';
import { parseJson } from '../target/json.ts';
import type { Inbox } from '../target/receiver.ts';
import { TOLD } from './events.ts';
import { type Fields, namesLike } from './fields.ts';
import type { Observations } from './observations.ts';
import { noteSignatures } from './signatures.ts';
import type { StageName } from './stages.ts';

/** What has come to the webhooks of a calibration: to that for "all", and to that for the events. */
export interface Post {
  readonly all: readonly ReceivedDelivery[];
  readonly events: readonly ReceivedDelivery[];
  /** Ends once nothing more has come for a while. */
  end(): Promise<void>;
}

/** So long nothing more comes before it is thought to be over, in milliseconds. */
const QUIET = 300;

/** Gathers what comes to an inbox. */
export function gather(inbox: Inbox): Post {
  const all: ReceivedDelivery[] = [];
  const events: ReceivedDelivery[] = [];
  let isOver = false;
  let last = performance.now();
  const listen = async (account: 'second' | 'third', into: ReceivedDelivery[]) => {
    while (!isOver) {
      const delivery = await inbox.take(account, isOver ? 0 : QUIET);
      if (delivery === undefined) continue;
      last = performance.now();
      into.push(delivery);
    }
  };
  const listening = [listen('third', all), listen('second', events)];
  return {
    all,
    events,
    async end() {
      last = performance.now();
      while (performance.now() - last < QUIET) await new Promise((resolve) => setTimeout(resolve, QUIET / 4));
      isOver = true;
      await Promise.all(listening);
    },
  };
}

/** Takes from what was told which fields events have, whether one's own deeds are told, and whether changes are told together. */
export function noteTold(
  observations: Observations,
  fields: Fields,
  { all, events }: Post,
  values: Values,
  run: Run,
): void {
  noteSignatures(observations, [...events, ...all], String(values.secret));
  const bodies = events.map(({ text }) => parseJson(text)).filter((body) => typeof body === 'object');
  const texts = bodies.map((body) => JSON.stringify(body));
  const where = (event: string) => `webhook ${event}`;
  for (const [fact, { event, at: place, name, is, always }] of Object.entries(TOLD)) {
    const wanted = known(is, values);
    const same = bodies.filter((body) => at(body, 'event') === event);
    // A field is looked for in what must tell it: where its value stands, under whatever name.
    const telling = same.filter((body) => {
      const object = Object(place === '' ? body : at(body, place));
      return always || Object.hasOwn(object, name) || namesLike(object, wanted).length > 0;
    });
    for (const body of telling.slice(0, 3))
      fields.look(fact, { at: place, name, is: wanted }, body, `${where(event)}: ${name}`);
  }
  for (const [schema, event] of [
    ['GroupInfo', 'group.info'],
    ['GroupJoined', 'group.joined'],
    ['DeviceChange', 'device.disconnected'],
  ] as const) {
    const issues = bodies
      .filter((body) => at(body, 'event') === event)
      .map((body) => run.checkDelivery(event, body, '').issues.length);
    if (issues.length > 0)
      observations.settle(
        `schema ${schema}`,
        issues.every((count) => count === 0) ? 'yes' : 'no',
        where(event),
      );
  }
  const lists = bodies.flatMap((body) =>
    ['join', 'leave', 'promote', 'demote'].map((name) => at(body, `data.${name}`)),
  );
  const jids = lists.filter(Array.isArray).flat();
  if (jids.length > 0)
    observations.settle(
      'schema PersonJids',
      jids.every((jid) => /@(s\.whatsapp\.net|lid)$/.test(String(jid))) ? 'yes' : 'no',
      where('group.info'),
    );
  const link = bodies
    .map((body) => at(body, 'data.link') ?? at(body, 'data.unlink'))
    .find((one) => one !== undefined);
  if (link !== undefined)
    observations.settle(
      'schema GroupLinkChange',
      compare({ type: { $type: 'string' } }, link).length === 0 ? 'yes' : 'no',
      where('group.info'),
    );

  const tells = (...said: unknown[]) =>
    texts.findIndex((text) => said.every((one) => text.includes(JSON.stringify(one))));
  const promoted = bodies.flatMap((body) => {
    const list = at(body, 'data.promote');
    return Array.isArray(list) ? [list.length] : [];
  });
  const isTogether = promoted.includes(2);
  if (isTogether || promoted.length === 2) {
    observations.settle('behaviour told-together', isTogether ? 'yes' : 'no', where('group.info'));
    observations.settle('ruling people-events', isTogether ? 'together' : 'one-each', where('group.info'));
  }
  const name = tells(values['third-name']);
  const timer = tells(604800);
  if (tells(values['other-topic']) >= 0)
    observations.settle('behaviour own-deeds-are-told', 'yes', where('group.info'));
  else if (timer >= 0 && values.deed === true)
    observations.settle('behaviour own-deeds-are-told', 'no', where('group.info'));
  if (all.length > 0) observations.settle('ruling event-all', 'every-event', 'webhook for all');
  else if (name >= 0 && wasDone(values, 'all-events') && wasDone(values, 'locked'))
    observations.settle('ruling event-all', 'no-event', 'webhook for all: nothing');
}

function known(template: unknown, values: Values): unknown {
  try {
    return fill(template, values);
  } catch {
    return undefined;
  }
}

/** Whether a stage was set. */
function wasDone(values: Values, stage: StageName): boolean {
  return values[`stage.${stage}`] !== undefined;
}
