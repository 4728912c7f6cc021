import { compare } from '../language/patterns.ts';
import { at, type Values } from '../language/templates.ts';
import type { CheckDelivery } from '../runner/body-check.ts';
import type { ReceivedDelivery } from '../target/delivery-queue.ts';
import { parseJson } from '../target/json.ts';
import type { Inbox } from '../target/receiver.ts';
import { someone } from './events.ts';
import type { Fields } from './fields.ts';
import type { Observations } from './observations.ts';
import { noteSignatures } from './signatures.ts';
import type { StageName } from './stages.ts';
import { type Begun, noteToldFields, readDeliveries, type ToldBody } from './told-fields.ts';

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

/** What was told, and what it is to be compared with. */
interface Told {
  readonly post: Post;
  readonly values: Values;
  readonly begun: Begun;
}

/** Takes from what was told how it is signed, and which fields events have. */
export function noteTold(
  observations: Observations,
  fields: Fields,
  { post: { all, events }, values, begun }: Told,
  isHarmless: (name: string) => boolean,
): void {
  noteSignatures(observations, [...events, ...all], String(values.secret));
  noteToldFields(observations, fields, readAll(events), values, begun, isHarmless);
}

/**
 * Takes from what was told what needs the names of the fields first: whether events fit the document, whether one's own
 * deeds are told, and whether changes are told together. `check` holds events to the document with the fields as they were seen.
 */
export function concludeTold(
  observations: Observations,
  { post: { all, events }, values }: Told,
  check: CheckDelivery,
): void {
  const told = readAll(events);
  const settle = (fact: string, answer: string, where = 'webhook group.info') =>
    observations.settle(fact, answer, where);
  const nameOf = (field: string) => {
    const answer = observations.answerOf(`field GroupInfo.${field}`);
    return typeof answer === 'object' ? String(answer.name) : field;
  };
  const [link, unlink, ...lists] = ['link', 'unlink', 'join', 'leave', 'promote', 'demote'].map(nameOf);
  for (const { raw, body } of told) {
    const event = String(at(body, 'event'));
    const issues = check(event, raw, '').issues.map(({ path }) => path);
    const schema = SCHEMAS[event];
    if (schema !== undefined)
      settle(`schema ${schema}`, issues.length === 0 ? 'yes' : 'no', `webhook ${event}`);
    const [linked] = [link, unlink].filter((name) => at(body, `data.${name}`) !== undefined);
    const isOfLink = issues.some((path) => path.split(/[.[\]]/).includes(String(linked)));
    if (linked !== undefined && (isOfLink || issues.length === 0))
      settle('schema GroupLinkChange', isOfLink ? 'no' : 'yes');
    const jids = lists.flatMap((name) => at(body, `data.${name}`) ?? []);
    if (jids.length > 0)
      settle('schema PersonJids', jids.every((jid) => compare(someone, jid).length === 0) ? 'yes' : 'no');
  }
  const promoted = told.flatMap(({ body }) => {
    const list = at(body, `data.${nameOf('promote')}`);
    return Array.isArray(list) ? [list.length] : [];
  });
  const isTogether = promoted.includes(2);
  if (isTogether || promoted.length === 2) {
    settle('behaviour told-together', isTogether ? 'yes' : 'no');
    settle('ruling people-events', isTogether ? 'together' : 'one-each');
  }
  const texts = events.map(({ text }) => JSON.stringify(parseJson(text)));
  const tells = (value: unknown) => texts.some((text) => text?.includes(JSON.stringify(value)));
  if (tells(values['other-topic'])) settle('behaviour own-deeds-are-told', 'yes');
  // A gateway that tells no topic says nothing by not telling this one.
  else if (tells(604800) && tells(values.topic) && values.deed === true)
    settle('behaviour own-deeds-are-told', 'no');
  if (all.length > 0) settle('ruling event-all', 'every-event', 'webhook for all');
  else if (tells(values['third-name']) && wasDone(values, 'all-events') && wasDone(values, 'locked'))
    settle('ruling event-all', 'no-event', 'webhook for all: nothing');
}

/** The schema of what an event tells. */
const SCHEMAS: Readonly<Record<string, string>> = {
  'group.info': 'GroupInfo',
  'group.joined': 'GroupJoined',
  'device.disconnected': 'DeviceChange',
};

function readAll(deliveries: readonly CountedDelivery[]): ToldBody[] {
  return readDeliveries(
    deliveries.flatMap(({ text, calls }) => {
      const raw = parseJson(text);
      return typeof raw === 'object' && raw !== null ? [{ raw, calls }] : [];
    }),
  );
}

/** Whether a stage was set. */
function wasDone(values: Values, stage: StageName): boolean {
  return values[`stage.${stage}`] !== undefined;
}
