import { isDeepStrictEqual } from 'node:util';
import { payloadOf } from '../../spec/index.ts';
import { at, fill, type Values } from '../language/templates.ts';
import { TOLD, type Told } from './events.ts';
import { type Fields, isTelling, namesLike } from './fields.ts';
import type { Observations } from './observations.ts';

/** What a webhook was told as it came, and as the document has it, and how many calls had been sent by then. */
export interface ToldBody {
  readonly raw: unknown;
  readonly body: unknown;
  readonly calls: number;
}

/** How many calls had been sent before a stage or a question was begun; undefined when it never was. */
export type Begun = ReadonlyMap<string, number>;

/** A delivery, read: what it tells is called `data`, whatever its name. */
export function toToldBody(raw: object, calls: number): ToldBody {
  return { raw, body: { ...raw, data: payloadOf(raw) }, calls };
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
    const is = known(field.is, values);
    const same = told.filter(({ body }) => at(body, 'event') === event);
    const evidence = `webhook ${event}: ${name}`;
    if (always)
      for (const { raw, body } of same.slice(0, 3))
        fields.look(fact, { at: place, name, is }, place === '' ? raw : body, evidence);
    else {
      const objects = same.map(({ body, calls }) => ({ object: Object(at(body, place)), calls }));
      const there = objects.filter(({ object }) => Object.hasOwn(object, name));
      for (const _ of there.slice(0, 3)) observations.settle(fact, 'present', evidence);
      if (there.length === 0 && isTelling(is))
        open.set(fact, candidates(objects, { ...field, is }, values, begun));
    }
  }
  for (const [fact, name] of assign(open)) {
    const evidence = `webhook ${TOLD[fact]?.event}: ${name}`;
    if (isHarmless(name)) observations.settle(fact, { name }, evidence);
  }
}

/** The names that a field may have: under each, something fits, and nothing is told that the field would not tell. */
function candidates(
  objects: readonly { readonly object: Readonly<Record<string, unknown>>; readonly calls: number }[],
  { is, people, since }: Told,
  values: Values,
  begun: Begun,
): ReadonlySet<string> {
  const start = since === undefined ? 0 : (begun.get(since) ?? Number.POSITIVE_INFINITY);
  const wanted = people && new Set(people.map((one) => known(one, values)));
  const isIt = (name: string) => {
    const telling = objects.filter(({ object }) => Object.hasOwn(object, name));
    const whom = new Set(telling.flatMap(({ object }) => object[name]));
    const isOfThem = wanted === undefined || isDeepStrictEqual(whom, wanted);
    return isOfThem && telling.every(({ calls }) => calls > start);
  };
  return new Set(objects.flatMap(({ object }) => namesLike(object, is)).filter(isIt));
}

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

function known(template: unknown, values: Values): unknown {
  try {
    return fill(template, values);
  } catch {
    return undefined;
  }
}
