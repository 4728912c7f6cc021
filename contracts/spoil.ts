import type { OperationId } from '../spec/index.ts';
import type { Alteration, Case, Step, Template } from './case.ts';
import { assumed, documented, invalid, type Known, refused } from './known.ts';
import { SAMPLES, type Sample } from './samples.ts';

/** A field of a body, and what it takes. */
export interface Field {
  readonly call: OperationId;
  /** Its path in the body, for example `options.locked` or `participants[0]`. */
  readonly field: string;
  /** Its name in ids and promises, where `field` is that of the document. */
  readonly called?: string;
  readonly takes: keyof typeof WRONG;
  /** A body without it does not fit. */
  readonly isRequired?: true;
  /** The name of the field is assumed. */
  readonly isAssumed?: true;
  /** The rest of the body, when not that of the sample. */
  readonly body?: Template;
}

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

/** What is promised of the type of a field: others answer 400, the answer names the field, and null is no value. */
export function fieldCases(theme: string, one: Field): Case[] {
  const { call, field, called = field, takes, isRequired, isAssumed } = one;
  const sample = SAMPLES[call];
  const { stage } = sample;
  const known = sample.isAssumed || isAssumed ? assumed : documented('Errors');
  const { values, says } = WRONG[takes];
  const id = `${theme}/${sample.slug}-${toSlug(called)}`;
  const named = (value: Template) => ({ ...invalid, body: { validation: { $contains: { field, value } } } });
  const send = (value: Template, expect: Step['expect'] = invalid) =>
    spoiled(sample, withField(one.body ?? sample.step.body ?? {}, field, value), expect);
  const cases: Case[] = [
    {
      id: `${id}-type`,
      promise: `${sample.doing} with ${called} that is not ${says} answers 400.`,
      ...known,
      steps: [...stage, ...values.map((value) => send(value))],
    },
    {
      id: `${id}-named`,
      promise: `${sample.doing} with ${called} of a wrong type names ${called} and its value in validation.`,
      ...assumed,
      steps: [...stage, send(values[0], named(values[0]))],
    },
    {
      id: `${id}-null`,
      promise: `${sample.doing} with ${called} that is null answers 400.`,
      ...(isRequired ? known : assumed),
      steps: [...stage, send(null)],
    },
  ];
  return isRequired ? [...cases, ...missingCases(theme, one, known)] : cases;
}

/** What is promised of every body: one that is no JSON object answers 400, one too large 413, one of another type 415. */
export function bodyCases(theme: string, sample: Sample): Case[] {
  const { slug, doing, isAssumed, stage, step } = sample;
  const { body: _, ...bare } = step;
  const known = isAssumed ? assumed : documented('Errors');
  const one = (kind: string, what: string, how: Known, calls: readonly Step[]): Case => ({
    id: `${theme}/${slug}-${kind}`,
    promise: `${doing} with ${what}.`,
    ...how,
    steps: [...stage, ...calls],
  });
  const answers = (status: number, alter: Alteration) => [{ ...step, alter, expect: refused(status) }];
  const isInvalid = (text: string): Step[] => [{ ...step, alter: { text }, expect: invalid }];
  return [
    one('malformed', 'JSON that breaks off answers 400', known, isInvalid('{"name": "wuts-contract')),
    one('array', 'an array instead of an object answers 400', known, isInvalid('[1]')),
    one('null-body', 'null instead of an object answers 400', known, isInvalid('null')),
    one('empty', 'a body of no bytes answers 400', known, isInvalid('')),
    one('no-body', 'no body at all answers 400', known, [{ ...bare, expect: invalid }]),
    one('too-large', 'a body over 8 MiB answers 413', assumed, answers(413, { bytes: BODY_LIMIT + 1 })),
    one(
      'text',
      'a body that is text by its type answers 415',
      assumed,
      answers(415, { contentType: 'text/plain' }),
    ),
    one('untyped', 'a body without a Content-Type answers 415', assumed, answers(415, { contentType: null })),
  ];
}

/** The call of a sample with another body. */
export function spoiled({ step }: Sample, body: Template, expect: Step['expect']): Step {
  return { ...step, body, ...(expect === undefined ? {} : { expect }) };
}

/** A body with another value at a path such as `options.locked` or `participants[0]`. */
export function withField(body: Template, field: string, value: Template): Template {
  const [, name = '', rest] = /^\[?([^.[\]]+)\]?\.?(.*)$/.exec(field) ?? [];
  const inner = (old: Template | undefined) =>
    rest ? withField(old ?? (rest.startsWith('[') ? [] : {}), rest, value) : value;
  if (Array.isArray(body)) return body.with(Number(name), inner(body[Number(name)]));
  const before = body as Readonly<Record<string, Template>>;
  return { ...before, [name]: inner(before[name]) };
}

/** How an id writes a field. */
export function toSlug(field: string): string {
  return field.replace('[0]', '-entry').replaceAll(/[._]/g, '-').toLowerCase();
}

function missingCases(theme: string, { call, field, called = field, body }: Field, known: Known): Case[] {
  const sample = SAMPLES[call];
  const whole = (body ?? sample.step.body) as Readonly<Record<string, Template>>;
  const without = Object.fromEntries(Object.entries(whole).filter(([name]) => name !== field));
  const said = { ...invalid, body: { validation: { $contains: { field, value: null } } } };
  const id = `${theme}/${sample.slug}-${toSlug(called)}-missing`;
  return [
    {
      id,
      promise: `${sample.doing} without ${called} answers 400.`,
      ...known,
      steps: [...sample.stage, spoiled(sample, without, invalid)],
    },
    {
      id: `${id}-named`,
      promise: `${sample.doing} without ${called} names it in validation, with null for its value.`,
      ...assumed,
      steps: [...sample.stage, spoiled(sample, without, said)],
    },
  ];
}
