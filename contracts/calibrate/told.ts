import { compare } from '../language/patterns.ts';
import { at, type Values } from '../language/templates.ts';
import type { Run } from '../runner/run.ts';
import type { ReceivedDelivery } from '../target/delivery-queue.ts';
import { parseJson } from '../target/json.ts';
import type { Inbox } from '../target/receiver.ts';
import type { Fields } from './fields.ts';
import type { Observations } from './observations.ts';
import { noteSignatures } from './signatures.ts';
import type { StageName } from './stages.ts';
import { type Begun, noteToldFields, toToldBody } from './told-fields.ts';

/** A delivery, and how many calls had been sent when it came. */
interface CountedDelivery extends ReceivedDelivery {
  readonly calls: number;
}

/** What has come to the webhooks of a calibration: to that for "all", and to that for the events. */
export interface Post {
  readonly all: readonly CountedDelivery[];
  readonly events: readonly CountedDelivery[];
  /** Waits until nothing more has come for a while. */
  rest(): Promise<void>;
  /** Ends once nothing more has come for a while. */
  end(): Promise<void>;
}

/** So long nothing more comes before it is thought to be over, in milliseconds. */
const QUIET = 300;

/** Gathers what comes to an inbox; `countCalls` tells how many calls have been sent. */
export function gather(inbox: Inbox, countCalls: () => number): Post {
  const all: CountedDelivery[] = [];
  const events: CountedDelivery[] = [];
  let isOver = false;
  let last = performance.now();
  const listen = async (account: 'second' | 'third', into: CountedDelivery[]) => {
    while (!isOver) {
      const delivery = await inbox.take(account, isOver ? 0 : QUIET);
      if (delivery === undefined) continue;
      last = performance.now();
      into.push({ ...delivery, calls: countCalls() });
    }
  };
  const listening = [listen('third', all), listen('second', events)];
  const rest = async () => {
    last = performance.now();
    while (performance.now() - last < QUIET) await new Promise((resolve) => setTimeout(resolve, QUIET / 4));
  };
  return {
    all,
    events,
    rest,
    async end() {
      await rest();
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
  begun: Begun,
  isHarmless: (name: string) => boolean,
): void {
  noteSignatures(observations, [...events, ...all], String(values.secret));
  const told = events.flatMap(({ text, calls }) => {
    const raw = parseJson(text);
    return typeof raw === 'object' && raw !== null ? [toToldBody(raw, calls)] : [];
  });
  noteToldFields(observations, fields, told, values, begun, isHarmless);
  const bodies = told.map(({ body }) => body);
  const texts = bodies.map((body) => JSON.stringify(body));
  const where = (event: string) => `webhook ${event}`;
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

/** Whether a stage was set. */
function wasDone(values: Values, stage: StageName): boolean {
  return values[`stage.${stage}`] !== undefined;
}
