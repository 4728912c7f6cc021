import { isDeepStrictEqual } from 'node:util';
import { payloadName } from '../../spec/index.ts';
import { compare } from '../language/patterns.ts';
import { at, fillKnown, type Values } from '../language/templates.ts';
import { TOLD, type Told } from './events.ts';
import { type Fields, isTelling, namesLike, UNCERTAIN } from './fields.ts';
import type { Observations } from './observations.ts';

/** What a webhook was told as it came, and as the document has it, and how many calls had been sent by then. */
export interface ToldBody {
  readonly raw: object;
  readonly body: unknown;
  /** Of the raw one nothing but what it tells; undefined where it is not certain what that is. */
  readonly payload: object | undefined;
  readonly calls: number;
}

/** How many calls had been sent before a stage or a question was begun; undefined when it never was. */
export type Begun = ReadonlyMap<string, number>;

/** An object in which a field is looked for. */
interface Looked {
  readonly object: Readonly<Record<string, unknown>>;
  readonly calls: number;
}

/** A group or a number, which every payload tells. */
const ABOUT = /@g\.us"|\d{10}/;

/** Deliveries, read: what they tell is called `data`, whatever its name, which is the same in all of them. */
export function readDeliveries(
  deliveries: readonly { readonly raw: object; readonly calls: number }[],
): ToldBody[] {
  const names = new Set(
    deliveries.flatMap(({ raw }) => {
      const name = payloadName(raw);
      return name !== undefined && ABOUT.test(JSON.stringify(Object(raw)[name]) ?? '') ? [name] : [];
    }),
  );
  return deliveries.map(({ raw, calls }) => {
    const name = payloadName(raw) ?? '';
    const told = Object(raw)[name];
    const isPayload = name === 'data' || names.has(name);
    const others = namesLike(raw as Readonly<Record<string, unknown>>, {});
    const payload = isPayload ? { [name]: told } : others.length === 0 ? {} : undefined;
    return { raw, body: { ...raw, data: isPayload ? told : undefined }, payload, calls };
  });
}

/**
 * Takes from what was told which fields events have. What every event of a name tells is looked for in all of them. What only
 * a change tells is there where it is seen by its own name; it has another one where that is the only name that it can be,
 * by its value, by whom it tells of, and by when that was told first, and where that name can be nothing else.
 */
export function noteToldFields(
  observations: Observations,
  fields: Fields,
  told: readonly ToldBody[],
  values: Values,
  begun: Begun,
  isHarmless: (name: string) => boolean,
): void {
  const open = new Map<string, ReadonlySet<string>>();
  for (const [fact, field] of Object.entries(TOLD)) {
    const { event, at: place, name, always } = field;
    const filled = { ...field, is: fillKnown(field.is, values), once: fillKnown(field.once, values) };
    const objects = told
      .filter(({ body }) => at(body, 'event') === event)
      .flatMap(({ body, payload, calls }) => {
        const object = place === '' ? payload : at(body, place);
        return typeof object === 'object' && object !== null ? [{ object, calls } as Looked] : [];
      });
    const there = objects.filter(({ object }) => Object.hasOwn(object, name));
    const evidence = `webhook ${event}: ${name}`;
    const like = new Set(objects.flatMap(({ object }) => namesLike(object, filled.is)));
    const doubtful = [...like].filter((one) => !isToldOnce(objects, one, filled.once));
    const isOpen = !always || (there.length === 0 && doubtful.length > 0 && doubtful.length === like.size);
    for (const { object } of isOpen ? there : objects) {
      const certain = Object.entries(object).filter(([one]) => !doubtful.includes(one));
      fields.look(fact, { at: '', name, is: filled.is }, Object.fromEntries(certain), evidence);
    }
    if (!isOpen || there.length > 0) continue;
    if (always) observations.leave(fact, UNCERTAIN);
    else if (isTelling(filled.is)) open.set(fact, candidates(objects, filled, values, begun));
  }
  for (const [fact, name] of assign(open)) {
    const evidence = `webhook ${TOLD[fact]?.event}: ${name}`;
    if (isHarmless(name)) observations.settle(fact, { name }, evidence);
  }
}

/** Whether a property tells at least once what a field has to tell, where that is known of the field. */
function isToldOnce(objects: readonly Looked[], name: string, once: unknown): boolean {
  return once === undefined || objects.some(({ object }) => compare(once, object[name]).length === 0);
}

/** The names that a field may have: under each, something fits, and nothing is told that the field would not tell. */
function candidates(
  objects: readonly Looked[],
  { is, people, since }: Told,
  values: Values,
  begun: Begun,
): ReadonlySet<string> {
  const start = since === undefined ? 0 : (begun.get(since) ?? Number.POSITIVE_INFINITY);
  const wanted = people && new Set(people.map((one) => fillKnown(one, values)));
  const isIt = (name: string) => {
    const telling = objects.filter(({ object }) => object[name] != null);
    const whom = new Set(telling.flatMap(({ object }) => object[name]));
    const isOfThem = wanted === undefined || isDeepStrictEqual(whom, wanted);
    // What is told beside another change may be said of the group at every change.
    const isBeside =
      since !== undefined && telling.some(({ object }) => CHANGES.some((one) => object[one] != null));
    return isOfThem && !isBeside && telling.every(({ calls }) => calls > start);
  };
  return new Set(objects.flatMap(({ object }) => namesLike(object, is)).filter(isIt));
}

/** The fields that are told by a change of their own. */
const CHANGES = Object.values(TOLD).flatMap(({ event, at: place, name, always, since }) =>
  event === 'group.info' &&
  place === 'data' &&
  always !== true &&
  since === undefined &&
  name !== 'join_reason'
    ? [name]
    : [],
);

/** Each fact with its name, where no other fact can have that name, and no other name can be that of the fact. */
function assign(open: ReadonlyMap<string, ReadonlySet<string>>): ReadonlyMap<string, string> {
  const assigned = new Map<string, string>();
  for (;;) {
    const taken = new Set(assigned.values());
    const left = [...open].flatMap(([fact, names]) =>
      assigned.has(fact) ? [] : [[fact, [...names].filter((name) => !taken.has(name))] as const],
    );
    const factsOf = (name: string) => left.filter(([, names]) => names.includes(name));
    const certain = left.flatMap(([fact, names]) => {
      const own = names.filter((name) => factsOf(name).length === 1);
      return own.length === 1 ? [[fact, String(own[0])] as const] : [];
    });
    if (certain.length === 0) return assigned;
    for (const [fact, name] of certain) assigned.set(fact, name);
  }
}
