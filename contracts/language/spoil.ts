import type { OperationId, RequestBody } from '../../spec/index.ts';
import type { CHILD_GROUP } from './arguments.ts';
import type { Alteration, BodyOf, Case, Expectation, Refusal, RefusedStatus, Step } from './case.ts';
import { assumed, invalid, type Promised, promises, refused, restsOn } from './promises.ts';
import { SAMPLES, type Sample } from './samples.ts';
import { type PathIn, undocumented } from './templates.ts';

/** A field of a body, and what it takes. */
export type Field = { [Id in OperationId]: FieldOf<Id> }[OperationId];

/** A field of the body of one operation. */
export interface FieldOf<Id extends OperationId> {
  readonly call: Id;
  /** Its path in the body, for example `options.locked` or `participants[0]`. */
  readonly field: FieldPath<Id>;
  /** Its name in ids and promises, where `field` is that of the document. */
  readonly called?: string;
  readonly takes: keyof typeof WRONG;
  /** A body without it does not fit. */
  readonly isRequired?: true;
  /** The name of the field is assumed. */
  readonly isAssumed?: true;
  /** The rest of the body, when not that of the sample. */
  readonly body?: BodyOf<Id>;
}

/** The path of a field in the body of an operation. */
export type FieldPath<Id extends OperationId> =
  BodyOf<Id> extends { readonly [CHILD_GROUP]: string } ? typeof CHILD_GROUP : PathIn<RequestBody<Id>>;

/** The most bytes that a body has. */
export const BODY_LIMIT = 8 * 1024 * 1024;

/** For each type two values of another one; the first would fit if it were converted. */
const WRONG = {
  text: { values: [42, ['text']], says: 'text' },
  flag: { values: ['true', 1], says: 'true or false' },
  integer: { values: ['30', 30.5], says: 'a whole number' },
  list: { values: ['{{first.jid}}', { 0: 'one' }], says: 'a list' },
  object: { values: ['{}', 7], says: 'an object' },
} as const;

/** That a call answers 400 is known as the status is, and the operation. */
function knownOf(call: OperationId) {
  return restsOn(`status ${call} 400`, `operation ${call}`);
}

/** What is promised of the type of a field: others answer 400, the answer names the field, and null is no value. */
export function fieldCases(theme: string, one: Field): readonly Case[] {
  const {
    call,
    field,
    called = field,
    takes,
    isRequired,
    isAssumed,
    body = SAMPLES[call].step.body ?? {},
  } = one;
  const sample = SAMPLES[call];
  const { doing, stage } = sample;
  const known = isAssumed ? assumed : knownOf(call);
  const { values, says } = WRONG[takes];
  const slug = `${sample.slug}-${toSlug(called)}`;
  const named = (value: unknown): Refusal => ({
    ...invalid,
    body: { validation: { $contains: { field, value } } },
  });
  const send = (value: unknown, expect: Refusal = invalid) =>
    spoiled(sample, withField(body, field, value), expect);
  const { [field]: _, ...without } = body as Readonly<Record<string, unknown>>;
  const missing: Readonly<Record<string, Promised>> = {
    [`${slug}-missing`]: [
      `${doing} without ${called} answers 400.`,
      ...stage,
      spoiled(sample, without, invalid),
    ],
    [`${slug}-missing-named`]: [
      assumed,
      `${doing} without ${called} names it in validation, with null for its value.`,
      ...stage,
      spoiled(sample, without, named(null)),
    ],
  };
  return promises(theme, known, {
    [`${slug}-type`]: [
      `${doing} with ${called} that is not ${says} answers 400.`,
      ...stage,
      ...values.map((value) => send(value)),
    ],
    [`${slug}-named`]: [
      assumed,
      `${doing} with ${called} of a wrong type names ${called} and its value in validation.`,
      ...stage,
      send(values[0], named(values[0])),
    ],
    [`${slug}-null`]: [
      isRequired ? known : assumed,
      `${doing} with ${called} that is null answers 400.`,
      ...stage,
      send(null),
    ],
    ...(isRequired && missing),
  });
}

/** What is promised of every body: one that is no JSON object answers 400, one too large 413, one of another type 415. */
export function bodyCases(theme: string, { slug, doing, stage, step }: Sample): readonly Case[] {
  const { body: _, ...bare } = step;
  const isInvalid = (text: string): Step => ({ ...step, alter: { text }, expect: invalid });
  const isRefused = (status: RefusedStatus, alter: Alteration): Step => ({
    ...step,
    alter,
    expect: refused(status),
  });
  return promises(
    theme,
    { ...knownOf(step.call), before: stage },
    {
      [`${slug}-malformed`]: [
        `${doing} with JSON that breaks off answers 400.`,
        isInvalid('{"name": "wuts-contract'),
      ],
      [`${slug}-array`]: [`${doing} with an array instead of an object answers 400.`, isInvalid('[1]')],
      [`${slug}-null-body`]: [`${doing} with null instead of an object answers 400.`, isInvalid('null')],
      [`${slug}-empty`]: [`${doing} with a body of no bytes answers 400.`, isInvalid('')],
      [`${slug}-no-body`]: [`${doing} with no body at all answers 400.`, { ...bare, expect: invalid }],
      [`${slug}-too-large`]: [
        assumed,
        `${doing} with a body over 8 MiB answers 413.`,
        isRefused(413, { bytes: BODY_LIMIT + 1 }),
      ],
      [`${slug}-text`]: [
        assumed,
        `${doing} with a body that is text by its type answers 415.`,
        isRefused(415, { contentType: 'text/plain' }),
      ],
      [`${slug}-untyped`]: [
        assumed,
        `${doing} with a body without a Content-Type answers 415.`,
        isRefused(415, { contentType: null }),
      ],
    },
  );
}

/** The call of a sample with another body, which the document need not allow. */
export function spoiled({ step }: Sample, body: unknown, expect: Expectation<OperationId>): Step {
  return { ...step, body: undocumented(body), expect } as Step;
}

/** A body with another value at a path such as `options.locked` or `participants[0]`. */
export function withField(body: unknown, field: string, value: unknown): unknown {
  const [, name = '', rest] = /^\[?([^.[\]]+)\]?\.?(.*)$/.exec(field) ?? [];
  const inner = (old: unknown) =>
    rest ? withField(old ?? (rest.startsWith('[') ? [] : {}), rest, value) : value;
  if (Array.isArray(body)) return body.with(Number(name), inner(body[Number(name)]));
  const before = body as Readonly<Record<string, unknown>>;
  return { ...before, [name]: inner(before[name]) };
}

/** How an id writes a field. */
export function toSlug(field: string): string {
  return field.replace('[0]', '-entry').replaceAll(/[._]/g, '-').toLowerCase();
}
